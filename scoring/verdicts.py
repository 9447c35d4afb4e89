"""What a rule says of one actual against one target: points, attainment and the working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import QUANTITATIVE, Actual, Outcome, Sense, Subject, Target
from scoring.rulebook import Rulebook
from scoring.scores import Fact, Status, Step
from scoring.units import Asks, Factor, compare

FORWARD = frozenset({Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule gives: points from `low` to `high`, unrounded, equal when nothing is open."""

    rule: str
    low: Fraction
    high: Fraction
    attainment: Fraction | None = None
    status: Status = Status.SCORED
    working: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()


def judge(
    target: Target, outcome: Outcome, w: Fraction, cost: bool, rulebook: Rulebook, subject: Subject
) -> Verdict:
    """The verdict on an actual, in points of `w`; open where something is missing or cannot be read."""
    actual = outcome.actual
    if not _says_what_is_asked(target):
        return _open("unread", w, Status.UNREADABLE, finding("target.unread", subject, text=target.text))
    if _is_negative(target):
        odd = finding("target.negative", subject, text=target.text)
        return _open("negative_target", w, Status.UNREADABLE, odd)
    if actual is None:
        return _open("waiting", w, Status.WAITING)
    if target.sense in QUANTITATIVE:
        return _judge_figure(target, actual, w, cost, rulebook, subject)
    if target.sense is Sense.QUALITATIVE:
        return _judge_band(actual, outcome.share, w, rulebook, subject)
    if target.sense is Sense.BY_DATE and actual.date is not None and target.date is not None:
        met = actual.date <= target.date
        facts = {"actual": actual.date.isoformat(), "target": target.date.isoformat()}
        return _all_or_nothing("due_date", met, w, facts, "other.due_date")
    if target.sense is Sense.YES_NO and actual.yes is not None:
        return _all_or_nothing("yes_no", actual.yes, w, {"actual": actual.text}, "other.yes_no")
    return _unread(actual, w, subject)


def _says_what_is_asked(target: Target) -> bool:
    """Whether the target has the figures or the date that its sense needs."""
    match target.sense:
        case Sense.BETWEEN:
            return target.value is not None and target.upper is not None
        case Sense.BY_DATE:
            return target.date is not None
        case Sense.YES_NO | Sense.QUALITATIVE:
            return True
        case _:
            return target.sense in QUANTITATIVE and target.value is not None


def _is_negative(target: Target) -> bool:
    """Whether the target is below 0, where a proportion means nothing; two limits may be."""
    return target.sense is not Sense.BETWEEN and target.value is not None and target.value < 0


def _judge_figure(
    target: Target, actual: Actual, w: Fraction, cost: bool, rulebook: Rulebook, subject: Subject
) -> Verdict:
    if actual.value is None or target.value is None:
        return _unread(actual, w, subject)
    a, working, odd = _in_unit_of(actual, target, subject)
    if a is None:
        return _open("unit", w, Status.UNREADABLE, *odd)
    t, upper = Fraction(target.value), Fraction(target.upper or 0)
    is_between = target.sense is Sense.BETWEEN
    if is_between and t < 0:
        verdict = _judge_tolerance(a, t, upper, w)
    elif t == 0 and not is_between:
        verdict = _judge_zero(a, target.sense, w)
    else:
        if a < 0:
            working = (*working, Step("negative_actual", {"actual": a}, "quantitative.negative_actual"))
            a = rules.NONE
        if is_between:
            verdict = _judge_between(a, t, upper, w, subject)
        elif _is_forward(target.sense, cost, rulebook):
            verdict = _judge_forward(a, t, w, rulebook)
        else:
            verdict = _judge_reverse(a, t, w, rulebook)
    return replace(verdict, working=(*working, *verdict.working))


def _is_forward(sense: Sense, cost: bool, rulebook: Rulebook) -> bool:
    """Whether more is better; of a cost with = the rulebook decides."""
    if sense is Sense.EQUAL and cost:
        return rulebook.quantitative.missed_equal_cost.value == "forward"
    return sense in FORWARD


def _judge_zero(a: Fraction, sense: Sense, w: Fraction) -> Verdict:
    """Against a target of 0 a figure is met or not; a negative one is not at least 0."""
    met = a >= 0 if sense in (Sense.AT_LEAST, Sense.ABOVE) else a <= 0
    return _all_or_nothing("zero_target", met, w, {"actual": a}, "quantitative.zero_target")


def _judge_forward(a: Fraction, t: Fraction, w: Fraction, rulebook: Rulebook) -> Verdict:
    facts: dict[str, Fact] = {"actual": a, "target": t, "weight": w}
    has_gate = rulebook.quantitative.forward.value == "gate"
    if a >= t:
        points, code = w, "forward.met"
    elif has_gate:
        gate = Fraction(rulebook.quantitative.gate.value) / 100
        points, code = rules.forward_gated(w, a, t, gate), "forward.gate"
        facts |= {"gate": gate, "points": points}
    else:
        points, code = rules.forward(w, a, t), "forward.short"
        facts |= {"points": points}
    rule = "forward.gate" if has_gate else "forward"
    return _settled(rule, points, a / t, Step(code, facts, "quantitative.forward"))


def _judge_reverse(a: Fraction, t: Fraction, w: Fraction, rulebook: Rulebook) -> Verdict:
    method = rulebook.quantitative.reverse.value
    facts = {"actual": a, "target": t, "weight": w}
    attainment = t / a if a else None
    if a <= t:
        return _settled(
            f"reverse.{method}", w, attainment, Step("reverse.met", facts, "quantitative.reverse")
        )
    formula = rules.reverse_linear if method == "linear" else rules.reverse_ratio
    points = formula(w, a, t)
    step = Step(f"reverse.{method}", {**facts, "points": points}, "quantitative.reverse")
    return _settled(f"reverse.{method}", points, attainment, step)


def _judge_tolerance(a: Fraction, lower: Fraction, upper: Fraction, w: Fraction) -> Verdict:
    facts: dict[str, Fact] = {"actual": a, "lower": lower, "upper": upper}
    return _all_or_nothing("tolerance", lower <= a <= upper, w, facts, "quantitative.tolerance")


def _judge_between(a: Fraction, lower: Fraction, upper: Fraction, w: Fraction, subject: Subject) -> Verdict:
    facts: dict[str, Fact] = {"actual": a, "lower": lower, "upper": upper, "weight": w}
    if a < lower:
        points = rules.between(w, a, lower)
        step = Step("between.below", {**facts, "points": points}, "quantitative.between")
        return _settled("between", points, a / lower, step)
    if a > upper:
        step = Step("between.above", facts, "quantitative.between")
        odd = finding("between.above", subject, actual=a, upper=upper)
        return replace(_settled("between", w, a / upper if upper else None, step), findings=(odd,))
    return _settled("between", w, rules.ONE, Step("between.inside", facts, "quantitative.between"))


def _judge_band(
    actual: Actual, share: Decimal | None, w: Fraction, rulebook: Rulebook, subject: Subject
) -> Verdict:
    if actual.band is None:
        return _unread(actual, w, subject)
    limits = rulebook.other.bands.value[actual.band]
    low, high = (rules.qualitative(w, Fraction(limit)) for limit in (limits.low, limits.high))
    facts = {"band": actual.band.value, "low": limits.low, "high": limits.high, "weight": w}
    if share is None:
        step = Step("qualitative.open", facts, "other.bands")
        return Verdict("qualitative", low, high, status=Status.WAITING, working=(step,))
    if not limits.holds(share):
        step = Step("qualitative.open", facts, "other.bands")
        odd = finding(
            "share.outside", subject, share=share, low=limits.low, high=limits.high, band=actual.band
        )
        return Verdict("qualitative", low, high, None, Status.UNREADABLE, (step,), (odd,))
    points = rules.qualitative(w, Fraction(share))
    step = Step("qualitative", {**facts, "share": share, "points": points}, "other.bands")
    return _settled("qualitative", points, Fraction(share) / 100, step)


def _in_unit_of(
    actual: Actual, target: Target, subject: Subject
) -> tuple[Fraction | None, tuple[Step, ...], tuple[Finding, ...]]:
    """The actual's figure in the target's unit, or None with a finding where the two do not compare."""
    figure = Fraction(actual.value or 0)
    if not actual.unit or actual.unit == target.unit:
        return figure, (), ()
    relation = compare(actual.unit, target.unit)
    if isinstance(relation, Factor):
        converted = figure * relation.value
        facts: dict[str, Fact] = {
            "figure": figure,
            "unit": actual.unit,
            "converted": converted,
            "to": target.unit,
        }
        return converted, (Step("convert", facts),) if relation.value != 1 else (), ()
    code = "unit.asks" if isinstance(relation, Asks) else "unit.differs"
    return None, (), (finding(code, subject, actual=actual.unit, target=target.unit),)


def _settled(rule: str, points: Fraction, attainment: Fraction | None, step: Step) -> Verdict:
    return Verdict(rule, points, points, attainment, working=(step,))


def _all_or_nothing(rule: str, met: bool, w: Fraction, facts: Mapping[str, Fact], clause: str) -> Verdict:
    points = rules.all_or_nothing(w, met=met)
    step = Step(f"{rule}.{'met' if met else 'missed'}", {**facts, "weight": w}, clause)
    return _settled(rule, points, rules.ONE if met else rules.NONE, step)


def _open(rule: str, w: Fraction, status: Status, *odd: Finding) -> Verdict:
    return Verdict(rule, rules.NONE, w, None, status, (Step(rule, {"weight": w}),), odd)


def _unread(actual: Actual, w: Fraction, subject: Subject) -> Verdict:
    return _open("actual_unread", w, Status.UNREADABLE, finding("actual.unread", subject, text=actual.text))
