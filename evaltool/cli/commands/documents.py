"""parse, read, import: what was declared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evaltool.cli.commands.arguments import JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import UNUSABLE, answer, answer_json, leave, narrate
from evaltool.language import _

if TYPE_CHECKING:
    from scoring.findings import Finding
    from scoring.model import Reading


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("parse", cls=Command, help=_("说明每个指标值或实际完成值如何理解"))(parse)
    app.command("read", cls=Command, help=_("读取绩效文本，只显示，不录入"))(read)
    app.command("import", cls=Command, help=_("读取绩效文本，显示疑点，录入工作区"))(import_)


def parse(
    text: Annotated[
        list[str],
        typer.Argument(metavar="TEXT", help=_("指标值，如 ≥95%、4次、12月底前；以 - 开头的写在 -- 之后")),
    ],
    level2: Annotated[str, typer.Option(metavar="LEVEL2", help=_("二级指标，如 成本指标"))] = "",
    name: Annotated[str, typer.Option(metavar="NAME", help=_("三级指标名称"))] = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """How each text is read as a target."""
    from evaltool.cli import payload, print_out
    from scoring.model import level_name
    from scoring.notation import read_target

    read_all = [read_target(one, level2=level_name(level2), name=name, year=year) for one in text]
    findings = [doubt for _target, odd in read_all for doubt in odd]
    if json:
        answer_json([payload.target(target, odd) for target, odd in read_all])
    else:
        answer(print_out.targets([target for target, _odd in read_all]))
        answer(*print_out.findings(findings))
    leave(findings)


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("绩效文本"))],
    json: JsonFlag = False,
) -> None:
    """What a document says; nothing is adopted."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    found = ops.read(file)
    if json:
        answer_json(payload.reading(found))
    else:
        answer(*print_out.reading(found), "", *print_out.findings(found.findings))
    leave(found.findings)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help=_("绩效文本"))],
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Read documents and adopt them; one that cannot be taken does not stop the others."""
    from evaltool import operations as ops
    from evaltool import wording
    from evaltool.cli import payload, print_out

    findings: list[Finding] = []
    said: list[dict[str, Any]] = []

    def refuse(file: Path, refusal: Exception) -> None:
        narrate(wording.fault(refusal))
        said.append({"file": str(file), "error": wording.fault(refusal)})

    readings: list[tuple[Path, Reading]] = []
    for number, file in enumerate(files, 1):
        narrate(f"[{number}/{len(files)}] {file.name}")
        try:
            readings.append((file, _adoptable(file, year)))
        except ops.REFUSALS as refusal:
            refuse(file, refusal)
    if readings:  # a workspace is made only for something to keep in it
        with SESSION.open() as desk:
            for file, found in readings:
                try:
                    done = desk.adopt(found).result()
                except ops.WorkspaceError as refusal:
                    refuse(file, refusal)
                    continue
                findings += found.findings
                said.append(payload.adopted(str(file), found, done))
                if not json:
                    answer(*print_out.adopted(found, done), *print_out.findings(found.findings))
    if json:
        answer_json(said)
    if any("error" in one for one in said):
        raise typer.Exit(UNUSABLE)
    leave(findings)


def _adoptable(file: Path, year: int | None) -> Reading:
    """A document of a known department and year: without them its figures would belong to nobody."""
    from evaltool import operations as ops

    found = ops.read(file, year)
    if not (found.department.code or found.department.name):
        raise ops.Refused("department.missing", {"file": file.name})
    if found.department.year is None:
        raise ops.Refused("year.missing", {"file": file.name})
    return found
