"""The scorecard of a project, and a department's year with its figures side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.findings import Finding
from scoring.rulebook import Rulebook
from scoring.scores.levels import LevelScore, levels_of
from scoring.scores.lines import ExecutionScore, IndicatorScore
from scoring.scores.points import Score, Step

OWN_OBJECTIVES = "own_objectives"
"""The code of the figure that a department's own clauses give it."""


@dataclass(frozen=True, slots=True)
class ProjectScore:
    """A project's scorecard. `available` are the points of the lines that count; totals are out of 100.

    `code` and `name` are the project's. `score` is None where the project does not apply.
    """

    code: str
    name: str
    score: Score | None
    grade: str
    execution: ExecutionScore
    indicators: tuple[IndicatorScore, ...]
    available: Decimal
    working: tuple[Step, ...] = ()

    @property
    def levels(self) -> tuple[LevelScore, ...]:
        """Points earned of points available per level 1 and level 2, of the lines that count."""
        return levels_of(self.indicators)


@dataclass(frozen=True, slots=True)
class Method:
    """One way to a department's figure. `score` is None where it cannot be judged; `working` says why.

    `lines` are the department's own clauses as this way weighs them; none for a mean over projects.
    """

    code: str
    score: Score | None
    grade: str
    working: tuple[Step, ...] = ()
    lines: tuple[IndicatorScore, ...] = ()
    execution: ExecutionScore | None = None


@dataclass(frozen=True, slots=True)
class DepartmentScore:
    """A department's year: its projects, its own objectives, the figures side by side, the headline.

    `methods` maps a method's code to it, in the order to show; `headline` is the one the rulebook names.
    """

    code: str
    name: str
    year: int | None
    rulebook: Rulebook
    headline: str
    methods: Mapping[str, Method]
    projects: tuple[ProjectScore, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def score(self) -> Score | None:
        """The headline's figure; None where it cannot be judged."""
        return self.methods[self.headline].score

    @property
    def grade(self) -> str:
        """The headline's grade, empty while it is open."""
        return self.methods[self.headline].grade

    @property
    def objectives(self) -> tuple[IndicatorScore, ...]:
        """The department's own clauses, as its own-objectives figure weighs them."""
        return self.methods[OWN_OBJECTIVES].lines

    @property
    def execution(self) -> ExecutionScore | None:
        """The execution of the department as a whole; None where it has no clauses of its own."""
        return self.methods[OWN_OBJECTIVES].execution

    @property
    def applying(self) -> tuple[ProjectScore, ...]:
        """The projects that apply, in the order of the document; the others count nowhere."""
        return tuple(project for project in self.projects if project.score is not None)

    @property
    def levels(self) -> tuple[LevelScore, ...]:
        """Points earned of points available per level 1 and level 2, over all projects that apply."""
        return levels_of(line for project in self.applying for line in project.indicators)
