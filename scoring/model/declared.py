"""What is declared with the budget: a department, its objectives, its projects and their indicators."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from scoring.model.places import Key, Source
from scoring.model.targets import StepTable, Target

OVERALL = "总体绩效目标"
"""The `objective` of a clause that stands in the overall objective and not in a numbered one."""

CHECKPOINT_MONTHS = (3, 6, 10, 12)
"""Months at whose end the spending plan and the spending are looked at."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One third-level indicator with its target. `weight` is None where the document declares none.

    `steps` is the score table printed with the indicator itself (评分标准), where there is one.
    """

    key: Key
    target: Target
    description: str = ""
    basis: str = ""
    weight: Decimal | None = None
    steps: StepTable | None = None
    source: Source | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The indicator's own name, 三级指标."""
        return self.key.name

    @property
    def level1(self) -> str:
        """一级指标, always with 指标 at its end; 效果指标 is read as 效益指标."""
        return self.key.level1

    @property
    def level2(self) -> str:
        """二级指标, always with 指标 at its end."""
        return self.key.level2


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What is to be spent by the end of a month: 万元 and percent of the project's budget."""

    month: int
    amount: Decimal | None = None
    percent: Decimal | None = None
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """A budget project as declared. Amounts are 万元; `unit` is the money unit the document printed."""

    code: str
    name: str
    unit: str = "万元"
    budget: Decimal | None = None
    fiscal: Decimal | None = None
    other: Decimal | None = None
    purpose: str = ""
    objectives: tuple[str, ...] = ()
    plan: tuple[Checkpoint, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Objective:
    """A numbered objective of the department, with the clauses of it that can be measured."""

    title: str
    text: str = ""
    indicators: tuple[Indicator, ...] = ()
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Measure:
    """A safeguard measure (工作保障措施) and its numbered sub-items."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """A department (unit) and year with everything it declared. `inferred` may name "year"."""

    code: str
    name: str
    year: int | None = None
    objective: str = ""
    objective_indicators: tuple[Indicator, ...] = ()
    objectives: tuple[Objective, ...] = ()
    measures: tuple[Measure, ...] = ()
    projects: tuple[Project, ...] = ()
    inferred: tuple[str, ...] = ()
    source: Source | None = field(default=None, compare=False)

    def own_indicators(self) -> tuple[Indicator, ...]:
        """The measurable clauses of the department itself: overall ones first, then by objective."""
        numbered = (indicator for objective in self.objectives for indicator in objective.indicators)
        return (*self.objective_indicators, *numbered)

    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators: the department's own, then those of each project, as printed."""
        of_projects = (indicator for project in self.projects for indicator in project.indicators)
        return (*self.own_indicators(), *of_projects)


def level_name(text: str) -> str:
    """The usual form of a level's name: no white space, 指标 at its end, 效果 read as 效益; or empty."""
    name = "".join(text.split()).removesuffix("指标")
    if not name:
        return ""
    return {"效果": "效益"}.get(name, name) + "指标"
