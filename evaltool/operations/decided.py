"""What is odd about a document once a person has decided about it, and the decisions themselves, as findings.

What was corrected or left out raises no doubt any more; the decision stands in a finding of its own, so the
text as found stays with what is adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from evaltool.operations.corrections import text_found, thing_at
from scoring.checks import declaration
from scoring.findings import Finding, finding
from scoring.model import Department, Key, Reading, Source, Subject

NO_WEIGHTS, NO_LEVEL, LEVEL_ABSENT = "document.no_weights", "indicator.no_level", "indicators.level_absent"


@dataclass(frozen=True, slots=True)
class Decided:
    """The reading to adopt, and where the things as found have gone: nowhere means that they are left out."""

    reading: Reading
    keys: Mapping[Key, Key]
    codes: Mapping[str, str]

    def place(self, subject: Subject) -> Subject:
        """A place as found, where it is now."""
        key = None if subject.indicator is None else self.keys.get(subject.indicator, subject.indicator)
        return Subject(self.codes.get(subject.project, subject.project), key, subject.field)


def still_true(found: Reading, decided: Decided, corrections: Mapping[Subject, str]) -> Iterator[Finding]:
    """Findings as found about what still stands as it did."""
    again = {odd.fingerprint for odd in declaration(found.department)}
    before = {one.key: one for one in found.department.indicators()}
    now = {one.key: one for one in decided.reading.department.indicators()}
    for odd in found.findings:
        key = odd.subject.indicator
        gone = odd.subject.project not in decided.codes or (key in before and key not in decided.keys)
        if odd.fingerprint in again or gone or odd.subject in corrections:
            continue
        if key in before and odd.subject.field == "target":
            corrected = before[key].target != now[decided.keys[key]].target
            if corrected:
                continue
        moved = replace(odd, subject=decided.place(odd.subject))
        if not _is_settled(moved, decided.reading.department):
            yield moved


def _is_settled(odd: Finding, department: Department) -> bool:
    """Whether a finding about a whole table was settled by a correction of one of its lines."""
    if odd.code == NO_WEIGHTS:
        return any(one.weight is not None for one in department.indicators())
    if odd.code not in (NO_LEVEL, LEVEL_ABSENT):
        return False
    lines = [one for one in department.indicators() if one.key.project == odd.subject.project]
    if odd.code == LEVEL_ABSENT:
        return odd.facts["level"] in {one.level1 for one in lines}
    return all(one.level1 for one in lines if one.name == odd.facts["name"])


def decisions(
    old: Department, decided: Decided, corrections: Mapping[Subject, str], left_out: frozenset[Subject]
) -> Iterator[Finding]:
    """What a person decided, with the text and the place as found."""
    for subject, typed in corrections.items():
        gone = subject.project not in decided.codes or (
            subject.indicator is not None and subject.indicator not in decided.keys
        )
        if not gone:
            facts = {"field": subject.field, "text": text_found(old, subject), "read": typed}
            place = decided.place(subject)
            yield finding("document.corrected", place, thing_at(old, subject).source, **facts)
    for subject in left_out:
        thing = thing_at(old, subject)
        yield finding("document.left_out", subject, thing.source, name=thing.name)


def in_order(odd: Finding) -> tuple[int, str, int, int, int]:
    """Findings come in the order of the document."""
    place = odd.source or Source()
    return place.page, place.sheet, place.line, place.table, place.row
