"""What is recorded of something that is no longer declared, moved to something that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.model import Dossier, Subject
from scoring.record import Entry, value_of


def moved(dossier: Dossier, old: Subject, new: Subject) -> tuple[Entry, ...]:
    """Entries that record at `new` what is recorded at `old`, and take it away there.

    A field that holds something at `new` already stays on both sides.
    """
    return tuple(_moved(dossier, old, new))


def _moved(dossier: Dossier, old: Subject, new: Subject) -> Iterator[Entry]:
    from evaltool.workspace.fields import INDICATOR, PROJECT

    for field in PROJECT if old.indicator is None else INDICATOR:
        here, there = (Subject(one.project, one.indicator, field) for one in (old, new))
        value = value_of(dossier, here)
        if value is not None and value_of(dossier, there) is None:
            yield Entry(there, value)
            yield Entry(here, None)


def is_declared(dossier: Dossier, subject: Subject) -> bool:
    """Whether a project or an indicator is declared."""
    if subject.indicator is not None:
        return subject.indicator in {one.key for one in dossier.department.indicators()}
    return subject.project in {"", *(one.code for one in dossier.department.projects)}


def may_take(dossier: Dossier, old: Subject) -> Sequence[Subject]:
    """The declared things that could take what is recorded at `old`: those of its project first."""
    if old.indicator is None:
        return [Subject(project.code) for project in dossier.department.projects]
    found = [Subject(one.key.project, one.key) for one in dossier.department.indicators()]
    return sorted(found, key=lambda one: one.project != old.project)
