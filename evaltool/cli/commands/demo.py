"""demo: the whole way, from the published documents to the scorecards."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.help import Command
from evaltool.cli.session import SESSION, answer, narrate, now
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("demo", cls=Command, help=_("用两个公开的绩效文本演示全过程"))(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR")] = Path("evaltool-demo"),
) -> None:
    """The whole way, and the workbench at its end where there is a terminal."""
    from evaltool import operations as ops
    from evaltool.cli import print_out
    from evaltool.cli.commands.workbench import has_terminal, open_workbench

    SESSION.db = str(_made(folder) / "evaltool.db")
    summary = []
    with SESSION.open() as desk:
        for example in ops.examples():
            narrate(_("读取 {file}").format(file=example.document.name))
            found = ops.read(example.document)
            answer(print_out.joined(print_out.reading(found)))
            answer("")
            answer(print_out.joined(print_out.findings(found.findings)))
            one = found.department
            desk.adopt(found).result()
            narrate(_("录入示例完成值 {file}").format(file=example.actuals.name))
            table = ops.read_actuals(example.actuals, one)
            desk.record(one.code, one.year, table.entries, "record")
            narrate(_("评分并生成自评表"))
            result = ops.score(desk.dossier(one.code, one.year))
            path = desk.write_scorecards(one.code, one.year, folder, now().date())
            answer("")
            answer(print_out.joined(print_out.scores(result)))
            answer("")
            summary.append((result, path))
    answer(_("== 小结（示例完成值仅作演示，不是这两个单位的真实数据）=="))
    for result, path in summary:
        answer(print_out.joined(print_out.summary(result, path)))
    answer(_("工作区：{path}").format(path=SESSION.db))
    if has_terminal():
        open_workbench(SESSION.db)
    else:
        answer(_("打开工作台：evaltool --db {path}").format(path=SESSION.db))


def _made(folder: Path) -> Path:
    from evaltool.operations import Refused

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refused("write.failed", {"path": str(folder), "why": fault.strerror or ""}) from None
    return folder
