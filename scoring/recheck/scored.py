"""A printed row scored by the same scoring as everywhere: what the rule gives, or why it gives nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.execution import score_amounts
from scoring.findings import Finding
from scoring.lines import score_line
from scoring.model import Actual, Completion, Outcome, Sense, Subject, Target
from scoring.notation import is_blank, normalise, read_share
from scoring.recheck.figures import in_cents, points_of
from scoring.recheck.model import PublishedLine
from scoring.recheck.money import amount_of
from scoring.recheck.reading import read_line
from scoring.recheck.rows import Kind
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, IndicatorScore, Score, Status, Step

_BAND_WORD = "达成"
"""What the form names its bands by: 达成预期指标, 部分达成…, 未达成…."""


_REASONS = frozenset(
    {"unit.differs", "unit.asks", "target.negative", "execution.zero_budget", "execution.negative"}
)
"""Doubts of the scoring that say why a line has no score."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the rule gives: a figure, or the limits of a band, or neither; then `why` not."""

    rule: str
    working: tuple[Step, ...] = ()
    expected: Decimal | None = None
    exact: Fraction = Fraction(0)
    band: Score | None = None
    why: Step | None = None


def score_row(line: PublishedLine, kind: Kind, weight: Decimal | None, rulebook: Rulebook) -> Scored:
    """Score one row by itself with its own weight, None where that is no figure to score with."""
    if kind is Kind.PART:
        return Scored("part", why=Step("recheck.part"))
    why = _missing(line)
    if kind is Kind.EXECUTION:
        return _execution(line, weight, rulebook, why)
    indicator, actual = read_line(line)
    is_known = not (is_blank(line.actual) or line.pending & {"target", "actual"})
    outcome = Outcome(actual=actual if is_known else None, share=read_share(line.actual)[1])
    scored, odd = score_line(indicator, outcome, weight, rulebook)
    expected = scored.computed.value
    if scored.status is Status.SCORED and expected is not None:
        return _settled(scored, expected)
    why = why or _not_compared(line, indicator.target, actual) or _said(odd)
    band = scored.computed if _names_its_band(line, actual) and weight is not None else None
    return Scored(scored.rule, scored.working, band=band, why=why)


def _execution(line: PublishedLine, weight: Decimal | None, rulebook: Rulebook, why: Step | None) -> Scored:
    budget, spent = amount_of(line.target, line), amount_of(line.actual, line)
    points = Decimal(0) if weight is None else weight
    # A table does not say whether all was finished within the year; all points say that it was.
    completion = Completion.FINISHED if points_of(line.score) == points else Completion.OPEN
    subject = Subject(line.project)
    scored, odd = score_amounts(budget, spent, points, rulebook, subject, completion=completion)
    expected = scored.score.value
    if weight is not None and scored.status is Status.SCORED and expected is not None:
        return _settled(scored, expected)
    if why is None and not (line.weight or line.score):
        why = Step("recheck.shown")
    if why is None and (budget is None or spent is None):
        why = Step("recheck.amounts", {"target": line.target, "actual": line.actual})
    return Scored(scored.rule, scored.working, why=why or _said(odd))


def _settled(scored: IndicatorScore | ExecutionScore, expected: Decimal) -> Scored:
    return Scored(scored.rule, scored.working, in_cents(expected), scored.exact[0])


def _missing(line: PublishedLine) -> Step | None:
    if is_blank(line.target):
        return Step("recheck.no_target")
    return Step("recheck.no_actual") if is_blank(line.actual) else None


def _not_compared(line: PublishedLine, target: Target, actual: Actual) -> Step | None:
    """Why a target and an actual cannot be held against one another, where their texts are the reason."""
    facts = {"target": line.target, "actual": line.actual}
    if target.sense is Sense.UNREAD:
        return Step("recheck.target_unread", facts)
    if target.sense is Sense.QUALITATIVE:
        return Step("recheck.words", facts)
    if not actual.is_read:
        return Step("recheck.actual_unread", facts)
    return None


def _said(odd: tuple[Finding, ...]) -> Step | None:
    """The first doubt that the scoring raised, as the reason."""
    first = next((one for one in odd if one.code in _REASONS), None)
    return Step(f"recheck.{first.code}", first.facts) if first else None


def _names_its_band(line: PublishedLine, actual: Actual) -> bool:
    """Whether the form's own words say which band the actual is in, and not words that may mean anything."""
    return actual.band is not None and _BAND_WORD in normalise(line.actual)
