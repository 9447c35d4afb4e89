"""100 points spread over execution, levels and indicators, and told how.

Declared weights are kept as they are. Where a document declares none, the rulebook's level points are spread
evenly over the indicators of the level, to 0.01 by largest remainder, so that they add up exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from scoring.findings import Finding, finding
from scoring.model import Indicator, Key, Project, ProjectOutcome, State, Subject, WeightChoice
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, Fact, Step

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Allotment:
    """The points of execution and of each line. `settled` is False while they do not make a total of 100."""

    execution: Decimal
    lines: Mapping[Key, Decimal | None]
    settled: bool
    working: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()


def apportion(shares: Sequence[Fraction], total: Decimal, places: int = 2) -> list[Decimal]:
    """`total` split in proportion to `shares`, exactly, by largest remainder; ties go to the earlier part."""
    common = lcm(*(share.denominator for share in shares))
    parts = [share.numerator * common // share.denominator for share in shares]
    figure = Fraction(total) * 10**places
    whole = sum(parts) * figure.denominator
    split = [divmod(part * figure.numerator, whole) for part in parts]
    units = [unit for unit, _ in split]
    left = int(figure) - sum(units)
    by_remainder = sorted(range(len(split)), key=lambda i: (-split[i][1], i))
    for i in by_remainder[:left]:
        units[i] += 1
    return [Decimal(unit).scaleb(-places) for unit in units]


def allot(
    project: Project, outcome: ProjectOutcome, weights: Mapping[Key, Decimal], rulebook: Rulebook
) -> Allotment:
    """The points of a project's lines: set by a person before declared, declared before spread."""
    execution = ZERO if outcome.execution is State.NOT_APPLICABLE else rulebook.execution.points.value
    given = {line.key: weights.get(line.key, line.weight) for line in project.indicators}
    subject = Subject(project.code, field="weight")
    if not given:
        return Allotment(
            execution, given, settled=False, findings=(finding("weights.no_indicators", subject),)
        )
    if all(weight is None for weight in given.values()):
        return _spread(project.indicators, execution, subject, rulebook)
    return _declared(given, execution, outcome, subject, rulebook)


def _declared(
    given: Mapping[Key, Decimal | None],
    execution: Decimal,
    outcome: ProjectOutcome,
    subject: Subject,
    rulebook: Rulebook,
) -> Allotment:
    present = {key: weight for key, weight in given.items() if weight is not None}
    usable: dict[Key, Decimal | None] = {
        key: weight if weight is not None and weight > 0 else None for key, weight in given.items()
    }
    total = sum(present.values(), Decimal(0))
    odd = [
        finding("weights.not_positive", subject, name=key.name, weight=weight)
        for key, weight in present.items()
        if usable[key] is None
    ]
    if len(present) < len(given):
        odd.append(finding("weights.incomplete", subject, count=len(given) - len(present), sum=total))
    if odd:
        return Allotment(execution, usable, settled=False, findings=tuple(odd))
    reserved = rulebook.execution.points.value
    room = HUNDRED - reserved
    step = Step("weights.declared", {"sum": total}, "weights.declared")
    if total == HUNDRED - execution:
        return Allotment(execution, given, settled=True, working=(step,))
    if total == room:
        said = Step("weights.execution_spread", {"points": reserved}, "execution.not_applicable")
        return Allotment(execution, given, settled=True, working=(step, said))
    if total == HUNDRED and outcome.weight_choice is WeightChoice.NO_EXECUTION:
        said = Step("weights.no_execution", {"sum": total}, "weights.declared")
        return Allotment(ZERO, given, settled=True, working=(step, said))
    if total == HUNDRED and outcome.weight_choice is WeightChoice.SCALE:
        scaled = apportion([Fraction(weight) for weight in present.values()], HUNDRED - execution)
        said = Step("weights.scaled", {"sum": total, "to": HUNDRED - execution}, "weights.declared")
        lines = dict(zip(present, scaled, strict=True))
        return Allotment(execution, lines, settled=True, working=(step, said))
    code = "weights.no_room" if total == HUNDRED else "weights.sum"
    return Allotment(
        execution, given, settled=False, findings=(finding(code, subject, sum=total, room=room),)
    )


def _spread(
    indicators: Sequence[Indicator], execution: Decimal, subject: Subject, rulebook: Rulebook
) -> Allotment:
    rules = rulebook.weights
    by_level: dict[str, list[Key]] = {}
    working: list[Step] = []
    findings: list[Finding] = []
    for level1, keys in _grouped(indicators).items():
        level = rules.inside.value.get(level1, level1)
        if level not in rules.levels.value:
            findings.append(finding("weights.unknown_level", subject, level=level1, count=len(keys)))
            continue
        if level != level1:
            working.append(Step("weights.inside", {"level": level1, "inside": level}, "weights.inside"))
            findings.append(finding("weights.inside", subject, level=level1, inside=level))
        by_level.setdefault(level, []).extend(keys)
    lines: dict[Key, Decimal | None] = dict.fromkeys((line.key for line in indicators), None)
    if findings and not by_level:
        return Allotment(execution, lines, settled=False, findings=tuple(findings))
    points, moved = _level_points(by_level, execution, rulebook)
    working += moved
    for level, keys in by_level.items():
        facts: dict[str, Fact] = {"level": level, "points": points[level], "count": len(keys)}
        working.append(Step("weights.spread", facts, "weights.spread"))
        lines.update(zip(keys, apportion([Fraction(1)] * len(keys), points[level]), strict=True))
    settled = all(weight is not None for weight in lines.values())
    return Allotment(execution, lines, settled, tuple(working), tuple(findings))


def _grouped(indicators: Iterable[Indicator]) -> dict[str, list[Key]]:
    groups: dict[str, list[Key]] = {}
    for line in indicators:
        groups.setdefault(line.level1, []).append(line.key)
    return groups


def _level_points(
    present: Iterable[str], execution: Decimal, rulebook: Rulebook
) -> tuple[dict[str, Decimal], list[Step]]:
    """The points of the levels that exist: those of absent ones moved, the rest pro rata to 100."""
    rules = rulebook.weights
    levels = [level for level in rules.levels.value if level in set(present)]
    shares = {level: Fraction(rules.levels.value[level]) for level in levels}
    working: list[Step] = []
    for absent, points in rules.levels.value.items():
        if absent in shares:
            continue
        to = rules.absent_to.value.get(absent, "")
        facts: dict[str, Fact] = {"level": absent, "points": points, "to": to}
        if to in shares:
            shares[to] += Fraction(points)
            working.append(Step("weights.absent_to", facts, "weights.absent_to"))
        else:
            working.append(Step("weights.absent", facts, "weights.absent"))
    reserved = rulebook.execution.points.value
    if execution != reserved:
        working.append(Step("weights.execution_spread", {"points": reserved}, "execution.not_applicable"))
    split = apportion(list(shares.values()), HUNDRED - execution)
    return dict(zip(levels, split, strict=True)), working
