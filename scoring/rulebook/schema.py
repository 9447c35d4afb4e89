"""The schema of a rulebook: a class for each section, a field for each clause, and how its value is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from scoring.model import Band
from scoring.rulebook.values import (
    BandLimits,
    Read,
    bands,
    choice,
    grade_limits,
    level_points,
    levels_by_level,
    number,
    points_of_100,
    texts,
    whole,
    written,
)

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
    method: Clause[str] = _clause(choice("proportion"))
    budget: Clause[str] = _clause(choice("adjusted", "initial"))
    unrecorded_budget: Clause[str] = _clause(choice("declared", "no_data"))
    zero_budget: Clause[str] = _clause(choice("no_data"))
    not_applicable: Clause[str] = _clause(choice("spread"))


@dataclass(frozen=True, slots=True)
class WeightRules:
    """How points are spread where a document declares none."""

    levels: Clause[Mapping[str, Decimal]] = _clause(level_points)
    absent: Clause[str] = _clause(choice("pro_rata"))
    absent_to: Clause[Mapping[str, str]] = _clause(levels_by_level)
    inside: Clause[Mapping[str, str]] = _clause(levels_by_level)
    spread: Clause[str] = _clause(choice("even"))
    declared: Clause[str] = _clause(choice("as_declared"))
    not_applicable: Clause[str] = _clause(choice("rescale"))


@dataclass(frozen=True, slots=True)
class QuantitativeRules:
    """Figures against figures."""

    forward: Clause[str] = _clause(choice("proportion", "gate"))
    gate: Clause[Decimal] = _clause(number(0, 99))
    reverse: Clause[str] = _clause(choice("ratio", "linear"))
    strict: Clause[str] = _clause(choice("as_inclusive"))
    missed_equal_cost: Clause[str] = _clause(choice("reverse", "forward"))
    zero_target: Clause[str] = _clause(choice("met_or_nothing"))
    negative_actual: Clause[str] = _clause(choice("zero"))
    between: Clause[str] = _clause(choice("proportion_below"))
    tolerance: Clause[str] = _clause(choice("met_or_nothing"))


@dataclass(frozen=True, slots=True)
class OtherRules:
    """Answers, dates and judgements."""

    yes_no: Clause[str] = _clause(choice("met_or_nothing"))
    due_date: Clause[str] = _clause(choice("met_or_nothing"))
    bands: Clause[Mapping[Band, BandLimits]] = _clause(bands)


@dataclass(frozen=True, slots=True)
class OverRules:
    """Achievement far above a forward target, in percent of the target."""

    note_from: Clause[Decimal] = _clause(number(100, 100000))
    reason_from: Clause[Decimal] = _clause(number(100, 100000))


@dataclass(frozen=True, slots=True)
class RoundingRules:
    """Where and how scores are rounded. Points are spread to 0.01, so no score is coarser than that."""

    places: Clause[Decimal] = _clause(whole(2, 6))
    mode: Clause[str] = _clause(choice("half_up"))
    point: Clause[str] = _clause(choice("line"))


@dataclass(frozen=True, slots=True)
class GradeRules:
    """Grades (等级)."""

    limits: Clause[tuple[tuple[str, Decimal], ...]] = _clause(grade_limits)


@dataclass(frozen=True, slots=True)
class DepartmentRules:
    """The department as a whole."""

    headline: Clause[str] = _clause(choice("budget_weighted", "own_objectives"))
    own_points: Clause[Decimal] = _clause(points_of_100)
    overall_clauses: Clause[str] = _clause(choice("cross_check"))


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


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A rulebook, complete and checked. `hash` is of its content: 12 hex digits that any clause changes."""

    id: str
    version: str
    title: str
    hash: str
    execution: ExecutionRules
    weights: WeightRules
    quantitative: QuantitativeRules
    other: OtherRules
    over: OverRules
    rounding: RoundingRules
    grades: GradeRules
    department: DepartmentRules
    lexicon: LexiconRules
    extends: tuple[str, ...] = ()
    effective: Effective = Effective()

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
        "rounding": RoundingRules,
        "grades": GradeRules,
        "department": DepartmentRules,
        "lexicon": LexiconRules,
    }
)
