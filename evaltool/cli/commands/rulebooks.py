"""rules: which rulebooks there are and what they say."""

from __future__ import annotations

from typing import Annotated

import typer

from evaltool.cli.commands.documents import JsonFlag
from evaltool.cli.help import Command, Group
from evaltool.cli.session import answer, answer_json
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    rules = typer.Typer(cls=Group, help=_("评分规则"), rich_markup_mode=None, no_args_is_help=True)
    rules.command("show", cls=Command, help=_("显示一套评分规则的全部条款、依据和出处"))(show)
    app.add_typer(rules, name="rules")


def show(
    rulebook: Annotated[str, typer.Argument(metavar="ID|FILE")] = "national-2020",
    json: JsonFlag = False,
) -> None:
    """Every clause of a rulebook, with its citation and evidence."""
    from evaltool import operations as ops
    from evaltool import wording
    from evaltool.cli import payload

    rules = ops.rulebook_named(rulebook)
    if json:
        answer_json(payload.rulebook(rules))
        return
    answer(f"{rules.id}  {rules.title}")
    answer(_("版本 {version}，内容摘要 {hash}").format(version=rules.version, hash=rules.hash))
    for clause in rules.clauses():
        answer("")
        answer(f"{clause.key} = {clause.text}")
        evidence = "、".join(wording.term(tag) for tag in clause.evidence)
        answer(f"  {clause.cite}" + (f" [{evidence}]" if evidence else ""))
        if clause.note:
            answer(f"  {clause.note}")
