"""The formulas of an indicator's row: its figure scaled, its score, and the least and most still possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import Cells
from evaltool.formulas.exact import Inexpressible, number
from evaltool.formulas.figure_rules import FigureFormula, figure_formula
from evaltool.formulas.line_points import day_points, share_points
from evaltool.formulas.scaled import Scaled
from evaltool.formulas.words import (
    BANDS,
    BEYOND,
    NO,
    NOT_APPLICABLE,
    SHARE_OPEN,
    SHARE_OUTSIDE,
    UNREAD,
    UNSETTLED,
    YES,
)
from evaltool.language import _
from scoring.model import Sense
from scoring.rulebook import Rulebook
from scoring.rules import qualitative
from scoring.scores import IndicatorScore, printed
from scoring.verdicts import Line, judge

WAITING = "waiting"
"""What scoring says of a line that lacks nothing but its actual."""

SHARE_DECIMALS = 4
"""Of a share in percent."""


@dataclass(frozen=True, slots=True)
class LineFormulas:
    """Formulas without the = before them; `low` and `high` for as long as the score is no number.

    `figure` says what a figure may be; `beyond` names the clause that no formula can say.
    """

    score: str
    low: str
    high: str
    scaled: str = ""
    counted: str = ""
    figure: FigureFormula | None = None
    beyond: str = ""


def line_formulas(score: IndicatorScore, cells: Cells, rulebook: Rulebook, same_states: str) -> LineFormulas:
    """The formulas of a line in the row of `cells`.

    `same_states` is the condition that the same lines do not apply as when the form went out, where the
    points of the others depend on it; else empty.
    """
    inner = _formulas(score, cells, rulebook)
    text = f'IF({same_states},{inner.score},"{_(BEYOND)}")' if same_states else inner.score
    is_dropped = f'{cells.state}="{NOT_APPLICABLE}"'
    shown = cells.score
    settled = f"IF(ISNUMBER({shown}),{shown},IF({is_dropped},0,{{}}))"
    return replace(
        inner,
        score=f'IF({is_dropped},"{NOT_APPLICABLE}",{text})',
        low=settled.format(inner.low),
        high=settled.format(inner.high),
        counted=f"IF({is_dropped},0,{cells.weight})" if score.weight is not None else "0",
    )


def _formulas(score: IndicatorScore, cells: Cells, rulebook: Rulebook) -> LineFormulas:
    full = cells.weight
    if score.weight is None:
        return LineFormulas(f'"{_(UNSETTLED)}"', "0", "0")
    if score.override is not None:
        return LineFormulas(number(printed(score.exact[0], score.weight, rulebook)), "0", full)
    nothing_yet = replace(score.outcome, actual=None)
    line = Line(score.indicator, nothing_yet, Fraction(score.weight), rulebook)
    if judge(line).rule != WAITING:
        return LineFormulas(f'"{_(UNREAD)}"', "0", full)
    by_sense = {Sense.QUALITATIVE: _judgement, Sense.YES_NO: _answer, Sense.BY_DATE: _day}
    try:
        return by_sense.get(line.target.sense, _figure)(line, score.weight, cells)
    except Inexpressible as clause:
        return LineFormulas(f'"{_(BEYOND)}"', "0", full, beyond=str(clause))


def _figure(line: Line, weight: Decimal, cells: Cells) -> LineFormulas:
    typed, scaled, full = cells.actual, cells.scaled, cells.weight
    formula = figure_formula(line, weight, scaled, full)
    usable = f"AND({typed}=ROUND({typed},{formula.decimals}),ABS({typed})<={number(formula.limit)})"
    whole = f'IF(ISNUMBER({typed}),IF({usable},ROUND({typed}*{10**formula.decimals},0),"?"),"?")'
    return LineFormulas(
        f'IF({scaled}="","",IF(ISNUMBER({scaled}),{formula.text},"{_(BEYOND)}"))',
        "0",
        full,
        scaled=f'IF({typed}="","",{whole})',
        figure=formula,
    )


def _judgement(line: Line, weight: Decimal, cells: Cells) -> LineFormulas:
    """A band, and the share of the points inside it: the band's limits for as long as there is no share."""
    band, share, scaled = cells.band, cells.share, cells.scaled
    rulebook, w, parts = line.rulebook, Fraction(weight), 10**SHARE_DECIMALS
    inside, low, high = "FALSE()", "0", cells.weight
    for one, limits in reversed(tuple(rulebook.other.bands.value.items())):
        least, most = (int(Fraction(limit) * parts) for limit in (limits.low, limits.high))
        upper = f"{scaled}<={most}" if limits.closed else f"{scaled}<{most}"
        is_one = f'{band}="{BANDS[one]}"'
        inside = f"IF({is_one},AND({scaled}>={least},{upper}),{inside})"
        low = f"IF({is_one},{number(printed(qualitative(w, Fraction(limits.low)), weight, rulebook))},{low})"
        high = (
            f"IF({is_one},{number(printed(qualitative(w, Fraction(limits.high)), weight, rulebook))},{high})"
        )
    points = share_points(Scaled(line, weight, scaled, cells.weight, Fraction(parts)))
    scored = f'IF({inside},{points},"{_(SHARE_OUTSIDE)}")'
    known = f"OR({','.join(f'{band}={chr(34)}{word}{chr(34)}' for word in BANDS.values())})"
    usable = f"{share}=ROUND({share},{SHARE_DECIMALS})"
    return LineFormulas(
        f'IF({band}="","",IF({known},IF({scaled}="","{_(SHARE_OPEN)}",'
        f'IF(ISNUMBER({scaled}),{scored},"{_(BEYOND)}")),"{_(BEYOND)}"))',
        low,
        high,
        scaled=f'IF({share}="","",IF(ISNUMBER({share}),IF({usable},ROUND({share}*{parts},0),"?"),"?"))',
    )


def _answer(line: Line, _weight: Decimal, cells: Cells) -> LineFormulas:
    typed, full = cells.actual, cells.weight
    good, bad = (NO, YES) if "answer" in line.target.inferred else (YES, NO)
    text = f'IF({typed}="","",IF({typed}="{good}",{full},IF({typed}="{bad}",0,"{_(BEYOND)}")))'
    return LineFormulas(text, "0", full)


def _day(line: Line, weight: Decimal, cells: Cells) -> LineFormulas:
    """A day against a due date, in days late."""
    typed, scaled, due = cells.actual, cells.scaled, line.target.date
    if due is None:
        raise Inexpressible("target")
    points = day_points(Scaled(line, weight, scaled, cells.weight, Fraction(1)))
    return LineFormulas(
        f'IF({scaled}="","",IF(ISNUMBER({scaled}),{points},"{_(BEYOND)}"))',
        "0",
        cells.weight,
        scaled=f'IF({typed}="","",IF(ISNUMBER({typed}),'
        f'INT({typed})-DATE({due.year},{due.month},{due.day}),"?"))',
    )
