"""A text typed for a field of a dossier, read against what the dossier says of that field."""

from __future__ import annotations

from evaltool.operations.fields import read_field
from scoring.checks import as_grave
from scoring.findings import Finding
from scoring.model import Dossier, Indicator, Key, Outcome, Project, Subject, Target
from scoring.record import Entry


def read_entry(dossier: Dossier, subject: Subject, text: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    """`text` as an entry for the field that `subject` names; None with findings where it cannot be kept."""
    key = subject.indicator
    target = scored_target(dossier, key) if key is not None and subject.field in ("actual", "steps") else None
    entry, odd = read_field(subject, text, target, year=dossier.department.year)
    return entry, as_grave(odd, dossier.rulebook)


def scored_target(dossier: Dossier, key: Key) -> Target:
    """The target that counts for an indicator: the adjusted one where there is one."""
    adjusted = dossier.outcomes.indicators.get(key, Outcome()).adjusted
    return adjusted.target if adjusted else indicator_of(dossier, key).target


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
