"""What is declared and what was achieved: the words every room speaks.

Everything here is frozen. Figures are `Decimal`; money is in 万元; shares are percent. The text as it
was found and the place it came from travel with a value and take no part in equality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from scoring.findings import Finding
    from scoring.rulebook import Rulebook

OVERALL = "总体绩效目标"
"""The `objective` of a clause that stands in the overall objective and not in a numbered one."""

CHECKPOINT_MONTHS = (3, 6, 10, 12)
"""Months at whose end the spending plan and the spending are looked at."""

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Sense(StrEnum):
    """Which side of a target is the good one."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    EQUAL = "equal"
    AT_MOST = "at_most"
    BELOW = "below"
    BETWEEN = "between"
    BY_DATE = "by_date"
    YES_NO = "yes_no"
    QUALITATIVE = "qualitative"
    UNREAD = "unread"
    """Nobody may score it before a person has read it."""


QUANTITATIVE = frozenset(
    {Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL, Sense.AT_MOST, Sense.BELOW, Sense.BETWEEN}
)


class Band(StrEnum):
    """The three bands of a qualitative actual: 达成, 部分达成, 未达成."""

    MET = "met"
    PARTLY = "partly"
    UNMET = "unmet"


class State(StrEnum):
    """Whether an indicator, a project or an execution rate counts at all."""

    APPLIES = "applies"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file. Lines, pages, tables and rows count from 1; 0 means not known."""

    file: str = ""
    line: int = 0
    page: int = 0
    table: int = 0
    row: int = 0
    sheet: str = ""
    cell: str = ""


class Key(NamedTuple):
    """An indicator's identity inside one department and year.

    `project` is the project's code, empty for the department's own objectives; `ordinal` counts from 1
    among indicators that share everything else.
    """

    project: str
    objective: str
    level1: str
    level2: str
    name: str
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class Subject:
    """A place in the data: a project (empty: the department), an indicator of it, a field of that."""

    project: str = ""
    indicator: Key | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A declared target. `value` is the limit (the lower one of two), `upper` the upper one of two.

    `nominal` is the figure that a tolerance stands around: 100±5 lies between 95 and 105 around 100.
    `inferred` names what the text did not say and was concluded: "sense", "year"; "answer" where a yes/no
    target asks for No (否, 无).
    """

    sense: Sense
    value: Decimal | None = None
    upper: Decimal | None = None
    nominal: Decimal | None = field(default=None, kw_only=True)
    unit: str = ""
    date: date | None = None
    inferred: tuple[str, ...] = ()
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Actual:
    """An achieved figure, date, answer or band. Exactly one of them is set when it could be read.

    `unit` is the unit as typed; empty means the target's unit. `yes`: the answer is the one asked for.
    """

    value: Decimal | None = None
    unit: str = ""
    date: date | None = None
    yes: bool | None = None
    band: Band | None = None
    text: str = field(default="", compare=False)

    @property
    def is_read(self) -> bool:
        """Whether the text could be read as anything."""
        return not (self.value is None and self.date is None and self.yes is None and self.band is None)


@dataclass(frozen=True, slots=True)
class StepTable:
    """A score in steps: the award of the first limit that a figure reaches, nothing where it reaches none.

    `sense` is AT_LEAST (limits fall) or AT_MOST (limits rise); a limit is in the figure's own unit. An award
    is a part of `full`, which earns all points: ≥70 % 得3分, ≥65 % 得1分 has awards 3 and 1 of 3.
    """

    sense: Sense
    limits: tuple[tuple[Decimal, Decimal], ...]
    full: Decimal = Decimal(100)
    text: str = field(default="", compare=False)


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


@dataclass(frozen=True, slots=True)
class AdjustedTarget:
    """A target changed during the year (绩效目标调整); the declared one stays beside it."""

    target: Target
    approval: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was achieved for one indicator. `share` is percent of the points, for qualitative ones.

    `steps` is a score table that a person gives the indicator; it goes before the printed one.
    """

    actual: Actual | None = None
    share: Decimal | None = None
    state: State = State.APPLIES
    reason: str = ""
    action: str = ""
    evidence: str = ""
    adjusted: AdjustedTarget | None = None
    steps: StepTable | None = None


@dataclass(frozen=True, slots=True)
class Funds:
    """One kind of money by source, in 万元. None is not recorded; the total may be recorded alone."""

    total: Decimal | None = None
    fiscal: Decimal | None = None
    carried: Decimal | None = None
    other: Decimal | None = None

    @property
    def parts(self) -> Decimal | None:
        """The sum of the sources recorded, or None where there is none."""
        recorded = [part for part in (self.fiscal, self.carried, self.other) if part is not None]
        return sum(recorded, Decimal(0)) if recorded else None

    @property
    def known(self) -> Decimal | None:
        """The total recorded, else the sum of the sources, else None."""
        return self.total if self.total is not None else self.parts


@dataclass(frozen=True, slots=True)
class Money:
    """年初预算数, 全年预算数, 资金到位数, 全年执行数, and spending by the end of months; all in 万元."""

    initial: Funds = Funds()
    adjusted: Funds = Funds()
    received: Funds = Funds()
    spent: Funds = Funds()
    checkpoints: Mapping[int, Decimal] = field(default_factory=lambda: NOTHING)


class WeightChoice(StrEnum):
    """What a person decided where declared weights add up to 100 and leave nothing for execution."""

    OPEN = ""
    NO_EXECUTION = "no_execution"
    SCALE = "scale"


class Completion(StrEnum):
    """Whether a project was finished within the year: some rulebooks then give all points of execution."""

    OPEN = ""
    FINISHED = "finished"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class ProjectOutcome:
    """What was achieved for a project beside its indicators.

    `execution` is NOT_APPLICABLE once a person has confirmed, with a reason, that a zero budget has no rate;
    `execution_reason` says why that is so, or why little was spent. `mean_weight` is the project's weight in
    the department's mean by given weights, in any unit.
    """

    money: Money = Money()
    achieved: str = ""
    state: State = State.APPLIES
    reason: str = ""
    execution: State = State.APPLIES
    execution_reason: str = ""
    weight_choice: WeightChoice = WeightChoice.OPEN
    completion: Completion = Completion.OPEN
    mean_weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Who hands in a form: 主管部门, 填报人, 联系电话, 审核人, 填报日期 (text, as printed)."""

    authority: str = ""
    preparer: str = ""
    phone: str = ""
    reviewer: str = ""
    prepared_on: str = ""


@dataclass(frozen=True, slots=True)
class DepartmentOutcome:
    """The department as a whole: 基本支出 and 项目支出, budget and spent in 万元, and the form's people.

    `achieved` maps an objective's title (`OVERALL` for the overall one) to the text of what was achieved,
    `objective_weights` to the weight that a person gives it among the objectives, in any unit.
    """

    basic_budget: Decimal | None = None
    basic_spent: Decimal | None = None
    project_budget: Decimal | None = None
    project_spent: Decimal | None = None
    achieved: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    people: People = People()
    objective_weights: Mapping[str, Decimal] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Everything recorded for a department and year; what is absent was not recorded."""

    indicators: Mapping[Key, Outcome] = field(default_factory=lambda: NOTHING)
    projects: Mapping[str, ProjectOutcome] = field(default_factory=lambda: NOTHING)
    department: DepartmentOutcome = DepartmentOutcome()


@dataclass(frozen=True, slots=True)
class Override:
    """A score set by a person; the computed one stays beside it. A reason is required."""

    score: Decimal
    reason: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file said. `printed` maps indicators to the scores a result document carried."""

    department: Department
    outcomes: Outcomes = Outcomes()
    printed: Mapping[Key, Decimal] = field(default_factory=lambda: NOTHING)
    findings: tuple[Finding, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that scoring needs. `weights` are set by a person and go before declared ones."""

    department: Department
    rulebook: Rulebook
    outcomes: Outcomes = Outcomes()
    overrides: Mapping[Key, Override] = field(default_factory=lambda: NOTHING)
    weights: Mapping[Key, Decimal] = field(default_factory=lambda: NOTHING)


def level_name(text: str) -> str:
    """The usual form of a level's name: no white space, 指标 at its end, 效果 read as 效益; or empty."""
    name = "".join(text.split()).removesuffix("指标")
    if not name:
        return ""
    return {"效果": "效益"}.get(name, name) + "指标"
