"""record: what was achieved."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import Code, JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import answer, answer_json, leave
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("record", cls=Command, help=_("把实际完成值表录入工作区"))(record)


def record(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("CSV 或 xlsx"))],
    department: Code = "",
    year: Year = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("只检查，不录入"))] = False,
    json: JsonFlag = False,
) -> None:
    """Record a table of actuals; rows with errors are left out and named."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    with SESSION.open(must_exist=True) as desk:
        meant = desk.choose(department, year)
        table = ops.read_actuals(file, desk.dossier(meant.code, meant.year), SESSION.who)
        saved = None
        if not dry_run and table.entries:
            saved = desk.record(meant.code, meant.year, table.entries, "record")
    if json:
        answer_json(payload.recorded(meant, table, saved, dry_run=dry_run))
    else:
        answer(print_out.recorded(meant, table, saved, dry_run=dry_run), *print_out.findings(table.findings))
    leave(table.findings)
