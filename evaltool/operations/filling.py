"""Many texts for many fields at once, looked at before anything is kept: a pasted column, a returned form.

Each is read as if it were typed. What cannot be read, or is an error once it is scored, is left out; the
others can be recorded as one change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from evaltool.operations.entry import read_entry, scored_target
from scoring.checks import as_grave
from scoring.evaluate import evaluate
from scoring.findings import Finding, Severity
from scoring.model import Actual, Dossier, Source, Subject
from scoring.record import Entry, Value, apply, value_of

REASONS = ("reason", "execution_reason")
"""Fields that are read before the others: a state of not applicable needs them."""

UNFINISHED = frozenset(
    {"outcome.missing", "reason.missing", "satisfaction.no_evidence", "qualitative.no_evidence"}
)
"""What is said of every line until it is finished; the check before handing in says it."""


class Fate(Enum):
    """What becomes of a text."""

    RECORDED = auto()
    SAME = auto()
    """It says what is recorded already."""
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A text for a field, and where it stood."""

    subject: Subject
    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """How a text was read, what it takes the place of, and what is odd about it.

    `entries` are what to record: none where it is left out or says nothing new.
    """

    found: Found
    old: Value
    value: Value
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def fate(self) -> Fate:
        """What becomes of it."""
        if self.entries:
            return Fate.RECORDED
        return Fate.LEFT_OUT if _has_error(self.findings) else Fate.SAME


def fill(dossier: Dossier, founds: Sequence[Found]) -> tuple[Filling, ...]:
    """Each text as it would be recorded, in the order they came; an empty one clears its field."""
    read: dict[int, Filling] = {}
    after = dossier
    for index in sorted(range(len(founds)), key=lambda at: founds[at].subject.field not in REASONS):
        read[index] = one = _read(after, founds[index])
        after = apply(after, one.entries)
    fillings = [read[index] for index in range(len(founds))]
    known = {doubt.fingerprint for doubt in evaluate(dossier).findings}
    for doubt in as_grave(evaluate(after).findings, dossier.rulebook):
        if doubt.fingerprint not in known and doubt.code not in UNFINISHED:
            at = _concerned(fillings, doubt)
            if at is not None:
                fillings[at] = _with(fillings[at], doubt)
    return tuple(fillings)


def entries_of(fillings: Iterable[Filling]) -> tuple[Entry, ...]:
    """All that is to be recorded."""
    return tuple(entry for one in fillings for entry in one.entries)


def _read(dossier: Dossier, found: Found) -> Filling:
    subject = found.subject
    old = value_of(dossier, subject)
    entry, odd = read_entry(dossier, subject, found.text)
    findings = tuple(replace(one, source=found.source) for one in odd)
    if entry is None:
        return Filling(found, old, None, (), findings)
    if comparable(dossier, subject, entry.value) == comparable(dossier, subject, old):
        return Filling(found, old, old, (), findings)
    entries = [entry]
    ends = replace(subject, field="state")
    if subject.field == "actual" and entry.value is not None and value_of(dossier, ends) is not None:
        entries.append(Entry(ends, None))  # a figure ends a state of not applicable
    return Filling(found, old, entry.value, tuple(entries), findings)


def comparable(dossier: Dossier, subject: Subject, value: Value) -> Value:
    """A value for comparing: 95 is 95% where the target is, and a state that says nothing is none."""
    if isinstance(value, Actual) and value.value is not None and not value.unit and subject.indicator:
        return replace(value, unit=scored_target(dossier, subject.indicator).unit)
    return None if value in ("", "applies") else value


def _concerned(fillings: Sequence[Filling], doubt: Finding) -> int | None:
    """The text that a doubt of scoring is about: in its line the field that the code names, or the first."""
    here = [
        at for at, one in enumerate(fillings) if one.entries and _is_about(doubt.subject, one.found.subject)
    ]
    named = doubt.code.partition(".")[0]
    return next((at for at in here if fillings[at].found.subject.field == named), next(iter(here), None))


def _is_about(doubted: Subject, filled: Subject) -> bool:
    if doubted.indicator is None:
        return (doubted.project, doubted.field) == (filled.project, filled.field)
    return doubted.indicator == filled.indicator


def _with(one: Filling, doubt: Finding) -> Filling:
    """The text with one more doubt; with an error it is left out."""
    findings = (*one.findings, replace(doubt, source=one.found.source))
    if doubt.severity is Severity.ERROR:
        return replace(one, entries=(), findings=findings)
    return replace(one, findings=findings)


def _has_error(findings: Iterable[Finding]) -> bool:
    return any(one.severity is Severity.ERROR for one in findings)
