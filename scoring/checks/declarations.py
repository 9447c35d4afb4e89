"""Doubts about what was declared, as findings. They change nothing; a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scoring.checks.levels import BENEFIT, OUTPUT, OUTPUT_SET, better_level
from scoring.findings import Finding, finding
from scoring.model import QUANTITATIVE, Department, Indicator, Project, Sense, Subject, Target
from scoring.verdicts import is_cost

COUNTS = ("数", "数量", "次数", "人数", "个数", "户数")


def declaration(department: Department) -> tuple[Finding, ...]:
    """Doubts about what was declared, in the order of the document."""
    found = [*_conflicts(department.own_indicators())]
    for indicator in department.own_indicators():
        found += _inferred(indicator)
    for project in department.projects:
        for indicator in project.indicators:
            found += _of_indicator(indicator, project)
        found += [*_conflicts(project.indicators), *_repeated(project), *_incomplete(project)]
    return tuple(found)


def _of_indicator(indicator: Indicator, project: Project) -> Iterator[Finding]:
    target, name = indicator.target, indicator.name
    place = (Subject(project.code, indicator.key, "target"), indicator.source)
    yield from _inferred(indicator)
    suggested = better_level(indicator)
    if suggested:
        yield finding("level2.mismatch", *place, name=name, level2=indicator.level2, suggested=suggested)
    if target.unit in ("%", "‰") and name.endswith(COUNTS):
        yield finding("unit.count_in_percent", *place, name=name, text=target.text)
    if _speaks_of_other(name, indicator.description):
        yield finding("description.differs", *place, name=name, description=indicator.description)
    if indicator.key.ordinal > 1:
        yield finding("indicator.twice", *place, name=name)
    if is_cost(indicator):
        if target.sense in (Sense.AT_LEAST, Sense.ABOVE) and "sense" not in target.inferred:
            yield finding("cost.at_least", *place, name=name, text=target.text)
        if target.unit == "万元" and target.value is not None and target.value == project.budget:
            yield finding("cost.equals_budget", *place, text=target.text, budget=project.budget)
    if indicator.level1 == BENEFIT and target.sense is Sense.QUALITATIVE:
        yield finding("target.vague", *place, name=name, text=target.text)


def _inferred(indicator: Indicator) -> Iterator[Finding]:
    target = indicator.target
    if "sense" in target.inferred:
        place = (Subject(indicator.key.project, indicator.key, "target"), indicator.source)
        yield finding("sense.inferred", *place, text=target.text, sense=target.sense.value)


def _speaks_of_other(name: str, description: str) -> bool:
    """Whether name and description measure the same (…采纳数) of things without a word in common."""
    measure, thing = name[-3:], name[:-3]
    if len(thing) < 2 or not measure.endswith(("数", "率", "量", "度")) or measure not in description:
        return False
    rest = description.replace(measure, "")
    return not any(thing[i : i + 2] in rest for i in range(len(thing) - 1))


def _conflicts(indicators: Iterable[Indicator]) -> Iterator[Finding]:
    """Those that ask for something else than the first of their name: all are kept, a person chooses."""
    first: dict[str, Indicator] = {}
    for other in indicators:
        one = first.setdefault(other.name, other)
        if one.target.sense in QUANTITATIVE and _asked(one.target) != _asked(other.target):
            yield finding(
                "targets.conflict",
                Subject(other.key.project, other.key, "target"),
                other.source,
                name=other.name,
                one=one.target.text,
                other=other.target.text,
                where=one.key.objective or one.level2,
            )


def _repeated(project: Project) -> Iterator[Finding]:
    """Those that ask for the same as one of their name under another level: counted twice."""
    first: dict[str, Indicator] = {}
    for other in project.indicators:
        one = first.setdefault(other.name, other)
        if one.level2 != other.level2 and _asked(one.target) == _asked(other.target):
            place = (Subject(project.code, other.key, "target"), other.source)
            yield finding("indicator.twice", *place, name=other.name)


def _asked(target: Target) -> tuple[object, ...]:
    """What a target asks for, whether it was written or concluded."""
    return target.sense, target.value, target.upper, target.unit


def _incomplete(project: Project) -> Iterator[Finding]:
    outputs = {indicator.level2 for indicator in project.indicators if indicator.level1 == OUTPUT}
    missing = [level for level in OUTPUT_SET if level not in outputs]
    if outputs and missing and not ({"成本指标"} == set(missing) and _has_cost_level(project)):
        place = (Subject(project.code, field="indicators"), project.source)
        yield finding("outputs.incomplete", *place, missing="、".join(missing))


def _has_cost_level(project: Project) -> bool:
    return any(indicator.level1 == "成本指标" for indicator in project.indicators)
