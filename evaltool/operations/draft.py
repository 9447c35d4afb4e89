"""What a person is typing, read and scored before it is kept: nothing here is stored."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.evaluate import evaluate_project
from scoring.findings import Finding, Severity
from scoring.model import Dossier, Indicator, Key, Outcome, Project, Sense, Subject, Target
from scoring.notation import read_actual, read_amount
from scoring.record import Entry, apply
from scoring.scores import IndicatorScore, ProjectScore

PERCENT = Target(Sense.AT_LEAST, unit="%")
"""What a share is read against."""


@dataclass(frozen=True, slots=True)
class Draft:
    """How a text was read, and what the project would come to with it.

    `entry` is None where the text cannot be kept; `findings` say why. An empty text clears the field.
    `line` is the indicator's line with the draft in place; None where the draft is of money.
    """

    entry: Entry | None
    findings: tuple[Finding, ...]
    project: ProjectScore
    line: IndicatorScore | None = None


def draft(dossier: Dossier, subject: Subject, text: str) -> Draft:
    """Read `text` for the field that `subject` names, and score the project as if it were recorded."""
    project = project_of(dossier, subject.project)
    entry, findings = read_entry(dossier, subject, text)
    trial = apply(dossier, [entry]) if entry is not None else dossier
    score, _ = evaluate_project(project, trial)
    line = next((line for line in score.indicators if line.indicator.key == subject.indicator), None)
    return Draft(entry, findings, score, line)


def read_entry(dossier: Dossier, subject: Subject, text: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    """`text` as an entry for the field that `subject` names; None with findings where it cannot be kept.

    Fields of text are kept as they are; an actual, a share and an amount are read first.
    """
    typed = text.strip()
    if not typed:
        return Entry(subject, None), ()
    if subject.field == "actual" and subject.indicator is not None:
        target = scored_target(dossier, subject.indicator)
        actual, findings = read_actual(typed, target, year=dossier.department.year, subject=subject)
        return (Entry(subject, actual, typed) if actual.is_read else None), findings
    if subject.field in ("share", "weight"):
        return _number(subject, typed)
    if is_amount(subject):
        amount, findings = read_amount(typed, subject=subject)
        kept = amount is not None and all(doubt.severity is not Severity.ERROR for doubt in findings)
        return (Entry(subject, amount, typed) if kept else None), findings
    return Entry(subject, typed), ()


def is_amount(subject: Subject) -> bool:
    """Whether a field holds money, in 万元."""
    field = subject.field
    whole = ("basic_budget", "basic_spent", "project_budget", "project_spent")
    return field.startswith(("money.", "checkpoint.")) or field in whole


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


def _number(subject: Subject, typed: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    read, findings = read_actual(typed, PERCENT, subject=subject)
    if read.value is None or read.unit not in ("", "%") or not 0 <= read.value <= 100:
        return None, findings
    return Entry(subject, read.value, typed), findings
