"""The same actuals under two rulebooks, figure by figure, with the clauses that make the difference.

The working names the clause of each step, but a clause may act where no step names it: the decimals of a
score, the points of a level. So a difference is traced by trial, a clause at a time: a clause makes it where
putting that one alone into the dossier's rulebook gives the other's figure; where none does, all those make
it together that move the figure in either rulebook. Clauses that contradict a rulebook unless they are put
into it together, as the points of execution and those of the levels, are one trial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from scoring.evaluate import evaluate
from scoring.findings import Finding, Severity
from scoring.model import Dossier, Key
from scoring.rulebook import Clause, Difference, Rulebook, compare
from scoring.rulebook.schema import SECTIONS
from scoring.rulebook.sound import contradictions
from scoring.scores import DepartmentScore, Score


class Kind(StrEnum):
    """What a figure is."""

    EXECUTION = "execution"
    INDICATOR = "indicator"
    TOTAL = "total"
    METHOD = "method"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands. `project` is empty for the department's own; `method` is one of its methods."""

    kind: Kind
    project: str = ""
    key: Key | None = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A score with its weight and grade, as far as it has them. `method` is the one that a headline takes."""

    score: Score | None
    weight: Decimal | None = None
    grade: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """A clause that makes a difference. `of_weight` where it moves the weight, so that the score follows."""

    difference: Difference
    of_weight: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A figure that is not the same under both rulebooks; None where a rulebook has none at that place.

    `causes` are the clauses that make the difference; where `traced` is False no clause alone moves the
    figure, and they are all that differ.
    """

    place: Place
    one: Figure | None
    other: Figure | None
    causes: tuple[Cause, ...]
    traced: bool

    @property
    def low(self) -> Decimal | None:
        """The least by which the other rulebook moves an end of the score; None without two scores."""
        return min(self._moves(), default=None)

    @property
    def high(self) -> Decimal | None:
        """The most by which it does; both are the difference itself where both scores are settled."""
        return max(self._moves(), default=None)

    @property
    def by_weight(self) -> bool:
        """Whether the score differs only because the weight does."""
        return self.traced and all(cause.of_weight for cause in self.causes)

    def _moves(self) -> tuple[Decimal, ...]:
        one, other = (figure.score if figure else None for figure in (self.one, self.other))
        return (other.low - one.low, other.high - one.high) if one and other else ()


@dataclass(frozen=True, slots=True)
class Against:
    """A department scored under two rulebooks: the lines that differ, and how many are alike."""

    one: DepartmentScore
    other: DepartmentScore
    lines: tuple[Line, ...]
    alike: int

    @property
    def unsettled(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is wrong with the points under one rulebook and not under the other; for each of the two."""
        one, other = (
            tuple(found for found in score.findings if found.code.startswith("weights."))
            for score in (self.one, self.other)
        )
        return _errors(one, other), _errors(other, one)


def _errors(here: Iterable[Finding], there: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in here if one.severity is Severity.ERROR and one not in there)


Figures = Mapping[Place, Figure]


def against(dossier: Dossier, other: Rulebook) -> Against:
    """Score a dossier under its own rulebook and under another one, and say what makes each difference."""
    own = dossier.rulebook
    scored = evaluate(dossier), evaluate(replace(dossier, rulebook=other))
    here, there = (dict(figures(score)) for score in scored)
    places = tuple(dict.fromkeys((*here, *there)))
    moved = [place for place in places if here.get(place) != there.get(place)]
    differing = compare(own, other) if moved else ()
    trials = [
        _Trial(
            group,
            _under(dossier, _with(own, *(one.b for one in group))),
            _under(dossier, _with(other, *(one.a for one in group))),
        )
        for group in _groups(own, other, differing)
    ]
    lines = tuple(_line(place, here.get(place), there.get(place), trials) for place in moved)
    return Against(*scored, lines, len(places) - len(moved))


@dataclass(frozen=True, slots=True)
class _Trial:
    """The figures under each rulebook with a clause, or several at once, changed to what the other says."""

    group: tuple[Difference, ...]
    here: Figures
    there: Figures

    def causes(self, kind: Kind, *, of_weight: bool) -> list[Cause]:
        """The clauses of the group; those of the levels' points move no score of execution."""
        named = [one for one in self.group if kind is not Kind.EXECUTION or one.key.startswith("execution.")]
        return [Cause(one, of_weight) for one in named or self.group]


def _groups(
    own: Rulebook, other: Rulebook, differing: Sequence[Difference]
) -> Iterator[tuple[Difference, ...]]:
    """The clauses to be tried together: each alone, but for those that alone contradict a rulebook."""
    bound = [one for one in differing if _is_odd(_with(own, one.b)) or _is_odd(_with(other, one.a))]
    for one in differing:
        if one not in bound:
            yield (one,)
        elif one is bound[0]:
            yield tuple(bound)


def _is_odd(rulebook: Rulebook) -> bool:
    sections = {name: getattr(rulebook, name) for name in SECTIONS}
    return next(contradictions(sections), None) is not None


def _line(place: Place, one: Figure | None, other: Figure | None, trials: Sequence[_Trial]) -> Line:
    alone: list[Cause] = []
    together: list[Cause] = []
    for trial in trials:
        here, there = trial.here.get(place), trial.there.get(place)
        of_weight = _weight(one) != _weight(here) or _weight(other) != _weight(there)
        causes = trial.causes(place.kind, of_weight=of_weight)
        if other == here:
            alone += causes
        elif here != one or there != other:
            together += causes
    found = tuple(alone or together)
    every = tuple(Cause(one, of_weight=False) for trial in trials for one in trial.group)
    return Line(place, one, other, found or every, traced=bool(found))


def figures(score: DepartmentScore) -> Iterator[tuple[Place, Figure]]:
    """Every figure of a department in the order of its scorecard: projects, its own lines, its methods."""
    for project in score.projects:
        execution = project.execution
        yield Place(Kind.EXECUTION, project.code), Figure(execution.score, execution.weight)
        for line in project.indicators:
            yield Place(Kind.INDICATOR, project.code, line.indicator.key), Figure(line.score, line.weight)
        yield Place(Kind.TOTAL, project.code), Figure(project.score, grade=project.grade)
    if score.execution is not None:
        yield Place(Kind.EXECUTION), Figure(score.execution.score, score.execution.weight)
    for line in score.objectives:
        yield Place(Kind.INDICATOR, key=line.indicator.key), Figure(line.score, line.weight)
    for method in score.methods.values():
        yield Place(Kind.METHOD, method=method.code), Figure(method.score, grade=method.grade)
    yield Place(Kind.HEADLINE), Figure(score.score, grade=score.grade, method=score.headline)


def _under(dossier: Dossier, rulebook: Rulebook) -> Figures:
    return dict(figures(evaluate(replace(dossier, rulebook=rulebook))))


def _with(rulebook: Rulebook, *clauses: Clause[Any]) -> Rulebook:
    """A rulebook with clauses of another; it is scored with and never shown, so its hash stays."""
    for clause in clauses:
        section, _, name = clause.key.partition(".")
        changed: dict[str, Any] = {section: replace(getattr(rulebook, section), **{name: clause})}
        rulebook = replace(rulebook, **changed)
    return rulebook


def _weight(figure: Figure | None) -> Decimal | None:
    return figure.weight if figure else None
