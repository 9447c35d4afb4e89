"""How one place stands, a project or the department itself, in one form for both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evaltool import operations as ops
from scoring.compared import is_settled
from scoring.evaluate import evaluate_line, evaluate_project
from scoring.findings import Finding
from scoring.model import Dossier, Indicator, Key, Outcome, Subject
from scoring.scores import (
    DepartmentScore,
    ExecutionScore,
    IndicatorScore,
    Method,
    ProjectScore,
    Score,
)


class Progress(StrEnum):
    """How far a place is recorded."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Standing:
    """Score, lines and progress of a project; of the department itself where `project` is empty.

    `findings` are those that nobody has answered. `methods` are the department's figures side by side, the
    headline first; empty for a project. `recorded` counts the indicators with an actual, or said not to
    apply.
    """

    project: str
    name: str
    score: Score | None
    grade: str
    execution: ExecutionScore | None
    lines: Mapping[Key, IndicatorScore]
    findings: tuple[Finding, ...]
    indicators: int
    recorded: int
    methods: tuple[Method, ...] = ()


def progress(recorded: int, indicators: int) -> Progress:
    """Not begun, under way, or complete."""
    if recorded == 0:
        return Progress.NONE
    return Progress.ALL if recorded == indicators else Progress.SOME


def of_project(score: ProjectScore, findings: Iterable[Finding]) -> Standing:
    """A project's standing."""
    return Standing(
        score.code,
        score.name,
        score.score,
        score.grade,
        score.execution,
        {line.indicator.key: line for line in score.indicators},
        tuple(finding for finding in findings if finding.subject.project == score.code),
        len(score.indicators),
        sum(is_settled(line.outcome) for line in score.indicators),
    )


def of_department(score: DepartmentScore, dossier: Dossier) -> Standing:
    """The department's own standing: its own clauses, with the headline of the whole."""
    own = dossier.department.own_indicators()
    return Standing(
        "",
        score.name,
        score.score,
        score.grade,
        score.execution,
        {line.indicator.key: line for line in score.objectives},
        tuple(one for one in ops.open_findings(dossier, score.findings) if not one.subject.project),
        len(own),
        sum(is_settled(outcome_of(dossier, indicator)) for indicator in own),
        tuple(sorted(score.methods.values(), key=lambda method: method.code != score.headline)),
    )


def standing_after(before: DepartmentScore, dossier: Dossier, subject: Subject) -> Standing:
    """How a place stands in a dossier only tried, which differs in `subject` from what `before` scored."""
    if not subject.project:
        return of_department(ops.score(dossier), dossier)
    if subject.indicator is None or subject.field == "weight":
        whole, found = evaluate_project(ops.project_of(dossier, subject.project), dossier)
        return of_project(whole, ops.open_findings(dossier, found))
    scored = next(score for score in before.projects if score.code == subject.project)
    anew, found = evaluate_line(subject.indicator, scored, dossier)
    return of_project(anew, ops.open_findings(dossier, found))


def outcome_of(dossier: Dossier, indicator: Indicator) -> Outcome:
    """What is recorded for an indicator."""
    return dossier.outcomes.indicators.get(indicator.key, Outcome())
