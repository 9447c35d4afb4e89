"""One department as it is being declared: what is kept, what is on its way, and a line without a name yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from evaltool import operations as ops
from evaltool.operations import drafting
from evaltool.operations.drafted import declared_text
from evaltool.operations.drafting import NEW_INDICATOR, Draft
from evaltool.operations.following import redeclared
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.declare_levels import chosen
from evaltool.tui.declare_rows import DeclareRow, rows_of
from scoring.checks import declaration
from scoring.findings import Finding, plain
from scoring.model import NOTHING, Department, Dossier, Indicator, Subject
from scoring.record import Entry


@dataclass(frozen=True, slots=True)
class Tried:
    """A text as it would be kept: a declared field as a draft, a weight as an entry; else neither."""

    draft: Draft | None
    entry: Entry | None
    findings: Sequence[Finding] = ()

    @property
    def can_be_kept(self) -> bool:
        """Whether the text was understood."""
        return self.draft is not None or self.entry is not None


def first_new(before: Department, now: Department) -> Subject | None:
    """The first project or indicator that is there now and was not before."""
    held = set(_subjects(before))
    return next((one for one in _subjects(now) if one not in held), None)


def _subjects(department: Department) -> Iterator[Subject]:
    for project in department.projects:
        yield Subject(project.code)
    for one in department.indicators():
        yield Subject(one.key.project, one.key)


@dataclass(frozen=True, slots=True)
class Wish:
    """A change that was ordered: what to say once it is kept, and the field and text that it was typed as."""

    draft: Draft
    said: str
    at: Subject = Subject()
    text: str = ""


@dataclass(frozen=True)
class DeclareBook:
    """A book, and on top of it `pending`: a new indicator that nobody has named, which is not kept yet."""

    book: Book
    pending: Draft | None = None

    @property
    def department(self) -> Department:
        """What is declared, with the line that has no name yet."""
        return self.pending.new if self.pending else self.book.dossier.department

    @cached_property
    def dossier(self) -> Dossier:
        """All that is known of the department as it is shown."""
        return replace(self.book.dossier, department=self.department)

    @cached_property
    def doubts(self) -> tuple[Finding, ...]:
        """What is odd about what is declared."""
        return declaration(self.department)

    def is_pending(self, row: DeclareRow) -> bool:
        """Whether a row is the one that has no name yet."""
        return self.pending is not None and row.subject.indicator == self.pending.subject.indicator

    def line(self, subject: Subject) -> Indicator:
        """The indicator of a subject, as it is declared now. KeyError where there is none."""
        assert subject.indicator is not None  # noqa: S101 - asked of rows of indicators alone
        return ops.indicator_of(self.dossier, subject.indicator)

    def text(self, subject: Subject) -> str:
        """What stands in a field, as it was typed."""
        if subject.field != "weight":
            return declared_text(self.department, subject)
        recorded = self.book.value(subject)
        declared = self.line(subject).weight
        if recorded is None:
            return "" if declared is None else plain(declared)
        return words.typed_text(recorded)

    def first_blank(self, place: Subject) -> Subject:
        """The first thing that is still to be said of a place before its indicators; else its name."""
        said = [row.at(row.home) for row in rows_of(self.department, place) if row.indicator is None]
        return next((subject for subject in said if not self.text(subject)), said[0])

    def try_text(self, row: DeclareRow, field: str, text: str) -> Tried:
        """How `text` would be kept in a field of a row."""
        subject = row.at(field)
        if field == "weight":
            entry, odd = ops.read_entry(self.dossier, subject, text)
            return Tried(None, entry, odd)
        if field in ("level1", "level2") and row.indicator is not None:
            text = chosen(field, row.indicator, self.dossier.rulebook, text)
        draft, odd = drafting.change(self.department, subject, text)
        return Tried(draft, None, odd)

    def with_pending(self, draft: Draft) -> DeclareBook:
        """The same with a line, or a change of it, that is not kept yet."""
        return DeclareBook(self.book, self.whole(draft))

    def whole(self, draft: Draft) -> Draft:
        """A draft made on top of what is pending, as one change of what is kept."""
        return Draft(self.pending.old, draft.new, NOTHING, draft.subject) if self.pending else draft

    def after(self, draft: Draft) -> DeclareBook:
        """The book once a draft is kept; shown at once."""
        return DeclareBook(Book(redeclared(self.book.dossier, draft)))

    @property
    def without_pending(self) -> DeclareBook:
        """The book without the line that nobody named."""
        return DeclareBook(self.book)

    @property
    def pending_holds_something(self) -> bool:
        """Whether more than levels was typed into the line without a name."""
        if self.pending is None:
            return False
        line = self.line(self.pending.subject)
        return line.name != NEW_INDICATOR or bool(line.target.text or line.description or line.basis)
