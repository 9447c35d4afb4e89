"""A document that a person looks at before it is adopted: what it says, and what was decided about it.

Decisions are kept by the places as found and applied anew each time, so any of them can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from evaltool.operations.corrections import Read, read_correction, text_found
from evaltool.operations.decided import Decided
from evaltool.operations.earlier import earlier_decisions
from evaltool.operations.reviewed import apply
from scoring.findings import Finding
from scoring.model import NOTHING, Department, Indicator, Key, Reading, Subject
from scoring.record import Entry


@dataclass(frozen=True)
class Review:
    """A reading as found, and the decisions: texts corrected, things left out, targets without outcomes."""

    found: Reading
    corrections: Mapping[Subject, str] = field(default_factory=lambda: NOTHING)
    left_out: frozenset[Subject] = frozenset()
    targets_only: bool = False

    @cached_property
    def result(self) -> Decided:
        """What would be adopted."""
        return apply(self.found, self.corrections, self.left_out, targets_only=self.targets_only)

    @property
    def reading(self) -> Reading:
        """The reading with every decision in it."""
        return self.result.reading

    @property
    def is_decided(self) -> bool:
        """Whether anything was decided yet."""
        return bool(self.corrections or self.left_out or self.targets_only)

    @property
    def achieved(self) -> tuple[Entry, ...]:
        """What the document says was achieved, as it could be recorded, value by value."""
        from evaltool.workspace.outcomes import entries_of  # loads the database layer

        return tuple(entries_of(self.reading.outcomes))

    def is_left_out(self, subject: Subject) -> bool:
        """Whether a project or an indicator is left out, by itself or with its project."""
        return bool({Subject(subject.project, subject.indicator), Subject(subject.project)} & self.left_out)

    def text(self, subject: Subject) -> str:
        """The text of a field as it counts now."""
        return self.corrections.get(subject, text_found(self.found.department, subject))

    def read(self, subject: Subject, text: str) -> Read:
        """How a text for a field would be read; its value is None where it cannot be kept."""
        year = self.reading.department.year
        return read_correction(self.found.department, self.corrections, subject, text, year)

    def correct(self, subject: Subject, text: str) -> tuple[Review | None, tuple[Finding, ...]]:
        """The review with another text in a field; None, with findings, where it cannot be kept.

        The text as found takes a correction back.
        """
        others = {place: typed for place, typed in self.corrections.items() if place != subject}
        if text.strip() == text_found(self.found.department, subject):
            return replace(self, corrections=MappingProxyType(others)), ()
        read = self.read(subject, text)
        if read.value is None:
            return None, read.findings
        corrections = MappingProxyType({**others, subject: text.strip()})
        return replace(self, corrections=corrections), read.findings

    def turn(self, subject: Subject) -> Review:
        """Leave a project or an indicator out, or take it in again."""
        return replace(self, left_out=self.left_out ^ {Subject(subject.project, subject.indicator)})

    def choose(self, key: Key | None, rivals: tuple[Indicator, ...]) -> Review:
        """Of indicators that ask for different things keep one, or all of them where `key` is None."""
        places = {rival.key: Subject(rival.key.project, rival.key) for rival in rivals}
        others = {place for rival, place in places.items() if key not in (None, rival)}
        return replace(self, left_out=(self.left_out - set(places.values())) | others)

    def again(self, earlier: Iterable[Finding]) -> Review:
        """The review with what was decided at an earlier import, where the document still says the same.

        What was corrected in this review already stays as it is.
        """
        review = self
        for decided in earlier_decisions(self.found.department, tuple(earlier)):
            if decided.text is None:
                review = review if review.is_left_out(decided.subject) else review.turn(decided.subject)
            elif decided.subject not in review.corrections:
                review = review.correct(decided.subject, decided.text)[0] or review
        return review

    def rivals(self, key: Key) -> tuple[Indicator, ...]:
        """The indicators, as found, that ask for different things under the name of this one; else empty."""
        group = _beside(self.found.department, key)
        named = tuple(one for one in group if one.name == key.name)
        asked = {(one.target.sense, one.target.value, one.target.upper, one.target.unit) for one in named}
        return named if len(asked) > 1 else ()


def _beside(department: Department, key: Key) -> tuple[Indicator, ...]:
    """The indicators of a project, or of the department itself."""
    if not key.project:
        return department.own_indicators()
    return next(one.indicators for one in department.projects if one.code == key.project)
