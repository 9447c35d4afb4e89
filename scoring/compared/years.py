"""Last year beside this year: which lines are the same ones, and what moved between them.

A project is the same by its code, else by a name that only one has in either year. An indicator is the same
by level and name inside the project, else by a name that only one has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from scoring.model import Actual, Sense, Target
from scoring.scores import DepartmentScore, IndicatorScore, ProjectScore
from scoring.units import Factor, compare

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LinePair:
    """One indicator in both years; None in the year that does not have it."""

    now: IndicatorScore | None
    before: IndicatorScore | None

    @property
    def target(self) -> Fraction | None:
        """How far the target moved, in this year's unit; None where the two do not compare."""
        if self.now is None or self.before is None:
            return None
        return _moved(_asked(self.now.target), _asked(self.before.target))

    @property
    def actual(self) -> Fraction | None:
        """How far what was achieved moved, in the unit of this year's target."""
        if self.now is None or self.before is None:
            return None
        return _moved(_achieved(self.now), _achieved(self.before))

    @property
    def attainment(self) -> Fraction | None:
        """How far the attainment moved, as a ratio."""
        now, before = self.now, self.before
        if now is None or before is None or now.attainment is None or before.attainment is None:
            return None
        return now.attainment - before.attainment

    @property
    def score(self) -> Decimal | None:
        """How far the points moved; None where they are not out of the same number, or still open."""
        now, before = self.now, self.before
        if now is None or before is None or now.weight != before.weight:
            return None
        if now.score.value is None or before.score.value is None or now.lost is None or before.lost is None:
            return None
        return now.score.value - before.score.value


@dataclass(frozen=True, slots=True)
class ProjectPair:
    """One project in both years, and its lines in the order of this year, then those that are gone."""

    now: ProjectScore | None
    before: ProjectScore | None
    lines: tuple[LinePair, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """A department in both years. `is_same_rulebook`: points of both follow the same rules."""

    now: DepartmentScore
    before: DepartmentScore
    projects: tuple[ProjectPair, ...]
    own: tuple[LinePair, ...]

    @property
    def is_same_rulebook(self) -> bool:
        """Whether both years are scored by the same rules."""
        return self.now.rulebook.hash == self.before.rulebook.hash


def beside(now: DepartmentScore, before: DepartmentScore) -> Years:
    """This year and the one before, matched line by line."""
    pairs = _pairs(now.projects, before.projects, (lambda one: one.code, lambda one: one.name))
    projects = tuple(ProjectPair(one, other, _lines(_of(one), _of(other))) for one, other in pairs)
    return Years(now, before, projects, _lines(now.objectives, before.objectives))


def _of(project: ProjectScore | None) -> Sequence[IndicatorScore]:
    return project.indicators if project else ()


def _lines(now: Sequence[IndicatorScore], before: Sequence[IndicatorScore]) -> tuple[LinePair, ...]:
    ways = (
        lambda line: line.indicator.key[1:],
        lambda line: (line.indicator.level1, line.indicator.level2, line.indicator.name),
        lambda line: line.indicator.name,
    )
    return tuple(LinePair(one, other) for one, other in _pairs(now, before, ways))


def _pairs(
    now: Sequence[T], before: Sequence[T], ways: Sequence[Callable[[T], Hashable]]
) -> Iterator[tuple[T | None, T | None]]:
    """Each of this year with the same one of last year, then those that are only in last year.

    Ways of being the same go in turn, and each counts only where it names one alone in either year.
    """
    same: dict[int, int] = {}
    for way in ways:
        mine = {at: way(one) for at, one in enumerate(now) if at not in same}
        theirs = {at: way(one) for at, one in enumerate(before) if at not in same.values()}
        alone = {name for name, times in Counter(mine.values()).items() if times == 1}
        for at, name in mine.items():
            found = [other for other, named in theirs.items() if named == name]
            if len(found) == 1 and name in alone:
                same[at] = found[0]
    for at, one in enumerate(now):
        yield one, before[same[at]] if at in same else None
    for at, other in enumerate(before):
        if at not in same.values():
            yield None, other


def _asked(target: Target) -> tuple[Decimal, str] | None:
    if target.value is None or target.sense is Sense.BETWEEN:
        return None
    return target.value, target.unit


def _achieved(line: IndicatorScore) -> tuple[Decimal, str] | None:
    actual: Actual | None = line.outcome.actual
    if actual is None or actual.value is None:
        return None
    return actual.value, actual.unit or line.target.unit


def _moved(now: tuple[Decimal, str] | None, before: tuple[Decimal, str] | None) -> Fraction | None:
    if now is None or before is None:
        return None
    relation = compare(before[1], now[1]) if before[1] != now[1] else Factor(Fraction(1))
    if not isinstance(relation, Factor):
        return None
    return Fraction(now[0]) - Fraction(before[0]) * relation.value
