"""What can be recorded, field by field: the one way from single values to outcomes.

A `Subject` addresses every recordable value by its field.

- Indicator: actual, share (percent), state, reason, action, evidence, evidence_files, adjusted, steps,
  override, weight.
- Project: money.{initial,adjusted,received,spent}.{total,fiscal,carried,other}, checkpoint.{3,6,10,12}
  (万元), achieved, state, reason, execution, execution_reason, weight_choice, completion, mean_weight.
- Department: basic_budget, basic_spent, project_budget, project_spent (万元), completion,
  achieved:<objective title>, objective_weights:<objective title>,
  people.{authority,preparer,phone,reviewer,prepared_on}, answers:<fingerprint of a finding>.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

from scoring.model import (
    NOTHING,
    Actual,
    AdjustedTarget,
    Completion,
    DepartmentOutcome,
    Dossier,
    EvidenceFile,
    Key,
    Money,
    Outcome,
    Outcomes,
    Override,
    ProjectOutcome,
    State,
    StepTable,
    Subject,
    WeightChoice,
)

BY_NAME = frozenset({"achieved", "objective_weights", "answers"})
"""Fields of the department that hold a value for each name: objectives by title, findings by fingerprint."""

K = TypeVar("K")
V = TypeVar("V")

Value = (
    Actual
    | AdjustedTarget
    | Completion
    | Decimal
    | Override
    | State
    | StepTable
    | WeightChoice
    | str
    | tuple[EvidenceFile, ...]
    | None
)
"""A recorded value, of the kind that its field has. None: not recorded."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value for one field, and the text it was typed as."""

    subject: Subject
    value: Value
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything recorded for a department and year."""

    outcomes: Outcomes = Outcomes()
    overrides: Mapping[Key, Override] = field(default_factory=lambda: NOTHING)
    weights: Mapping[Key, Decimal] = field(default_factory=lambda: NOTHING)


def fold(entries: Iterable[Entry], base: Recorded = Recorded()) -> Recorded:
    """`base` with each entry in its place, later ones over earlier ones."""
    indicators: dict[Key, Outcome] = dict(base.outcomes.indicators)
    projects: dict[str, ProjectOutcome] = dict(base.outcomes.projects)
    department = base.outcomes.department
    overrides: dict[Key, Any] = dict(base.overrides)
    weights: dict[Key, Any] = dict(base.weights)
    beside = {"override": overrides, "weight": weights}
    for entry in entries:
        project, key, field = entry.subject.project, entry.subject.indicator, entry.subject.field
        if key is not None and field in beside:
            beside[field][key] = entry.value
        elif key is not None:
            _put(indicators, key, _with(indicators.get(key, Outcome()), field, entry.value))
        elif project:
            outcome = projects.get(project, ProjectOutcome())
            _put(projects, project, _project(outcome, field, entry.value))
        else:
            department = _department(department, field, entry.value)
    outcomes = Outcomes(MappingProxyType(indicators), MappingProxyType(projects), department)
    return Recorded(outcomes, _known(overrides), _known(weights))


def apply(dossier: Dossier, entries: Iterable[Entry]) -> Dossier:
    """A dossier as it would be with `entries` recorded; nothing is kept."""
    base = Recorded(dossier.outcomes, dossier.overrides, dossier.weights)
    folded = fold(entries, base)
    return replace(dossier, outcomes=folded.outcomes, overrides=folded.overrides, weights=folded.weights)


def value_of(dossier: Dossier, subject: Subject) -> Value:
    """The value recorded for a field; None where nothing is, and for what says nothing."""
    if subject.indicator is not None and subject.field in ("override", "weight"):
        beside: Mapping[Key, Any] = dossier.overrides if subject.field == "override" else dossier.weights
        return beside.get(subject.indicator)
    holder: Any = dossier.outcomes.department
    if subject.indicator is not None:
        holder = dossier.outcomes.indicators.get(subject.indicator, Outcome())
    elif subject.project:
        holder = dossier.outcomes.projects.get(subject.project, ProjectOutcome())
    value: Value
    kind, _, month = subject.field.partition(".")
    by_name, _, name = subject.field.partition(":")
    if kind == "checkpoint":
        value = holder.money.checkpoints.get(int(month))
    elif name:
        value = getattr(holder, by_name).get(name)
    else:
        value = attrgetter(subject.field)(holder)
    return None if value in ("", ()) or value is State.APPLIES else value


def _put(kept: dict[K, V], key: K, outcome: V) -> None:
    """Keep an outcome, or nothing where nothing of it is recorded any more."""
    if outcome == type(outcome)():
        kept.pop(key, None)
    else:
        kept[key] = outcome


def _project(outcome: ProjectOutcome, field: str, value: Value) -> ProjectOutcome:
    kind, _, rest = field.partition(".")
    if kind == "money":
        name, _, source = rest.partition(".")
        funds = replace(getattr(outcome.money, name), **{source: value})
        return replace(outcome, money=replace(outcome.money, **{name: funds}))
    if kind == "checkpoint":
        return replace(outcome, money=_checkpoint(outcome.money, int(rest), value))
    return _with(outcome, field, value)


def _checkpoint(money: Money, month: int, value: Value) -> Money:
    amounts: dict[int, Any] = {**money.checkpoints, month: value}
    return replace(money, checkpoints=_known(amounts))


def _department(outcome: DepartmentOutcome, field: str, value: Value) -> DepartmentOutcome:
    kind, _, rest = field.partition("." if field.startswith("people.") else ":")
    if kind == "people":
        return replace(outcome, people=_with(outcome.people, rest, value))
    if kind in BY_NAME:
        by_name: dict[str, Any] = {**getattr(outcome, kind), rest: None if value == "" else value}
        return _with(outcome, kind, _known(by_name))
    return _with(outcome, field, value)


def _with(whole: V, field: str, value: Value | Mapping[str, Any]) -> V:
    """`whole` with one field set; None gives the field's own "not recorded" back."""
    if value is None:
        value = getattr(type(whole)(), field)
    return replace(whole, **{field: value})  # type: ignore[type-var]  # only dataclasses come here


def _known(values: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType({name: value for name, value in values.items() if value is not None})
