"""The schema of a rulebook: a class for each section, a field for each clause, and how its value is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from scoring.model import Band, StepTable
from scoring.rulebook.said import written
from scoring.rulebook.tables import (
    BandLimits,
    NamedSteps,
    bands,
    caps,
    grade_limits,
    level_points,
    levels_by_level,
    named_steps,
    rate_steps,
    severities,
)
from scoring.rulebook.values import (
    Read,
    choice,
    number,
    numbers,
    percent_or_never,
    points_of_100,
    texts,
    whole,
)
from scoring.rules import MODES, round_to

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clause(Generic[T]):
    """One decision of a rulebook and where it comes from. `key` is "section.name".

    `raw` is the value as TOML gave it, so that a rulebook can be written down again. `origin` is the id of
    the rulebook that says it: another than the one it is found in where that one extends another.
    """

    key: str
    value: T
    cite: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""
    raw: object = field(default=None, compare=False)
    origin: str = field(default="", compare=False)

    @property
    def is_cited(self) -> bool:
        """Whether anything is said of where it comes from."""
        return bool(self.cite or self.evidence)

    @property
    def text(self) -> str:
        """The value as one line of text."""
        return written(self.value)


def _clause(read: Read) -> Any:
    """A field of a section: how its value is read. The reader raises `ValueError(what was expected)`."""
    return field(metadata={"read": read})


@dataclass(frozen=True, slots=True)
class ExecutionRules:
    """预算执行率."""

    points: Clause[Decimal] = _clause(points_of_100)
    method: Clause[str] = _clause(choice("proportion", "steps"))
    steps: Clause[StepTable] = _clause(rate_steps)
    finished: Clause[str] = _clause(choice("no_matter", "full_within_budget"))
    budget: Clause[str] = _clause(choice("adjusted", "initial"))
    unrecorded_budget: Clause[str] = _clause(choice("declared", "no_data"))
    zero_budget: Clause[str] = _clause(choice("no_data", "zero"))
    not_applicable: Clause[str] = _clause(choice("spread"))
    reason_below: Clause[Decimal | None] = _clause(percent_or_never(1, 100))


@dataclass(frozen=True, slots=True)
class WeightRules:
    """How points are spread where a document declares none."""

    levels: Clause[tuple[Mapping[str, Decimal], ...]] = _clause(level_points)
    absent: Clause[str] = _clause(choice("pro_rata", "over_indicators", "rescale"))
    absent_to: Clause[Mapping[str, str]] = _clause(levels_by_level)
    inside: Clause[Mapping[str, str]] = _clause(levels_by_level)
    spread: Clause[str] = _clause(choice("even", "by_level2", "over_indicators"))
    declared: Clause[str] = _clause(choice("as_declared"))
    not_applicable: Clause[str] = _clause(choice("rescale", "within_level"))


@dataclass(frozen=True, slots=True)
class QuantitativeRules:
    """Figures against figures."""

    forward: Clause[str] = _clause(choice("proportion", "gate", "met_or_nothing"))
    gate: Clause[Decimal] = _clause(number(0, 99))
    reverse: Clause[str] = _clause(choice("ratio", "linear", "per_unit", "met_or_nothing"))
    reverse_deduct: Clause[Decimal] = _clause(number(0, 100))
    strict: Clause[str] = _clause(choice("as_inclusive"))
    missed_equal_cost: Clause[str] = _clause(choice("reverse", "forward"))
    zero_target: Clause[str] = _clause(choice("met_or_nothing"))
    negative_actual: Clause[str] = _clause(choice("zero"))
    between: Clause[str] = _clause(choice("proportion_below", "met_or_nothing"))
    tolerance: Clause[str] = _clause(choice("met_or_nothing"))


@dataclass(frozen=True, slots=True)
class StepRules:
    """Scores in steps: printed with an indicator, by an indicator's name, and of satisfaction."""

    printed: Clause[str] = _clause(choice("follow", "ignore"))
    named: Clause[tuple[NamedSteps, ...]] = _clause(named_steps)
    satisfaction: Clause[str] = _clause(choice("as_quantitative", "steps"))
    satisfaction_steps: Clause[StepTable] = _clause(rate_steps)


@dataclass(frozen=True, slots=True)
class OtherRules:
    """Answers, dates and judgements."""

    yes_no: Clause[str] = _clause(choice("met_or_nothing"))
    due_date: Clause[str] = _clause(choice("met_or_nothing", "deduct_per_day"))
    late_deduct: Clause[Decimal] = _clause(number(0, 100))
    bands: Clause[Mapping[Band, BandLimits]] = _clause(bands)


@dataclass(frozen=True, slots=True)
class OverRules:
    """Achievement far above a forward target, in percent of the target."""

    points: Clause[str] = _clause(choice("full", "reduce", "deduct"))
    reduce_beyond: Clause[Decimal] = _clause(number(100, 100000))
    deduct_from: Clause[Decimal] = _clause(number(100, 100000))
    deduct_points: Clause[Decimal] = _clause(number(0, 100))
    note_from: Clause[Decimal | None] = _clause(percent_or_never(100, 100000))
    reason_from: Clause[Decimal | None] = _clause(percent_or_never(100, 100000))


@dataclass(frozen=True, slots=True)
class RoundingRules:
    """Where and how scores are rounded."""

    places: Clause[Decimal] = _clause(whole(0, 6))
    mode: Clause[str] = _clause(choice(*MODES))
    point: Clause[str] = _clause(choice("line", "total"))


@dataclass(frozen=True, slots=True)
class TotalRules:
    """What a total with an execution rate in it may not exceed."""

    caps: Clause[tuple[tuple[Decimal, Decimal], ...]] = _clause(caps)


@dataclass(frozen=True, slots=True)
class GradeRules:
    """Grades (等级)."""

    limits: Clause[tuple[tuple[str, Decimal], ...]] = _clause(grade_limits)


METHODS = ("budget_weighted", "plain_mean", "given_weights", "own_objectives", "goal_weighted")
"""The ways to a department's figure, in the order to show."""


@dataclass(frozen=True, slots=True)
class DepartmentRules:
    """The department as a whole."""

    headline: Clause[str] = _clause(choice(*METHODS))
    own_points: Clause[Decimal] = _clause(points_of_100)
    goal_points: Clause[Decimal] = _clause(points_of_100)
    objective_weights: Clause[tuple[Decimal, ...]] = _clause(numbers)
    overall_clauses: Clause[str] = _clause(choice("cross_check"))


@dataclass(frozen=True, slots=True)
class CheckRules:
    """How much findings matter here, where it is not the usual."""

    severity: Clause[Mapping[str, str]] = _clause(severities)


@dataclass(frozen=True, slots=True)
class LexiconRules:
    """Words in an indicator's name that decide the sense of an unsigned figure, beside the usual ones."""

    less_is_better: Clause[tuple[str, ...]] = _clause(texts)
    more_is_better: Clause[tuple[str, ...]] = _clause(texts)


@dataclass(frozen=True, slots=True)
class Effective:
    """The days on which a rulebook is in force, both included; None: not said."""

    start: date | None = None
    end: date | None = None

    def covers(self, year: int) -> bool:
        """Whether it was in force when a year could be evaluated: at its end or in the year after."""
        began = self.start is None or self.start.year <= year + 1
        return began and (self.end is None or self.end >= date(year, 12, 31))


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A rulebook, complete and checked. `hash` is of its content: 12 hex digits that any clause changes.

    `extends` are the ids that it descends from; `parent` is there where it was read with the first of them.
    """

    id: str
    version: str
    title: str
    hash: str
    execution: ExecutionRules
    weights: WeightRules
    quantitative: QuantitativeRules
    other: OtherRules
    over: OverRules
    steps: StepRules
    rounding: RoundingRules
    total: TotalRules
    grades: GradeRules
    department: DepartmentRules
    checks: CheckRules
    lexicon: LexiconRules
    extends: tuple[str, ...] = ()
    effective: Effective = Effective()
    parent: Rulebook | None = field(default=None, compare=False, repr=False)

    def clauses(self) -> tuple[Clause[Any], ...]:
        """Every clause, in the order of the schema."""
        return tuple(
            getattr(getattr(self, section), item.name)
            for section, schema in SECTIONS.items()
            for item in fields(schema)
        )

    def clause(self, key: str) -> Clause[Any]:
        """The clause at "section.name"; raises `KeyError` for a key that no rulebook has."""
        section, _, name = key.partition(".")
        if section not in SECTIONS or name not in {item.name for item in fields(SECTIONS[section])}:
            raise KeyError(key)
        found: Clause[Any] = getattr(getattr(self, section), name)
        return found

    @property
    def places(self) -> int:
        """Decimals of a score."""
        return int(self.rounding.places.value)

    def round(self, exact: Fraction) -> Decimal:
        """Exact points as the score that is printed."""
        return round_to(exact, self.places, self.rounding.mode.value)

    def grade(self, score: Decimal) -> str:
        """The grade of a settled score."""
        limits = self.grades.limits.value
        return next((name for name, low in limits if score >= low), limits[-1][0])


SECTIONS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "execution": ExecutionRules,
        "weights": WeightRules,
        "quantitative": QuantitativeRules,
        "other": OtherRules,
        "over": OverRules,
        "steps": StepRules,
        "rounding": RoundingRules,
        "total": TotalRules,
        "grades": GradeRules,
        "department": DepartmentRules,
        "checks": CheckRules,
        "lexicon": LexiconRules,
    }
)
