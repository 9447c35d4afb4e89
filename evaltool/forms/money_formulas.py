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

from evaltool.forms.exact import DIGITS, MOST_DECIMALS, Inexpressible, capped, digits, number, rounded
from evaltool.forms.layout import Column, at
from evaltool.forms.words import BEYOND, FINISHED, NO_DATA, NOT_APPLICABLE
from evaltool.language import _
from scoring.model import Sense
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, Status, printed

NO_CAP = "1000"
"""Above any total."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Formulas for the budget that counts and for what was spent: a number, "" or "?"."""

    budget: str
    spent: str


@dataclass(frozen=True, slots=True)
class MoneyFormulas:
    """Formulas by the cell they stand in, the rate and the score among them; `beyond` names a clause."""

    cells: dict[str, str]
    rate: str
    score: str
    is_settled: str
    applies: bool = True
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
    execution: ExecutionScore, amounts: Amounts, row: int, finished: str, rulebook: Rulebook
) -> MoneyFormulas:
    """The formulas of a money block that begins in `row`; `finished` is the cell of 完成情况."""
    b, e = at(Column.SCALED, row), at(Column.LOW, row)
    power = at(Column.SCALED, row + 1)
    whole_b, whole_e = at(Column.SCALED, row + 2), at(Column.LOW, row + 2)
    low, high = at(Column.LOW, row + 3), at(Column.HIGH, row + 3)
    full, shown = number(execution.weight), at(Column.SCORE, row)
    if execution.status is Status.NOT_APPLICABLE:
        nothing = {b: amounts.budget, e: amounts.spent, low: "0", high: "0"}
        return MoneyFormulas(nothing, _rate(b, e), f'"{NOT_APPLICABLE}"', "TRUE()", applies=False)
    highest = _highest(execution.weight, rulebook)
    points, beyond = f'"{_(BEYOND)}"', ""
    try:
        points = _points(execution.weight, full, whole_b, whole_e, finished, rulebook)
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
    return MoneyFormulas(cells, _rate(b, e), f'IF(OR({b}="",{e}=""),"",{text})', settled, beyond=beyond)


def under_caps(total: str, row: int, rulebook: Rulebook, *, is_low: bool) -> str:
    """A total under the caps for a low execution rate, for the money block that begins in `row`."""
    b, e = at(Column.SCALED, row), at(Column.LOW, row)
    whole_b, whole_e = at(Column.SCALED, row + 2), at(Column.LOW, row + 2)
    caps = rulebook.total.caps.value
    if not caps:
        return total
    cap = NO_CAP
    for below, most in reversed(caps):
        times, limit = _scaled_limit(Fraction(below))
        cap = f"IF({times}*{whole_e}<{limit}*{whole_b},{number(most)},{cap})"
    open_cap = number(min(most for _, most in caps)) if is_low else NO_CAP
    cap = f"IF(AND(ISNUMBER({whole_b}),ISNUMBER({whole_e})),{cap},{open_cap})"
    lowest = next((most for below, most in caps if below > 0), Decimal(NO_CAP))
    zero = number(lowest) if rulebook.execution.zero_budget.value == "zero" else open_cap
    cap = f"IF(OR({b}<=0,{e}<0),IF({b}=0,{zero},{open_cap}),{cap})"
    return f"MIN({total},IF(AND(ISNUMBER({b}),ISNUMBER({e})),{cap},{open_cap}))"


def _points(weight: Decimal, full: str, b: str, e: str, finished: str, rulebook: Rulebook) -> str:
    rules_of, w = rulebook.execution, Fraction(weight)
    cents = w * Fraction(10) ** rulebook.places
    if rules_of.method.value == "proportion":
        bottom = b if cents.denominator == 1 else f"({cents.denominator}*{b})"
        part = capped(rounded(f"{cents.numerator}*{e}", bottom, rulebook), cents, full)
        return f"IF({e}>={b},{full},{part})"
    table = rules_of.steps.value
    sign = "<=" if table.sense is Sense.AT_MOST else ">="
    text = "0"
    for limit, award in reversed(table.limits):
        times, whole = _scaled_limit(Fraction(limit))
        points = number(printed(w * Fraction(award) / Fraction(table.full), weight, rulebook))
        text = f"IF({times}*{e}{sign}{whole}*{b},{points},{text})"
    if rules_of.finished.value == "full_within_budget":
        text = f'IF(AND({e}<{b},{finished}="{FINISHED}"),{full},{text})'
    return text


def _scaled_limit(percent: Fraction) -> tuple[int, int]:
    """Whole numbers p and q: E ÷ B is at least `percent` where p · E is at least q · B."""
    if digits(100 * percent.denominator) > 6:
        raise Inexpressible("execution.steps")
    return 100 * percent.denominator, percent.numerator


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
