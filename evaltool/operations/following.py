"""What is recorded, followed to where a change of what is declared carries it, before that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TypeVar

from evaltool.operations.drafting import BY_TITLE, Draft
from scoring.model import Dossier, Key, Outcome, Outcomes, ProjectOutcome, Subject
from scoring.record import value_of

K = TypeVar("K")
V = TypeVar("V")


def redeclared(dossier: Dossier, draft: Draft) -> Dossier:
    """The dossier as it will be read once the draft is kept: declared anew, values carried along."""
    keys = {
        old.indicator: new.indicator
        for old, new in draft.carried.items()
        if old.indicator is not None and new.indicator is not None
    }
    codes = {old.project: new.project for old, new in draft.carried.items() if old == Subject(old.project)}
    titles = {old.field: new.field for old, new in draft.carried.items() if old.field}
    whole = dossier.outcomes.department
    by_title = {
        kind: _moved(
            getattr(whole, kind),
            {_title(old): _title(new) for old, new in titles.items() if old.startswith(f"{kind}:")},
        )
        for kind in BY_TITLE
    }
    outcomes = Outcomes(
        _moved(dossier.outcomes.indicators, keys),
        _moved(dossier.outcomes.projects, codes),
        replace(whole, **by_title),  # type: ignore[arg-type]  # the mappings of these two fields
    )
    return replace(
        dossier,
        department=draft.new,
        outcomes=outcomes,
        overrides=_moved(dossier.overrides, keys),
        weights=_moved(dossier.weights, keys),
    )


def recorded_below(dossier: Dossier, subject: Subject) -> int:
    """How many recorded values an indicator, a project or an objective ("title:…") would leave behind."""
    return sum(1 for _value in _below(dossier, subject))


def _below(dossier: Dossier, subject: Subject) -> Iterator[object]:
    kind, _, title = subject.field.partition(":")
    if subject.indicator is not None:
        yield from _of_indicator(dossier, subject.indicator)
        return
    if subject.project:
        outcome = dossier.outcomes.projects.get(subject.project, ProjectOutcome())
        yield from _said(outcome, ProjectOutcome())
    elif kind == "title":
        named = (Subject(field=f"{field}:{title}") for field in BY_TITLE)
        yield from (one for one in named if value_of(dossier, one) is not None)
    for one in dossier.department.indicators():
        if (one.key.project, one.key.objective) == (subject.project, title) or (
            subject.project and one.key.project == subject.project
        ):
            yield from _of_indicator(dossier, one.key)


def _of_indicator(dossier: Dossier, key: Key) -> Iterator[object]:
    yield from _said(dossier.outcomes.indicators.get(key, Outcome()), Outcome())
    yield from (kept[key] for kept in (dossier.overrides, dossier.weights) if key in kept)


def _said(outcome: Outcome | ProjectOutcome, nothing: Outcome | ProjectOutcome) -> Iterator[object]:
    values = ((getattr(outcome, one.name), getattr(nothing, one.name)) for one in fields(outcome))
    yield from (value for value, absent in values if value != absent)


def _moved(kept: Mapping[K, V], names: Mapping[K, K]) -> Mapping[K, V]:
    return MappingProxyType({names.get(name, name): value for name, value in kept.items()})


def _title(field: str) -> str:
    return field.partition(":")[2]
