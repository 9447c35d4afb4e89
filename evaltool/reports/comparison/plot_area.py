"""How much of a picture its bars take: spreadsheets differ in what they leave beside them, some too little.

All lengths are points; a layout is in parts of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from openpyxl.chart.layout import Layout, ManualLayout

from evaltool.reports.comparison.columns import PICTURE, UNITS
from evaltool.reports.page_setup import POINTS_OF_UNIT
from evaltool.sheets.measure import width

LEAST_HEIGHT = 170
"""The picture of a short table reaches below it, where nothing else stands."""

BAR = 14
"""What a lying bar takes with its figure."""

HEAD, AXIS, LEGEND = 38, 40, 20
"""Above the bars the title; below them the axis with its title, and the legend."""

AXIS_TITLE, HALF_SIGN, FIGURES, TAIL = 26, 5, 64, 30
"""Beside them the axis' title, half a sign of a label or else the axis' figures, and air on the right."""


def height_for(bars: int) -> int:
    """How high a picture of so many lying bars is at the least."""
    return max(LEAST_HEIGHT, HEAD + AXIS + LEGEND + BAR * bars)


def plot_area(height: int, labels: Sequence[str], *, has_legend: bool) -> Layout:
    """Where the bars stand in a picture so high; `labels` are those on its left, none where figures are."""
    first, last = PICTURE
    across = int(sum(UNITS[first - 1 : last]) * POINTS_OF_UNIT)
    longest = max((width(line) for label in labels for line in label.split("\n")), default=0)
    left = AXIS_TITLE + HALF_SIGN * longest if labels else FIGURES
    below = AXIS + LEGEND * has_legend
    return Layout(
        ManualLayout(
            layoutTarget="inner",
            xMode="edge",
            yMode="edge",
            x=_part(left, across),
            y=_part(HEAD, height),
            w=_part(across - left - TAIL, across),
            h=_part(height - HEAD - below, height),
        )
    )


def _part(length: int, of: int) -> float:
    return float(round(Fraction(length, of), 4))
