"""Verdicts on a figure against a figure."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import Actual, Sense, Target
from scoring.scores import Fact, Status, Step
from scoring.units import Asks, Factor, compare
from scoring.verdicts.line import Line
from scoring.verdicts.over import judge_over
from scoring.verdicts.steps import judge_steps
from scoring.verdicts.verdict import Verdict, all_or_nothing, settled, undecided
from scoring.verdicts.words import unread


def judge_figure(line: Line, actual: Actual) -> Verdict:
    """A figure against its target: by a score table where one applies, else by the rule of its sense."""
    target = line.target
    if actual.value is None or target.value is None:
        return unread(line, actual)
    figure, working, odd = _in_unit_of(actual, line)
    if figure is None:
        return undecided("unit", line.points, Status.UNREADABLE, *odd)
    verdict = judge_steps(line, figure) or _by_sense(line, figure, Fraction(target.value))
    return replace(verdict, working=(*working, *verdict.working))


def _by_sense(line: Line, a: Fraction, t: Fraction) -> Verdict:
    target = line.target
    if is_tolerance(target):
        return _judge_tolerance(line, a, t)
    if t == 0 and target.sense is not Sense.BETWEEN:
        return _judge_zero(line, a)
    working: tuple[Step, ...] = ()
    if a < 0:
        clause = line.rulebook.quantitative.negative_actual.key
        working, a = (Step("negative_actual", {"actual": a}, clause),), rules.NONE
    if target.sense is Sense.BETWEEN:
        verdict = _judge_between(line, a, t)
    elif line.is_forward:
        verdict = _judge_forward(line, a, t)
    else:
        verdict = _judge_reverse(line, a, t)
    return replace(verdict, working=(*working, *verdict.working))


def is_tolerance(target: Target) -> bool:
    """Whether the target is a figure with ±, or two limits of which the lower one is below 0."""
    if target.sense is not Sense.BETWEEN:
        return False
    return target.nominal is not None or (target.value is not None and target.value < 0)


def _judge_tolerance(line: Line, a: Fraction, lower: Fraction) -> Verdict:
    upper = Fraction(line.target.upper or 0)
    facts: dict[str, Fact] = {"actual": a, "lower": lower, "upper": upper}
    clause = line.rulebook.quantitative.tolerance.key
    return all_or_nothing("tolerance", lower <= a <= upper, line.points, facts, clause)


def _judge_zero(line: Line, a: Fraction) -> Verdict:
    """Against a target of 0 a figure is met or not; a negative one is not at least 0."""
    met = a >= 0 if line.target.sense in (Sense.AT_LEAST, Sense.ABOVE) else a <= 0
    clause = line.rulebook.quantitative.zero_target.key
    return all_or_nothing("zero_target", met, line.points, {"actual": a}, clause)


def _judge_forward(line: Line, a: Fraction, t: Fraction) -> Verdict:
    quantitative, w = line.rulebook.quantitative, line.points
    method = quantitative.forward
    facts: dict[str, Fact] = {"actual": a, "target": t, "weight": w}
    if method.value == "met_or_nothing":
        whole = all_or_nothing("forward.whole", a >= t, w, facts, method.key)
        verdict = replace(whole, attainment=a / t)
        return judge_over(line, verdict, a, t) if a >= t else verdict
    rule = "forward.gate" if method.value == "gate" else "forward"
    if a >= t:
        met = settled(rule, w, a / t, Step("forward.met", facts, method.key))
        return judge_over(line, met, a, t)
    if method.value == "gate":
        gate = Fraction(quantitative.gate.value) / 100
        points = rules.forward_gated(w, a, t, gate)
        step = Step("forward.gate", {**facts, "gate": gate, "points": points}, method.key)
    else:
        points = rules.forward(w, a, t)
        step = Step("forward.short", {**facts, "points": points}, method.key)
    return settled(rule, points, a / t, step)


def _judge_reverse(line: Line, a: Fraction, t: Fraction) -> Verdict:
    quantitative, w = line.rulebook.quantitative, line.points
    method = quantitative.reverse
    facts: dict[str, Fact] = {"actual": a, "target": t, "weight": w}
    attainment = t / a if a else None
    rule = f"reverse.{method.value}"
    if a <= t:
        return settled(rule, w, attainment, Step("reverse.met", facts, method.key))
    match method.value:
        case "linear":
            points = rules.reverse_linear(w, a, t)
        case "per_unit":
            deduct = Fraction(quantitative.reverse_deduct.value)
            points = rules.deducted(w, deduct, a - t)
            facts |= {"deduct": deduct, "over": a - t}
        case "met_or_nothing":
            points = rules.NONE
        case _:
            points = rules.reverse_ratio(w, a, t)
    return settled(rule, points, attainment, Step(rule, {**facts, "points": points}, method.key))


def _judge_between(line: Line, a: Fraction, lower: Fraction) -> Verdict:
    upper, w, method = Fraction(line.target.upper or 0), line.points, line.rulebook.quantitative.between
    facts: dict[str, Fact] = {"actual": a, "lower": lower, "upper": upper, "weight": w}
    if method.value == "met_or_nothing":
        return all_or_nothing("between.whole", lower <= a <= upper, w, facts, method.key)
    if a < lower:
        points = rules.between(w, a, lower)
        return settled(
            "between", points, a / lower, Step("between.below", {**facts, "points": points}, method.key)
        )
    if a > upper:
        odd = finding("between.above", line.subject, actual=a, upper=upper)
        above = settled("between", w, a / upper if upper else None, Step("between.above", facts, method.key))
        return replace(above, findings=(odd,))
    return settled("between", w, rules.ONE, Step("between.inside", facts, method.key))


def _in_unit_of(actual: Actual, line: Line) -> tuple[Fraction | None, tuple[Step, ...], tuple[Finding, ...]]:
    """The actual's figure in the target's unit, or None with a finding where the two do not compare."""
    figure, unit = Fraction(actual.value or 0), line.target.unit
    if not actual.unit or actual.unit == unit:
        return figure, (), ()
    relation = compare(actual.unit, unit)
    if isinstance(relation, Factor):
        converted = figure * relation.value
        facts: dict[str, Fact] = {
            "figure": figure,
            "unit": actual.unit,
            "converted": converted,
            "to": unit,
        }
        return converted, (Step("convert", facts),) if relation.value != 1 else (), ()
    code = "unit.asks" if isinstance(relation, Asks) else "unit.differs"
    return None, (), (finding(code, line.subject, actual=actual.unit, target=unit),)
