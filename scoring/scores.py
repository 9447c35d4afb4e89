"""What an evaluation gives: scores, intervals where something is missing, and the working of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scoring.findings import Finding
from scoring.model import NOTHING, Indicator, Outcome, Override, Target
from scoring.rulebook import Rulebook

ZERO = Decimal("0.00")
NO_POINTS = (Fraction(0), Fraction(0))

OWN_OBJECTIVES = "own_objectives"
"""The code of the figure that a department's own clauses give it."""

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

    def changed(self, change: Callable[[Decimal], Decimal]) -> Score:
        """The score with its limits, or its value, changed alike."""
        low, high = change(self.low), change(self.high)
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
    `score` is what counts: a person's `override` or else the `computed` one; `exact` are its limits before
    rounding.
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
    exact: tuple[Fraction, Fraction] = NO_POINTS


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
    exact: tuple[Fraction, Fraction] = NO_POINTS


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Points available and earned of one level 1, or of one level 2 inside it (`level2` not empty).

    `attainment` is the mean of the lines' attainments by their weights, each counted up to 1, over the lines
    that have one: `measured` of `lines`. None where no line has one.
    """

    level1: str
    level2: str
    weight: Decimal
    score: Score
    attainment: Fraction | None = None
    measured: int = 0
    lines: int = 0

    @classmethod
    def of(cls, level1: str, level2: str, lines: Sequence[IndicatorScore]) -> LevelScore:
        """The level that these lines make up."""
        weight = sum((line.weight or ZERO for line in lines), ZERO)
        measured = [
            (Fraction(line.weight), min(line.attainment, Fraction(1)))
            for line in lines
            if line.weight and line.attainment is not None
        ]
        by = sum((points for points, _ in measured), Fraction(0))
        reached = sum((points * attainment for points, attainment in measured), Fraction(0))
        score = Score.total(line.score for line in lines)
        return cls(level1, level2, weight, score, reached / by if by else None, len(measured), len(lines))


def levels_of(lines: Iterable[IndicatorScore]) -> tuple[LevelScore, ...]:
    """Each level 1, followed by the level 2 inside it, in the order printed; of the lines that count."""
    groups: dict[str, dict[str, list[IndicatorScore]]] = {}
    for line in lines:
        if line.status is not Status.NOT_APPLICABLE:
            inside = groups.setdefault(line.indicator.level1, {})
            inside.setdefault(line.indicator.level2, []).append(line)
    levels: list[LevelScore] = []
    for level1, inside in groups.items():
        levels.append(LevelScore.of(level1, "", [line for group in inside.values() for line in group]))
        levels += [LevelScore.of(level1, level2, group) for level2, group in inside.items()]
    return tuple(levels)


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
    def levels(self) -> tuple[LevelScore, ...]:
        """Points earned of points available per level 1 and level 2, over all projects that apply."""
        counted = (project for project in self.projects if project.score is not None)
        return levels_of(line for project in counted for line in project.indicators)


def rounding(exact: Fraction, score: Decimal, rulebook: Rulebook) -> tuple[Step, ...]:
    """The step that says how points were rounded; none where there was nothing to round."""
    if exact == Fraction(score):
        return ()
    mode = rulebook.rounding.mode
    return (Step(f"round.{mode.value}", {"exact": exact, "score": score}, mode.key),)


def grade_of(score: Score | None, rulebook: Rulebook) -> str:
    """The grade, empty while the interval straddles a limit or there is no score."""
    if score is None:
        return ""
    low, high = rulebook.grade(score.low), rulebook.grade(score.high)
    return low if low == high else ""
