"""Findings that a person answered with a reason: they stay findings, and are open no more.

An answer is a recorded value of the department, found by the finding's fingerprint: it survives importing the
document again, and a finding that says something else by now is open again.
"""

from __future__ import annotations

from collections.abc import Iterable

from evaltool import wording
from scoring.findings import Finding
from scoring.model import Dossier, Subject
from scoring.record import Entry

ANSWERS = "answers:"
"""Before a finding's fingerprint in the field of its answer."""


def answer_of(dossier: Dossier, finding: Finding) -> str:
    """The reason that a finding was answered with; empty where it is open."""
    return dossier.outcomes.department.answers.get(finding.fingerprint, "")


def open_findings(dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of the findings that nobody has answered."""
    answers = dossier.outcomes.department.answers  # mostly none, and fingerprints cost time while typing
    return tuple(one for one in findings if not answers or one.fingerprint not in answers)


def answered_findings(dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of the findings that a person has answered."""
    return tuple(one for one in findings if answer_of(dossier, one))


def answer_entry(finding: Finding, reason: str) -> Entry:
    """The entry that answers a finding, with what it says; an empty reason takes the answer back."""
    said = reason.strip()
    return Entry(answer_place(finding), said or None, wording.say(finding) if said else "")


def answer_place(finding: Finding) -> Subject:
    """The field that a finding's answer is recorded under."""
    return Subject(field=ANSWERS + finding.fingerprint)
