"""The end of a scorecard in the proof: the sum of its lines, the total out of 100 and the grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import at
from evaltool.formulas.exact import DIGITS, Quotient, decimals, is_exact_at, number
from evaltool.formulas.total_formulas import Block, grade_formula, of_hundred
from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.proof.checks import IMPOSSIBLE, SUMMED, UNROUNDED, Check
from evaltool.reports.proof.columns import (
    CHECK,
    COUNTED,
    HELP,
    HIGH,
    LOW,
    NAME,
    PLACES,
    PRINTED,
    RULE,
    SCORE,
    SHARE,
    WEIGHT,
    WHOLE,
)
from evaltool.reports.proof.money import Rate
from evaltool.reports.proof.rows import Row, Writer
from evaltool.reports.sheet import Box, Formula
from evaltool.sheets.looks import HEAD, TOTAL
from evaltool.wording import term
from scoring.model import Subject
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, IndicatorScore, Score, Step, grade_of
from scoring.totals import available, counted
from scoring.weighting import HUNDRED

WEIGHTS = "weights."
"""Steps that say how the points were spread, which no total depends on."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure out of 100 as scoring has it; what it is called, and where the forms have it."""

    score: Score | None
    label: str
    working: Sequence[Step]
    subject: Subject | None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a total is made from: the lines in the `rows`, and the execution that was `scored`."""

    lines: Sequence[IndicatorScore]
    rows: tuple[int, int]
    scored: ExecutionScore
    rate: Rate


@dataclass(frozen=True, slots=True)
class Sums:
    """The sum of points and the points available, as scoring has them and as cells to sum.

    `scale` makes whole numbers of them.
    """

    points: Score
    available: Decimal
    low: str
    high: str
    counted: str
    scale: int


def write_total(writer: Writer, parts: Parts, whole: Whole) -> int:
    """Write the sum of the lines and the total out of 100; gives the row of the total."""
    execution = parts.rate.execution
    weights = [line.weight for line in parts.lines if line.weight is not None]
    block = Block(PLACES, *parts.rows, weights, execution)
    sums = Sums(
        Score.total([parts.scored.score, *(line.score for line in counted(parts.lines))]),
        available(parts.scored, parts.lines),
        f"SUM({block.of(LOW)})+{execution.least}",
        f"SUM({block.of(HIGH)})+{execution.most}",
        f"SUM({block.of(COUNTED)})+{number(execution.weight)}",
        10 ** block.parts(writer.rulebook),
    )
    check = parts.rate.caps
    if any(len(weight.as_tuple().digits) > DIGITS for weight in weights):
        check = IMPOSSIBLE
    low, high, check = write_sums(writer, sums, _("合计（可计分）"), check)
    return write_score(writer, whole, under(execution.caps, low, high), check)


def under(caps: tuple[str, str], low: str, high: str) -> tuple[str, str]:
    """The least and the most of a total under the caps of its execution rate."""
    least, most = caps
    return (f"MIN({low},{least})" if least else low), (f"MIN({high},{most})" if most else high)


def write_sums(writer: Writer, sums: Sums, label: str, check: Check) -> tuple[str, str, Check]:
    """Write a sum; gives what its limits are out of 100, and how that is compared."""
    rulebook, scale = writer.rulebook, sums.scale
    cells = writer.cells()
    is_unrounded = rulebook.rounding.point.value == "total"
    low, high = (text if is_unrounded else f"ROUND(({text})*{scale},0)" for text in (sums.low, sums.high))
    least, most = (cell if is_unrounded else f"{cell}/{scale}" for cell in (cells.low, cells.high))
    shown = f'IF(ABS({least}-{most})<0.000000001,{least},FIXED({least},2,TRUE())&"–"&FIXED({most},2,TRUE()))'
    look = HELP if is_unrounded else WHOLE
    writer.sheet.add(
        Box(NAME, SHARE, label, HEAD),
        Box(WEIGHT, WEIGHT, Formula(f"{cells.counted}/{scale}"), TOTAL),
        Box(RULE, RULE, ""),
        Box(SCORE, SCORE, Formula(shown), TOTAL),
        Box(PRINTED, CHECK, ""),
        Box(LOW, LOW, Formula(low), look),
        Box(HIGH, HIGH, Formula(high), look),
        Box(COUNTED, COUNTED, Formula(f"ROUND(({sums.counted})*{scale},0)"), WHOLE),
    )
    if is_unrounded:
        of = f"{{}}*{100 * scale}/{cells.counted}"
        texts_of = [f"IF({cells.counted}=0,0,{of.format(cell)})" for cell in (cells.low, cells.high)]
        return texts_of[0], texts_of[1], SUMMED if check.is_possible else check
    limits = (sums.points.low, sums.points.high)
    rounds = all(_is_exact(end, sums.available, rulebook) for end in limits)
    low, high = (
        of_hundred(cell, cells.counted, scale, rulebook, rounds=rounds) for cell in (cells.low, cells.high)
    )
    return low, high, check if rounds or not check.is_possible else UNROUNDED


def _is_exact(points: Decimal, available: Decimal, rulebook: Rulebook) -> bool:
    """Whether points out of 100 are rounded exactly."""
    if available in (0, HUNDRED):
        return True
    most = Fraction(HUNDRED) * 10**rulebook.places
    scale = 10 ** max(decimals(points), decimals(available))
    quotient = Quotient(Fraction(0), most, Fraction(available) * scale)
    return is_exact_at(quotient, most, Fraction(points) * scale)


def write_score(writer: Writer, whole: Whole, limits: tuple[str, str], check: Check) -> int:
    """Write a score out of 100 and its grade; gives the row of the score."""
    cells = writer.cells()
    settled = whole.score is not None and whole.score.value is not None
    row = writer.row(
        Row(
            whole.label,
            texts.total(whole.score),
            whole.score,
            "" if whole.score is None else texts.PENDING,
            whole.subject,
            rule=writer.said(step for step in whole.working if not step.code.startswith(WEIGHTS)),
            weight=HUNDRED,
            text=cells.low if settled else "",
            low=limits[0],
            high=limits[1],
            check=check,
        )
    )
    if whole.score is not None:
        _grade(writer, whole.score, row)
    return row


def _grade(writer: Writer, score: Score, row: int) -> None:
    least, most = (grade_formula(at(column, row), writer.rulebook, term) for column in (LOW, HIGH))
    text = least
    if score.value is None:
        text = f'IF({least}={most},{least},"{texts.grade("")}")'
    writer.row(
        Row(
            _("等级"),
            texts.grade(grade_of(score, writer.rulebook)),
            rule=_("按总分所在的档次"),
            text=text,
        )
    )
