"""The total of a form, as formulas: the sum of its lines and its execution, out of 100.

Two rows have what is computed with in their hidden columns: the sums and the points available as whole
numbers (first), the least and most still possible, and 1 once nothing is open any more (second).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaltool.forms.exact import DIGITS, digits, number, rounded
from evaltool.forms.layout import Column, at
from evaltool.forms.money_formulas import MoneyFormulas, under_caps
from evaltool.forms.words import BEYOND, NOT_APPLICABLE, OPEN, TOO_LITTLE, UNSETTLED
from evaltool.language import _
from scoring.rulebook import Rulebook

CENTS = 2


@dataclass(frozen=True, slots=True)
class Block:
    """Where the lines of a form stand, where its money block begins, and the weights of both."""

    first: int
    last: int
    money: int
    weights: Sequence[Decimal]
    execution: Decimal
    money_formulas: MoneyFormulas

    def of(self, column: Column) -> str:
        """The cells of all lines in a column."""
        return f"{at(column, self.first)}:{at(column, self.last)}"


@dataclass(frozen=True, slots=True)
class TotalFormulas:
    """Formulas by the cell they stand in; `beyond` names the clause that none can say."""

    cells: dict[str, str]
    beyond: str = ""


def total_formulas(
    block: Block, row: int, rulebook: Rulebook, *, settled: bool, applies: bool = True, missing: str = ""
) -> TotalFormulas:
    """The formulas of the two rows from `row` on: the sum of the lines that count, then the total of 100.

    `settled`: the points are known. `applies`: the project counts. `missing` is the condition that too little
    is there for a total, or empty.
    """
    parts = CENTS if not block.weights else max(CENTS, rulebook.places, *map(_decimals, block.weights))
    parts = max(parts, _decimals(block.execution))
    scale = 10**parts
    low, high, available = (at(column, row) for column in (Column.LOW, Column.HIGH, Column.COUNTED))
    least, most, is_settled = (at(column, row + 1) for column in (Column.LOW, Column.HIGH, Column.SCALED))
    money = block.money + 3
    cells = {
        low: f"ROUND((SUM({block.of(Column.LOW)})+{at(Column.LOW, money)})*{scale},0)",
        high: f"ROUND((SUM({block.of(Column.HIGH)})+{at(Column.HIGH, money)})*{scale},0)",
        available: f"ROUND((SUM({block.of(Column.COUNTED)})+{number(block.execution)})*{scale},0)",
        is_settled: _is_settled(block),
        at(Column.WEIGHT, row): f"{available}/{scale}",
    }
    cells[at(Column.SCORE, row)] = _shown(f"{low}/{scale}", f"{high}/{scale}", is_settled, rulebook)
    total, beyond = at(Column.SCORE, row + 1), ""
    if not applies:
        said = f'"{NOT_APPLICABLE}"'
    elif not settled:
        said = f'"{_(UNSETTLED)}"'
    elif rulebook.rounding.point.value != "line":
        said, beyond = f'"{_(BEYOND)}"', rulebook.rounding.point.key
    elif parts + rulebook.places > DIGITS - 2 * digits(100):
        said, beyond = f'"{_(BEYOND)}"', rulebook.rounding.places.key
    else:
        for cell, of, is_low in ((least, low, True), (most, high, False)):
            whole = rounded(f"{of}*{10 ** (CENTS + rulebook.places)}", available, rulebook)
            text = f"IF({available}={100 * scale},{of}/{scale},{whole})"
            if block.money_formulas.applies:
                text = under_caps(text, block.money, rulebook, is_low=is_low)
            cells[cell] = f"IF({available}=0,0,{text})"
        nothing = f"SUM({block.of(Column.COUNTED)})=0"
        said = f'IF({nothing},"{NOT_APPLICABLE}",{_shown(least, most, is_settled, rulebook)})'
        if missing:
            said = f'IF({missing},"{_(TOO_LITTLE)}",{said})'
    cells[total] = said
    cells[at(Column.HINT, row + 1)] = _grade(total, rulebook)
    return TotalFormulas(cells, beyond)


def _is_settled(block: Block) -> str:
    scores = block.of(Column.SCORE)
    lines = f'COUNT({scores})+COUNTIF({scores},"{NOT_APPLICABLE}")={block.last - block.first + 1}'
    return f"IF(AND({lines},{block.money_formulas.is_settled}),1,0)"


def _shown(low: str, high: str, is_settled: str, rulebook: Rulebook) -> str:
    places = max(CENTS, rulebook.places)
    least, most = (f'"&FIXED({cell},{places},TRUE())&"' for cell in (low, high))
    return f'IF({is_settled}=1,{low},"{_(OPEN).format(low=least, high=most)}")'


def _grade(total: str, rulebook: Rulebook) -> str:
    *better, (worst, _limit) = rulebook.grades.limits.value
    text = f'"{worst}"'
    for name, limit in reversed(better):
        text = f'IF({total}>={number(limit)},"{name}",{text})'
    return f'IF(ISNUMBER({total}),{text},"")'


def _decimals(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
