"""The points of a rulebook's levels spread over the indicators of a project that declares none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.model import Indicator, Key, Subject
from scoring.rulebook import Rulebook
from scoring.scores import Fact, Step
from scoring.weighting.apportioning import HUNDRED, Allotment, apportion


def spread(
    indicators: Sequence[Indicator], execution: Decimal, subject: Subject, rulebook: Rulebook
) -> Allotment:
    """Each level's points over its third-level indicators, or all points over all of them."""
    rules = rulebook.weights
    inside, families = rules.inside.value, rules.levels.value
    groups = _by_level1(indicators)
    family = _family({inside.get(level1, level1) for level1 in groups}, families)
    by_level: dict[str, list[Indicator]] = {}
    working: list[Step] = []
    findings: list[Finding] = []
    for level1, group in groups.items():
        level = inside.get(level1, level1)
        if level not in family:
            findings.append(finding("weights.unknown_level", subject, level=level1, count=len(group)))
            continue
        if level != level1:
            working.append(Step("weights.inside", {"level": level1, "inside": level}, rules.inside.key))
            findings.append(finding("weights.inside", subject, level=level1, inside=level))
        by_level.setdefault(level, []).extend(group)
    lines: dict[Key, Decimal | None] = dict.fromkeys((line.key for line in indicators), None)
    if not by_level:
        return Allotment(execution, lines, settled=False, findings=tuple(findings))
    if len(families) > 1:
        said = "，".join(f"{level} {points:f}" for level, points in family.items())
        working.append(Step("weights.family", {"levels": said}, rules.levels.key))
    absent = [level for level in family if level not in by_level]
    if rules.spread.value == "over_indicators" or (absent and rules.absent.value == "over_indicators"):
        clause = rules.spread if rules.spread.value == "over_indicators" else rules.absent
        served = [line.key for group in by_level.values() for line in group]
        room = HUNDRED - execution
        working.append(Step("weights.over_indicators", {"points": room, "count": len(served)}, clause.key))
        lines.update(zip(served, apportion([Fraction(1)] * len(served), room), strict=True))
    else:
        points, moved = _level_points(by_level, family, execution, rulebook)
        working += moved
        for level, group in by_level.items():
            shares = _shares(group, rules.spread.value)
            facts: dict[str, Fact] = {"level": level, "points": points[level], "count": len(group)}
            code = "weights.spread" if rules.spread.value == "even" else "weights.spread_level2"
            working.append(Step(code, facts, rules.spread.key))
            keys = [line.key for line in group]
            lines.update(zip(keys, apportion(shares, points[level]), strict=True))
    settled = all(weight is not None for weight in lines.values())
    return Allotment(execution, lines, settled, tuple(working), tuple(findings))


def grouped(indicators: Iterable[Indicator], inside: Mapping[str, str]) -> dict[str, list[Key]]:
    """The indicators of each level 1, as printed; those of a level inside another with that one's."""
    groups: dict[str, list[Key]] = {}
    for level1, group in _by_level1(indicators).items():
        groups.setdefault(inside.get(level1, level1), []).extend(line.key for line in group)
    return groups


def _by_level1(indicators: Iterable[Indicator]) -> dict[str, list[Indicator]]:
    groups: dict[str, list[Indicator]] = {}
    for line in indicators:
        groups.setdefault(line.level1, []).append(line)
    return groups


def _shares(group: Sequence[Indicator], how: str) -> list[Fraction]:
    """Alike for each indicator, or alike for each level 2 and inside it."""
    if how == "even":
        return [Fraction(1)] * len(group)
    inside: dict[str, int] = {}
    for line in group:
        inside[line.level2] = inside.get(line.level2, 0) + 1
    return [Fraction(1, len(inside) * inside[line.level2]) for line in group]


def _family(present: Collection[str], families: Sequence[Mapping[str, Decimal]]) -> Mapping[str, Decimal]:
    """The family of level points that knows most of the levels present and asks for fewest others."""

    def misfit(family: Mapping[str, Decimal]) -> tuple[int, int]:
        return len(set(present) - set(family)), len(set(family) - set(present))

    return min(families, key=misfit)


def _level_points(
    present: Collection[str], family: Mapping[str, Decimal], execution: Decimal, rulebook: Rulebook
) -> tuple[dict[str, Decimal], list[Step]]:
    """The points of the levels that exist: those of absent ones moved, the rest pro rata to 100."""
    rules = rulebook.weights
    levels = [level for level in family if level in present]
    shares = {level: Fraction(family[level]) for level in levels}
    working: list[Step] = []
    lost = Fraction(0)
    for absent, points in family.items():
        if absent in shares:
            continue
        to = rules.absent_to.value.get(absent, "")
        facts: dict[str, Fact] = {"level": absent, "points": points, "to": to}
        if to in shares:
            shares[to] += Fraction(points)
            working.append(Step("weights.absent_to", facts, rules.absent_to.key))
        elif rules.absent.value == "rescale":
            lost += Fraction(points)
            working.append(Step("weights.absent_out", facts, rules.absent.key))
        else:
            working.append(Step("weights.absent", facts, rules.absent.key))
    reserved = rulebook.execution.points.value
    if execution != reserved:
        clause = rulebook.execution.not_applicable.key
        working.append(Step("weights.execution_spread", {"points": reserved}, clause))
    split = apportion([*shares.values(), lost], HUNDRED - execution)
    return dict(zip(levels, split, strict=False)), working
