"""report: what goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.documents import Code, JsonFlag, Year
from evaltool.cli.commands.scores import Actuals, File, Rules, dossier_meant
from evaltool.cli.help import Command
from evaltool.cli.session import answer, answer_json, narrate, now
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("report", cls=Command, help=_("生成自评表（xlsx）"))(report)


def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help=_("写到哪个文件夹"))],
    file: File = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Write the scorecards of a department into a folder."""
    from evaltool import operations as ops

    dossier, _odd = dossier_meant(file, actuals, rulebook, department, year)
    narrate(_("正在生成自评表：{name}").format(name=dossier.department.name))
    path = ops.write_scorecards(dossier, output, now().date())
    if json:
        answer_json({"files": [str(path)]})
    else:
        answer(str(path))
