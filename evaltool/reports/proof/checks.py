"""The cell that says whether the form agrees with what the spreadsheet computes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from evaltool.formulas.exact import literal, number
from evaltool.language import N_, _
from evaltool.reports.sheet import Formula, Value
from scoring.model import Subject
from scoring.rulebook import Rulebook
from scoring.scores import Score

AGREES, DIFFERS, UNPROVED = N_("一致"), N_("不一致"), N_("无法复算")
NEAR = N_("超出表格的 15 位精度，按未舍入的商核对，与表中得分相差不超过末位的一半")
ONCE = N_("本规则只在总分舍入一次，按未舍入的数核对，相差不超过末位的一半")
AGAIN = N_("先按百分制舍入，再折算舍入，按相差不超过末位一个单位核对")
NOT_HERE = N_("数字超出表格的 15 位精度，且正在计分的界限上，只能由程序计算")

NOISE = Fraction(1, 10**9)
"""What binary figures add to a difference."""


@dataclass(frozen=True, slots=True)
class Check:
    """How a computed score is compared: as the same, within units of its last place, or not at all."""

    within: Fraction = Fraction(0)
    is_possible: bool = True
    note: str = ""
    """What has to be said of it in the row, in the source language."""

    def distance(self, rulebook: Rulebook) -> Fraction:
        """How far apart two figures may be; a figure that is cut may be a whole unit below."""
        is_cut = bool(self.within) and rulebook.rounding.mode.value == "cut"
        return (1 if is_cut else self.within) * Fraction(1, 10**rulebook.places) + NOISE


EXACT = Check()
UNROUNDED = Check(Fraction(1, 2), note=NEAR)
SUMMED = Check(Fraction(1, 2), note=ONCE)
TWICE = Check(Fraction(1), note=AGAIN)
IMPOSSIBLE = Check(is_possible=False, note=NOT_HERE)


@dataclass(frozen=True, slots=True)
class Printed:
    """Where the scores stand in the forms; what stands in none is typed."""

    cells: Mapping[Subject, str]

    def value(self, subject: Subject | None, value: Value) -> Value:
        """The score of a place as its form has it now, blank where somebody emptied the cell."""
        cell = self.cells.get(subject) if subject else None
        return value if cell is None else Formula(f'IF({cell}="","",{cell})')


def of_figure(score: str, printed: str, check: Check, rulebook: Rulebook) -> Value:
    """Whether a computed figure is the printed one."""
    if not check.is_possible:
        return _(UNPROVED)
    if not check.within:
        return _said(f"{score}={printed}")
    distance = number(check.distance(rulebook))
    return _said(f"IF(ISNUMBER({printed}),ABS({score}-{printed})<={distance},FALSE())")


def of_words(score: str, printed: str, words: str) -> Value:
    """Whether a form has these words, which are ours, and so has what is computed."""
    return _said(f"AND({score}={printed},{printed}={literal(words)})")


def of_interval(printed: str, words: str, cells: tuple[str, str], score: Score, distance: Fraction) -> Value:
    """Whether a form has these words, and the least and the most still possible are computed as they say."""
    limits = zip(cells, (score.low, score.high), strict=True)
    near = [f"ABS({cell}-{number(limit)})<={number(distance)}" for cell, limit in limits]
    return _said(f"AND({printed}={literal(words)},{','.join(near)})")


def _said(condition: str) -> Formula:
    return Formula(f'IF({condition},"{_(AGREES)}","{_(DIFFERS)}")')
