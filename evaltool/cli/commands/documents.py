"""parse, read, import, record: what comes in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from evaltool.cli.help import Command
from evaltool.cli.session import SESSION, answer, answer_json, leave, narrate
from evaltool.language import _

JsonFlag = Annotated[bool, typer.Option("--json", help=_("以 JSON 输出"))]
Year = Annotated[int | None, typer.Option(metavar="YEAR", help=_("年度"), min=1949, max=9999)]
Code = Annotated[str, typer.Option(metavar="CODE", help=_("单位编码"))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("parse", cls=Command, help=_("说明每个指标值或实际完成值如何理解"))(parse)
    app.command("read", cls=Command, help=_("读取绩效文本，只显示，不录入"))(read)
    app.command("import", cls=Command, help=_("读取绩效文本，显示疑点，录入工作区"))(import_)
    app.command("record", cls=Command, help=_("把实际完成值表录入工作区"))(record)


def parse(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("指标值，如 ≥95%、4次、12月底前"))],
    level2: Annotated[str, typer.Option(help=_("二级指标，如 成本指标"))] = "",
    name: Annotated[str, typer.Option(help=_("三级指标名称"))] = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """How each text is read as a target."""
    from evaltool import wording
    from evaltool.cli import payload, print_out
    from evaltool.cli.width import table
    from scoring.model import level_name
    from scoring.notation import read_target, write_target

    read_all = [read_target(one, level2=level_name(level2), name=name, year=year) for one in text]
    if json:
        answer_json([payload.target(read, odd) for read, odd in read_all])
    else:
        header = [_("原文"), _("方向"), _("读作"), _("推断")]
        rows = [
            [
                one,
                wording.term(read.sense),
                write_target(read),
                "、".join(wording.term(i) for i in read.inferred),
            ]
            for one, (read, _odd) in zip(text, read_all, strict=True)
        ]
        answer(table(header, rows))
        for _target, odd in read_all:
            if odd:
                answer(print_out.joined(print_out.findings(odd)))
    leave(doubt for _target, odd in read_all for doubt in odd)


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    json: JsonFlag = False,
) -> None:
    """What a document says; nothing is adopted."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    found = ops.read(file)
    if json:
        answer_json(payload.reading(found))
    else:
        answer(print_out.joined(print_out.reading(found)))
        answer("")
        answer(print_out.joined(print_out.findings(found.findings)))
    leave(found.findings)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE")],
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Read documents and adopt them; a file that cannot be read does not stop the others."""
    from evaltool import operations as ops
    from evaltool import wording
    from evaltool.cli import payload, print_out

    adopted: list[dict[str, Any]] = []
    findings = []
    unreadable = False
    with SESSION.open() as desk:
        for number, file in enumerate(files, 1):
            narrate(f"[{number}/{len(files)}] {file.name}")
            try:
                found = ops.read(file)
                found = replace(found, department=_with_year(found.department, year))
                done = desk.adopt(found).result()
            except (ops.Unreadable, ops.Refused) as refusal:
                unreadable = True
                narrate(wording.fault(refusal))
                adopted.append({"file": str(file), "error": wording.fault(refusal)})
                continue
            findings += found.findings
            one = found.department
            adopted.append(
                {
                    "file": str(file),
                    "department": {"code": one.code, "name": one.name, "year": one.year},
                    "change": done.change_id,
                    "added": len(done.difference.added),
                    "removed": len(done.difference.removed),
                    "changed": len(done.difference.changed),
                    "kept_without_place": len(done.orphans),
                    "findings": [payload.finding(odd) for odd in found.findings],
                }
            )
            if not json:
                answer(print_out.joined(print_out.adopted(found, done)))
                answer(print_out.joined(print_out.findings(found.findings)))
    if json:
        answer_json(adopted)
    if unreadable:
        raise typer.Exit(2)
    leave(findings)


def _with_year(department: Any, year: int | None) -> Any:
    from evaltool.operations import Refused

    if department.year is None and year is None:
        raise Refused("year.missing")
    return replace(department, year=department.year or year)


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
        dossier = desk.dossier(meant.code, meant.year)
        table = ops.read_actuals(file, dossier.department)
        saved = None
        if not dry_run and table.entries:
            saved = desk.record(meant.code, meant.year, table.entries, "record")
    changed = len(saved.items) if saved else 0
    if json:
        answer_json(
            {
                "department": {"code": meant.code, "name": meant.name, "year": meant.year},
                "read": len(table.entries),
                "changed": changed,
                "change": saved.change_id if saved else None,
                "dry_run": dry_run,
                "findings": [payload.finding(odd) for odd in table.findings],
            }
        )
    else:
        facts = {"name": meant.name, "year": meant.year, "read": len(table.entries), "changed": changed}
        said = (
            _("{name}（{year}）：读到 {read} 项，试运行，未录入")
            if dry_run
            else _("{name}（{year}）：读到 {read} 项，录入或更改 {changed} 项")
        )
        answer(said.format(**facts))
        answer(print_out.joined(print_out.findings(table.findings)))
    leave(table.findings)
