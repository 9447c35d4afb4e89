"""The columns of the proof: inputs, rule, formula, the form's figure, the check, what helps to compute."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evaltool.formulas.columns import Cells, at
from evaltool.formulas.columns import Columns as Places
from evaltool.language import N_, _
from evaltool.reports.proof.checks import AGREES
from evaltool.reports.sheet import Columns
from evaltool.sheets.looks import CENTRE

UNITS = (27, 13, 13, 9, 8, 42, 13, 13, 9, 12, 9, 9, 9)
"""Widths of the columns, as named in the next line."""

NAME, TARGET, ACTUAL, SHARE, WEIGHT, RULE, SCORE, PRINTED, CHECK, SCALED, LOW, HIGH, COUNTED = range(1, 14)

HEADINGS: Columns = (
    (NAME, NAME, N_("指标")),
    (TARGET, TARGET, N_("指标值")),
    (ACTUAL, ACTUAL, N_("实际完成值")),
    (SHARE, SHARE, N_("得分比例(%)")),
    (WEIGHT, WEIGHT, N_("分值")),
    (RULE, RULE, N_("规则（〔〕内为条款序号）")),
    (SCORE, SCORE, N_("复算得分")),
    (PRINTED, PRINTED, N_("表中得分")),
    (CHECK, CHECK, N_("核对")),
    (SCALED, SCALED, N_("换算为整数")),
    (LOW, LOW, N_("最低")),
    (HIGH, HIGH, N_("最高")),
    (COUNTED, COUNTED, N_("计入分值")),
)

PLACES = Places(
    actual=ACTUAL,
    band=ACTUAL,
    share=SHARE,
    state=ACTUAL,
    weight=WEIGHT,
    score=SCORE,
    grade=SCORE,
    scaled=SCALED,
    low=LOW,
    high=HIGH,
    counted=COUNTED,
)
"""Where the formulas compute; a judgement and 不适用 stand where a figure would."""

HELP = replace(CENTRE, size=9, format="0.00")
WHOLE = replace(CENTRE, size=9, format="0")
"""What helps to compute: points, and whole numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the proof: the cells that compute, that of the form's score, and that of the check."""

    cells: Cells
    printed: str
    check: str

    @property
    def found_right(self) -> str:
        """The points as the form has them once they are found right, else as they are computed."""
        return f'IF({self.check}="{_(AGREES)}",{self.printed},{self.cells.score})'


def place_of(row: int) -> Place:
    """The cells of a row."""
    return Place(PLACES.row(row), at(PRINTED, row), at(CHECK, row))
