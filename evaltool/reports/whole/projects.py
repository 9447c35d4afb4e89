"""所属项目: each project with its money, score and grade, and the figure that stands for the department."""

from __future__ import annotations

from evaltool.language import N_, _
from evaltool.reports import texts, titles
from evaltool.reports.form_parts import SIDE, side
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.reports.whole.columns import (
    ACTUAL,
    GOAL,
    LEVEL1,
    LEVEL2,
    NAME,
    POINT,
    REASON,
    SCORE,
    TARGET,
)
from evaltool.sheets.looks import BODY, CENTRE, HEAD, MONEY, PERCENT, POINTS, TOTAL
from evaltool.wording import term
from scoring.model import Subject
from scoring.scores import DepartmentScore

HEADINGS: Columns = (
    (GOAL, LEVEL2, N_("项目名称（金额单位：万元）")),
    (NAME, NAME, N_("预算数")),
    (TARGET, ACTUAL, N_("执行数")),
    (POINT, POINT, N_("执行率")),
    (SCORE, SCORE, N_("得分")),
    (REASON, REASON, N_("等级")),
)


def write(sheet: Sheet, score: DepartmentScore, *, listed: bool) -> None:
    """Write a line per project in the order of the document, then the headline under its own name.

    Not `listed`, the headline stands alone.
    """
    if listed:
        _projects(sheet, score)
    _headline(sheet, score)


def _projects(sheet: Sheet, score: DepartmentScore) -> None:
    first = sheet.add(*(Box(start, end, _(heading), HEAD) for start, end, heading in HEADINGS))
    if not score.projects:
        sheet.add(Box(GOAL, REASON, _("本部门没有项目"), CENTRE))
    for project in score.projects:
        execution = project.execution
        at = sheet.add(
            Box(GOAL, LEVEL2, titles.coded(project.name, project.code)),
            Box(NAME, NAME, texts.amount(execution.budget), MONEY),
            Box(TARGET, ACTUAL, texts.amount(execution.spent), MONEY),
            Box(POINT, POINT, texts.rate(execution.rate), PERCENT),
            Box(SCORE, SCORE, texts.total(project.score), POINTS),
            Box(REASON, REASON, texts.grade_of(project.score, project.grade), CENTRE),
        )
        sheet.note(Subject(project.code, field="total"), at, SCORE)
    side(sheet, first, _("所属项目"))


def _headline(sheet: Sheet, score: DepartmentScore) -> None:
    """The figure that the rulebook names as the department's: never more than what its name says."""
    method = score.methods[score.headline]
    at = sheet.add(
        Box(SIDE, LEVEL1, _("评分规则采用的部门得分"), HEAD),
        Box(LEVEL2, NAME, term(method.code), CENTRE),
        Box(TARGET, POINT, term(f"{method.code}.what"), BODY),
        Box(SCORE, SCORE, texts.figure(method.score), TOTAL),
        Box(REASON, REASON, texts.grade_of(method.score, method.grade), CENTRE),
        least=30,
    )
    sheet.note(Subject(field="total"), at, SCORE)
    sheet.note(Subject(field=f"method:{method.code}"), at, SCORE)
