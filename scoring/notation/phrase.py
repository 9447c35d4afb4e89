"""What a text can say, before anybody asks what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.model import Sense
from scoring.notation.dates import Doubt


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, or two limits (`high` is set).

    `said` is the sense that the text states, None where it states none; `signed` whether a comparison states
    it and not only a verb (达到95%). `name` are words before the figure: a text may bring its name along.
    `nominal` is the figure that a tolerance stands around.
    """

    low: Decimal
    high: Decimal | None = None
    unit: str = ""
    said: Sense | None = None
    signed: bool = False
    name: str = ""
    doubts: tuple[Doubt, ...] = ()
    nominal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something is due; `stated` is whether the text settles its year."""

    day: date
    stated: bool
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A text without figures and dates."""

    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that holds figures and is not understood; `code` is the finding that says why."""

    code: str = "text.unread"
    doubts: tuple[Doubt, ...] = ()


Phrase = Amount | Due | Words | Failure
