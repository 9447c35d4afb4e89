"""Decisions about a document applied to its reading: what is adopted, read again where it was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from evaltool.operations.corrections import (
    corrected_key,
    read_as_target,
    read_correction,
)
from evaltool.operations.decided import Decided, decisions, in_order, still_true
from scoring.checks import declaration
from scoring.findings import Finding
from scoring.model import (
    NOTHING,
    Department,
    Indicator,
    Key,
    Outcomes,
    Reading,
    Sense,
    Subject,
    Target,
)


def apply(
    found: Reading, corrections: Mapping[Subject, str], left_out: frozenset[Subject], *, targets_only: bool
) -> Decided:
    """`found` with a person's decisions. Where there are none it comes back as it is."""
    old = found.department
    codes = {"": ""} | {
        project.code: corrections.get(Subject(project.code, field="code"), project.code)
        for project in old.projects
        if Subject(project.code) not in left_out
    }
    stays = [
        one
        for one in old.indicators()
        if one.key.project in codes and Subject(one.key.project, one.key) not in left_out
    ]
    keys = _keys(corrections, stays)
    if not (corrections or left_out or targets_only):
        return Decided(found, keys, codes)
    new, odd = _department(old, corrections, keys, codes)
    reading = Reading(new, source=found.source)
    if not targets_only:
        reading = replace(
            reading,
            outcomes=_outcomes(found.outcomes, keys, codes),
            printed=MappingProxyType(
                {keys[key]: score for key, score in found.printed.items() if key in keys}
            ),
        )
    decided = Decided(reading, keys, codes)
    findings = [
        *still_true(found, decided, corrections),
        *odd,
        *decisions(old, decided, corrections, left_out),
    ]
    findings += declaration(new)
    return replace(decided, reading=replace(reading, findings=tuple(sorted(findings, key=in_order))))


def _keys(corrections: Mapping[Subject, str], indicators: Iterable[Indicator]) -> dict[Key, Key]:
    """Each indicator's identity now: a corrected one gets the first ordinal that is free."""
    now = {one.key: corrected_key(corrections, one.key) for one in indicators}
    moved = [old for old, new in now.items() if old[1:] != new[1:]]
    taken = {new for old, new in now.items() if old not in moved}
    for old in moved:
        key = now[old]._replace(ordinal=1)
        while key in taken:
            key = key._replace(ordinal=key.ordinal + 1)
        now[old] = key
        taken.add(key)
    return now


def _department(
    old: Department, corrections: Mapping[Subject, str], keys: Mapping[Key, Key], codes: Mapping[str, str]
) -> tuple[Department, list[Finding]]:
    """What is declared now, and what is odd about the texts that were read again."""
    said = corrections.get(Subject(field="year"))
    year = old.year if said is None else _year(old, said)
    findings: list[Finding] = []

    def settled(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
        new = []
        for one in indicators:
            if one.key in keys:
                target, odd = _target(one, corrections, keys[one.key], old.year, year)
                findings.extend(odd)
                weight = _figure(old, corrections, Subject(one.key.project, one.key, "weight"), one.weight)
                new.append(replace(one, key=keys[one.key], target=target, weight=weight))
        return tuple(new)

    objectives = tuple(replace(one, indicators=settled(one.indicators)) for one in old.objectives)
    projects = tuple(
        replace(
            project,
            code=codes[project.code],
            name=corrections.get(Subject(project.code, field="name"), project.name),
            budget=_figure(old, corrections, Subject(project.code, field="budget"), project.budget),
            indicators=settled(project.indicators),
        )
        for project in old.projects
        if project.code in codes
    )
    new = replace(
        old,
        code=corrections.get(Subject(field="code"), old.code),
        name=corrections.get(Subject(field="name"), old.name),
        year=year,
        inferred=old.inferred if said is None else tuple(one for one in old.inferred if one != "year"),
        objective_indicators=settled(old.objective_indicators),
        objectives=objectives,
        projects=projects,
    )
    return new, findings


def _target(
    one: Indicator, corrections: Mapping[Subject, str], key: Key, before: int | None, year: int | None
) -> tuple[Target, tuple[Finding, ...]]:
    """The target as corrected; as read again where level, name or year moved and it hung on them."""
    subject = Subject(one.key.project, one.key, "target")
    hangs = one.target.sense is Sense.UNREAD or bool({"sense", "year"} & set(one.target.inferred))
    moved = key[1:5] != one.key[1:5] or year != before
    text = corrections.get(subject, one.target.text if hangs and moved else None)
    if text is None:
        return one.target, ()
    read = read_as_target(corrections, subject, text, year)
    target = read.value if isinstance(read.value, Target) else replace(one.target, text=text)
    place = Subject(key.project, key, "target")
    return target, tuple(replace(odd, subject=place, source=one.source) for odd in read.findings)


def _figure(
    old: Department, corrections: Mapping[Subject, str], subject: Subject, found: Decimal | None
) -> Decimal | None:
    said = corrections.get(subject)
    if said is None:
        return found
    value = _value(old, corrections, subject, said)
    return value if isinstance(value, Decimal) else None


def _year(old: Department, said: str) -> int | None:
    value = _value(old, NOTHING, Subject(field="year"), said)
    return value if isinstance(value, int) else None


def _value(old: Department, corrections: Mapping[Subject, str], subject: Subject, said: str) -> object:
    return read_correction(old, corrections, subject, said, old.year).value


def _outcomes(outcomes: Outcomes, keys: Mapping[Key, Key], codes: Mapping[str, str]) -> Outcomes:
    indicators = {keys[key]: each for key, each in outcomes.indicators.items() if key in keys}
    projects = {codes[code]: each for code, each in outcomes.projects.items() if code in codes}
    return Outcomes(MappingProxyType(indicators), MappingProxyType(projects), outcomes.department)
