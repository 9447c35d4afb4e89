"""The department's own sheet: the clauses of its objectives, its money, and what became of each objective."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.forms import prefill
from evaltool.forms.foot import fill_text, write_head, write_people, write_total
from evaltool.forms.layout import COLUMNS, Column
from evaltool.forms.line_block import headings, write_lines
from evaltool.forms.money_block import department_money
from evaltool.forms.page import Page
from evaltool.forms.project_sheet import Beyond, beyond_of
from evaltool.formulas.columns import at
from evaltool.formulas.total_formulas import Block
from evaltool.language import _
from scoring.department.goals import execution_of
from scoring.model import OVERALL, Dossier, Subject
from scoring.scores import OWN_OBJECTIVES, DepartmentScore, IndicatorScore
from scoring.weighting import HUNDRED


def write_department(page: Page, dossier: Dossier, score: DepartmentScore) -> Beyond:
    """Write the sheet; gives what its formulas cannot say."""
    department, rulebook = dossier.department, dossier.rulebook
    outcome = dossier.outcomes.department
    write_head(page, dossier, _("部门（单位）自身目标填报表"), _("部门整体"))
    headings(page)
    method = score.methods[OWN_OBJECTIVES]
    scores = {line.indicator.key: line for line in method.lines}
    # Those that count stand together: either the overall objective's or the numbered ones'.
    own = sorted(department.own_indicators(), key=lambda one: one.key not in scores)
    lines = write_lines(page, own, scores, dossier, points_move=False)
    execution = execution_of(dossier, HUNDRED - rulebook.department.own_points.value)[0]
    money, formulas = department_money(page, outcome, execution, rulebook)
    last = lines.first + len(scores) - 1 if scores else lines.last
    weights = [line.weight for line in method.lines if line.weight is not None]
    block = Block(COLUMNS, lines.first, last, weights, formulas.execution)
    beyond = write_total(
        page,
        block,
        rulebook,
        is_settled=bool(scores),
        missing=_missing(block, money, method.lines) if scores else "",
    )
    texts = [(OVERALL, department.objective), *((one.title, one.text) for one in department.objectives)]
    for title, text in texts:
        field = f"achieved:{title}"
        said = f"{title}\n{text}" if text else title
        fill_text(page, _("绩效目标"), said, Subject(field=field), prefill.of_department(outcome, field))
    write_people(page, dossier)
    page.finish()
    return beyond_of(lines, beyond or formulas.beyond)


def _missing(block: Block, money: int, lines: Sequence[IndicatorScore]) -> str:
    """Whether too little is there for a total: no actual at all, or not the department's money."""
    nothing = f"COUNTA({block.of(Column.ACTUAL)})+COUNTA({block.of(Column.BAND)})=0"
    if any(line.override is not None for line in lines):
        nothing = "FALSE()"
    if not block.execution.weight:
        return nothing
    amounts = (at(Column.SCALED, money), at(Column.LOW, money))
    return f'OR({nothing},{amounts[0]}="",{amounts[1]}="")'
