"""What is kept of a scorecard for a summary over many: figures and short texts, small to pickle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.money import summed, together
from evaltool.reports.scorecard import Scorecard
from scoring.compared import is_settled
from scoring.findings import Severity
from scoring.scores import DepartmentScore, LevelScore, Method, ProjectScore, Score

MOST = 3
"""Names that are said before the others are only counted."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rulebook that scores follow; two are the same where all of this is. `grades`: the best first."""

    id: str
    title: str
    version: str
    hash: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A department's figure by one way, with its grade. `score` is None where it cannot be judged.

    `why` says in words why it cannot, or what it still waits for; empty where it is settled.
    """

    code: str
    score: Score | None
    grade: str
    why: str


@dataclass(frozen=True, slots=True)
class ProjectFigure:
    """A project's total and grade, with its money in 万元. `score` is None where it does not apply."""

    code: str
    name: str
    score: Score | None
    grade: str
    budget: Decimal | None
    spent: Decimal | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A department's year. `headline` is the code of the figure, among `figures`, that its rulebook names.

    `budget` and `spent` are those of its projects together, `whole_budget` and `whole_spent` those of
    基本支出 and 项目支出, all in 万元; None where a part of them is not known. `levels` are the first levels
    of all projects together. `recorded` of `lines` indicators of its projects have an actual. `findings` are
    the open ones by severity.
    """

    code: str
    name: str
    year: int | None
    rules: Rules
    inputs: str
    headline: str
    figures: tuple[Figure, ...]
    levels: tuple[LevelScore, ...]
    projects: tuple[ProjectFigure, ...]
    budget: Decimal | None
    spent: Decimal | None
    whole_budget: Decimal | None
    whole_spent: Decimal | None
    recorded: int
    lines: int
    findings: tuple[tuple[Severity, int], ...]

    @property
    def figure(self) -> Figure:
        """The figure that stands for the department."""
        return next(one for one in self.figures if one.code == self.headline)

    @property
    def settled(self) -> Decimal | None:
        """That figure, where nothing missing can move it."""
        score = self.figure.score
        return score.value if score else None


def overview_of(card: Scorecard) -> Overview:
    """What is kept of a scorecard; its words are in the language in use."""
    score = card.score
    rules = score.rulebook
    grades = tuple(name for name, _low in rules.grades.limits.value)
    lines = [line for project in score.applying for line in project.indicators]
    whole = together(card.dossier.outcomes.department)
    severities = [finding.severity for finding in card.open_findings]
    return Overview(
        score.code,
        score.name,
        score.year,
        Rules(rules.id, rules.title, rules.version, rules.hash, grades),
        card.inputs,
        score.headline,
        tuple(_figure(method, score) for method in score.methods.values()),
        tuple(level for level in score.levels if not level.level2),
        tuple(map(_project, score.projects)),
        summed([project.execution.budget for project in score.applying]),
        summed([project.execution.spent for project in score.applying]),
        *whole,
        sum(is_settled(line.outcome) for line in lines),
        len(lines),
        tuple((severity, severities.count(severity)) for severity in Severity if severity in severities),
    )


def _figure(method: Method, score: DepartmentScore) -> Figure:
    why = ""
    if method.score is None:
        why = texts.working(method.working)
    elif method.score.value is None:
        why = _("得分未定：{names}").format(names=_named(_open(method, score)))
    return Figure(method.code, method.score, method.grade, why)


def _open(method: Method, score: DepartmentScore) -> list[str]:
    """What a figure still waits for: clauses of its own, the department's money, or projects."""
    if not method.lines:
        return [one.name for one in score.applying if one.score and one.score.value is None]
    names = [line.indicator.name for line in method.lines if line.score.value is None]
    if method.execution is not None and method.execution.score.value is None:
        names.append(_("预算执行率"))
    return names


def _named(names: Sequence[str]) -> str:
    said = _("、").join(names[:MOST])
    return said if len(names) <= MOST else _("{names} 等 {count} 项").format(names=said, count=len(names))


def _project(project: ProjectScore) -> ProjectFigure:
    execution = project.execution
    return ProjectFigure(
        project.code, project.name, project.score, project.grade, execution.budget, execution.spent
    )
