"""The points of 预算执行率 in the proof, and the caps that a low rate puts on a total."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from evaltool.formulas.exact import TOO_LONG, Inexpressible, Quotient, is_exact_at, number
from evaltool.formulas.execution_points import NO_CAP, cap_of_zero, execution_points, known_cap, least_cap
from evaltool.reports.proof.amounts import Amounts
from evaltool.reports.proof.checks import EXACT, IMPOSSIBLE, UNROUNDED, Check
from evaltool.reports.proof.columns import Place
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, Status


@dataclass(frozen=True, slots=True)
class RateProof:
    """The formulas in the row of a rate, and how its points are compared.

    `low` and `high` are the least and the most possible; of settled points both are what a total adds.
    """

    text: str
    low: str
    high: str
    check: Check = EXACT


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that a total may be, as far as it is known: empty where no cap is put on it."""

    low: str = ""
    high: str = ""
    check: Check = EXACT
    """How a total under them is compared; some limits no formula can say."""


@dataclass(frozen=True, slots=True)
class RatePoints:
    """A rate as scoring has it, its amounts, and where they stand as whole numbers, `scale` times as large.

    `finished` is the cell of 完成情况, `place` the row of the rate.
    """

    execution: ExecutionScore
    amounts: Amounts
    scale: int
    wholes: tuple[str, str]
    finished: str
    place: Place
    rulebook: Rulebook

    def proof(self) -> RateProof:
        """The points as formulas: settled, none, or an interval while an amount is missing."""
        execution = self.execution
        if execution.status is Status.SCORED:
            return self._scored()
        if execution.score.value is not None:
            return RateProof("" if execution.status is Status.NOT_APPLICABLE else "0", "0", "0")
        return RateProof("", "0", self.place.cells.weight if execution.weight else "0")

    def caps(self) -> Caps:
        """The cap of the rate: any may still come while that is open, none does where it does not apply."""
        execution, rulebook = self.execution, self.rulebook
        if not rulebook.total.caps.value or execution.status is Status.NOT_APPLICABLE:
            return Caps()
        if execution.status is not Status.SCORED:
            return Caps(least_cap(rulebook), NO_CAP)
        if execution.rate is None:
            return Caps(cap_of_zero(rulebook), cap_of_zero(rulebook))
        try:
            cap = known_cap(*self.wholes, rulebook)
        except Inexpressible:
            return Caps(check=IMPOSSIBLE)
        return Caps(cap, cap)

    def _scored(self) -> RateProof:
        """Points rounded where that is exact, and what a total adds of them, as of a line."""
        text, check = self._text()
        part = self.place.cells.score
        if not check.is_possible:
            part = self.place.printed
        elif self.rulebook.rounding.point.value == "total":
            part = "0" if self.execution.rate is None else self._of(rounds=False)
        elif check.within:
            part = self.place.found_right
        return RateProof(text, part, part, check)

    def _text(self) -> tuple[str, Check]:
        """The formula of the points, and how it is compared."""
        if self.execution.rate is None:
            return f"IF({self.wholes[0]}=0,0,0)", EXACT
        try:
            rounds = self._is_exact()
            if not rounds and self.rulebook.execution.method.value == "steps":
                return "", IMPOSSIBLE
            return self._of(rounds=rounds), EXACT if rounds else UNROUNDED
        except Inexpressible:
            return "", IMPOSSIBLE

    def _of(self, *, rounds: bool) -> str:
        weight = self.execution.weight
        return execution_points(
            weight, number(weight), *self.wholes, self.finished, self.rulebook, rounds=rounds
        )

    def _is_exact(self) -> bool:
        budget, spent = (Fraction(one.typed) * self.scale for one in self.amounts)
        if any(one.typed != one.figure for one in self.amounts) or max(budget, spent) >= TOO_LONG:
            return False
        cents = Fraction(self.execution.weight) * 10**self.rulebook.places
        if self.rulebook.execution.method.value == "proportion":
            return is_exact_at(Quotient(Fraction(0), cents, budget), cents, spent)
        return max(budget, spent) * 10**4 < TOO_LONG
