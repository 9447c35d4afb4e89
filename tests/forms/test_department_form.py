from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from filling import Compared, evaluated, shown
from form_cases import RULEBOOKS, achieved, drawing, target
from formula_evaluator import ROUNDS

from evaltool.forms import identity
from evaltool.forms.layout import Column
from evaltool.forms.write import Part, form
from evaltool.formulas.columns import at
from scoring.evaluate import evaluate
from scoring.model import (
    OVERALL,
    Completion,
    Department,
    DepartmentOutcome,
    Dossier,
    Indicator,
    Key,
    Objective,
    Outcomes,
    People,
)
from scoring.rulebook import Rulebook
from scoring.scores import OWN_OBJECTIVES, Score, Status

Parts = tuple[Dossier, Dossier]


def drawn(seed: int, rulebook: Rulebook) -> Parts:
    """A department with two objectives and clauses in the overall one, blank and filled."""
    draw = drawing(seed)
    clauses: list[tuple[Indicator, ...]] = []
    outcomes: dict[Key, Any] = {}
    for title in (OVERALL, "（一）甲", "（二）乙"):
        keys = [Key("", title, "", "", f"内容{number}") for number in range(draw.randint(1, 4))]
        clauses.append(tuple(Indicator(key, target(draw)) for key in keys))
        outcomes |= {one.key: achieved(draw, one.target, Decimal("11.25")) for one in clauses[-1]}
    objectives = tuple(
        Objective(t, "", c) for t, c in zip(("（一）甲", "（二）乙"), clauses[1:], strict=True)
    )
    department = Department("131001", "某单位", 2024, "总体", clauses[0], objectives)
    amounts = [draw.choice([None, *[Decimal(draw.randint(1, 99999)).scaleb(-2)] * 5]) for _ in range(4)]
    whole = DepartmentOutcome(
        *amounts, completion=draw.choice(list(Completion)), people=People(preparer="甲")
    )
    blank = Dossier(department, rulebook)
    return blank, replace(blank, outcomes=Outcomes(outcomes, department=whole))


@pytest.mark.parametrize("number", range(len(RULEBOOKS)))
def test_the_department_s_own_sheet_says_what_scoring_says(number: int) -> None:
    for seed in range(6):
        blank, filled = drawn(100 * number + seed, RULEBOOKS[number])
        book = openpyxl.load_workbook(BytesIO(form(blank, evaluate(blank), Part((), own=True))[0]))
        said = identity.read_rows(book[identity.SHEET].iter_rows(values_only=True))
        title = said.sheets[0][0]
        targets = {one.key: one.target for one in blank.department.own_indicators()}
        for fill in said.fills:
            book[title][fill.cell].value = shown(filled, fill, targets)
        where = {fill.subject.indicator: book[title][fill.cell].row for fill in said.fills}
        money = next(book[title][f.cell].row for f in said.fills if f.subject.field == "basic_budget") - 1
        total = next(cell.row for (cell,) in book[title].iter_rows(max_col=1) if cell.value == "总分")
        method = evaluate(filled).methods[OWN_OBJECTIVES]
        for rounding in ROUNDS:
            value, found = evaluated(book, title, rounding), Compared()
            for line in method.lines:
                dropped = line.status is Status.NOT_APPLICABLE
                found.line(line.target, value, where[line.indicator.key], None if dropped else line.score)
            if method.execution is not None:
                found.cell("execution", value(at(Column.SCORE, money)), method.execution.score.value)
            whole: Score | None = method.score
            if not found.beyond:
                found.line("total", value, total, whole)
            assert not found.differing
            assert found.agreeing
