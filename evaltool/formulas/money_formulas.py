"""预算执行率 as formulas: the amounts that count, scaled to whole numbers, and their points.

The rows of a money block have room for what is computed with, in the hidden columns: the amounts that count
(first row), 10 to the power of the decimals they have (second), the amounts as whole numbers (third), the
least and most still possible (fourth).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import Columns
from evaltool.formulas.exact import DIGITS, MOST_DECIMALS, Inexpressible, digits, number
from evaltool.formulas.execution_points import NO_CAP, cap_of_zero, execution_points, known_cap, least_cap
from evaltool.formulas.total_formulas import Execution
from evaltool.formulas.words import BEYOND, NO_DATA, NOT_APPLICABLE
from evaltool.language import _
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, Status


@dataclass(frozen=True, slots=True)
class Amounts:
    """Formulas for the budget that counts and for what was spent: a number, "" or "?"."""

    budget: str
    spent: str


@dataclass(frozen=True, slots=True)
class MoneyCells:
    """Where a money block that begins in `row` computes, and the cell of 完成情况."""

    columns: Columns
    row: int
    finished: str

    @property
    def budget(self) -> str:
        """The budget that counts."""
        return self.columns.row(self.row).scaled

    @property
    def spent(self) -> str:
        """What was spent of it."""
        return self.columns.row(self.row).low

    @property
    def power(self) -> str:
        """10 to the power of the decimals that both have."""
        return self.columns.row(self.row + 1).scaled

    @property
    def whole_budget(self) -> str:
        """The budget as a whole number."""
        return self.columns.row(self.row + 2).scaled

    @property
    def whole_spent(self) -> str:
        """What was spent as a whole number."""
        return self.columns.row(self.row + 2).low

    @property
    def least(self) -> str:
        """The least points still possible."""
        return self.columns.row(self.row + 3).low

    @property
    def most(self) -> str:
        """The most points still possible."""
        return self.columns.row(self.row + 3).high

    @property
    def score(self) -> str:
        """The points."""
        return self.columns.row(self.row).score


@dataclass(frozen=True, slots=True)
class MoneyFormulas:
    """Formulas by the cell they stand in, the rate and the score among them; `beyond` names a clause."""

    cells: dict[str, str]
    rate: str
    score: str
    execution: Execution
    beyond: str = ""


def known(cells: Sequence[str], otherwise: str) -> str:
    """The amount in the first of `cells`, else the sum of the others, else `otherwise`."""
    total, first, *_, last = cells
    parts = f"{first}:{last}"
    summed = f'IF(COUNT({parts})=COUNTA({parts}),ROUND(SUM({parts}),{MOST_DECIMALS}),"?")'
    return f'IF({total}="",IF(COUNTA({parts})=0,{otherwise},{summed}),IF(ISNUMBER({total}),{total},"?"))'


def both(one: str, other: str) -> str:
    """The sum of two amounts, "" while one is missing."""
    added = f'IF(AND(ISNUMBER({one}),ISNUMBER({other})),ROUND({one}+{other},{MOST_DECIMALS}),"?")'
    return f'IF(OR({one}="",{other}=""),"",{added})'


def money_formulas(
    execution: ExecutionScore, amounts: Amounts, of: MoneyCells, rulebook: Rulebook
) -> MoneyFormulas:
    """The formulas of a money block."""
    b, e, power, whole_b, whole_e = of.budget, of.spent, of.power, of.whole_budget, of.whole_spent
    low, high, shown, full = of.least, of.most, of.score, number(execution.weight)
    if execution.status is Status.NOT_APPLICABLE:
        nothing = {b: amounts.budget, e: amounts.spent, low: "0", high: "0"}
        part = Execution(execution.weight, low, high, "TRUE()")
        return MoneyFormulas(nothing, _rate(b, e), f'"{NOT_APPLICABLE}"', part)
    highest = _highest(execution.weight, rulebook)
    points, beyond = f'"{_(BEYOND)}"', ""
    try:
        points = execution_points(execution.weight, full, whole_b, whole_e, of.finished, rulebook)
    except Inexpressible as clause:
        beyond = str(clause)
    text = f'IF(AND(ISNUMBER({whole_b}),ISNUMBER({whole_e})),{points},"{_(BEYOND)}")'
    zero = f'"{_(NO_DATA)}"'
    if rulebook.execution.zero_budget.value == "zero":
        zero = f"IF({b}=0,0,{zero})"
    text = f'IF(AND(ISNUMBER({b}),ISNUMBER({e})),IF(OR({b}<=0,{e}<0),{zero},{text}),"{_(BEYOND)}")'
    settled = f"ISNUMBER({shown})" if execution.weight else "TRUE()"
    cells = {
        b: amounts.budget,
        e: amounts.spent,
        power: _power(b, e, highest),
        whole_b: _whole(b, power),
        whole_e: _whole(e, power),
        low: f"IF(ISNUMBER({shown}),{shown},0)",
        high: f"IF(ISNUMBER({shown}),{shown},{full})",
    }
    caps = cap_formula(of, rulebook, is_low=True), cap_formula(of, rulebook, is_low=False)
    part = Execution(execution.weight, low, high, settled, caps)
    return MoneyFormulas(cells, _rate(b, e), f'IF(OR({b}="",{e}=""),"",{text})', part, beyond)


def cap_formula(cells: MoneyCells, rulebook: Rulebook, *, is_low: bool) -> str:
    """The cap of a total for a low execution rate, empty where there is none; the least while it is open."""
    if not rulebook.total.caps.value:
        return ""
    open_cap = least_cap(rulebook) if is_low else NO_CAP
    cap = known_cap(cells.whole_budget, cells.whole_spent, rulebook)
    cap = f"IF(AND(ISNUMBER({cells.whole_budget}),ISNUMBER({cells.whole_spent})),{cap},{open_cap})"
    zero = cap_of_zero(rulebook) if rulebook.execution.zero_budget.value == "zero" else open_cap
    b, e = cells.budget, cells.spent
    cap = f"IF(OR({b}<=0,{e}<0),IF({b}=0,{zero},{open_cap}),{cap})"
    return f"IF(AND(ISNUMBER({b}),ISNUMBER({e})),{cap},{open_cap})"


def _highest(weight: Decimal, rulebook: Rulebook) -> int:
    """The zeros of what a whole amount must stay below for its points to be exact."""
    cents = Fraction(weight) * Fraction(10) ** rulebook.places
    return min(10, DIGITS - 1 - digits(cents) - len(str(cents.denominator - 1 or "")))


def _power(b: str, e: str, highest: int) -> str:
    larger, text = f"MAX(ABS({b}),ABS({e}))", '"?"'
    for decimals in range(min(MOST_DECIMALS, highest) + 1):
        text = f"IF({larger}<{10 ** (highest - decimals)},{10**decimals},{text})"
    return f'IF(AND(ISNUMBER({b}),ISNUMBER({e})),{text},"")'


def _whole(amount: str, power: str) -> str:
    whole = f"ROUND({amount}*{power},0)"
    return f'IF(ISNUMBER({power}),IF({amount}={whole}/{power},{whole},"?"),"")'


def _rate(b: str, e: str) -> str:
    return f'IF(AND(ISNUMBER({b}),ISNUMBER({e})),IF({b}>0,{e}/{b},""),"")'
