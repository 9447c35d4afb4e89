"""An indicator in the proof: the kind of line that it is, or the interval of one that is still open."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.exact import Inexpressible, Known, Quotient, decimals, number
from evaltool.formulas.scaled import Scaled
from evaltool.reports import texts
from evaltool.reports.proof import line_kinds
from evaltool.reports.proof.columns import Place
from evaltool.reports.proof.line_proof import LineProof
from scoring.model import Sense
from scoring.rulebook import Rulebook
from scoring.rules import qualitative
from scoring.scores import IndicatorScore, Status, printed
from scoring.verdicts import Line

BY_SENSE = {
    Sense.QUALITATIVE: line_kinds.judgement,
    Sense.YES_NO: line_kinds.answer,
    Sense.BY_DATE: line_kinds.day,
}
"""How a line is proved by what its target asks for; every other is a figure."""


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
        return line_kinds.by_person(score.override.score, score.weight, line, place)
    of = BY_SENSE.get(line.target.sense, line_kinds.figure)
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
