"""Achievement far above a forward target: ignored, reduced by the excess, or punished by fixed points."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from scoring import rules
from scoring.scores import Step
from scoring.verdicts.line import Line
from scoring.verdicts.verdict import Verdict


def judge_over(line: Line, met: Verdict, a: Fraction, t: Fraction) -> Verdict:
    """A met verdict as it stands once the rulebook has looked at how far above the target it is."""
    over, w, percent = line.rulebook.over, line.points, a / t * 100
    if over.points.value == "reduce" and percent > over.reduce_beyond.value:
        beyond = Fraction(over.reduce_beyond.value) / 100
        points = rules.over_reduced(w, a, t, beyond)
        facts = {"actual": a, "target": t, "weight": w, "beyond": beyond, "points": points}
        step = Step("over.reduced", facts, over.reduce_beyond.key)
    elif over.points.value == "deduct" and percent >= over.deduct_from.value:
        deduct = Fraction(over.deduct_points.value)
        points = rules.deducted(w, deduct, rules.ONE)
        facts = {"actual": a, "target": t, "weight": w, "deduct": deduct, "points": points}
        step = Step("over.deducted", facts, over.deduct_points.key)
    else:
        return met
    method = Step("over.method", {"method": over.points.value}, over.points.key)
    return replace(met, low=points, high=points, working=(*met.working, method, step))
