"""The total of a scorecard, as formulas: the sum of its lines and its execution, out of 100.

Two rows have what is computed with in their further columns: the sums and the points available as whole
numbers (first), the least and most still possible, and 1 once nothing is open any more (second).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaltool.formulas.columns import Columns, at
from evaltool.formulas.exact import DIGITS, decimals, digits, literal, number, rounded
from evaltool.formulas.words import BEYOND, NOT_APPLICABLE, OPEN, TOO_LITTLE, UNSETTLED
from evaltool.language import _
from scoring.rulebook import Rulebook

CENTS = 2


@dataclass(frozen=True, slots=True)
class Execution:
    """What a total takes from a money block: the cells of the least and the most points, out of `weight`.

    `is_settled` says whether they are; the caps that the rate puts on the least and the most may be empty.
    """

    weight: Decimal
    least: str
    most: str
    is_settled: str
    caps: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Block:
    """Where the lines of a scorecard stand, their weights, and its execution."""

    columns: Columns
    first: int
    last: int
    weights: Sequence[Decimal]
    execution: Execution

    def of(self, column: int) -> str:
        """The cells of all lines in a column."""
        return f"{at(column, self.first)}:{at(column, self.last)}"

    def parts(self, rulebook: Rulebook) -> int:
        """The decimals with which every sum of points is a whole number."""
        of_lines = max(CENTS, rulebook.places, *map(decimals, self.weights)) if self.weights else CENTS
        return max(of_lines, decimals(self.execution.weight))


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
    parts = block.parts(rulebook)
    scale = 10**parts
    sums, total = block.columns.row(row), block.columns.row(row + 1)
    cells = sum_formulas(block, row, scale)
    cells[total.scaled] = _is_settled(block)
    cells[sums.score] = _shown(f"{sums.low}/{scale}", f"{sums.high}/{scale}", total.scaled, rulebook)
    beyond = ""
    if not applies:
        said = f'"{NOT_APPLICABLE}"'
    elif not settled:
        said = f'"{_(UNSETTLED)}"'
    elif rulebook.rounding.point.value != "line":
        said, beyond = f'"{_(BEYOND)}"', rulebook.rounding.point.key
    elif parts + rulebook.places > DIGITS - 2 * digits(100):
        said, beyond = f'"{_(BEYOND)}"', rulebook.rounding.places.key
    else:
        for cell, of, cap in zip(
            (total.low, total.high), (sums.low, sums.high), block.execution.caps, strict=True
        ):
            text = of_hundred(of, sums.counted, scale, rulebook)
            cells[cell] = f"MIN({text},{cap})" if cap else text
        nothing = f"SUM({block.of(block.columns.counted)})=0"
        shown = _shown(total.low, total.high, total.scaled, rulebook)
        said = f'IF({nothing},"{NOT_APPLICABLE}",{shown})'
        if missing:
            said = f'IF({missing},"{_(TOO_LITTLE)}",{said})'
    cells[total.score] = said
    cells[total.grade] = f'IF(ISNUMBER({total.score}),{grade_formula(total.score, rulebook)},"")'
    return TotalFormulas(cells, beyond)


def sum_formulas(block: Block, row: int, scale: int) -> dict[str, str]:
    """The least and the most points of all lines, and the points available, all times `scale`."""
    sums, columns, execution = block.columns.row(row), block.columns, block.execution
    return {
        sums.low: f"ROUND((SUM({block.of(columns.low)})+{execution.least})*{scale},0)",
        sums.high: f"ROUND((SUM({block.of(columns.high)})+{execution.most})*{scale},0)",
        sums.counted: f"ROUND((SUM({block.of(columns.counted)})+{number(execution.weight)})*{scale},0)",
        sums.weight: f"{sums.counted}/{scale}",
    }


def of_hundred(points: str, available: str, scale: int, rulebook: Rulebook, *, rounds: bool = True) -> str:
    """Points out of 100 instead of out of the points available, both times `scale` in their cells."""
    places = CENTS + rulebook.places
    whole = rounded(f"{points}*{10**places}", available, rulebook, rounds=rounds)
    text = f"IF({available}={100 * scale},{points}/{scale},{whole})"
    return f"IF({available}=0,0,{text})"


def grade_formula(total: str, rulebook: Rulebook, said: Callable[[str], str] = str) -> str:
    """The grade of the number in a cell, as it is `said`."""
    *better, (worst, _limit) = rulebook.grades.limits.value
    text = literal(said(worst))
    for name, limit in reversed(better):
        text = f"IF({total}>={number(limit)},{literal(said(name))},{text})"
    return text


def _is_settled(block: Block) -> str:
    scores = block.of(block.columns.score)
    lines = f'COUNT({scores})+COUNTIF({scores},"{NOT_APPLICABLE}")={block.last - block.first + 1}'
    return f"IF(AND({lines},{block.execution.is_settled}),1,0)"


def _shown(low: str, high: str, is_settled: str, rulebook: Rulebook) -> str:
    places = max(CENTS, rulebook.places)
    least, most = (f'"&FIXED({cell},{places},TRUE())&"' for cell in (low, high))
    return f'IF({is_settled}=1,{low},"{_(OPEN).format(low=least, high=most)}")'
