"""The figure that the rulebook names as the department's cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from scoring.model import Subject
from scoring.scores import Method

MEANS = frozenset({"department.no_project"})
"""A department without projects has no mean, and its document says so already."""


def of_headline(headline: Method) -> Iterator[Finding]:
    """The finding where the headline is no figure, with the method's code."""
    if headline.score is None and not any(step.code in MEANS for step in headline.working):
        yield finding("department.not_judged", Subject(field="rulebook"), method=headline.code)
