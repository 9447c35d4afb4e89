"""What a text can ask for and what can answer it: senses, targets, actuals, bands, score tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Sense(StrEnum):
    """Which side of a target is the good one."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    EQUAL = "equal"
    AT_MOST = "at_most"
    BELOW = "below"
    BETWEEN = "between"
    BY_DATE = "by_date"
    YES_NO = "yes_no"
    QUALITATIVE = "qualitative"
    UNREAD = "unread"
    """Nobody may score it before a person has read it."""


QUANTITATIVE = frozenset(
    {Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL, Sense.AT_MOST, Sense.BELOW, Sense.BETWEEN}
)


class Band(StrEnum):
    """The three bands of a qualitative actual: 达成, 部分达成, 未达成."""

    MET = "met"
    PARTLY = "partly"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Target:
    """A declared target. `value` is the limit (the lower one of two), `upper` the upper one of two.

    `nominal` is the figure that a tolerance stands around: 100±5 lies between 95 and 105 around 100.
    `inferred` names what the text did not say and was concluded: "sense", "year"; "answer" where a yes/no
    target asks for No (否, 无).
    """

    sense: Sense
    value: Decimal | None = None
    upper: Decimal | None = None
    nominal: Decimal | None = field(default=None, kw_only=True)
    unit: str = ""
    date: date | None = None
    inferred: tuple[str, ...] = ()
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Actual:
    """An achieved figure, date, answer or band. Exactly one of them is set when it could be read.

    `unit` is the unit as typed; empty means the target's unit. `yes`: the answer is the one asked for.
    """

    value: Decimal | None = None
    unit: str = ""
    date: date | None = None
    yes: bool | None = None
    band: Band | None = None
    text: str = field(default="", compare=False)

    @property
    def is_read(self) -> bool:
        """Whether the text could be read as anything."""
        return not (self.value is None and self.date is None and self.yes is None and self.band is None)


@dataclass(frozen=True, slots=True)
class StepTable:
    """A score in steps: the award of the first limit that a figure reaches, nothing where it reaches none.

    `sense` is AT_LEAST (limits fall) or AT_MOST (limits rise); a limit is in the figure's own unit. An award
    is a part of `full`, which earns all points: ≥70 % 得3分, ≥65 % 得1分 has awards 3 and 1 of 3.
    """

    sense: Sense
    limits: tuple[tuple[Decimal, Decimal], ...]
    full: Decimal = Decimal(100)
    text: str = field(default="", compare=False)
