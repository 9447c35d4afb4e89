"""What one department gives to a run: its files, what is doubtful about it, and its part of a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaltool.operations.reporting.contents import Content, Order, Told, contents
from evaltool.operations.reporting.wanted import Format
from evaltool.sheets.kinds import Form
from scoring.findings import Finding, Severity

if TYPE_CHECKING:
    from evaltool.reports import Scorecard
    from evaltool.reports.many import Overview


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is doubtful about a department: of one all findings, of one among many the open errors.

    `answers` maps the fingerprint of a finding to the reason that a person answered it with.
    """

    findings: tuple[Finding, ...] = ()
    answers: Mapping[str, str] | None = None

    @property
    def open_errors(self) -> tuple[Finding, ...]:
        """The grave ones that nobody has answered."""
        answered = self.answers or {}
        grave = (one for one in self.findings if one.severity is Severity.ERROR)
        return tuple(one for one in grave if one.fingerprint not in answered)


@dataclass(frozen=True, slots=True)
class Part:
    """What a summary needs of a department: little, since it is kept until all departments are there."""

    overview: Overview | None = None
    csv: bytes = b""
    json: bytes = b""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a department. `part` is there for a summary, and then there are no files of its own."""

    contents: tuple[Content, ...]
    doubts: Doubts
    part: Part | None = None


def made(card: Scorecard, whose: str, order: Order) -> Made:
    """Everything of a department at once, as another process gives it."""
    return Made(tuple(files(card, whose, order)), doubts_of(card, is_alone=False), part_of(card, order))


def files(card: Scorecard, whose: str, order: Order, step: Told = lambda _: None) -> Iterator[Content]:
    """The files of a department, one at a time; none for a summary, to which it gives its part."""
    if order.wanted.form is Form.SUMMARY:
        step(0)
    else:
        yield from contents(card, whose, order, step)


def doubts_of(card: Scorecard, *, is_alone: bool) -> Doubts:
    """What is doubtful about a department."""
    if is_alone:
        return Doubts(card.score.findings, dict(card.dossier.outcomes.department.answers))
    return Doubts(tuple(one for one in card.open_findings if one.severity is Severity.ERROR))


def part_of(card: Scorecard, order: Order) -> Part | None:
    """What a summary takes from a department, where one is wanted."""
    if order.wanted.form is not Form.SUMMARY:
        return None
    from evaltool.reports import many, rows

    wanted = order.wanted.formats
    has_book = Format.XLSX in wanted or Format.PDF in wanted
    return Part(
        many.overview_of(card) if has_book else None,
        rows.csv_rows(card) if Format.CSV in wanted else b"",
        rows.json_part(card) if Format.JSON in wanted else b"",
    )
