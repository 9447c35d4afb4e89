"""journal: who changed what."""

from __future__ import annotations

from typing import Annotated

import typer

from evaltool.cli.commands.arguments import Code, JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import answer, answer_json
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("journal", cls=Command, help=_("变更日志：谁在何时改了什么，最近的在前"))(journal)


def journal(
    department: Code = "",
    year: Year = None,
    project: Annotated[str, typer.Option(metavar="CODE", help=_("只看一个项目"))] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help=_("只看一个人的变更"))] = "",
    limit: Annotated[int, typer.Option(metavar="N", min=1, help=_("最多列出几项"))] = 100,
    json: JsonFlag = False,
) -> None:
    """The changes of the workspace, or of the one department, project or person that is named."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    with SESSION.open(must_exist=True) as desk:
        named = bool(department or project) or year is not None
        meant = desk.choose(department, year) if named else None
        whose = (meant.code, meant.year) if meant else None
        wanted = ops.Wanted(whose, project or None, by or None)
        changes, count = desk.history.changes(wanted, limit=limit), desk.history.count(wanted)
    if json:
        answer_json({"count": count, "changes": [payload.change(one) for one in changes]})
    else:
        answer(*print_out.journal(changes, count))
