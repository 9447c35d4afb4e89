"""report: what goes out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaltool.cli.commands.arguments import Actuals, Document, JsonFlag, Rules, Year
from evaltool.cli.commands.scores import dossier_meant
from evaltool.cli.commands.wanted import wanted
from evaltool.cli.errors import Misuse
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION, now
from evaltool.cli.streams import UNUSABLE, answer, answer_json, leave, narrate
from evaltool.cli.waiting import stoppable, watched
from evaltool.language import _

if TYPE_CHECKING:
    from evaltool.operations.reporting import Out, Wanted

MOST_JOBS = 4
"""Where nobody says how many: each takes a core, and memory that an office computer may lack."""

STOPPED = 130
"""The exit code after Ctrl+C, as of every other command."""

Codes = Annotated[
    list[str] | None, typer.Option("--department", metavar="CODE", help=_("单位编码，可写多次"))
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    short = _("生成自评表、自评报告和明细（xlsx、docx、html、pdf、csv、json）")
    more = _(
        "不写 --department 则写出工作区中的全部单位。已有的同名文件若有人改过，改名为“……（旧）”保留。"
        "按 Ctrl+C 停止，不留下写了一半的文件。"
    )
    app.command("report", cls=Command, help=f"{short}\n\n{more}", short_help=short)(report)


def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help=_("写到哪个文件夹"))],
    file: Document = None,
    actuals: Actuals = None,
    *,
    rulebook: Rules = "",
    department: Codes = None,
    year: Year = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="F,F…", help=_("格式：xlsx,docx,html,pdf,csv,json"))
    ] = "xlsx",
    form: Annotated[
        str,
        typer.Option(
            metavar="FORM", help=_("表样：national|hebei|department|summary"), show_default="national"
        ),
    ] = "",
    template: Annotated[Path | None, typer.Option(metavar="FILE", help=_("本单位自己的表样（xlsx）"))] = None,
    jobs: Annotated[
        int, typer.Option(min=1, max=64, metavar="N", help=_("同时写几个单位"), show_default="CPU, ≤ 4")
    ] = min(MOST_JOBS, os.cpu_count() or 1),
    json: JsonFlag = False,
) -> None:
    """Write scorecards into a folder, of one department or of many."""
    from evaltool.cli import payload, print_out

    what = wanted(formats, form, template)
    codes = department or []
    if file is not None:
        out = _of_document(file, actuals, rulebook, codes, year, output, what)
    else:
        out = _of_workspace(actuals, rulebook, codes, year, output, what, jobs)
    if json:
        answer_json(payload.written(out))
    else:
        answer(*print_out.written(out))
    for line in print_out.unwritten(out, with_findings=not json):
        narrate(line)
    if out.left:
        raise typer.Exit(STOPPED)
    if out.failed or out.refused:
        raise typer.Exit(UNUSABLE)
    leave(odd for one in out.results for odd in one.doubts.open_errors)


def _of_document(
    file: Path,
    actuals: Path | None,
    rulebook: str,
    codes: list[str],
    year: int | None,
    output: Path,
    what: Wanted,
) -> Out:
    """Write the one department that a document is about."""
    from evaltool.operations import reporting

    if len(codes) > 1:
        raise Misuse(_("一份文本只有一个单位"), "--department")
    dossier, odd = dossier_meant(file, actuals, rulebook, "".join(codes), year)
    narrate(_("正在生成自评表：{name}").format(name=dossier.department.name))
    with stoppable() as is_stopped, watched(1) as told:
        return reporting.write_dossier(dossier, odd, output, now().date(), told, is_stopped, what)


def _of_workspace(
    actuals: Path | None,
    rulebook: str,
    codes: list[str],
    year: int | None,
    output: Path,
    what: Wanted,
    jobs: int,
) -> Out:
    """Write the departments of the workspace that are meant: all, where nobody says which."""
    from evaltool.operations import reporting

    if actuals is not None:
        raise Misuse(_("要与绩效文本一起使用"), "--actuals")
    rules = SESSION.rulebook(rulebook) if rulebook else None
    with SESSION.open(rules, must_exist=True) as desk:
        meant = desk.meant(codes, year)
        if len(meant) == 1:
            narrate(_("正在生成自评表：{name}").format(name=meant[0].name))
        else:
            narrate(_("正在生成自评表：{count} 个单位").format(count=len(meant)))
        with stoppable() as is_stopped, watched(len(meant)) as told:
            return reporting.write_all(desk, meant, output, now().date(), told, is_stopped, what, jobs=jobs)
