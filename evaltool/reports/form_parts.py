"""What the forms of finance bureaus have in common: headings at the side, sums, notes, signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Sheet
from evaltool.sheets.looks import HEAD, PLAIN, STACKED, UPWARDS
from evaltool.wording import say
from scoring.model import People, ProjectOutcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, ProjectScore, Score, Status
from scoring.weighting import HUNDRED

SIDE = 1
"""The narrow first column, in which the headings of blocks stand."""

CAPPED = frozenset({"total.capped", "total.cap_open"})
"""Steps after which the total is, or may be, less than the sum of its lines."""


def side(sheet: Sheet, first_row: int, heading: str) -> None:
    """A block's heading in the narrow first column: Chinese a sign a line, Latin turned on its side."""
    look = replace(HEAD, turn=UPWARDS if heading.isascii() else STACKED)
    sheet.span(first_row, Box(SIDE, SIDE, heading, look))


def signatures(sheet: Sheet, people: People, columns: Sequence[tuple[int, int]]) -> None:
    """Write who filled the form in, how to reach them, who looked at it and when, each over its columns."""
    said = (
        _("填报人：{name}").format(name=people.preparer),
        _("联系电话：{phone}").format(phone=people.phone),
        _("审核人：{name}").format(name=people.reviewer),
        _("填报日期：{date}").format(date=people.prepared_on),
    )
    boxes = (Box(first, last, text, PLAIN) for (first, last), text in zip(columns, said, strict=True))
    sheet.add(*boxes, least=28)


def totals(
    sheet: Sheet,
    score: ProjectScore,
    write: Callable[[Sheet, str, Decimal, Score | None, str], int],
    column: int,
) -> None:
    """Write the total with its grade, and the sum of the lines before it where that is another figure.

    `write` writes a row of label, points available, score and remark and gives its number; the total's score
    stands in `column`.
    """
    if (added := _sum_beside_total(score)) is not None:
        write(sheet, _("合计（可计分）"), score.available, added, "")
    grade = _("等级：{grade}").format(grade=texts.grade(score.grade))
    row = write(sheet, _("总分"), HUNDRED, score.score, grade)
    sheet.note(Subject(score.code, field="total"), row, column)


def _sum_beside_total(score: ProjectScore) -> Score | None:
    """What the lines add up to, where that is not the total out of 100 points itself; else None."""
    is_changed = score.available != HUNDRED or any(step.code in CAPPED for step in score.working)
    if not is_changed or score.score is None:
        return None
    counted = [line.score for line in score.indicators if line.status is not Status.NOT_APPLICABLE]
    return Score.total([score.execution.score, *counted])


def notes(score: ProjectScore, outcome: ProjectOutcome, rulebook: Rulebook) -> str:
    """How the points were spread and the total was made, and whatever is not as usual: a sentence a line."""
    said = [say(step) for step in score.working]
    if rulebook.rounding.point.value == "total":
        said.append(_("总分由未舍入的各行得分相加，只舍入一次，可能与各行之和略有出入"))
    execution = score.execution
    if not _is_usual(execution):
        said += [say(step) for step in execution.working]
    if outcome.execution_reason and execution.status is not Status.NOT_APPLICABLE:
        said.append(_("预算执行率的说明：{reason}").format(reason=outcome.execution_reason))
    return "\n".join(said)


def _is_usual(execution: ExecutionScore) -> bool:
    """Whether the score is in proportion to the rate that stands beside it, and needs no words."""
    in_proportion = execution.rule == "execution" and execution.rate is not None
    return execution.status is Status.SCORED and in_proportion and not execution.budget_inferred
