"""等级分布: how many of something have each grade, and how much money stands behind them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import BODY, CENTRE, MONEY, PERCENT
from scoring.compared import GradeShare, grade_shares
from scoring.scores import DepartmentScore

OPEN = N_("待定")

COLUMNS: Columns = (
    (1, 3, N_("等级")),
    (4, 4, N_("项目数")),
    (5, 6, N_("占项目数")),
    (7, 8, N_("预算数")),
    (9, 10, N_("占预算数")),
    (11, 11, N_("备注")),
)


def write(sheet: Sheet, score: DepartmentScore) -> None:
    """Write a line for each grade of the rulebook, and one for those without; of projects that apply."""
    if not score.applying:
        return
    graded = ((project.grade, project.execution.budget) for project in score.applying)
    shares = grade_shares(graded, [name for name, _low in score.rulebook.grades.limits.value])
    first = sheet.row
    sheet.table(_("等级分布（金额单位：万元）"), COLUMNS)
    sheet.line(in_words(shares, OPEN), BODY)
    for share in shares:
        if not share.grade and not share.count:
            continue
        sheet.add(
            Box(1, 3, texts.grade(share.grade), CENTRE),
            Box(4, 4, Decimal(share.count), CENTRE),
            Box(5, 6, texts.rate(share.of_count), PERCENT),
            Box(7, 8, share.budget, MONEY),
            Box(9, 10, texts.rate(share.of_budget), PERCENT),
            Box(11, 11, lacking(share)),
        )
    sheet.hold(first, sheet.row - 1)


def in_words(shares: Iterable[GradeShare], still_open: str) -> str:
    """优 3 个，良 1 个: the grades that somebody has; `still_open` is what those without one are called."""
    said = [
        _("{grade} {count} 个").format(
            grade=texts.grade(share.grade) if share.grade else _(still_open), count=share.count
        )
        for share in shares
        if share.count
    ]
    return _("，").join(said)


def lacking(share: GradeShare) -> str:
    """How many of a grade have no budget, so that its money is not all of theirs."""
    return _("{count} 个无预算数").format(count=share.without_budget) if share.without_budget else ""
