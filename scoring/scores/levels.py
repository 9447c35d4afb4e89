"""Levels: points earned of points available, and how far the lines inside attained their targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.scores.lines import IndicatorScore
from scoring.scores.points import ZERO, Score, Status


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Points available and earned of one level 1, or of one level 2 inside it (`level2` not empty).

    `attainment` is the mean of the lines' attainments by their weights, each counted up to 1, over the lines
    that have one: `measured` of `lines`. None where no line has one. While there are lines without points
    (`unweighted`) the weight and the score are not those of the whole level.
    """

    level1: str
    level2: str
    weight: Decimal
    score: Score
    attainment: Fraction | None = None
    measured: int = 0
    lines: int = 0
    unweighted: int = 0

    @property
    def earned(self) -> Fraction | None:
        """Points earned of points available; None while either is open and where there are no points."""
        if self.unweighted or self.score.value is None or not self.weight:
            return None
        return Fraction(self.score.value) / Fraction(self.weight)

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
        without = sum(line.weight is None for line in lines)
        return cls(
            level1, level2, weight, score, reached / by if by else None, len(measured), len(lines), without
        )


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
