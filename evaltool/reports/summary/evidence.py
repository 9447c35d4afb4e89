"""佐证材料清单: what bears out each figure, file by file, and where something has to and nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.evidence import evidence_lines
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import BAND, BODY, CENTRE
from evaltool.wording import say
from scoring.model import EvidenceFile
from scoring.scores import DepartmentScore

COLUMNS: Columns = (
    (1, 1, N_("序号")),
    (2, 3, N_("项目")),
    (4, 4, N_("指标")),
    (5, 6, N_("佐证材料")),
    (7, 8, N_("文件")),
    (9, 9, N_("大小（字节）")),
    (10, 11, N_("SHA-256")),
)
GROUP = 8
"""Hex digits of a hash that are read at one glance."""

NO_FILE = tuple(Box(first, last, texts.NOTHING, CENTRE) for first, last in ((7, 8), (9, 9), (10, 11)))


def write(sheet: Sheet, score: DepartmentScore) -> None:
    """Write a line per indicator that has evidence or lacks it, with a line for each file that it names."""
    sheet.table(_("佐证材料清单"), COLUMNS)
    odd = {
        (one.subject.indicator, one.facts["path"]): say(one)
        for one in score.findings
        if one.code.startswith("evidence.")
    }
    listed = evidence_lines(score)
    if missing := sum(one.is_missing for one in listed):
        said = _("应有而没有佐证材料的指标 {count} 项，在下表中标为“缺少”")
        sheet.line(said.format(count=missing), BODY)
    if not listed:
        sheet.line(_("没有填报佐证材料"), CENTRE)
    for number, one in enumerate(listed, 1):
        line = one.line
        named = (
            Box(1, 1, Decimal(number), CENTRE),
            Box(2, 3, one.whose),
            Box(4, 4, line.indicator.name),
            Box(5, 6, one.said, BAND if one.is_missing else BODY),
        )
        key, files = line.indicator.key, line.outcome.evidence_files
        _line(sheet, named, [_file(file, odd.get((key, file.path))) for file in files])


def _line(sheet: Sheet, named: Sequence[Box], files: Sequence[Sequence[Box]]) -> None:
    """Write whose evidence it is, beside it each file that it names."""
    if len(files) < 2:
        sheet.add(*named, *(files[0] if files else NO_FILE))
        return
    first = sheet.row
    for boxes in files:
        sheet.add(*boxes)
    for box in named:
        sheet.span(first, box)


def _file(one: EvidenceFile, became: str | None) -> tuple[Box, ...]:
    path = f"{one.path}\n{became}" if became else one.path
    if not one.sha256:
        return Box(7, 8, path), *NO_FILE[1:]
    return Box(7, 8, path), Box(9, 9, str(one.size), CENTRE), Box(10, 11, _grouped(one.sha256))


def _grouped(sha: str) -> str:
    """A hash whole, in groups that can be read and compared by eye."""
    return " ".join(sha[at : at + GROUP] for at in range(0, len(sha), GROUP))
