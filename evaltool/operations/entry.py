"""A text typed for a field of a dossier, read against what the dossier says of that field."""

from __future__ import annotations

from evaltool.operations import names
from evaltool.operations.fields import read_field
from scoring.checks import as_grave
from scoring.findings import Finding, finding
from scoring.model import (
    Dossier,
    Indicator,
    Key,
    Outcome,
    Project,
    ProjectOutcome,
    State,
    Subject,
    Target,
)
from scoring.record import Entry

STATE_BESIDE = {"actual": "state", "money.spent.total": "execution"}
"""Fields that people write 不适用 into, and the one beside each that holds it."""

REASON_OF = {"state": "reason", "execution": "execution_reason"}
"""Where the reason stands that a state of not applicable needs."""


def read_entry(dossier: Dossier, subject: Subject, text: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    """`text` as an entry for the field that `subject` names; None with findings where it cannot be kept."""
    if subject.field in STATE_BESIDE and names.is_not_applicable(text):
        state = STATE_BESIDE[subject.field]
        return None, (finding("actuals.state_beside", subject, field=state),)
    key = subject.indicator
    target = scored_target(dossier, key) if key is not None and subject.field in ("actual", "steps") else None
    entry, odd = read_field(subject, text, target, year=dossier.department.year)
    if entry is not None and entry.value is State.NOT_APPLICABLE and not _reason(dossier, subject):
        return None, (finding("actuals.no_reason_yet", subject, field=REASON_OF[subject.field]),)
    return entry, as_grave(odd, dossier.rulebook)


def _reason(dossier: Dossier, subject: Subject) -> str:
    """The reason recorded beside a state."""
    outcomes = dossier.outcomes
    if subject.indicator is not None:
        return outcomes.indicators.get(subject.indicator, Outcome()).reason
    project = outcomes.projects.get(subject.project, ProjectOutcome())
    return project.execution_reason if subject.field == "execution" else project.reason


def scored_target(dossier: Dossier, key: Key) -> Target:
    """The target that counts for an indicator: the adjusted one where there is one."""
    return target_of(dossier, indicator_of(dossier, key))


def target_of(dossier: Dossier, indicator: Indicator) -> Target:
    """The target that counts for a declared indicator, as `scored_target` gives it by its key."""
    adjusted = dossier.outcomes.indicators.get(indicator.key, Outcome()).adjusted
    return adjusted.target if adjusted else indicator.target


def indicator_of(dossier: Dossier, key: Key) -> Indicator:
    """The declared indicator of a key; raises `KeyError` where there is none."""
    for indicator in dossier.department.indicators():
        if indicator.key == key:
            return indicator
    raise KeyError(key)


def project_of(dossier: Dossier, code: str) -> Project:
    """The declared project of a code; raises `KeyError` where there is none."""
    for project in dossier.department.projects:
        if project.code == code:
            return project
    raise KeyError(code)
