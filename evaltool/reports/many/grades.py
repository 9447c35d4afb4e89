"""等级分布: grades of departments and of projects, by number and by the money behind them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.many import grade_chart
from evaltool.reports.many.groups import Group
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.reports.summary.grades import in_words
from evaltool.sheets.looks import CENTRE, HEAD, MONEY, PERCENT, PLAIN, SUBTITLE, TITLE
from scoring.compared import GradeShare, grade_shares

UNITS = (15, 12, 9, 15, 9, 10, 9, 15, 9)

OPEN = N_("待定或无法评定")

OF_DEPARTMENTS, OF_PROJECTS = 2, 6
"""The first columns of both halves of the table."""

ABOVE: Columns = ((1, 1, ""), (2, 5, N_("部门")), (6, 9, N_("项目")))
COLUMNS: Columns = (
    (1, 1, N_("等级")),
    (OF_DEPARTMENTS, OF_DEPARTMENTS, N_("部门数")),
    (3, 3, N_("占比")),
    (4, 4, N_("预算数（万元）")),
    (5, 5, N_("占比")),
    (OF_PROJECTS, OF_PROJECTS, N_("项目数")),
    (7, 7, N_("占比")),
    (8, 8, N_("预算数（万元）")),
    (9, 9, N_("占比")),
)


def write(sheet: Sheet, groups: Sequence[Group], mark: str) -> None:
    """Write a table and a chart per group and set it up for A4."""
    sheet.line(_("等级分布"), TITLE, least=32)
    repeat = sheet.line(_("按个数和按预算"), SUBTITLE)
    for group in groups:
        _group(sheet, group)
    sheet.line(_("部门的预算数是其项目预算数之和；没有预算数的计入个数，不计入金额"), PLAIN)
    sheet.finish(landscape=False, repeat=repeat, mark=mark)


def _group(sheet: Sheet, group: Group) -> None:
    departments = grade_shares(
        ((one.figure.grade, one.budget) for one in group.overviews), group.rules.grades
    )
    applying = [project for one in group.overviews for project in one.projects if project.score is not None]
    projects = grade_shares(((one.grade, one.budget) for one in applying), group.rules.grades)
    sheet.table(group.said, ABOVE)
    headings = sheet.add(*(Box(first, last, _(heading), HEAD) for first, last, heading in COLUMNS))
    for of_departments, of_projects in zip(departments, projects, strict=True):
        grade = texts.grade(of_departments.grade) if of_departments.grade else _(OPEN)
        sheet.add(
            Box(1, 1, grade, CENTRE),
            *_half(of_departments, OF_DEPARTMENTS),
            *_half(of_projects, OF_PROJECTS),
        )
    sheet.add(Box(1, 1, _("合计"), HEAD), *_sums(departments, OF_DEPARTMENTS), *_sums(projects, OF_PROJECTS))
    for whose, shares in ((_("部门"), departments), (_("项目"), projects)):
        said = [in_words(shares, OPEN), *_without_budget(shares)]
        sheet.line(_("{whose}：{grades}").format(whose=whose, grades=_("；").join(filter(None, said))), PLAIN)
    grade_chart.draw(sheet, headings, len(departments), (OF_DEPARTMENTS, OF_PROJECTS))


def _half(share: GradeShare, first: int) -> list[Box]:
    return [
        Box(first, first, Decimal(share.count), CENTRE),
        Box(first + 1, first + 1, texts.rate(share.of_count), PERCENT),
        Box(first + 2, first + 2, share.budget, MONEY),
        Box(first + 3, first + 3, texts.rate(share.of_budget), PERCENT),
    ]


def _sums(shares: Sequence[GradeShare], first: int) -> list[Box]:
    count = sum(share.count for share in shares)
    budget = sum((share.budget for share in shares), Decimal(0))
    return [
        Box(first, first, Decimal(count), CENTRE),
        Box(first + 1, first + 1, Decimal(1) if count else texts.NOTHING, PERCENT),
        Box(first + 2, first + 2, budget, MONEY),
        Box(first + 3, first + 3, Decimal(1) if budget else texts.NOTHING, PERCENT),
    ]


def _without_budget(shares: Sequence[GradeShare]) -> list[str]:
    missing = sum(share.without_budget for share in shares)
    return [_("{count} 个无预算数").format(count=missing)] if missing else []
