"""A form filled as a person would, and what its formulas should then say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
from form_cases import Case
from formula_evaluator import Sheet
from openpyxl.workbook import Workbook

from evaltool.forms import identity, prefill
from evaltool.forms.identity import Identity
from evaltool.forms.layout import Column
from evaltool.forms.write import Part, form
from evaltool.formulas.columns import at
from evaltool.formulas.words import BEYOND
from scoring.evaluate import evaluate
from scoring.model import Dossier, Outcome, ProjectOutcome
from scoring.scores import Score, Status

Filled = tuple[Workbook, Identity]


def sent(dossier: Dossier) -> bytes:
    """The form of the one project."""
    return form(dossier, evaluate(dossier), Part(("P1",)))[0]


def filled(case: Case) -> Filled:
    """The form that went out blank, with everything typed into it."""
    book = openpyxl.load_workbook(BytesIO(sent(case.blank)))
    said = identity.read_rows(book[identity.SHEET].iter_rows(values_only=True))
    targets = {one.key: one.target for one in case.filled.department.indicators()}
    for fill in said.fills:
        cell = book[fill.sheet][fill.cell]
        cell.value = shown(case.filled, fill, targets)
    return book, said


def shown(dossier: Dossier, fill: identity.Fill, targets: dict[Any, Any]) -> Any:
    subject, outcomes = fill.subject, dossier.outcomes
    if subject.indicator is not None:
        outcome = outcomes.indicators.get(subject.indicator, Outcome())
        target = outcome.adjusted.target if outcome.adjusted else targets[subject.indicator]
        return prefill.of_indicator(outcome, subject.field, target)
    if subject.project:
        return prefill.of_project(outcomes.projects.get(subject.project, ProjectOutcome()), subject.field)
    return prefill.of_department(outcomes.department, subject.field)


def rows(book: Workbook, said: Identity) -> dict[str, int]:
    """The row of each indicator by its key's ordinal, of the money and of the totals."""
    sheet = book[said.sheets[0][0]]
    found: dict[Any, int] = {
        fill.subject.indicator: sheet[fill.cell].row for fill in said.fills if fill.subject.indicator
    }
    first = next(fill for fill in said.fills if fill.subject.field == "money.adjusted.total")
    found["money"] = sheet[first.cell].row
    found["total"] = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == "总分")
    return found


def evaluated(book: Workbook, title: str, rounding: Callable[[float, float], float]) -> Callable[[str], Any]:
    """Each cell's value, by the evaluator."""
    sheet = book[title]
    cells = {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
    return Sheet(cells, rounding).value


@dataclass
class Compared:
    """How many cells agree with scoring, how many are left to the program, and which say otherwise."""

    agreeing: int = 0
    beyond: int = 0
    differing: list[Any] = field(default_factory=list)

    def cell(self, about: Any, got: Any, expected: Decimal | None) -> None:
        """A score's cell: the very double that is nearest to the expected figure, or no number at all."""
        is_same = not is_figure(got) if expected is None else is_figure(got) and got == float(expected)
        if is_same:
            self.agreeing += 1
        else:
            self.differing.append((about, got, expected))

    def line(self, about: Any, value: Callable[[str], Any], row: int, score: Score | None) -> None:
        """A score, the least and the most still possible; nothing to compare where the program is named."""
        got = value(at(Column.SCORE, row))
        if got == BEYOND:
            self.beyond += 1
            return
        self.cell(about, got, score.value if score else None)
        if score:
            self.cell((about, "low"), value(at(Column.LOW, row)), score.low)
            self.cell((about, "high"), value(at(Column.HIGH, row)), score.high)


def is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def compared(case: Case, where: dict[Any, int], value: Callable[[str], Any]) -> Compared:
    """What a form's cells say beside what scoring says of the same figures."""
    score = evaluate(case.filled).projects[0]
    found = Compared()
    for line in score.indicators:
        about = (line.target, line.outcome, line.weight, line.rule)
        dropped = line.status is Status.NOT_APPLICABLE
        found.line(about, value, where[line.indicator.key], None if dropped else line.score)
    money = where["money"]
    got = value(at(Column.SCORE, money))
    if got == BEYOND:
        found.beyond += 1
    else:
        found.cell("execution", got, score.execution.score.value)
    if not found.beyond:
        found.line("total", value, where["total"], score.score)
    return found
