"""What was achieved by the year's end: outcomes of indicators, money, and the department as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from scoring.model.places import Key
from scoring.model.targets import Actual, StepTable, Target

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class State(StrEnum):
    """Whether an indicator, a project or an execution rate counts at all."""

    APPLIES = "applies"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class AdjustedTarget:
    """A target changed during the year (绩效目标调整); the declared one stays beside it."""

    target: Target
    approval: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file named as evidence, as it was then: `size` in bytes; no `sha256` for a folder or where unread."""

    path: str
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was achieved for one indicator. `share` is percent of the points, for qualitative ones.

    `steps` is a score table that a person gives the indicator; it goes before the printed one. `evidence` is
    what a person wrote, `evidence_files` are the files that it named then.
    """

    actual: Actual | None = None
    share: Decimal | None = None
    state: State = State.APPLIES
    reason: str = ""
    action: str = ""
    evidence: str = ""
    adjusted: AdjustedTarget | None = None
    steps: StepTable | None = None

    evidence_files: tuple[EvidenceFile, ...] = ()


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
    """Whether all was finished within the year: some rulebooks then give all points of execution."""

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
    `objective_weights` to the weight that a person gives it among the objectives, in any unit. `completion`
    is that of everything the money was for. `answers` maps the fingerprint of a finding to the reason that a
    person answered it with.
    """

    basic_budget: Decimal | None = None
    basic_spent: Decimal | None = None
    project_budget: Decimal | None = None
    project_spent: Decimal | None = None
    achieved: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    people: People = People()
    objective_weights: Mapping[str, Decimal] = field(default_factory=lambda: NOTHING)
    completion: Completion = Completion.OPEN
    answers: Mapping[str, str] = field(default_factory=lambda: NOTHING)


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
