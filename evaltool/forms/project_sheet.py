"""A project's sheet: its indicators, its money, its total, what became of its objective, and the people."""

from __future__ import annotations

from collections.abc import Mapping

from evaltool.forms import prefill
from evaltool.forms.foot import fill_text, write_head, write_people, write_total
from evaltool.forms.layout import COLUMNS
from evaltool.forms.line_block import Lines, headings, write_lines
from evaltool.forms.money_block import project_money
from evaltool.forms.page import Page
from evaltool.formulas.total_formulas import Block
from evaltool.language import _
from scoring.evaluate import NOT_APPLICABLE, UNSETTLED
from scoring.model import Dossier, Key, Project, ProjectOutcome, Subject
from scoring.scores import ProjectScore

Beyond = Mapping[Key | None, str]
"""What no formula says: the clause by indicator, None for the execution rate or the total."""


def write_project(
    page: Page, dossier: Dossier, project: Project, score: ProjectScore, *, with_people: bool
) -> Beyond:
    """Write the sheet; gives what its formulas cannot say."""
    rulebook = dossier.rulebook
    outcome = dossier.outcomes.projects.get(project.code, ProjectOutcome())
    name = _("{name}（{code}）").format(name=project.name, code=project.code)
    write_head(page, dossier, _("项目支出绩效自评填报表"), name)
    headings(page)
    scores = {line.indicator.key: line for line in score.indicators}
    points_move = rulebook.weights.not_applicable.value == "within_level"
    lines = write_lines(page, project.indicators, scores, dossier, points_move=points_move)
    formulas = project_money(page, project, outcome, score.execution, rulebook)
    weights = [line.weight for line in score.indicators if line.weight is not None]
    block = Block(COLUMNS, lines.first, lines.last, weights, formulas.execution)
    codes = {step.code for step in score.working}
    is_settled, applies = UNSETTLED not in codes, NOT_APPLICABLE not in codes
    beyond = write_total(page, block, rulebook, is_settled=is_settled, applies=applies)
    fill_text(
        page,
        _("年度总体目标"),
        "\n".join(project.objectives),
        Subject(project.code, field="achieved"),
        prefill.of_project(outcome, "achieved"),
    )
    if with_people:
        write_people(page, dossier)
    page.finish()
    return beyond_of(lines, beyond or formulas.beyond)


def beyond_of(lines: Lines, whole: str) -> Beyond:
    """What no formula says on a sheet: of its lines, and of the `whole`."""
    beyond: dict[Key | None, str] = {**lines.beyond}
    if whole:
        beyond[None] = whole
    return beyond
