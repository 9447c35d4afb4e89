"""form: workbooks that go out to be filled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import Code, JsonFlag, Rules, Year
from evaltool.cli.commands.scores import dossier_meant
from evaltool.cli.help import Command
from evaltool.cli.streams import answer, answer_json, narrate
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("form", cls=Command, help=_("生成填报表（xlsx），发出填写后用 collect 收回"))(form)


def form(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help=_("写到哪个文件夹"))],
    together: Annotated[
        bool, typer.Option("--together", help=_("全部项目合在一个文件中，另附部门自身目标"))
    ] = False,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Write the forms of a department into a folder."""
    from evaltool import operations as ops

    dossier, _odd = dossier_meant(None, None, rulebook, department, year)
    narrate(_("正在生成填报表：{name}").format(name=dossier.department.name))
    forms = ops.write_forms(dossier, output, together=together)
    if json:
        said = [
            {
                "path": str(one.path),
                "beyond": [{"indicator": name, "clause": why} for name, why in one.beyond],
            }
            for one in forms
        ]
        answer_json({"files": [str(one.path) for one in forms], "forms": said})
        return
    for one in forms:
        answer(str(one.path))
        for name, why in one.beyond:
            words = _("“{name}”的得分在表中显示为“见程序计算”（{clause}）")
            narrate(words.format(name=name or _("预算执行率或总分"), clause=why))
