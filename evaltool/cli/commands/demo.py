"""demo: the whole way, from the published documents to the scorecards."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.help import Command
from evaltool.cli.session import DB, SESSION, now
from evaltool.cli.streams import UNUSABLE, answer, narrate
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("demo", cls=Command, help=_("用两个公开的绩效文本演示全过程"))(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("写到哪个文件夹"))] = Path("evaltool-demo"),
) -> None:
    """The whole way, and the workbench at its end where there is a terminal."""
    from evaltool import operations as ops
    from evaltool.cli import print_out
    from evaltool.cli.commands.workbench import has_terminal, open_workbench
    from evaltool.operations import reporting

    ops.make_folder(folder)
    SESSION.db = SESSION.db or str(folder / DB)
    summary: list[str] = []
    with SESSION.open() as desk:
        for example in ops.examples():
            narrate(_("读取 {file}").format(file=example.document.name))
            found = ops.read(example.document)
            one = found.department
            answer(*print_out.reading(found), "", *print_out.findings(found.findings), "")
            desk.adopt(found).result()
            narrate(_("录入示例完成值 {file}").format(file=example.actuals.name))
            table = ops.read_actuals(example.actuals, desk.dossier(one.code, one.year), SESSION.who)
            desk.record(one.code, one.year, table.entries, "record")
            narrate(_("评分并生成自评表"))
            result = ops.score(desk.dossier(one.code, one.year))
            meant, day = [desk.choose(one.code, one.year)], now().date()
            out = reporting.write_all(desk, meant, folder, day, lambda _step: None, lambda: False)
            for line in print_out.unwritten(out, with_findings=False):
                narrate(line)
            if out.failed:
                raise typer.Exit(UNUSABLE)
            findings = (*table.findings, *result.findings)
            answer(*print_out.scores(result), "", *print_out.findings(findings), "")
            summary += print_out.summary(result, out.paths[0])
    answer(_("== 小结（示例完成值仅作演示，不是这两个单位的真实数据）=="), *summary)
    answer(_("工作区：{path}").format(path=SESSION.db))
    if has_terminal():
        open_workbench(SESSION.db)
    else:
        answer(_("打开工作台：evaltool --db {path}").format(path=SESSION.db))
