"""年度绩效目标: the overall objective and each numbered one, as expected and as achieved."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.form_parts import side
from evaltool.reports.own_methods import goals
from evaltool.reports.sheet import Box, Columns, Sheet, Value
from evaltool.reports.whole.columns import ACTUAL, GOAL, LEVEL1, LEVEL2, POINT, REASON
from evaltool.sheets.looks import BODY, CENTRE, HEAD, POINTS, TOP
from scoring.model import OVERALL, Department
from scoring.scores import ZERO, Method

HEADINGS: Columns = (
    (GOAL, GOAL, N_("目标")),
    (LEVEL1, LEVEL1, N_("分值")),
    (LEVEL2, ACTUAL, N_("预期目标")),
    (POINT, REASON, N_("实际完成情况")),
)


def write(sheet: Sheet, department: Department, achieved: Mapping[str, str], method: Method) -> None:
    """Write the block; an objective's points are those of its clauses, — where none of them is scored."""
    first = sheet.add(*(Box(start, end, _(heading), HEAD) for start, end, heading in HEADINGS))
    points = points_of_goals(method)
    if not department.objective and not department.objectives:
        sheet.add(Box(GOAL, REASON, _("本部门没有申报绩效目标"), CENTRE))
    if department.objective or OVERALL in points:
        _row(sheet, _("年度总体目标"), department.objective, achieved.get(OVERALL, ""), points.get(OVERALL))
    for one in department.objectives:
        _row(sheet, one.title, one.text, achieved.get(one.title, ""), points.get(one.title))
    side(sheet, first, _("年度绩效目标"))


def points_of_goals(method: Method) -> Mapping[str, Decimal]:
    """What each objective counts in the total by this method: its ratio, or its clauses' points together."""
    found = {goal.title: goal.points for goal in goals(method)}
    if found:
        return found
    for line in method.lines:
        title = line.indicator.key.objective
        found[title] = found.get(title, ZERO) + (line.weight or ZERO)
    return found


def _row(sheet: Sheet, title: str, expected: str, achieved: str, points: Value) -> None:
    # Some documents give an objective no other text than its heading.
    sheet.add(
        Box(GOAL, GOAL, title if expected else texts.NOTHING, BODY if expected else CENTRE),
        Box(LEVEL1, LEVEL1, points or texts.NOTHING, POINTS),
        Box(LEVEL2, ACTUAL, expected or title, TOP if expected else BODY),
        Box(POINT, REASON, achieved, TOP),
        least=30,
    )
