"""rules: which rulebooks there are and what they say."""

from __future__ import annotations

from typing import Annotated

import typer

from evaltool.cli.commands.arguments import JsonFlag
from evaltool.cli.commands.rulebook_use import use
from evaltool.cli.help import Command, Group
from evaltool.cli.streams import answer, answer_json
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    rules = typer.Typer(cls=Group, help=_("评分规则"), rich_markup_mode=None)
    rules.callback(invoke_without_command=True)(known)
    rules.command("show", cls=Command, help=_("显示一套评分规则的全部条款、依据和出处"))(show)
    rules.command("use", cls=Command, help=_("在工作区中选用一套评分规则，按内容保存"))(use)
    app.add_typer(rules, name="rules")


def known(context: typer.Context, json: JsonFlag = False) -> None:
    """The rulebooks that come along, where none of them is asked for."""
    if context.invoked_subcommand is not None:
        return
    from evaltool import operations as ops
    from evaltool.cli import payload

    rulebooks = ops.rulebooks()
    if json:
        answer_json([payload.rulebook_head(rules) for rules in rulebooks])
    else:
        answer(*(f"{rules.id}  {rules.title}" for rules in rulebooks))


def show(
    rulebook: Annotated[str, typer.Argument(metavar="ID|FILE")] = "national-2020",
    json: JsonFlag = False,
) -> None:
    """Every clause of a rulebook, with its citation and evidence."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    rules = ops.rulebook_named(rulebook)
    if json:
        answer_json(payload.rulebook(rules))
    else:
        answer(*print_out.rulebook(rules))
