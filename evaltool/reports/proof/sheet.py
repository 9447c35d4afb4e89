"""复算: one sheet on which a reviewer sees every score computed again, beside the one in the form.

Inputs are values, every score is a live formula, and a cell says whether the form agrees. Nothing is copied:
where a spreadsheet's 15 digits are too few, the row says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from evaltool.formulas.columns import at
from evaltool.language import N_, _
from evaltool.reports import titles
from evaltool.reports.proof import amounts, goals, means, money
from evaltool.reports.proof.checks import AGREES, DIFFERS, EXACT, UNPROVED, Printed
from evaltool.reports.proof.columns import CHECK, HEADINGS, UNITS
from evaltool.reports.proof.indicators import write_computed, write_lines
from evaltool.reports.proof.means import Total
from evaltool.reports.proof.rows import Writer
from evaltool.reports.proof.totals import Parts, Whole, write_score, write_total
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Formula, Sheet
from evaltool.sheets.looks import BAND, HEAD, SUBTITLE, TITLE, TOTAL
from evaltool.wording import term
from scoring.evaluate import NOT_APPLICABLE, UNSETTLED
from scoring.model import Project, Subject
from scoring.scores import OWN_OBJECTIVES, IndicatorScore, ProjectScore
from scoring.weighting import HUNDRED

__all__ = ["UNITS", "write"]

HOW = N_(
    "每个得分由本表的公式按评分规则重新计算，与表中得分逐项核对；改动表中得分或本表的数据，核对结果随之变化。"
)
COUNTED = N_("共 {all} 项，一致 {same} 项，不一致 {other} 项")
COUNTED_TOO = N_("，无法复算 {none} 项")
RED = "C00000"


def write(sheet: Sheet, card: Scorecard, printed: Mapping[Subject, str]) -> None:
    """Write the proof of a department; `printed` are the cells of the forms that hold its scores."""
    writer = Writer(sheet, card.rulebook, Printed(printed))
    sheet.line(_("复算"), TITLE, least=32)
    sheet.line(titles.department(card.score), SUBTITLE)
    sheet.line(titles.rulebook(card.rulebook))
    sheet.line(_(HOW))
    top = sheet.line("", TOTAL, least=24)
    headings = sheet.add(*(Box(first, last, _(heading), HEAD) for first, last, heading in HEADINGS))
    totals = {}
    for project, score in zip(card.department.projects, card.score.projects, strict=True):
        totals[project.code] = _project(writer, card, project, score)
    _department(writer, card, totals)
    _count(sheet, top, headings + 1)
    sheet.finish(landscape=True, repeat=headings, mark=card.mark)


def _project(writer: Writer, card: Scorecard, project: Project, score: ProjectScore) -> Total:
    """Write a project: its money, its lines, its total."""
    outcome = card.outcome_of(project.code)
    writer.sheet.line(titles.coded(project.name, project.code), BAND)
    budget_and_spent = amounts.of_project(project, outcome, score.execution, card.rulebook)
    execution = Subject(project.code, field="execution")
    rate = money.write(writer, budget_and_spent, score.execution, outcome.completion, execution)
    rows = write_lines(writer, score.indicators, _of_project)
    whole = Whole(score.score, _("总分"), score.working, Subject(project.code, field="total"))
    codes = {step.code for step in score.working}
    if UNSETTLED in codes:
        row = write_score(writer, whole, ("0", str(HUNDRED)), EXACT)
    elif score.score is None or NOT_APPLICABLE in codes:
        row = write_score(writer, whole, ("0", "0"), EXACT)
    else:
        row = write_total(writer, Parts(score.indicators, rows, score.execution, rate), whole)
    write_computed(writer, score.indicators)
    return Total(row, rate.budget_row)


def _of_project(line: IndicatorScore) -> Subject:
    return Subject(line.indicator.key.project, line.indicator.key, "score")


def _department(writer: Writer, card: Scorecard, totals: Mapping[str, Total]) -> None:
    """Write the department's own clauses, and every way to its figure."""
    score, outcomes = card.score, card.dossier.outcomes
    own = score.methods[OWN_OBJECTIVES]
    if own.lines and own.execution is not None:
        writer.sheet.line(term(own.code), BAND)
        budget_and_spent = amounts.of_department(outcomes.department, own.execution)
        done, place = outcomes.department.completion, Subject(field="execution")
        rate = money.write(writer, budget_and_spent, own.execution, done, place)
        rows = write_lines(writer, own.lines, _of_project)
        if own.score is None:
            means.cannot(writer, own)
        else:
            whole = Whole(own.score, _("总分"), own.working, means.subject_of(own))
            write_total(writer, Parts(own.lines, rows, own.execution, rate), whole)
        write_computed(writer, own.lines)
    goals.write(writer, card)
    writer.sheet.line(_("部门得分（各口径并列）"), BAND)
    means.write(writer, score.projects, totals, outcomes, score.methods)
    if not own.lines:
        means.cannot(writer, own)


def _count(sheet: Sheet, top: int, first: int) -> None:
    """Say at the top how many checks there are and how they come out, and let a difference stand out."""
    checks = f"{at(CHECK, first)}:{at(CHECK, sheet.row - 1)}"
    same, other, none = (f'COUNTIF({checks},"{_(word)}")' for word in (AGREES, DIFFERS, UNPROVED))
    said = _(COUNTED).format(all=f'"&{same}+{other}+{none}&"', same=f'"&{same}&"', other=f'"&{other}&"')
    further = _(COUNTED_TOO).format(none=f'"&{none}&"')
    sheet.fill(top, Box(1, sheet.columns, Formula(f'"{said}"&IF({none}=0,"","{further}")'), TOTAL))
    red = {"font": Font(color="FFFFFF", bold=True), "fill": PatternFill(bgColor=RED, fill_type="solid")}
    rule = CellIsRule(operator="equal", formula=[f'"{_(DIFFERS)}"'], **red)  # type: ignore[no-untyped-call]
    sheet.worksheet.conditional_formatting.add(checks, rule)
