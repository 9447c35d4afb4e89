"""The list of evidence as every report has it: what bears out each figure, and where something has to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evaltool.language import _
from scoring.scores import DepartmentScore, IndicatorScore

LACKING = frozenset({"satisfaction.no_evidence", "qualitative.no_evidence"})
"""Findings that say of a line that it needs evidence and has none."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """An indicator that has evidence or lacks it, with the project or objective that it stands under."""

    whose: str
    line: IndicatorScore
    is_missing: bool

    @property
    def said(self) -> str:
        """What was named as evidence, or that it is missing."""
        return _("缺少") if self.is_missing else self.line.outcome.evidence


def evidence_lines(score: DepartmentScore) -> list[EvidenceLine]:
    """The lines of the list: the department's own objectives, then project by project."""
    missing = {one.subject.indicator for one in score.findings if one.code in LACKING}
    return [
        EvidenceLine(whose, line, line.indicator.key in missing)
        for whose, line in _lines(score)
        if line.outcome.evidence or line.outcome.evidence_files or line.indicator.key in missing
    ]


def _lines(score: DepartmentScore) -> Iterator[tuple[str, IndicatorScore]]:
    for line in score.objectives:
        yield line.indicator.key.objective, line
    for project in score.projects:
        for line in project.indicators:
            yield project.name, line
