"""Figures far off what they are held against: a decimal point that slipped, a ratio for percent, 元 for 万元.

The check before handing in tells of them; while figures are typed the same doubts ask before one is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.checks.texts import place_of
from scoring.findings import Finding, finding
from scoring.model import QUANTITATIVE, Funds, Project, ProjectOutcome, Subject
from scoring.scores import IndicatorScore

FAR = 7
"""So many times too much or too little is far off: ten times too much of what was met by seven tenths."""

LEAST_NEAR = Fraction(FAR, 10)
"""The part of a power of ten from which a figure is said to be about that power off."""

FARTHEST = 13
"""No figure is off by more places than this."""

LITTLE = 9
"""Spending of more than one part in so many is little and may be true; a slipped point makes it less."""

LEAST_PERCENT = 10
"""Below so many percent asked for, a figure up to 1 may well be percent and no ratio."""


def times_off(ratio: Fraction) -> int:
    """How many times a figure is off what it is held against; 0 where it is near, or nothing at all.

    About a power of ten is that power: 1386 against 143 is 10 times.
    """
    if ratio <= 0:
        return 0
    over = max(ratio, 1 / ratio)
    if over < FAR:
        return 0
    powers = (10**places for places in range(1, FARTHEST))
    near = (power for power in powers if LEAST_NEAR <= over / power <= 1 / LEAST_NEAR)
    return next(near, int(rules.round_half_up(over, 0)))


def of_figure(line: IndicatorScore) -> Iterator[Finding]:
    """A figure far off its target, or a ratio where percent is asked for."""
    actual, target = line.outcome.actual, line.target
    if actual is None or actual.value is None or target.sense not in QUANTITATIVE:
        return
    times, place = times_off(line.attainment or rules.NONE), place_of(line.indicator.key, "actual")
    if not times:
        return
    facts: dict[str, object] = {"name": line.indicator.name, "target": target.text}
    asked = target.value if target.unit == "%" and not actual.unit else None
    if asked is not None and asked >= LEAST_PERCENT and 0 < actual.value <= 1:
        percent = (actual.value * 100).normalize()
        yield finding("actual.like_ratio", place, None, **facts, actual=actual.value, percent=percent)
    else:
        yield finding("actual.far_off", place, None, **facts, actual=actual.text, times=times)


def of_amounts(project: Project, recorded: ProjectOutcome, budget: Decimal | None) -> Iterator[Finding]:
    """Amounts far off the budget, declared or recorded, or the spending plan; all in 万元."""
    money, declared = recorded.money, Funds(project.budget, project.fiscal, None, project.other)
    spendable = Funds(budget, money.adjusted.fiscal, money.adjusted.carried, money.adjusted.other)
    kinds = {
        "initial": (money.initial, declared),
        "adjusted": (money.adjusted, declared),
        "received": (money.received, spendable),
        "spent": (money.spent, spendable),
    }
    for kind, (funds, wanted) in kinds.items():
        for source in ("total", "fiscal", "carried", "other"):
            field = f"money.{kind}.{source}"
            yield from _of_amount(project.code, field, getattr(funds, source), getattr(wanted, source))
    planned = {checkpoint.month: checkpoint.amount for checkpoint in project.plan}
    for month, amount in money.checkpoints.items():
        yield from _of_amount(project.code, f"checkpoint.{month}", amount, planned.get(month))


def _of_amount(
    project: str, field: str, amount: Decimal | None, against: Decimal | None
) -> Iterator[Finding]:
    if not amount or not against:
        return
    ratio = Fraction(amount) / Fraction(against)
    may_be_little = not field.startswith(("money.initial", "money.adjusted")) and ratio > Fraction(1, LITTLE)
    times = 0 if ratio < 1 and may_be_little else times_off(ratio)
    if times:
        place = Subject(project, field=field)
        yield finding("money.far_off", place, field=field, amount=amount, against=against, times=times)
