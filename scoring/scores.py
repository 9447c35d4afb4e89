"""What an evaluation gives: scores, intervals where something is missing, and the working of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scoring.findings import Finding
from scoring.model import NOTHING, Indicator, Outcome, Override, Target
from scoring.rulebook import Rulebook
from scoring.rules import round_half_up

ZERO = Decimal("0.00")

Fact = Decimal | Fraction | int | str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a working: what was done (a code) with which figures. `evaltool.wording` says it.

    `clause` is the key of the rulebook's clause that the step follows, such as "quantitative.reverse".
    """

    code: str
    facts: Mapping[str, Fact] = field(default_factory=lambda: NOTHING)
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Points earned, and the interval of what is still possible. `value` is None while it is open."""

    value: Decimal | None
    low: Decimal
    high: Decimal

    @classmethod
    def settled(cls, value: Decimal) -> Score:
        """A score that nothing missing can move."""
        return cls(value, value, value)

    @classmethod
    def open(cls, low: Decimal, high: Decimal) -> Score:
        """A score that waits for something; it will lie between the two."""
        return cls(None, low, high)

    @classmethod
    def total(cls, scores: Iterable[Score]) -> Score:
        """The sum: open as soon as one of them is, with the sums of the limits."""
        many = tuple(scores)
        low = sum((score.low for score in many), ZERO)
        if all(score.value is not None for score in many):
            return cls.settled(low)
        return cls.open(low, sum((score.high for score in many), ZERO))

    def scaled(self, to: Decimal, available: Decimal, places: int) -> Score:
        """The score out of `to` instead of out of `available`, rounded half-up."""
        factor = Fraction(to) / Fraction(available)
        low, high = (round_half_up(Fraction(limit) * factor, places) for limit in (self.low, self.high))
        return Score.open(low, high) if self.value is None else Score.settled(low)


class Status(StrEnum):
    """Why a line has the score that it has."""

    SCORED = "scored"
    WAITING = "waiting"
    """No actual, or a qualitative one without its share."""
    UNREADABLE = "unreadable"
    """The target or the actual has to be read by a person first, or their units do not compare."""
    NO_WEIGHT = "no_weight"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One line of a scorecard.

    `target` is the one scored: the adjusted one where there is one. `attainment` is actual against target
    before any cap, 1 when just met, more is better also where less is asked for; None where no ratio exists.
    `score` is what counts: a person's `override` or else the `computed` one.
    """

    indicator: Indicator
    target: Target
    outcome: Outcome
    weight: Decimal | None
    attainment: Fraction | None
    score: Score
    computed: Score
    status: Status
    rule: str
    working: tuple[Step, ...] = ()
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class ExecutionScore:
    """预算执行率. `budget` and `spent` are 万元; `rate` is spent over budget, uncapped."""

    budget: Decimal | None
    spent: Decimal | None
    rate: Fraction | None
    weight: Decimal
    score: Score
    status: Status
    rule: str
    budget_inferred: bool = False
    working: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Points available and earned of one level 1, or of one level 2 inside it (`level2` not empty)."""

    level1: str
    level2: str
    weight: Decimal
    score: Score

    @classmethod
    def of(cls, level1: str, level2: str, lines: Sequence[IndicatorScore]) -> LevelScore:
        """The level that these lines make up."""
        weight = sum((line.weight or ZERO for line in lines), ZERO)
        return cls(level1, level2, weight, Score.total(line.score for line in lines))


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
        """Each level 1, followed by the level 2 inside it, in the order printed; of the lines that count."""
        groups: dict[str, dict[str, list[IndicatorScore]]] = {}
        for line in self.indicators:
            if line.status is not Status.NOT_APPLICABLE:
                inside = groups.setdefault(line.indicator.level1, {})
                inside.setdefault(line.indicator.level2, []).append(line)
        levels: list[LevelScore] = []
        for level1, inside in groups.items():
            levels.append(LevelScore.of(level1, "", [line for group in inside.values() for line in group]))
            levels += [LevelScore.of(level1, level2, group) for level2, group in inside.items()]
        return tuple(levels)


@dataclass(frozen=True, slots=True)
class Method:
    """One way to a department's figure. `score` is None where it cannot be judged; `working` says why."""

    code: str
    score: Score | None
    grade: str
    working: tuple[Step, ...] = ()


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
    objectives: tuple[IndicatorScore, ...] = ()
    execution: ExecutionScore | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def score(self) -> Score | None:
        """The headline's figure; None where it cannot be judged."""
        return self.methods[self.headline].score

    @property
    def grade(self) -> str:
        """The headline's grade, empty while it is open."""
        return self.methods[self.headline].grade


def rounding(exact: Fraction, score: Decimal) -> tuple[Step, ...]:
    """The step that says how points were rounded; none where there was nothing to round."""
    if exact == Fraction(score):
        return ()
    return (Step("round", {"exact": exact, "score": score}, "rounding.mode"),)


def grade_of(score: Score | None, rulebook: Rulebook) -> str:
    """The grade, empty while the interval straddles a limit or there is no score."""
    if score is None:
        return ""
    low, high = rulebook.grade(score.low), rulebook.grade(score.high)
    return low if low == high else ""
