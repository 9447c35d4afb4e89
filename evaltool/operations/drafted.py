"""The declared fields that a person may write by hand: their texts, how a text is read, where it is put."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from types import MappingProxyType

from evaltool.operations.corrections import read_correction
from scoring.findings import Finding, finding, plain
from scoring.model import (
    CHECKPOINT_MONTHS,
    NOTHING,
    Checkpoint,
    Department,
    Indicator,
    Key,
    Project,
    Subject,
    Target,
)
from scoring.notation import read_amount

OF_DEPARTMENT = ("name", "objective")
PLAN = tuple(f"plan.{month}" for month in CHECKPOINT_MONTHS)
OF_PROJECT = ("name", "code", "budget", "fiscal", "other", "purpose", *PLAN)
OF_INDICATOR = ("level1", "level2", "name", "target", "description", "basis")

AMOUNTS = frozenset({"budget", "fiscal", "other", *PLAN})  # 万元
NEVER_BLANK = frozenset({"name", "code", "title", "level1", "target"})

Lines = Sequence[Indicator]


def declared_text(department: Department, subject: Subject) -> str:
    """The text of a declared field; empty where nothing is declared. KeyError: there is no such thing."""
    kind, _, title = subject.field.partition(":")
    if subject.indicator is not None:
        one = indicator_at(department, subject.indicator)
        return one.target.text if subject.field == "target" else str(getattr(one, subject.field))
    if subject.project:
        project = project_at(department, subject.project)
        if subject.field in PLAN:
            amounts = {f"plan.{point.month}": point.amount for point in project.plan}
            value = amounts.get(subject.field)
        else:
            value = getattr(project, subject.field)
        return "" if value is None else plain(value)
    if title:
        objective = next(one for one in department.objectives if one.title == title)
        return str(getattr(objective, kind))
    return str(getattr(department, subject.field))


def read(
    department: Department, subject: Subject, text: str
) -> tuple[Target | Decimal | str | None, tuple[Finding, ...]]:
    """`text` as the value of a declared field; "" clears it, None with findings where it cannot be kept."""
    typed = text.strip()
    kind, _, title = subject.field.partition(":")
    if not typed:
        blank = finding("document.blank_field", subject, field=kind)
        return (None, (blank,)) if kind in NEVER_BLANK else ("", ())
    if kind in AMOUNTS:
        return read_amount(typed, subject=subject)
    if kind in ("title", "text", "objective", "purpose", "description", "basis"):
        if kind == "title" and typed != title and typed in {one.title for one in department.objectives}:
            return None, (finding("document.title_taken", subject, text=typed),)
        return typed, ()
    said = read_correction(department, NOTHING, subject, typed, department.year)
    return (None if isinstance(said.value, int) else said.value), said.findings


def put(department: Department, subject: Subject, value: object) -> Department:
    """The department with a value in one of its fields; "" is the field's own "not declared"."""
    kind, _, title = subject.field.partition(":")
    if subject.indicator is not None:
        key, named = subject.indicator, {subject.field: value}

        def changed(lines: Lines) -> tuple[Indicator, ...]:
            return tuple(replace(one, **named) if one.key == key else one for one in lines)  # type: ignore[arg-type]

        return with_lines(department, key, changed)
    if subject.project:
        projects = (
            _project(one, kind, value) if one.code == subject.project else one for one in department.projects
        )
        return replace(department, projects=tuple(projects))
    if title:
        said: Mapping[str, object] = MappingProxyType({kind: value})
        objectives = (
            replace(one, **said) if one.title == title else one  # type: ignore[arg-type]
            for one in department.objectives
        )
        return replace(department, objectives=tuple(objectives))
    return replace(department, **{subject.field: value})  # type: ignore[arg-type]


def with_lines(
    department: Department, key: Key, change: Callable[[Lines], tuple[Indicator, ...]]
) -> Department:
    """The department with the lines among which `key` stands changed."""
    if key.project:
        projects = (
            replace(one, indicators=change(one.indicators)) if one.code == key.project else one
            for one in department.projects
        )
        return replace(department, projects=tuple(projects))
    if key.objective in {one.title for one in department.objectives}:
        objectives = (
            replace(one, indicators=change(one.indicators)) if one.title == key.objective else one
            for one in department.objectives
        )
        return replace(department, objectives=tuple(objectives))
    return replace(department, objective_indicators=change(department.objective_indicators))


def indicator_at(department: Department, key: Key) -> Indicator:
    """The declared indicator of a key. KeyError where there is none."""
    return {one.key: one for one in department.indicators()}[key]


def project_at(department: Department, code: str) -> Project:
    """The declared project of a code. KeyError where there is none."""
    return {one.code: one for one in department.projects}[code]


def free_key(department: Department, wanted: Key) -> Key:
    """`wanted` with the first ordinal that no indicator has."""
    taken = {one.key for one in department.indicators()}
    keys = (wanted._replace(ordinal=ordinal) for ordinal in count(1))
    return next(key for key in keys if key not in taken)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, with a number behind it where somebody has it."""
    known = set(taken)
    names = (f"{wanted}{number}" if number > 1 else wanted for number in count(1))
    return next(name for name in names if name not in known)


def _project(project: Project, field: str, value: object) -> Project:
    if field not in PLAN:
        kept = None if value == "" and field in AMOUNTS else value
        return replace(project, **{field: kept})  # type: ignore[arg-type]
    month = int(field.partition(".")[2])
    others = [point for point in project.plan if point.month != month]
    new = [Checkpoint(month, value)] if isinstance(value, Decimal) else []
    return replace(project, plan=tuple(sorted([*others, *new], key=lambda point: point.month)))
