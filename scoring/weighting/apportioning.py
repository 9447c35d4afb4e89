"""Points split so that the parts add up exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from scoring.findings import Finding
from scoring.model import Key
from scoring.scores import Step

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Allotment:
    """The points of execution and of each line. `settled` is False while they do not make a total of 100."""

    execution: Decimal
    lines: Mapping[Key, Decimal | None]
    settled: bool
    working: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()


def apportion(shares: Sequence[Fraction], total: Decimal, places: int = 2) -> list[Decimal]:
    """`total` split in proportion to `shares`, exactly, by largest remainder; ties go to the earlier part."""
    common = lcm(*(share.denominator for share in shares))
    parts = [share.numerator * common // share.denominator for share in shares]
    figure = Fraction(total) * 10**places
    whole = sum(parts) * figure.denominator
    split = [divmod(part * figure.numerator, whole) for part in parts]
    units = [unit for unit, _ in split]
    left = int(figure) - sum(units)
    by_remainder = sorted(range(len(split)), key=lambda i: (-split[i][1], i))
    for i in by_remainder[:left]:
        units[i] += 1
    return [Decimal(unit).scaleb(-places) for unit in units]
