"""A printed score beside the one that its rule gives: one verdict, tried in a fixed order."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring.printed import CENT, is_rounded
from scoring.recheck.model import CheckedLine, PublishedLine, Verdict
from scoring.recheck.scored import Scored
from scoring.scores import Score, Step

_NEEDED = frozenset({"target", "actual", "weight", "score"})
"""Fields without which a line cannot be scored again."""


def checked(
    line: PublishedLine, weight: Decimal | None, score: Decimal | None, scored: Scored
) -> CheckedLine:
    """The line with its verdict and the sentence on it."""
    if line.pending & _NEEDED:
        verdict, said = Verdict.NOT_CHECKABLE, Step("recheck.no_result")
    else:
        verdict, said = _verdict(weight, score, scored)
    return CheckedLine(line, weight, score, scored.expected, verdict, scored.rule, said, scored.working)


def _verdict(weight: Decimal | None, score: Decimal | None, scored: Scored) -> tuple[Verdict, Step]:
    if weight is None:
        return Verdict.NOT_CHECKABLE, scored.why or Step("recheck.no_weight")
    if score is None:
        return Verdict.NOT_CHECKABLE, scored.why or Step("recheck.no_score")
    if scored.expected is None:
        return _beside_band(score, scored)
    verdict = _beside_figure(weight, score, scored.expected, scored.exact)
    facts = {"score": score, "expected": scored.expected, "weight": weight}
    return verdict, Step(f"recheck.{verdict}", facts)


def _beside_figure(weight: Decimal, score: Decimal, expected: Decimal, exact: Fraction) -> Verdict:
    is_met = exact >= weight
    if abs(score - expected) <= CENT:
        return Verdict.AGREES
    if is_met and score < expected:
        return Verdict.MET_BUT_DEDUCTED
    if not is_met and score >= weight:
        return Verdict.MISSED_BUT_FULL
    if is_rounded(score, exact):
        return Verdict.ROUNDED
    return Verdict.LOWER if score < expected else Verdict.HIGHER


def _beside_band(score: Decimal, scored: Scored) -> tuple[Verdict, Step]:
    """Inside the band that the words name nobody can say more; outside it the score is wrong for sure."""
    band = scored.band
    if band is None or band.low - CENT <= score <= band.high + CENT or _is_limit(score, band):
        return Verdict.NOT_CHECKABLE, scored.why or Step("recheck.no_figure")
    facts = {"score": score, "low": band.low, "high": band.high}
    is_lower = score < band.low
    return (Verdict.LOWER if is_lower else Verdict.HIGHER), Step("recheck.outside_band", facts)


def _is_limit(score: Decimal, band: Score) -> bool:
    """Whether the score is a limit of the band with fewer decimals."""
    return any(is_rounded(score, Fraction(limit)) for limit in (band.low, band.high))


def beside_sum(score: Decimal, summed: Decimal) -> Verdict:
    """The verdict on a printed total beside the sum of its lines."""
    if abs(score - summed) <= CENT:
        return Verdict.AGREES
    if is_rounded(score, Fraction(summed)):
        return Verdict.ROUNDED
    return Verdict.LOWER if score < summed else Verdict.HIGHER
