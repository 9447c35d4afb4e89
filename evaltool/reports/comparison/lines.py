"""Every line of the department: its target, what was achieved, and what became of its points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.comparison.pages import Pages
from evaltool.reports.sheet import Box, Sheet, Value
from evaltool.sheets.looks import BAND, CENTRE, HEAD, PERCENT, POINTS, SECTION
from evaltool.wording.reaching import reached
from scoring.compared import reach
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore

HEADINGS = (
    (5, 6, N_("年度指标值")),
    (7, 8, N_("实际完成值")),
    (9, 9, N_("完成率")),
    (10, 10, N_("分值")),
    (11, 11, N_("得分")),
    (12, 12, N_("失分")),
)

HELD = 3
"""Rows that stay on the page of the headings above them."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with its number on the sheet, by which the pictures name it."""

    number: int
    line: IndicatorScore


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a project, or of the department itself (no `code`)."""

    code: str
    name: str
    lines: tuple[Numbered, ...]
    execution: ExecutionScore | None

    @property
    def parts(self) -> tuple[Numbered | ExecutionScore, ...]:
        """All that has points of its own."""
        return (*self.lines, *([self.execution] if self.execution else []))


def groups(score: DepartmentScore) -> Iterator[Group]:
    """The projects in their order, then the department's own clauses where it has any."""
    number = 1
    parts = [(one.code, one.name, one.indicators, one.execution) for one in score.projects]
    own = ("", _("部门自身绩效目标"), score.objectives, score.execution)
    for code, name, lines, execution in (*parts, own):
        if lines or code:
            numbered = tuple(Numbered(place, line) for place, line in enumerate(lines, number))
            number += len(lines)
            yield Group(code, name, numbered, execution)


def write(sheet: Sheet, score: DepartmentScore, pages: Pages) -> None:
    """Write a table for each project and one for the department's own clauses."""
    first = sheet.row
    sheet.gap()
    sheet.line(_("各项指标的目标与完成情况"), SECTION)
    for group in groups(score):
        _headings(sheet, group)
        for position, part in enumerate(group.parts):
            if position >= HELD and pages.is_new():
                first = sheet.row
                _headings(sheet, group)
            if isinstance(part, Numbered):
                _indicator(sheet, part)
            else:
                _money(sheet, part)
            pages.keep(first)
            if position >= HELD - 1:
                first = sheet.row
        first = sheet.row


def _headings(sheet: Sheet, group: Group) -> None:
    headings = (Box(start, end, _(text), HEAD) for start, end, text in HEADINGS)
    sheet.add(Box(1, 4, group.name, BAND), *headings)


def _indicator(sheet: Sheet, one: Numbered) -> None:
    line = one.line
    _row(
        sheet,
        (Decimal(one.number), line.indicator.level2 or line.indicator.key.objective, line.indicator.name),
        (texts.target(line), texts.actual(line), attained(line)),
        (texts.weight(line), texts.points(line.score, line.status), line.lost),
    )


def _money(sheet: Sheet, execution: ExecutionScore) -> None:
    _row(
        sheet,
        (None, "", _("预算执行率")),
        (texts.money(execution.budget), texts.money(execution.spent), attained(execution)),
        (texts.execution_weight(execution), texts.points(execution.score, execution.status), execution.lost),
    )


def attained(line: IndicatorScore | ExecutionScore) -> Value:
    """How far a target was reached, or in words why that is no percentage."""
    found = reach(line)
    return reached(found.kind) or texts.rate(found.ratio)


def _row(
    sheet: Sheet,
    what: tuple[Value, str, str],
    figures: tuple[str, str, Value],
    points: tuple[Value, Value, Decimal | None],
) -> None:
    number, level2, name = what
    target, actual, attainment = figures
    weight, score, lost = points
    sheet.add(
        Box(1, 1, number, CENTRE),
        Box(2, 2, level2),
        Box(3, 4, name),
        Box(5, 6, target, CENTRE),
        Box(7, 8, actual, CENTRE),
        Box(9, 9, attainment, PERCENT),
        Box(10, 10, weight, POINTS),
        Box(11, 11, score, POINTS),
        Box(12, 12, texts.amount(lost), POINTS),
    )
