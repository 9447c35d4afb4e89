"""项目支出绩效自评表: one project in the national form, cell by cell as finance bureaus print it.

The form's columns are those of its indicator block; the blocks above use the same columns, merged. The layout
follows 财预〔2020〕10号 as seen on filled forms.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from evaltool.language import N_, _
from evaltool.reports import texts, titles
from evaltool.reports.form_parts import SIDE, notes, side, signatures, totals
from evaltool.reports.national import funds
from evaltool.reports.national.columns import (
    ACTUAL,
    INDICATOR,
    LEVEL1,
    LEVEL2,
    POINT,
    REASON,
    SCORE,
    TARGET,
    UNITS,
)
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Sheet
from evaltool.reports.summary import levels as level_table
from evaltool.sheets.looks import BODY, CENTRE, HEAD, PERCENT, POINTS, SUBTITLE, TITLE, TOP, TOTAL
from scoring.model import Department, People, Project, ProjectOutcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore, ProjectScore, Score

__all__ = ["UNITS", "write"]

INDICATOR_HEADINGS = (
    N_("一级指标"),
    N_("二级指标"),
    N_("三级指标"),
    N_("年度指标值"),
    N_("实际完成值"),
    N_("分值"),
    N_("得分"),
    N_("偏差原因分析及改进措施"),
)
LEVEL_HEADINGS = (
    (LEVEL1, INDICATOR, N_("一级指标")),
    (TARGET, TARGET, N_("完成率")),
    (ACTUAL, ACTUAL, N_("计入项数")),
    (POINT, POINT, N_("分值")),
    (SCORE, SCORE, N_("得分")),
    (REASON, REASON, N_("得分率")),
)
SIGNED = (SIDE, LEVEL2), (INDICATOR, TARGET), (ACTUAL, POINT), (SCORE, REASON)
"""The columns of each signature."""


def write(sheet: Sheet, card: Scorecard, project: Project, score: ProjectScore) -> None:
    """Write the form and set it up for A4, the headings of the indicators again on every page."""
    dossier = card.dossier
    outcome = card.outcome_of(project.code)
    people = dossier.outcomes.department.people
    _head(sheet, dossier.department, project, people)
    funds.write(sheet, project, outcome.money, score.execution)
    _objective(sheet, project, outcome)
    headings = _indicators(sheet, score)
    totals(sheet, score, _sum, SCORE)
    _levels(sheet, score)
    _notes(sheet, score, outcome, dossier.rulebook)
    signatures(sheet, people, SIGNED)
    sheet.finish(landscape=False, repeat=headings, mark=card.mark)


def _head(sheet: Sheet, department: Department, project: Project, people: People) -> None:
    sheet.line(_("项目支出绩效自评表"), TITLE, least=32)
    sheet.line(titles.year(department.year), SUBTITLE)
    project_code = titles.own_code(project.code, project.name)
    sheet.add(
        Box(SIDE, LEVEL1, _("项目名称"), HEAD),
        Box(LEVEL2, SCORE, project.name),
        Box(REASON, REASON, _("项目编码：{code}").format(code=project_code) if project_code else ""),
        least=24,
    )
    code = titles.own_code(department.code, department.name)
    sheet.add(
        Box(SIDE, LEVEL1, _("主管部门"), HEAD),
        Box(LEVEL2, INDICATOR, people.authority),
        Box(TARGET, TARGET, _("实施单位"), HEAD),
        Box(ACTUAL, SCORE, department.name),
        Box(REASON, REASON, _("单位编码：{code}").format(code=code) if code else ""),
        least=24,
    )


def _objective(sheet: Sheet, project: Project, outcome: ProjectOutcome) -> None:
    first = sheet.add(Box(LEVEL1, TARGET, _("预期目标"), HEAD), Box(ACTUAL, REASON, _("实际完成情况"), HEAD))
    expected = "\n".join(project.objectives)
    sheet.add(Box(LEVEL1, TARGET, expected, TOP), Box(ACTUAL, REASON, outcome.achieved, TOP), least=60)
    side(sheet, first, _("年度总体目标"))


def _indicators(sheet: Sheet, score: ProjectScore) -> int:
    """Write the block of indicators; gives the row of its headings."""
    headings = sheet.add(
        Box(SIDE, SIDE, "", HEAD),
        *(Box(column, column, _(text), HEAD) for column, text in enumerate(INDICATOR_HEADINGS, LEVEL1)),
    )
    first = sheet.row
    for level1, of_level1 in groupby(score.indicators, key=lambda line: line.indicator.level1):
        top = sheet.row
        for level2, of_level2 in groupby(of_level1, key=lambda line: line.indicator.level2):
            start = sheet.row
            for line in of_level2:
                _indicator(sheet, line)
            sheet.span(start, Box(LEVEL2, LEVEL2, level2, CENTRE))
        sheet.span(top, Box(LEVEL1, LEVEL1, level1, CENTRE))
    if sheet.row > first:
        side(sheet, first, _("绩效指标"))
    return headings


def _indicator(sheet: Sheet, line: IndicatorScore) -> None:
    row = sheet.add(
        Box(INDICATOR, INDICATOR, line.indicator.name),
        Box(TARGET, TARGET, texts.target(line), CENTRE),
        Box(ACTUAL, ACTUAL, texts.actual(line), CENTRE),
        Box(POINT, POINT, texts.weight(line), POINTS),
        Box(SCORE, SCORE, texts.points(line.score, line.status), POINTS),
        Box(REASON, REASON, texts.reasons(line)),
        least=30,
    )
    sheet.note(Subject(line.indicator.key.project, line.indicator.key, "score"), row, SCORE)


def _sum(sheet: Sheet, label: str, available: Decimal, score: Score | None, remark: str) -> int:
    return sheet.add(
        Box(SIDE, ACTUAL, label, HEAD),
        Box(POINT, POINT, available, TOTAL),
        Box(SCORE, SCORE, texts.total(score), TOTAL),
        Box(REASON, REASON, remark, CENTRE),
        least=24,
    )


def _levels(sheet: Sheet, score: ProjectScore) -> None:
    """What each first level earned and how far it was attained; no part of the national form, so below it."""
    levels = [level for level in score.levels if not level.level2]
    if not levels or score.score is None:
        return
    first = sheet.add(*(Box(start, end, _(text), HEAD) for start, end, text in LEVEL_HEADINGS))
    for level in levels:
        available, earned, ratio, attained, counted = level_table.figures(level)
        sheet.add(
            Box(LEVEL1, INDICATOR, level.level1, BODY),
            Box(TARGET, TARGET, attained, PERCENT),
            Box(ACTUAL, ACTUAL, counted, CENTRE),
            Box(POINT, POINT, available, POINTS),
            Box(SCORE, SCORE, earned, POINTS),
            Box(REASON, REASON, ratio, PERCENT),
        )
    side(sheet, first, _("各级得分"))


def _notes(sheet: Sheet, score: ProjectScore, outcome: ProjectOutcome, rulebook: Rulebook) -> None:
    first = sheet.add(Box(LEVEL1, REASON, notes(score, outcome, rulebook)), least=64)
    side(sheet, first, _("评分说明"))
    sheet.line(titles.rulebook(rulebook))
