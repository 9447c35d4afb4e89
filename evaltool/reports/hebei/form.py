"""项目支出绩效自评表 in the Hebei form: four sections as 成安县 prints them, then how it was scored.

The form's three columns of scores are computed so that a reviewer's calculator gives them again: 得分 (out
of 100) × 权重占比 = 折算得分, and the column of 折算得分 adds up to the total.
"""

from __future__ import annotations

from decimal import Decimal

from evaltool.language import _
from evaltool.reports import texts, titles
from evaltool.reports.form_parts import SIDE, notes, side, signatures, totals
from evaltool.reports.hebei import funds, lines
from evaltool.reports.hebei.columns import (
    ACTUAL,
    DONE,
    FIGURE,
    INDICATOR,
    LEVEL1,
    LEVEL2,
    OF_HUNDRED,
    POINT,
    REASON,
    SCORE,
    SHARE,
    SIGN,
    SUM,
    UNIT,
    UNITS,
)
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Sheet, Value
from evaltool.sheets.looks import CENTRE, HEAD, SUBTITLE, TITLE, TOP
from scoring.model import Department, People, Project, ProjectOutcome
from scoring.rulebook import Rulebook
from scoring.rules import round_half_up
from scoring.scores import LevelScore, ProjectScore, Score, Status

__all__ = ["UNITS", "write"]

SIGNED = (SIDE, INDICATOR), (POINT, UNIT), (ACTUAL, SHARE), (SCORE, REASON)
"""The columns of each signature."""


def write(sheet: Sheet, card: Scorecard, project: Project, score: ProjectScore) -> None:
    """Write the form and set it up for A4 landscape, the columns' headings again on every page."""
    dossier = card.dossier
    outcome = card.outcome_of(project.code)
    people = dossier.outcomes.department.people
    _head(sheet, dossier.department, project, people)
    funds.write(sheet, project, outcome.money, score.execution)
    _objective(sheet, project, outcome, score)
    headings = lines.headings(sheet)
    top = sheet.row
    lines.write(sheet, score)
    lines.execution(sheet, score.code, score.execution, outcome.execution_reason)
    totals(sheet, score, _sum, SCORE)
    side(sheet, top, _("四、年度绩效指标完成情况"))
    _notes(sheet, score, outcome, dossier.rulebook)
    signatures(sheet, people, SIGNED)
    sheet.finish(landscape=True, repeat=headings, heads=2, mark=card.mark)


def _head(sheet: Sheet, department: Department, project: Project, people: People) -> None:
    sheet.line(_("项目支出绩效自评表"), TITLE, least=32)
    sheet.line(titles.year(department.year), SUBTITLE)
    first = sheet.add(
        Box(LEVEL1, LEVEL2, _("项目名称"), HEAD),
        Box(INDICATOR, UNIT, project.name),
        Box(ACTUAL, ACTUAL, _("项目编码"), HEAD),
        Box(DONE, REASON, titles.own_code(project.code, project.name)),
        least=24,
    )
    sheet.add(
        Box(LEVEL1, LEVEL2, _("实施（主管）单位"), HEAD),
        Box(INDICATOR, UNIT, department.name),
        Box(ACTUAL, ACTUAL, _("单位编码"), HEAD),
        Box(DONE, REASON, titles.own_code(department.code, department.name)),
        least=24,
    )
    sheet.add(
        Box(LEVEL1, LEVEL2, _("主管部门"), HEAD),
        Box(INDICATOR, UNIT, people.authority),
        Box(ACTUAL, ACTUAL, _("是否为专项资金"), HEAD),
        Box(DONE, SHARE, ""),
        Box(SCORE, SCORE, _("金额单位"), HEAD),
        Box(REASON, REASON, _("万元"), CENTRE),
        least=24,
    )
    side(sheet, first, _("一、基本情况"))


def _objective(sheet: Sheet, project: Project, outcome: ProjectOutcome, score: ProjectScore) -> None:
    first = sheet.add(
        Box(LEVEL1, UNIT, _("年度预期目标"), HEAD),
        Box(ACTUAL, SCORE, _("具体完成情况"), HEAD),
        Box(REASON, REASON, _("总体完成率（%）"), HEAD),
    )
    sheet.add(
        Box(LEVEL1, UNIT, "\n".join(project.objectives), TOP),
        Box(ACTUAL, SCORE, outcome.achieved, TOP),
        Box(REASON, REASON, _completion(score), FIGURE),
        least=60,
    )
    side(sheet, first, _("三、目标完成情况"))


def _completion(score: ProjectScore) -> Value:
    """总体完成率 in percent: the attainments of the lines by their points; — while one is open."""
    counted = [line for line in score.indicators if line.status is not Status.NOT_APPLICABLE]
    if score.score is None or any(line.status is not Status.SCORED for line in counted):
        return texts.NOTHING
    attained = LevelScore.of("", "", counted).attainment
    return texts.NOTHING if attained is None else round_half_up(attained * 100, 2)


def _sum(sheet: Sheet, label: str, available: Decimal, score: Score | None, remark: str) -> int:
    return sheet.add(
        Box(LEVEL1, INDICATOR, label, HEAD),
        Box(POINT, POINT, available, SUM),
        Box(SIGN, OF_HUNDRED, "", HEAD),
        Box(SHARE, SHARE, available, SUM),
        Box(SCORE, SCORE, texts.total(score), SUM),
        Box(REASON, REASON, remark, CENTRE),
        least=24,
    )


def _notes(sheet: Sheet, score: ProjectScore, outcome: ProjectOutcome, rulebook: Rulebook) -> None:
    said = [notes(score, outcome, rulebook), _("单项指标得分（百分制）× 权重占比 = 单项指标折算得分")]
    said.append(_("完成率按分值加权，单项超过 100% 的按 100% 计；没有完成率的指标不计入"))
    if any("sense" in line.indicator.target.inferred for line in score.indicators):
        said.append(_("带括号的符号，原文没有写明，按指标类别和名称推定"))
    first = sheet.add(Box(LEVEL1, REASON, "\n".join(said)), least=64)
    side(sheet, first, _("评分说明"))
    sheet.line(titles.rulebook(rulebook))
