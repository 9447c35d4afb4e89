"""Where the points went: every line that lost some, the greatest loss first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from scoring.checks.texts import says_something
from scoring.model import Dossier, ProjectOutcome
from scoring.scores import ZERO, DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore, Status

Line = IndicatorScore | ExecutionScore


@dataclass(frozen=True, slots=True)
class Lossy:
    """A line with the project that it belongs to (empty: the department) and the reason given for it.

    `reason` is None where nothing asks for one: the execution of a whole department.
    """

    project: str
    line: Line
    reason: str | None


@dataclass(frozen=True, slots=True)
class Loss:
    """Points that one line lost; `share` of all that were lost, `together` with those that lost more.

    `is_explained` is None where nothing asks for a reason.
    """

    project: str
    line: Line
    points: Decimal
    share: Fraction
    together: Fraction
    is_explained: bool | None


@dataclass(frozen=True, slots=True)
class Losses:
    """Losses by size, of the same size as printed; their sum, and how many lines are still open."""

    lines: tuple[Loss, ...]
    points: Decimal
    open: int


def losses_of_project(score: ProjectScore, dossier: Dossier) -> Losses:
    """The losses of a project, execution among them; in points as they stand on its lines."""
    return _sorted(_of_project(score, dossier))


def own_losses(score: DepartmentScore) -> Losses:
    """The losses of the department's own clauses and of its money."""
    money = [Lossy("", score.execution, None)] if score.execution else []
    return _sorted([*money, *(_of_line(line) for line in score.objectives)])


def losses_of(score: DepartmentScore, dossier: Dossier) -> Losses:
    """The losses of all projects that count, side by side."""
    return _sorted(part for project in score.applying for part in _of_project(project, dossier))


def _of_project(score: ProjectScore, dossier: Dossier) -> Iterator[Lossy]:
    outcome = dossier.outcomes.projects.get(score.code, ProjectOutcome())
    yield Lossy(score.code, score.execution, outcome.execution_reason)
    yield from map(_of_line, score.indicators)


def _of_line(line: IndicatorScore) -> Lossy:
    return Lossy(line.indicator.key.project, line, line.outcome.reason)


def _sorted(parts: Iterable[Lossy]) -> Losses:
    counted = [
        part for part in parts if part.line.status is not Status.NOT_APPLICABLE and part.line.weight != 0
    ]
    lossy = [(part, lost) for part in counted if (lost := part.line.lost) and lost > 0]
    lossy.sort(key=lambda each: each[1], reverse=True)
    whole = sum((points for _, points in lossy), ZERO)
    sums = accumulate(Fraction(points) for _, points in lossy)
    lines = tuple(
        Loss(
            part.project,
            part.line,
            points,
            Fraction(points) / Fraction(whole),
            so_far / Fraction(whole),
            None if part.reason is None else says_something(part.reason),
        )
        for (part, points), so_far in zip(lossy, sums, strict=True)
    )
    return Losses(lines, whole, sum(part.line.lost is None for part in counted))
