"""rules: which rulebooks there are, what they say, and one of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import JsonFlag
from evaltool.cli.commands.rulebook_use import use
from evaltool.cli.help import Command, Group
from evaltool.cli.session import SESSION
from evaltool.cli.streams import ERRORS, answer, answer_json
from evaltool.language import _

Named = Annotated[str, typer.Argument(metavar="ID|FILE")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    rules = typer.Typer(cls=Group, help=_("评分规则"), rich_markup_mode=None)
    rules.callback(invoke_without_command=True)(overview)
    rules.command("list", cls=Command, help=_("列出自带的和工作区中的评分规则"))(listed)
    rules.command("show", cls=Command, help=_("显示一套评分规则的全部条款、依据和出处"))(show)
    rules.command("compare", cls=Command, help=_("两套评分规则有哪些条款不同"))(compare)
    rules.command("new", cls=Command, help=_("新建本地评分规则文件，逐条写有说明"))(new)
    rules.command("check", cls=Command, help=_("检查评分规则文件，指出错在哪一行"))(check)
    rules.command("use", cls=Command, help=_("在工作区中选用一套评分规则，按内容保存"))(use)
    app.add_typer(rules, name="rules")


def overview(context: typer.Context, json: JsonFlag = False) -> None:
    """The rulebooks there are, where nothing else is asked for."""
    if context.invoked_subcommand is None:
        listed(json)


def listed(json: JsonFlag = False) -> None:
    """The rulebooks that come along, and those that the workspace keeps."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    known = ops.known_rulebooks(SESSION.look)
    if json:
        answer_json([payload.known_rulebook(one) for one in known])
    else:
        answer(print_out.rulebook_list(known))


def show(rulebook: Named = "", json: JsonFlag = False) -> None:
    """Every clause of a rulebook, the one in force where none is named, with its citation and evidence."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    rules = SESSION.rulebook(rulebook) if rulebook else ops.rulebook_in_force(SESSION.look)
    if json:
        answer_json(payload.rulebook(rules))
    else:
        answer(*print_out.rulebook(rules))


def compare(
    a: Annotated[str, typer.Argument(metavar="A")],
    b: Annotated[str, typer.Argument(metavar="B")],
    json: JsonFlag = False,
) -> None:
    """The clauses that two rulebooks decide differently."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    one, other = SESSION.rulebook(a), SESSION.rulebook(b)
    differences = ops.compare_rulebooks(one, other)
    if json:
        answer_json(payload.rulebook_differences(one, other, differences))
    else:
        answer(*print_out.rulebook_differences(one, other, differences))


def new(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    extends: Annotated[
        str, typer.Option(metavar="ID|FILE", help=_("以哪一套评分规则为底"))
    ] = "national-2020",
    name: Annotated[str, typer.Option("--id", metavar="ID", help=_("编号，默认用文件名"))] = "",
    title: Annotated[str, typer.Option(metavar="TITLE", help=_("名称"))] = "",
    json: JsonFlag = False,
) -> None:
    """A local rulebook that changes nothing yet, every clause in it as a comment."""
    from evaltool import operations as ops

    ops.can_be_extended(extends, SESSION.look)
    path = ops.new_rulebook(file, extends, name, title)
    if json:
        answer_json({"file": str(path), "extends": extends})
    else:
        answer(str(path))


def check(file: Named, json: JsonFlag = False) -> None:
    """Whether a rulebook can be used; else everything that is wrong with it, line by line."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    checked = ops.check_rulebook(file, SESSION.rulebook)
    if json:
        answer_json(payload.rulebook_check(file, checked))
    else:
        answer(*print_out.rulebook_check(checked))
    if isinstance(checked, tuple):
        raise typer.Exit(ERRORS)
