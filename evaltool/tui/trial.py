"""What a person is typing, read and scored before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from evaltool import operations as ops
from evaltool.operations import names
from evaltool.tui.book import Book
from evaltool.tui.rows import Row
from evaltool.tui.standing import Standing, standing_after
from scoring.findings import Finding, Severity
from scoring.model import Actual, Band
from scoring.notation import write_actual
from scoring.record import Entry, apply
from scoring.scores import DepartmentScore

BAND_DIGITS = {"1": Band.MET, "2": Band.PARTLY, "3": Band.UNMET}
"""Digits that choose a band: they arrive whatever the input method is doing."""

CHOICE_DIGITS = {
    field: {str(digit): word for digit, word in enumerate(words, start=1)}
    for field, words in names.CHOICES.items()
}
"""The same for fields that hold one of a few words."""

EARLIER = frozenset({"outcome.missing", "reason.missing"})
"""Doubts that every row has before it is finished: said at the check before handing in, not while typing."""


ASKING = frozenset({"actual.far_off", "actual.like_ratio", "money.far_off", "share.outside"})
"""Doubts that a slip of the fingers gives: far from the target, another unit, a ratio for percent, no share
of the band."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a text was read, and how the place would stand with it.

    `entry` is None where the text cannot be kept; `findings` say why, and what is odd about what can.
    """

    entry: Entry | None
    findings: tuple[Finding, ...]
    standing: Standing

    @property
    def asks(self) -> tuple[Finding, ...]:
        """The doubts about the text itself that ask a person before it is kept."""
        if self.entry is None or self.entry.value is None:
            return ()
        subject = self.entry.subject
        return tuple(one for one in self.findings if one.code in ASKING and one.subject == subject)


def try_text(book: Book, row: Row, field: str, text: str) -> Trial:
    """Read `text` for a field of a row and score the place as if it were recorded."""
    subject = row.at(field)
    entry, findings = ops.read_entry(book.dossier, subject, word_of(row, field, text))
    if entry is None:
        return Trial(None, findings, book.standing(subject.project))
    standing = standing_after(book.score, apply(book.dossier, [entry]), subject)
    return Trial(entry, (*findings, *doubts(standing, row)), standing)


def doubts(standing: Standing, row: Row) -> tuple[Finding, ...]:
    """What scoring finds odd about a row as it stands, the worst first."""
    here = [finding for finding in standing.findings if _concerns(finding, row)]
    return tuple(sorted(here, key=lambda finding: list(Severity).index(finding.severity)))


def raised_elsewhere(before: DepartmentScore, after: DepartmentScore, row: Row) -> Finding | None:
    """The worst doubt that stands in another row and was not there before; None where there is none."""
    known = {finding.fingerprint for finding in before.findings}
    new = [
        finding
        for finding in after.findings
        if finding.fingerprint not in known
        and finding.severity is not Severity.NOTE
        and not _concerns(finding, row)
        and finding.code not in EARLIER
    ]
    return min(new, key=lambda finding: list(Severity).index(finding.severity), default=None)


def _concerns(finding: Finding, row: Row) -> bool:
    if row.indicator is not None:
        return finding.subject.indicator == row.indicator.key and finding.code not in EARLIER
    return finding.subject.indicator is None and finding.subject.field in row.fields


def word_of(row: Row, field: str, text: str) -> str:
    """The word that a digit stands for, or the text itself."""
    if field in CHOICE_DIGITS:
        return CHOICE_DIGITS[field].get(text.strip(), text)
    band = BAND_DIGITS.get(text.strip()) if row.is_band and field == "actual" else None
    return write_actual(Actual(band=band)) if band else text
