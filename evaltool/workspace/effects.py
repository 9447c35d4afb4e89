"""What adopting a document would do to what is recorded, for a person to see and to settle before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, recorded
from evaltool.workspace.adopting import adoption
from evaltool.workspace.moving import declared_now
from evaltool.workspace.places import Places
from evaltool.workspace.values import Difference, Effect, Retargeted
from scoring.model import Department, Indicator, Project, Reading, Subject
from scoring.record import Entry


def effect(connection: Connection, reading: Reading) -> Effect:
    """What adopting `reading` would do, as things stand now."""
    new = reading.department
    what = adoption(connection, reading, None)
    old = declared_now(connection, (new.code, new.year))
    row = declared.find(connection, (new.code, new.year))
    if old is None or row is None:
        return Effect(
            what.difference,
            recorded=what.recorded,
            differing=what.differing,
            department=(new.code, new.year),
        )
    records = recorded.everything(connection, row)
    here = Places.of(old)
    lost = tuple(each for each in Places.of(new).orphans(records) if here.hold(each.subject))
    return Effect(
        what.difference,
        lost,
        tuple(_retargeted(what.difference, records)),
        dict(_renamed(old, new, what.difference, lost)),
        what.recorded,
        what.differing,
        (new.code, new.year),
    )


def _retargeted(difference: Difference, records: tuple[Entry, ...]) -> Iterator[Retargeted]:
    """Recorded actuals whose target would be another one."""
    changes = {each.subject.indicator: each for each in difference.changed if each.subject.field == "target"}
    for entry in records:
        change = changes.get(entry.subject.indicator) if entry.subject.indicator else None
        if change is not None and entry.subject.field == "actual":
            yield Retargeted(entry, change.old, change.new)


def _renamed(
    old: Department, new: Department, difference: Difference, lost: tuple[Entry, ...]
) -> Iterator[tuple[Subject, Subject]]:
    """Things with something recorded that were perhaps only renamed: exactly one added thing is like them."""
    had, has = _things(old), _things(new)
    names = {project.code: project.name for one in (old, new) for project in one.projects}
    holders = {Subject(entry.subject.project, entry.subject.indicator) for entry in lost}
    for gone in (each for each in difference.removed if each in holders):
        alike = [each for each in difference.added if _is_like(had[gone], has[each], names)]
        namesakes = [each for each in alike if _name(has[each]) == _name(had[gone])]
        if len(namesakes or alike) == 1:
            yield gone, (namesakes or alike)[0]


def _is_like(one: Project | Indicator, other: Project | Indicator, names: Mapping[str, str]) -> bool:
    """Projects of one name; indicators of one target, under the same level or of the same name."""
    if isinstance(one, Project) or isinstance(other, Project):
        return type(one) is type(other) and _name(one) == _name(other)
    here, there = one.key, other.key
    if one.target != other.target or names.get(here.project) != names.get(there.project):
        return False
    return here.name == there.name or (here.objective, here.level2) == (there.objective, there.level2)


def _name(thing: Project | Indicator) -> str:
    return thing.name


def _things(department: Department) -> dict[Subject, Project | Indicator]:
    things: dict[Subject, Project | Indicator] = {Subject(each.code): each for each in department.projects}
    return things | {Subject(each.key.project, each.key): each for each in department.indicators()}
