"""report: what goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import Actuals, Code, Document, JsonFlag, Rules, Year
from evaltool.cli.commands.scores import dossier_meant
from evaltool.cli.help import Command
from evaltool.cli.session import now
from evaltool.cli.streams import answer, answer_json, leave, narrate
from evaltool.cli.waiting import counted
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("report", cls=Command, help=_("生成自评表（xlsx）"))(report)


def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help=_("写到哪个文件夹"))],
    file: Document = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Write the scorecards of a department into a folder."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    dossier, odd = dossier_meant(file, actuals, rulebook, department, year)
    narrate(_("正在生成自评表：{name}").format(name=dossier.department.name))
    with counted(len(dossier.department.projects) + 2) as step:
        path = ops.write_scorecards(dossier, output, now().date(), odd, step)
    findings = (*odd, *ops.score(dossier).findings)
    is_open = ops.open_findings(dossier, findings)
    if json:
        answer_json({"files": [str(path)], "findings": [payload.finding(one, dossier) for one in findings]})
    else:
        answer(str(path))
        for line in print_out.errors(is_open):
            narrate(line)
    leave(is_open)
