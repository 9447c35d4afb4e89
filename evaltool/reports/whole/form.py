"""部门（单位）整体支出绩效自评表, as finance bureaus print it: objectives, money, clauses, projects.

The form's columns are those of its clauses; the blocks around them use the same columns, merged. Its total is
that of the department's own objectives. The figure over its projects stands under its own name, because no
national text derives a department's score from them.
"""

from __future__ import annotations

from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.form_parts import SIDE, side, signatures
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Sheet
from evaltool.reports.whole import clauses, money, objectives, projects
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
    UNITS,
)
from evaltool.sheets.looks import CENTRE, HEAD, SUBTITLE, TITLE
from evaltool.wording import say, term
from scoring.model import OVERALL, Department, People
from scoring.scores import OWN_OBJECTIVES, DepartmentScore, Method

__all__ = ["UNITS", "in_force", "notes", "write"]

SIGNED = (SIDE, LEVEL2), (NAME, TARGET), (ACTUAL, POINT), (SCORE, REASON)
"""The columns of each signature."""


def write(sheet: Sheet, card: Scorecard, *, listed: bool = True) -> None:
    """Write the form and set it up for A4, the headings of the clauses again on every page.

    Its projects are `listed` but in a template, where only one row repeats.
    """
    score, outcome = card.score, card.dossier.outcomes.department
    method = in_force(score)
    _head(sheet, card.department, outcome.people)
    money.write(sheet, outcome, method)
    objectives.write(sheet, card.department, outcome.achieved, method)
    headings = clauses.write(sheet, method)
    projects.write(sheet, score, listed=listed)
    _notes(sheet, card, method)
    signatures(sheet, outcome.people, SIGNED)
    sheet.finish(landscape=False, repeat=headings, mark=card.mark)


def in_force(score: DepartmentScore) -> Method:
    """How the clauses are weighed: as the rulebook's headline does, else as the own objectives."""
    headline = score.methods[score.headline]
    return headline if headline.lines else score.methods[OWN_OBJECTIVES]


def _head(sheet: Sheet, department: Department, people: People) -> None:
    sheet.line(_("部门（单位）整体支出绩效自评表"), TITLE, least=32)
    sheet.line(titles.year(department.year), SUBTITLE)
    sheet.add(
        Box(SIDE, GOAL, _("部门（单位）名称"), HEAD),
        Box(LEVEL1, REASON, titles.coded(department.name, department.code)),
        least=24,
    )
    sheet.add(
        Box(SIDE, GOAL, _("主管部门"), HEAD),
        Box(LEVEL1, TARGET, people.authority),
        Box(ACTUAL, ACTUAL, _("年度"), HEAD),
        Box(POINT, REASON, str(department.year or ""), CENTRE),
        least=24,
    )


def _notes(sheet: Sheet, card: Scorecard, method: Method) -> None:
    first = sheet.add(Box(GOAL, REASON, notes(card, method)), least=60)
    side(sheet, first, _("评分说明"))
    sheet.line(titles.rulebook(card.rulebook))


def notes(card: Scorecard, method: Method) -> str:
    """How each figure came about, and what was declared but is not scored: a sentence a line."""
    said = _told(method)
    headline = card.score.methods[card.score.headline]
    if headline is not method:
        said += _told(headline)
    if method.execution is not None:
        said += [say(step) for step in method.execution.working]
    beside = len(card.department.objective_indicators)
    if beside and not any(line.indicator.key.objective == OVERALL for line in method.lines):
        said.append(_("总体绩效目标中的 {count} 项内容与分项目标互为印证，不重复计分").format(count=beside))
    return "\n".join(said)


def _told(method: Method) -> list[str]:
    words = _("{method}：{how}")
    return [words.format(method=term(method.code), how=say(step)) for step in method.working]
