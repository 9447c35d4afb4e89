"""The formulas of an indicator's row: its figure scaled, its score, and the least and most still possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from evaltool.forms.exact import Inexpressible, Quotient, capped, is_exact, number, quotient_text
from evaltool.forms.figure_rules import FigureFormula, figure_formula
from evaltool.forms.layout import Column, at
from evaltool.forms.words import (
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


def line_formulas(score: IndicatorScore, row: int, rulebook: Rulebook, same_states: str) -> LineFormulas:
    """The formulas of a line in `row`.

    `same_states` is the condition that the same lines do not apply as when the form went out, where the
    points of the others depend on it; else empty.
    """
    inner = _formulas(score, row, rulebook)
    text = f'IF({same_states},{inner.score},"{_(BEYOND)}")' if same_states else inner.score
    is_dropped = f'{at(Column.STATE, row)}="{NOT_APPLICABLE}"'
    shown = at(Column.SCORE, row)
    settled = f"IF(ISNUMBER({shown}),{shown},IF({is_dropped},0,{{}}))"
    return replace(
        inner,
        score=f'IF({is_dropped},"{NOT_APPLICABLE}",{text})',
        low=settled.format(inner.low),
        high=settled.format(inner.high),
        counted=f"IF({is_dropped},0,{at(Column.WEIGHT, row)})" if score.weight is not None else "0",
    )


def _formulas(score: IndicatorScore, row: int, rulebook: Rulebook) -> LineFormulas:
    full = at(Column.WEIGHT, row)
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
        return by_sense.get(line.target.sense, _figure)(line, score.weight, row)
    except Inexpressible as clause:
        return LineFormulas(f'"{_(BEYOND)}"', "0", full, beyond=str(clause))


def _figure(line: Line, weight: Decimal, row: int) -> LineFormulas:
    typed, scaled, full = (at(column, row) for column in (Column.ACTUAL, Column.SCALED, Column.WEIGHT))
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


def _judgement(line: Line, weight: Decimal, row: int) -> LineFormulas:
    """A band, and the share of the points inside it: the band's limits for as long as there is no share."""
    band, share, scaled, full = (
        at(column, row) for column in (Column.BAND, Column.SHARE, Column.SCALED, Column.WEIGHT)
    )
    rulebook, w, parts = line.rulebook, Fraction(weight), 10**SHARE_DECIMALS
    inside, low, high = "FALSE()", "0", full
    for one, limits in reversed(tuple(rulebook.other.bands.value.items())):
        least, most = (int(Fraction(limit) * parts) for limit in (limits.low, limits.high))
        upper = f"{scaled}<={most}" if limits.closed else f"{scaled}<{most}"
        is_one = f'{band}="{BANDS[one]}"'
        inside = f"IF({is_one},AND({scaled}>={least},{upper}),{inside})"
        low = f"IF({is_one},{number(printed(qualitative(w, Fraction(limits.low)), weight, rulebook))},{low})"
        high = (
            f"IF({is_one},{number(printed(qualitative(w, Fraction(limits.high)), weight, rulebook))},{high})"
        )
    cents = w * Fraction(10) ** rulebook.places
    quotient = Quotient(Fraction(0), cents, Fraction(100 * parts))
    if not is_exact(quotient, cents, 100 * parts):
        raise Inexpressible(rulebook.other.bands.key)
    points = capped(quotient_text(quotient, scaled, rulebook), cents, full)
    scored = f'IF({inside},IF({scaled}={100 * parts},{full},{points}),"{_(SHARE_OUTSIDE)}")'
    known = f"OR({','.join(f'{band}={chr(34)}{word}{chr(34)}' for word in BANDS.values())})"
    usable = f"{share}=ROUND({share},{SHARE_DECIMALS})"
    return LineFormulas(
        f'IF({band}="","",IF({known},IF({scaled}="","{_(SHARE_OPEN)}",'
        f'IF(ISNUMBER({scaled}),{scored},"{_(BEYOND)}")),"{_(BEYOND)}"))',
        low,
        high,
        scaled=f'IF({share}="","",IF(ISNUMBER({share}),IF({usable},ROUND({share}*{parts},0),"?"),"?"))',
    )


def _answer(line: Line, _weight: Decimal, row: int) -> LineFormulas:
    typed, full = at(Column.ACTUAL, row), at(Column.WEIGHT, row)
    good, bad = (NO, YES) if "answer" in line.target.inferred else (YES, NO)
    text = f'IF({typed}="","",IF({typed}="{good}",{full},IF({typed}="{bad}",0,"{_(BEYOND)}")))'
    return LineFormulas(text, "0", full)


def _day(line: Line, weight: Decimal, row: int) -> LineFormulas:
    """A day against a due date, in days late."""
    typed, scaled, full = (at(column, row) for column in (Column.ACTUAL, Column.SCALED, Column.WEIGHT))
    other, due = line.rulebook.other, line.target.date
    if due is None:
        raise Inexpressible("target")
    late = "0"
    deduct = Fraction(other.late_deduct.value)
    if other.due_date.value != "met_or_nothing":
        lost = deduct * Fraction(10) ** line.rulebook.places
        cents = Fraction(weight) * Fraction(10) ** line.rulebook.places
        nothing = -int(-Fraction(weight) / deduct // 1) if deduct else 0
        quotient = Quotient(cents, -lost)
        if not is_exact(quotient, cents, nothing):
            raise Inexpressible(other.late_deduct.key)
        part = capped(quotient_text(quotient, scaled, line.rulebook), cents, full)
        late = f"IF({scaled}>={nothing},0,{part})" if deduct else full
    return LineFormulas(
        f'IF({scaled}="","",IF(ISNUMBER({scaled}),IF({scaled}<=0,{full},{late}),"{_(BEYOND)}"))',
        "0",
        full,
        scaled=f'IF({typed}="","",IF(ISNUMBER({typed}),'
        f'INT({typed})-DATE({due.year},{due.month},{due.day}),"?"))',
    )
