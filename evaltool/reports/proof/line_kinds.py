"""The kinds of line in the proof: each has an input of its own (figure, word or day) and its formula."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.exact import FIFTEEN, TOO_LONG, Known, Quotient, at_least, decimals
from evaltool.formulas.figure_rules import known_formula
from evaltool.formulas.line_points import day_points, share_points
from evaltool.formulas.scaled import Scaled
from evaltool.formulas.words import BANDS, NO, YES
from evaltool.language import N_, _
from evaltool.reports.proof.checks import IMPOSSIBLE
from evaltool.reports.proof.columns import Place
from evaltool.reports.proof.line_proof import LineProof, settled, whole
from evaltool.sheets.looks import CENTRE
from scoring.model import Actual
from scoring.scores import IndicatorScore
from scoring.units import Factor, compare
from scoring.verdicts import Line, judge

EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""

FIRST_YEAR = 1901
"""Days before it are counted differently by each spreadsheet."""

DAY = replace(CENTRE, format="yyyy-mm-dd")
BY_PERSON = N_("人工评分")
SAME = Fraction(1, 10**10)


def by_person(given: Decimal, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A score that a person set, rounded as every other."""
    typed, scale = FIFTEEN.create_decimal(given), Fraction(10 ** decimals(given))

    def text(rounds: bool) -> str:
        known = Known(Fraction(given) * scale, rounds)
        at = Scaled(line, weight, place.cells.scaled, place.cells.weight, scale, known)
        part = at.points(Quotient(Fraction(0), Fraction(10**line.rulebook.places), scale), at.cents, "")
        return f"IF({at_least(at.figure, at.of(weight))},{at.full},{part})"

    proof = settled(text, typed == given, line.rulebook, place)
    look = replace(CENTRE, format=f'"{_(BY_PERSON)} "0.00####')
    return replace(proof, actual=typed, look=look, scaled=whole(place.cells.actual, scale))


def figure(score: IndicatorScore, weight: Decimal, line: Line, place: Place) -> LineProof:
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
    proof = settled(text, is_short, line.rulebook, place)
    if not is_short and not _is_the_same(score, replace(actual, value=typed), line):
        proof = replace(proof, low=place.printed, high=place.printed, check=IMPOSSIBLE)
    return replace(proof, actual=typed, scaled=whole(place.cells.actual, scale))


def _is_the_same(score: IndicatorScore, actual: Actual, line: Line) -> bool:
    """Whether what a spreadsheet keeps of an actual gives the same points."""
    verdict = judge(replace(line, outcome=replace(line.outcome, actual=actual)))
    return abs(verdict.low - score.exact[0]) < SAME


def judgement(score: IndicatorScore, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A band, and the share of the points inside it."""
    actual, share = score.outcome.actual or Actual(), score.outcome.share or Decimal(0)
    typed = FIFTEEN.create_decimal(share)
    scale = Fraction(10 ** decimals(typed))

    def text(rounds: bool) -> str:
        known = Known(Fraction(typed) * scale, rounds)
        return share_points(Scaled(line, weight, place.cells.scaled, place.cells.weight, scale, known))

    proof = settled(text, typed == share, line.rulebook, place)
    shown = BANDS[actual.band] if actual.band else ""
    return replace(proof, actual=shown, share=typed, scaled=whole(place.cells.share, scale))


def answer(score: IndicatorScore, _weight: Decimal, line: Line, place: Place) -> LineProof:
    """Yes or no, as it was answered."""
    good, bad = (NO, YES) if "answer" in line.target.inferred else (YES, NO)
    is_good = score.outcome.actual is not None and score.outcome.actual.yes
    text = f'IF({place.cells.actual}="{good}",{place.cells.weight},0)'
    return replace(settled(lambda _rounds: text, True, line.rulebook, place), actual=good if is_good else bad)


def day(score: IndicatorScore, weight: Decimal, line: Line, place: Place) -> LineProof:
    """A day against a due date, or the word that it was kept."""
    actual, due, cells = score.outcome.actual or Actual(), line.target.date, place.cells
    if actual.date is None or due is None:
        text = f'IF({cells.actual}="{YES}",{cells.weight},0)'
        said = YES if actual.yes else NO
        return replace(settled(lambda _rounds: text, True, line.rulebook, place), actual=said)
    late = (actual.date - due).days

    def points(rounds: bool) -> str:
        known = Known(Fraction(late), rounds)
        return day_points(Scaled(line, weight, cells.scaled, cells.weight, Fraction(1), known))

    proof = settled(points, True, line.rulebook, place)
    if min(actual.date.year, due.year) < FIRST_YEAR:
        return replace(proof, actual=actual.date.isoformat(), scaled=str(late))
    scaled = f"{cells.actual}-DATE({due.year},{due.month},{due.day})"
    return replace(proof, actual=Decimal((actual.date - EPOCH).days), look=DAY, scaled=scaled)
