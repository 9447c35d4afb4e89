"""The rows of the proof: a score computed again, beside the form's, with the cell that compares them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from evaltool.formulas.columns import Cells, at
from evaltool.formulas.exact import DIGITS, FIFTEEN, decimals, literal
from evaltool.language import _
from evaltool.reports.clauses import numbers
from evaltool.reports.proof import checks
from evaltool.reports.proof.checks import EXACT, Check, Printed
from evaltool.reports.proof.columns import (
    ACTUAL,
    CHECK,
    COUNTED,
    HELP,
    HIGH,
    LOW,
    NAME,
    PLACES,
    PRINTED,
    RULE,
    SCALED,
    SCORE,
    SHARE,
    TARGET,
    UNITS,
    WEIGHT,
    WHOLE,
)
from evaltool.reports.sheet import LEAST_ROW, Box, Formula, Sheet, Value
from evaltool.sheets import measure
from evaltool.sheets.looks import CENTRE, POINTS, Look
from evaltool.wording import rule as rule_named
from evaltool.wording import say
from scoring.model import Subject
from scoring.rulebook import Rulebook
from scoring.scores import Score, Step


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: the inputs as values, the rest as formulas, and what the form is to show.

    `words` is what the form shows of the `score`: its figure, or what an open one waits for (`template`).
    """

    name: str
    words: Value
    score: Score | None = None
    template: str = ""
    subject: Subject | None = None
    rule: str = ""
    target: str = ""
    actual: Value = None
    look: Look = CENTRE
    share: Value = None
    weight: Value = None
    text: str = ""
    low: str = ""
    high: str = ""
    scaled: str = ""
    counted: str = ""
    check: Check = EXACT


@dataclass(frozen=True)
class Writer:
    """Writes rows into a sheet; `printed` are the cells of the forms."""

    sheet: Sheet
    rulebook: Rulebook
    printed: Printed

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return numbers(self.rulebook)

    @cached_property
    def _rules(self) -> dict[tuple[str, ...], str]:
        return {}

    def cells(self) -> Cells:
        """The cells of the next row."""
        return PLACES.row(self.sheet.row)

    def row(self, row: Row) -> int:
        """Write a row with a score; gives its number."""
        number = self.sheet.row
        score, printed = at(SCORE, number), at(PRINTED, number)
        row = _kept(row)
        computed, check = self._computed(row, score, printed, at(LOW, number), at(HIGH, number))
        # A formula's words need room too, which nobody can see from the formula.
        words = measure.height(row.words, UNITS[SCORE - 1], POINTS.size) if isinstance(row.words, str) else 0
        rule = f"{row.rule}\n{_(row.check.note)}" if row.check.note else row.rule
        return self.sheet.add(
            Box(NAME, NAME, row.name),
            Box(TARGET, TARGET, row.target, CENTRE),
            Box(ACTUAL, ACTUAL, row.actual, row.look),
            Box(SHARE, SHARE, row.share, CENTRE),
            Box(WEIGHT, WEIGHT, row.weight, POINTS),
            Box(RULE, RULE, rule),
            Box(SCORE, SCORE, computed, POINTS),
            Box(PRINTED, PRINTED, self.printed.value(row.subject, row.words), POINTS),
            Box(CHECK, CHECK, check, CENTRE),
            *self._further(row),
            least=max(LEAST_ROW, words),
        )

    def _computed(self, row: Row, score: str, printed: str, low: str, high: str) -> tuple[Value, Value]:
        """The score as a formula, and the check of it."""
        if not isinstance(row.words, str):
            if not row.check.is_possible:
                return _(checks.UNPROVED), _(checks.UNPROVED)
            return Formula(row.text), checks.of_figure(score, printed, row.check, self.rulebook)
        if row.score is None or not row.template:
            return Formula(row.text or literal(row.words)), checks.of_words(score, printed, row.words)
        places = max(2, decimals(row.score.low), decimals(row.score.high))
        least, most = (f'"&FIXED({cell},{places},TRUE())&"' for cell in (low, high))
        words = Formula(f'"{_(row.template).format(low=least, high=most)}"')
        check = row.check
        if not check.within and self.rulebook.rounding.point.value == "total":
            check = checks.SUMMED
        if not check.is_possible:
            return words, _(checks.UNPROVED)
        distance = check.distance(self.rulebook)
        return words, checks.of_interval(printed, row.words, (low, high), row.score, distance)

    def _further(self, row: Row) -> Iterable[Box]:
        texts = ((SCALED, row.scaled), (LOW, row.low), (HIGH, row.high), (COUNTED, row.counted))
        looks = {SCALED: WHOLE}
        return (Box(at, at, Formula(text), looks.get(at, HELP)) for at, text in texts if text)

    def rule(self, code: str, steps: Iterable[Step]) -> str:
        """A rule in words, with the numbers of the clauses that a working follows."""
        clauses = tuple(dict.fromkeys(step.clause for step in steps if step.clause))
        known = self._rules.get((code, *clauses))
        if known is None:
            name, how = rule_named(code)
            cited = "".join(f"〔{self._numbers[clause]}〕" for clause in clauses)
            known = self._rules[(code, *clauses)] = f"{name}：{how}{cited}" if how else name + cited
        return known

    def said(self, steps: Iterable[Step]) -> str:
        """A working in words, a sentence a line, each with the number of its clause."""
        return "\n".join(
            say(step) + (f"〔{self._numbers[step.clause]}〕" if step.clause else "") for step in steps
        )


def _kept(row: Row) -> Row:
    """The row with the points that a cell keeps; what has more digits is a text in the form: no formula's."""
    limits = () if row.score is None else (row.score.low, row.score.high)
    weights = (row.weight,) if isinstance(row.weight, Decimal) else ()
    if all(len(figure.as_tuple().digits) <= DIGITS for figure in (*limits, *weights)):
        return row
    kept = next(map(FIFTEEN.create_decimal, weights), row.weight)
    return replace(row, weight=kept, check=checks.IMPOSSIBLE)
