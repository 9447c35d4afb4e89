"""What a document says otherwise than what is declared already, thing by thing, for a person to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from evaltool.workspace.declared import text_of
from evaltool.workspace.values import Changed, Difference
from scoring.model import Department, Indicator, Project, Subject

_OF_DEPARTMENT = ("name", "objective", "measures", "inferred")
_OF_PROJECT = ("name", "unit", "budget", "fiscal", "other", "purpose", "objectives", "plan")
_OF_INDICATOR = ("target", "description", "basis", "weight", "steps")


def difference(old: Department | None, new: Department) -> Difference:
    """What `new` adds to `old`, takes from it and changes in it. Places do not count; texts do."""
    if old is None:
        return Difference(same=False, fresh=True, added=tuple(_things(new)))
    if text_of(old, places=False) == text_of(new, places=False):
        return Difference(same=True)
    had, has = _things(old), _things(new)
    return Difference(
        same=False,
        added=tuple(subject for subject in has if subject not in had),
        removed=tuple(subject for subject in had if subject not in has),
        changed=tuple(_changes(old, new, had, has)),
        names=MappingProxyType({project.code: project.name for project in old.projects}),
    )


def _things(department: Department) -> Mapping[Subject, Project | Indicator]:
    """Projects and indicators by subject, in the document's order."""
    own = {Subject("", each.key): each for each in department.own_indicators()}
    things: dict[Subject, Project | Indicator] = dict(own)
    for project in department.projects:
        things[Subject(project.code)] = project
        things |= {Subject(project.code, each.key): each for each in project.indicators}
    return things


def _changes(
    old: Department,
    new: Department,
    had: Mapping[Subject, Project | Indicator],
    has: Mapping[Subject, Project | Indicator],
) -> Iterator[Changed]:
    yield from _compare(Subject(), old, new, _OF_DEPARTMENT)
    objectives = [tuple((each.title, each.text) for each in one.objectives) for one in (old, new)]
    if objectives[0] != objectives[1]:
        yield Changed(Subject(field="objectives"), *objectives)
    for subject in (each for each in has if each in had):
        names = _OF_PROJECT if subject.indicator is None else _OF_INDICATOR
        yield from _compare(subject, had[subject], has[subject], names)


def _compare(subject: Subject, old: object, new: object, names: tuple[str, ...]) -> Iterator[Changed]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Changed(Subject(subject.project, subject.indicator, name), before, after)
