"""部门汇总: a department on one sheet, for whoever receives its scorecards.

No national text derives a department's score from its projects; so each figure says what it is, and one that
cannot be judged says why.
"""

from __future__ import annotations

from evaltool.language import N_, _
from evaltool.reports import texts, titles
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.reports.summary import doubts, evidence, grades, levels, own_objectives, projects
from evaltool.sheets.looks import BAND, BODY, CENTRE, SUBTITLE, TITLE, TOTAL
from evaltool.wording import term
from scoring.model import Subject
from scoring.scores import DepartmentScore

__all__ = ["UNITS", "write"]

UNITS = (9, 6, 21, 24, 14, 15, 10, 15, 9, 11, 17)
LAST = len(UNITS)

SCORE = 6

FIGURES: Columns = (
    (1, 3, N_("口径")),
    (4, 5, N_("含义")),
    (SCORE, SCORE, N_("得分")),
    (7, 7, N_("等级")),
    (8, LAST, N_("如何得出，或为何无法评定")),
)


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write the summary and set it up for A4 landscape, whose it is on every page."""
    score = card.score
    sheet.line(_("部门绩效自评汇总表"), TITLE, least=32)
    whose = sheet.line(titles.department(score), SUBTITLE)
    sheet.line(titles.rulebook(score.rulebook))
    _figures(sheet, score)
    projects.write(sheet, score, card.open_findings)
    grades.write(sheet, score)
    levels.write(sheet, score)
    own_objectives.write(sheet, card.dossier.outcomes.department, score)
    doubts.write(sheet, card)
    evidence.write(sheet, score)
    sheet.end_pages(repeat=whose)
    sheet.finish(landscape=True, repeat=whose, mark=card.mark)


def _figures(sheet: Sheet, score: DepartmentScore) -> None:
    sheet.table(_("部门得分（各口径并列）"), FIGURES)
    for method in score.methods.values():
        label = term(method.code)
        is_headline = method.code == score.headline
        if is_headline:
            label += "\n" + _("〔评分规则采用〕")
        at = sheet.add(
            Box(1, 3, label, BAND if is_headline else BODY),
            Box(4, 5, term(f"{method.code}.what")),
            Box(SCORE, SCORE, texts.figure(method.score), TOTAL),
            Box(7, 7, texts.grade_of(method.score, method.grade), CENTRE),
            Box(8, LAST, texts.working(method.working)),
        )
        sheet.note(Subject(field=f"method:{method.code}"), at, SCORE)
        if is_headline:
            sheet.note(Subject(field="total"), at, SCORE)
