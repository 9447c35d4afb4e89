"""疑点: what is still open, with its place, and what was answered, with the answer."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.language import N_, _
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.severities import counted
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE
from evaltool.wording import place, say, suggestion, term
from scoring.findings import Finding, Severity

OPEN: Columns = (
    (1, 2, N_("级别")),
    (3, 4, N_("位置")),
    (5, 8, N_("疑点")),
    (9, 11, N_("建议")),
)
ANSWERED: Columns = (
    (1, 2, N_("级别")),
    (3, 4, N_("位置")),
    (5, 8, N_("疑点")),
    (9, 11, N_("答复")),
)
GRAVITY = {severity: number for number, severity in enumerate(Severity)}


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write both tables, the gravest first."""
    still_open = sorted(card.open_findings, key=lambda one: GRAVITY[one.severity])
    many = counted(one.severity for one in still_open)
    sheet.table(_("未答复的疑点（{count}）").format(count=many) if still_open else _("未答复的疑点"), OPEN)
    _rows(sheet, [(one, suggestion(one)) for one in still_open], _("没有未答复的疑点"))
    if card.answered:
        sheet.table(_("已答复的疑点"), ANSWERED)
        _rows(sheet, card.answered, "")


def _rows(sheet: Sheet, findings: Sequence[tuple[Finding, str]], without: str) -> None:
    if not findings:
        sheet.line(without, CENTRE)
    for one, beside in findings:
        sheet.add(
            Box(1, 2, term(one.severity), CENTRE),
            Box(3, 4, place(one)),
            Box(5, 8, say(one)),
            Box(9, 11, beside),
        )
