"""In which columns the formulas of a row compute: every sheet has a layout of its own."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row, by their names."""

    actual: str
    band: str
    share: str
    state: str
    weight: str
    score: str
    grade: str
    scaled: str
    low: str
    high: str
    counted: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns counted from 1; a sheet that shows two of these figures in one column gives both the same."""

    actual: int
    band: int
    share: int
    state: int
    weight: int
    score: int
    grade: int
    scaled: int
    low: int
    high: int
    counted: int

    def row(self, number: int) -> Cells:
        """The cells of a row."""
        return Cells(
            at(self.actual, number),
            at(self.band, number),
            at(self.share, number),
            at(self.state, number),
            at(self.weight, number),
            at(self.score, number),
            at(self.grade, number),
            at(self.scaled, number),
            at(self.low, number),
            at(self.high, number),
            at(self.counted, number),
        )


def at(column: int, row: int) -> str:
    """The name of a cell, such as F12."""
    return f"{ascii_uppercase[column - 1]}{row}"
