"""How the value of a clause is read from TOML: each reader raises `ValueError(what was expected)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from scoring.model import Band, level_name

Read = Callable[[object], Any]


def number(low: int, high: int) -> Read:
    """A number from `low` to `high`, as `Decimal`."""

    def read(value: object) -> Decimal:
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            figure = Decimal(value)
            if figure.is_finite() and low <= figure <= high:
                return figure
        raise ValueError(f"{low} … {high}")

    return read


def whole(low: int, high: int) -> Read:
    """A whole number from `low` to `high`, as `Decimal`."""
    within = number(low, high)

    def read(value: object) -> Decimal:
        figure = within(value)
        if figure % 1:
            raise ValueError(f"{low}, {low + 1} … {high}")
        return Decimal(figure)

    return read


def points_of_100(value: object) -> Decimal:
    """Points of the 100, to 0.01, so that they can be spread without a rest."""
    figure = number(0, 100)(value)
    if figure * 100 % 1:
        raise ValueError("0.01")
    return Decimal(figure)


def choice(*names: str) -> Read:
    """One of `names`."""

    def read(value: object) -> str:
        if value in names:
            return str(value)
        raise ValueError(" | ".join(names))

    return read


def text(value: object) -> str:
    """A text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError("…")


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    if isinstance(value, list):
        return tuple(text(item) for item in value)
    raise ValueError("[…, …]")


def level_points(value: object) -> Mapping[str, Decimal]:
    """First levels and the points of each, more than 0. Their names may be written without 指标."""
    if isinstance(value, dict) and value:
        levels = {level_name(name): points_of_100(points) for name, points in value.items()}
        if all(levels.values()):
            return MappingProxyType(levels)
    raise ValueError('{ "产出指标" = 50 }')


def levels_by_level(value: object) -> Mapping[str, str]:
    """First levels and another first level for each."""
    if isinstance(value, dict):
        return MappingProxyType({level_name(name): level_name(text(other)) for name, other in value.items()})
    raise ValueError('{ "满意度指标" = "效益指标" }')


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
    """Grades with the lowest score of each, best first."""
    found = {name: points_of_100(low) for name, low in value.items()} if isinstance(value, dict) else {}
    if 0 not in found.values() or len(set(found.values())) < len(found):
        raise ValueError('{ "优" = 90, "良" = 80, "中" = 60, "差" = 0 }')
    return tuple(sorted(found.items(), key=lambda item: -item[1]))


def written(value: object) -> str:
    """A value of a clause as one line of text."""
    if isinstance(value, Mapping):
        return "，".join(f"{name} {written(inner)}" for name, inner in value.items())
    if isinstance(value, tuple):
        return "，".join(written(inner) for inner in value)
    if isinstance(value, BandLimits):
        return f"{value.low}–{value.high}"
    return str(value)
