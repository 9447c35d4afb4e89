"""A verdict: points from lowest to highest possible, how they came about, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding
from scoring.scores import Fact, Status, Step


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


def settled(rule: str, points: Fraction, attainment: Fraction | None, *steps: Step) -> Verdict:
    """Points that nothing missing can move."""
    return Verdict(rule, points, points, attainment, working=steps)


def all_or_nothing(rule: str, met: bool, w: Fraction, facts: Mapping[str, Fact], clause: str) -> Verdict:
    """All points or none."""
    points = rules.all_or_nothing(w, met=met)
    step = Step(f"{rule}.{'met' if met else 'missed'}", {**facts, "weight": w}, clause)
    return settled(rule, points, rules.ONE if met else rules.NONE, step)


def undecided(rule: str, w: Fraction, status: Status, *odd: Finding) -> Verdict:
    """Anything from nothing to all points."""
    return Verdict(rule, rules.NONE, w, None, status, (Step(rule, {"weight": w}),), odd)
