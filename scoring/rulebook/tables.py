"""How tables and lists that a clause holds are read from TOML, and what they become."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from scoring.findings import CATALOGUE, Severity
from scoring.model import Band, Sense, StepTable, level_name
from scoring.rulebook.values import number, points_of_100, text


def level_points(value: object) -> tuple[Mapping[str, Decimal], ...]:
    """One or several families of first levels with the points of each, more than 0.

    Names may be written without 指标. Of several families the one that fits a project best serves it.
    """
    families = value if isinstance(value, list) else [value]
    found = tuple(_family(family) for family in families if isinstance(family, dict) and family)
    if found and len(found) == len(families):
        return found
    raise ValueError('{ "产出指标" = 50 }')


def _family(value: Mapping[str, object]) -> Mapping[str, Decimal]:
    levels = {level_name(name): points_of_100(points) for name, points in value.items()}
    if all(levels) and all(levels.values()):
        return MappingProxyType(levels)
    raise ValueError('{ "产出指标" = 50 }')


def step_table(value: object) -> StepTable:
    """Limits with the percent of the points of each: falling for at_least, rising for at_most."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, rows),) = value.items()
        if name in (Sense.AT_LEAST, Sense.AT_MOST) and isinstance(rows, list) and rows:
            limits = tuple(_step(row) for row in rows)
            order, awards = ([row[column] for row in limits] for column in (0, 1))
            is_falling = awards == sorted(awards, reverse=True)
            if is_falling and order == sorted(set(order), reverse=name == Sense.AT_LEAST):
                return StepTable(Sense(name), limits)
    raise ValueError("{ at_least = [[90, 100], [80, 60]] } | { at_most = [[10, 100], [15, 60]] }")


def rate_steps(value: object) -> StepTable:
    """Steps of a rate that is the better the higher it is."""
    if isinstance(value, dict) and Sense.AT_LEAST in value:
        return step_table(value)
    raise ValueError("{ at_least = [[90, 100], [80, 60]] }")


def _step(row: object) -> tuple[Decimal, Decimal]:
    if isinstance(row, list) and len(row) == len(("limit", "percent")):
        return number(-1000000, 1000000)(row[0]), number(0, 100)(row[1])
    raise ValueError("[90, 100]")


@dataclass(frozen=True, slots=True)
class NamedSteps:
    """A step table for the indicators whose name ends with `name`.

    `measure` is what the limits are of: the "actual" itself, the "attainment" in percent, or the "distance"
    of the actual from the figure that a ± target stands around.
    """

    name: str
    measure: str
    table: StepTable


MEASURES = ("actual", "attainment", "distance")


def named_steps(value: object) -> tuple[NamedSteps, ...]:
    """Step tables by the name of an indicator."""
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        found = tuple(_named(dict(item)) for item in value)
        if len({(one.name, one.measure) for one in found}) < len(found):
            raise ValueError("expected.named_once")
        return found
    raise ValueError(_NAMED)


_NAMED = '[{ name = "成本控制率", measure = "distance", at_most = [[10, 100], [15, 60]] }]'


def _named(item: dict[str, object]) -> NamedSteps:
    name, measure = item.pop("name", None), item.pop("measure", "actual")
    if not isinstance(name, str) or not name or measure not in MEASURES:
        raise ValueError(_NAMED)
    return NamedSteps(name, str(measure), step_table(item))


def caps(value: object) -> tuple[tuple[Decimal, Decimal], ...]:
    """The highest total for an execution rate below so many percent, the lowest first; both rise."""
    if isinstance(value, list):
        found = tuple(_step(row) for row in value)
        if all(column == tuple(sorted(set(column))) for column in zip(*found, strict=True)):
            return found
    raise ValueError("[[50, 59], [60, 69], [70, 79], [80, 89]]")


def severities(value: object) -> Mapping[str, str]:
    """Codes of findings and the severity that each has here."""
    if isinstance(value, dict):
        wrong = [said for name, severity in value.items() for said in _misplaced(name, severity)]
        if wrong:
            raise ValueError(", ".join(wrong))
        return MappingProxyType({name: str(severity) for name, severity in value.items()})
    raise ValueError('{ "over.note" = "warning" }')


def _misplaced(name: str, severity: object) -> Iterator[str]:
    """What a code that there is not, or a severity that there is not, should be."""
    if name not in CATALOGUE:
        yield f"{name} → {difflib.get_close_matches(name, CATALOGUE, n=1, cutoff=0.0)[0]}"
    if severity not in tuple(Severity):
        yield f"{name} = {' | '.join(Severity)}"


def levels_by_level(value: object) -> Mapping[str, str]:
    """First levels and another first level for each."""
    if isinstance(value, dict):
        found = {level_name(name): level_name(text(other)) for name, other in value.items()}
        if any(_comes_back(level, found) for level in found):
            raise ValueError("expected.no_circle")
        return MappingProxyType(found)
    raise ValueError('{ "满意度指标" = "效益指标" }')


def _comes_back(level: str, moves: Mapping[str, str]) -> bool:
    """Whether the points of a level would come back to it."""
    at = level
    for _ in moves:
        at = moves.get(at, "")
        if at == level:
            return True
    return False


@dataclass(frozen=True, slots=True)
class BandLimits:
    """A qualitative band: percent of the points, from `low` (included) to `high` (see `closed`)."""

    low: Decimal
    high: Decimal
    closed: bool

    def holds(self, percent: Decimal) -> bool:
        """Whether a share lies inside the band. Only the best band includes its upper limit."""
        return self.low <= percent < self.high or (self.closed and percent == self.high)


def bands(value: object) -> Mapping[Band, BandLimits]:
    """The lower limits of the three bands in percent, best first, falling to 0."""
    if not isinstance(value, dict) or set(value) != {band.value for band in Band}:
        raise ValueError("{ met = 80, partly = 60, unmet = 0 }")
    limits: dict[Band, BandLimits] = {}
    high = Decimal(100)
    for band in Band:
        low = number(0, 100)(value[band.value])
        if low >= high:
            raise ValueError("met > partly > unmet")
        limits[band] = BandLimits(low, high, closed=band is Band.MET)
        high = low
    if high:
        raise ValueError("unmet = 0")
    return MappingProxyType(limits)


def grade_limits(value: object) -> tuple[tuple[str, Decimal], ...]:
    """Grades with the lowest score of each, best first, falling to 0."""
    found = {name: points_of_100(low) for name, low in value.items()} if isinstance(value, dict) else {}
    lows = list(found.values())
    is_named = all(name.strip() for name in found)
    if not is_named or lows[-1:] != [0] or lows != sorted(set(lows), reverse=True):
        raise ValueError('{ "优" = 90, "良" = 80, "中" = 60, "差" = 0 }')
    return tuple(found.items())
