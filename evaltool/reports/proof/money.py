"""预算执行率 in the proof: the rows of the amounts that count, and that of the rate."""

from __future__ import annotations

from dataclasses import dataclass

from evaltool.formulas.columns import at
from evaltool.formulas.exact import decimals, number
from evaltool.formulas.total_formulas import Execution
from evaltool.formulas.words import COMPLETIONS
from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.proof.amounts import Amount, Amounts
from evaltool.reports.proof.checks import EXACT, Check
from evaltool.reports.proof.columns import ACTUAL, CHECK, NAME, SCALED, SHARE, TARGET, WHOLE, place_of
from evaltool.reports.proof.rate_points import RatePoints
from evaltool.reports.proof.rows import Row, Writer
from evaltool.reports.sheet import Box, Formula
from evaltool.sheets.looks import MONEY, PERCENT
from scoring.model import Completion, Subject
from scoring.scores import ExecutionScore, Status


@dataclass(frozen=True, slots=True)
class Rate:
    """What the others need of a rate: the row of its budget, and what a total takes from it.

    `caps`: how a total under its caps is compared; some limits no formula can say.
    """

    budget_row: int
    execution: Execution
    caps: Check = EXACT


def write(
    writer: Writer,
    amounts: Amounts,
    execution: ExecutionScore,
    completion: Completion,
    subject: Subject | None,
) -> Rate:
    """Write the amounts and the rate."""
    scale = 10 ** max(decimals(one.typed) for one in amounts)
    rows = [_amount(writer, one, scale) for one in amounts]
    wholes = at(SCALED, rows[0]), at(SCALED, rows[1])
    place, finished = place_of(writer.sheet.row), at(TARGET, writer.sheet.row)
    points = RatePoints(execution, amounts, scale, wholes, finished, place, writer.rulebook)
    proof, caps = points.proof(), points.caps()
    is_out = execution.status is Status.NOT_APPLICABLE
    rate = None if execution.rate is None else Formula(f"{at(ACTUAL, rows[1])}/{at(ACTUAL, rows[0])}")
    is_asked = writer.rulebook.execution.finished.value == "full_within_budget"
    writer.row(
        Row(
            _("预算执行率"),
            texts.points(execution.score, execution.status),
            execution.score,
            "" if is_out else texts.template(execution.status),
            subject,
            rule=_said(writer, execution),
            target=COMPLETIONS.get(completion, "") if is_asked else "",
            actual=rate,
            look=PERCENT,
            weight=texts.NOTHING if is_out else execution.weight,
            text=proof.text,
            low=proof.low,
            high=proof.high,
            counted=number(execution.weight),
            check=proof.check,
        )
    )
    cells = place.cells
    of_total = Execution(execution.weight, cells.low, cells.high, "", (caps.low, caps.high))
    return Rate(rows[0], of_total, caps.check)


def _amount(writer: Writer, amount: Amount, scale: int) -> int:
    row = writer.sheet.row
    boxes = [
        Box(NAME, TARGET, amount.label),
        Box(ACTUAL, ACTUAL, amount.value, MONEY),
        Box(SHARE, CHECK, amount.said),
    ]
    if amount.figure is not None:
        boxes.append(Box(SCALED, SCALED, Formula(f"ROUND({at(ACTUAL, row)}*{scale},0)"), WHOLE))
    return writer.sheet.add(*boxes)


def _said(writer: Writer, execution: ExecutionScore) -> str:
    if execution.status is not Status.SCORED or execution.rate is None:
        return writer.said(execution.working)
    return writer.rule(execution.rule, execution.working)
