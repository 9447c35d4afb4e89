"""An indicator in the proof: what it rests on as figures, and its score as a formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import Cells
from evaltool.formulas.exact import (
    FIFTEEN,
    TOO_LONG,
    Inexpressible,
    Known,
    Quotient,
    at_least,
    decimals,
    number,
)
from evaltool.formulas.figure_rules import known_formula
from evaltool.formulas.line_points import day_points, share_points
from evaltool.formulas.scaled import Scaled
from evaltool.formulas.words import BANDS, NO, YES
from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.proof.checks import AGREES, EXACT, IMPOSSIBLE, UNROUNDED, Check
from evaltool.reports.sheet import Value
from evaltool.sheets.looks import CENTRE, Look
from scoring.model import Actual, Sense
from scoring.rulebook import Rulebook
from scoring.rules import qualitative
from scoring.scores import IndicatorScore, Status, printed
from scoring.units import Factor, compare
from scoring.verdicts import Line, judge

EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""

FIRST_YEAR = 1901
"""Days before it are counted differently by each spreadsheet."""

DAY = replace(CENTRE, format="yyyy-mm-dd")
BY_PERSON = N_("人工评分")
SAME = Fraction(1, 10**10)

Text = Callable[[bool], str]
"""A formula of points, rounded or not. Raises `Inexpressible` where it cannot be rounded exactly."""


@dataclass(frozen=True, slots=True)
class LineProof:
    """What stands in the row: the actual and the share as values, the rest as formulas.

    `low` and `high` are the least and the most possible; of a settled score both are what a total adds.
    """

    score: str
    low: str
    high: str
    actual: Value
    look: Look = CENTRE
    share: Value = None
    scaled: str = ""
    check: Check = EXACT


@dataclass(frozen=True, slots=True)
class Place:
    """The cells of a line's row, that of the form's score, and that of the check."""

    cells: Cells
    printed: str
    check: str


def prove(score: IndicatorScore, place: Place, rulebook: Rulebook) -> LineProof:
    """The proof of a line, in a row of its own."""
    shown = texts.actual(score)
    if score.status is Status.NOT_APPLICABLE:
        return LineProof(place.cells.actual, "0", "0", shown)
    if score.weight is None:
        return LineProof("", "0", "0", shown)
    line = Line(score.indicator, score.outcome, Fraction(score.weight), rulebook)
    if score.score.value is None:
        return _open(score, line, place, shown)
    if score.override is not None:
        return _by_person(score.override.score, score.weight, line, place)
    by_sense = {Sense.QUALITATIVE: _judgement, Sense.YES_NO: _answer, Sense.BY_DATE: _day}
    of = by_sense.get(line.target.sense, _figure)
    return of(score, score.weight, line, place)


def _open(score: IndicatorScore, line: Line, place: Place, shown: str) -> LineProof:
    """An interval: that of a band, or from nothing to all points or fewer."""
    weight, limits = score.weight or Decimal(0), [number(end) for end in score.exact]
    band = score.outcome.actual.band if score.outcome.actual else None
    if line.rulebook.rounding.point.value == "line":
        limits = [number(printed(end, weight, line.rulebook)) for end in score.exact]
    if score.exact[1] == Fraction(weight):
        limits[1] = place.cells.weight
    if score.rule == "qualitative" and band is not None and line.rulebook.rounding.point.value == "line":
        bands = line.rulebook.other.bands.value[band]
        limits = [
            _of_band(limit, score, line, place, text)
            for limit, text in zip((bands.low, bands.high), limits, strict=True)
        ]
    return LineProof("", limits[0], limits[1], shown)


def _of_band(percent: Decimal, score: IndicatorScore, line: Line, place: Place, otherwise: str) -> str:
    """The points at a limit of a band, computed from the weight where that is exact."""
    if qualitative(line.points, Fraction(percent)) == line.points:
        return place.cells.weight
    known = Known(Fraction(percent) * 10 ** decimals(percent))
    scale = Fraction(10 ** decimals(percent))
    at = Scaled(line, score.weight or Decimal(0), number(known.figure), place.cells.weight, scale, known)
    try:
        return at.points(Quotient(Fraction(0), at.cents, 100 * scale), 100 * scale, "")
    except Inexpressible:
        return otherwise


def _by_person(given: Decimal, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A score that a person set, rounded as every other."""
    typed, scale = FIFTEEN.create_decimal(given), Fraction(10 ** decimals(given))

    def text(rounds: bool) -> str:
        known = Known(Fraction(given) * scale, rounds)
        at = Scaled(line, weight, place.cells.scaled, place.cells.weight, scale, known)
        part = at.points(Quotient(Fraction(0), Fraction(10**line.rulebook.places), scale), at.cents, "")
        return f"IF({at_least(at.figure, at.of(weight))},{at.full},{part})"

    proof = _settled(text, typed == given, line.rulebook, place)
    look = replace(CENTRE, format=f'"{_(BY_PERSON)} "0.00####')
    return replace(proof, actual=typed, look=look, scaled=_whole(place.cells.actual, scale))


def _figure(score: IndicatorScore, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A figure in the unit it was recorded in, and the target on the same scale."""
    actual = score.outcome.actual or Actual()
    given = actual.value if actual.value is not None else Decimal(0)
    typed = FIFTEEN.create_decimal(given)
    scale = Fraction(10 ** decimals(typed))
    relation = compare(actual.unit, line.target.unit) if actual.unit else None
    in_unit = scale / relation.value if isinstance(relation, Factor) else scale

    def text(rounds: bool) -> str:
        known = Known(Fraction(typed) * scale, rounds)
        return known_formula(line, weight, place.cells.scaled, place.cells.weight, in_unit, known)

    is_short = typed == given and abs(Fraction(typed) * scale) < TOO_LONG
    proof = _settled(text, is_short, line.rulebook, place)
    if not is_short and not _is_the_same(score, replace(actual, value=typed), line):
        proof = replace(proof, low=place.printed, high=place.printed, check=IMPOSSIBLE)
    return replace(proof, actual=typed, scaled=_whole(place.cells.actual, scale))


def _is_the_same(score: IndicatorScore, actual: Actual, line: Line) -> bool:
    """Whether what a spreadsheet keeps of an actual gives the same points."""
    verdict = judge(replace(line, outcome=replace(line.outcome, actual=actual)))
    return abs(verdict.low - score.exact[0]) < SAME


def _judgement(score: IndicatorScore, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A band, and the share of the points inside it."""
    actual, share = score.outcome.actual or Actual(), score.outcome.share or Decimal(0)
    typed = FIFTEEN.create_decimal(share)
    scale = Fraction(10 ** decimals(typed))

    def text(rounds: bool) -> str:
        known = Known(Fraction(typed) * scale, rounds)
        return share_points(Scaled(line, weight, place.cells.scaled, place.cells.weight, scale, known))

    proof = _settled(text, typed == share, line.rulebook, place)
    shown = BANDS[actual.band] if actual.band else ""
    return replace(proof, actual=shown, share=typed, scaled=_whole(place.cells.share, scale))


def _answer(score: IndicatorScore, _weight: Decimal, line: Line, place: Place) -> LineProof:
    """Yes or no, as it was answered."""
    good, bad = (NO, YES) if "answer" in line.target.inferred else (YES, NO)
    is_good = score.outcome.actual is not None and score.outcome.actual.yes
    text = f'IF({place.cells.actual}="{good}",{place.cells.weight},0)'
    return replace(
        _settled(lambda _rounds: text, True, line.rulebook, place), actual=good if is_good else bad
    )


def _day(score: IndicatorScore, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A day against a due date, or the word that it was kept."""
    actual, due, cells = score.outcome.actual or Actual(), line.target.date, place.cells
    if actual.date is None or due is None:
        text = f'IF({cells.actual}="{YES}",{cells.weight},0)'
        said = YES if actual.yes else NO
        return replace(_settled(lambda _rounds: text, True, line.rulebook, place), actual=said)
    late = (actual.date - due).days

    def points(rounds: bool) -> str:
        known = Known(Fraction(late), rounds)
        return day_points(Scaled(line, weight, cells.scaled, cells.weight, Fraction(1), known))

    proof = _settled(points, True, line.rulebook, place)
    if min(actual.date.year, due.year) < FIRST_YEAR:
        return replace(proof, actual=actual.date.isoformat(), scaled=str(late))
    scaled = f"{cells.actual}-DATE({due.year},{due.month},{due.day})"
    return replace(proof, actual=Decimal((actual.date - EPOCH).days), look=DAY, scaled=scaled)


def _settled(text: Text, is_short: bool, rulebook: Rulebook, place: Place) -> LineProof:
    """A score rounded where that is exact, and what a total adds of it.

    A total of figures that are not exact adds what the form has, once that is found right; one that is
    rounded only itself adds what is not rounded.
    """
    exact = _exact(text) if is_short else ""
    part = place.cells.score
    if not exact:
        part = f'IF({place.check}="{_(AGREES)}",{place.printed},{place.cells.score})'
    if rulebook.rounding.point.value == "total":
        part = text(False)
    return LineProof(exact or text(False), part, part, None, check=EXACT if exact else UNROUNDED)


def _exact(text: Text) -> str:
    """The formula that rounds, or nothing where it would not be exact."""
    try:
        return text(True)
    except Inexpressible:
        return ""


def _whole(cell: str, scale: Fraction) -> str:
    return cell if scale == 1 else f"ROUND({cell}*{scale},0)"
