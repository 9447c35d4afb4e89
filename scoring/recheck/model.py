"""What a table of somebody else's scores says, line by line, and what scoring it again says of that."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from scoring.findings import Finding
from scoring.model import Source
from scoring.scores import Step


class Verdict(StrEnum):
    """What a printed score is beside the one that its rule gives, in the order they are tried."""

    NOT_CHECKABLE = "not_checkable"
    """Words, blanks, units that do not compare, a qualitative score inside its band."""
    AGREES = "agrees"
    MET_BUT_DEDUCTED = "met_but_deducted"
    MISSED_BUT_FULL = "missed_but_full"
    ROUNDED = "rounded"
    """Published with fewer decimals, equal after rounding or cutting."""
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """One row as printed: every field is the text of its cell, and may be anything.

    In a row of money `target` is the budget and `actual` what was spent. `rate` is a printed execution rate,
    `converted` a printed 折算得分; `year` is the table's own, for dates that name none; `pending` names the
    fields that hold a formula which was never calculated; `unit` is that of money where an amount names none,
    empty where the table does not say.
    """

    document: str
    project: str
    level1: str
    level2: str
    indicator: str
    target: str
    actual: str
    weight: str
    score: str
    source: Source | None = field(default=None, compare=False)
    rate: str = ""
    converted: str = ""
    year: int | None = None
    pending: frozenset[str] = frozenset()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """One line scored again.

    `expected` is None where the rule gives no single figure; `said` is the sentence on the verdict; `rule`
    and `working` are those of the scoring.
    """

    line: PublishedLine
    weight: Decimal | None
    score: Decimal | None
    expected: Decimal | None
    verdict: Verdict
    rule: str
    said: Step
    working: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Recheck:
    """A table scored again: its lines in their order, and what does not add up."""

    lines: tuple[CheckedLine, ...]
    findings: tuple[Finding, ...]
