"""What a form says was achieved: money spent, figures reached, reasons, and the scores that it printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from evaltool.documents.blocks import Cell, CellState, one_line
from evaltool.documents.recognition.columns import Column
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.funds import KINDS
from evaltool.documents.recognition.indicators import ReadIndicator, bare_fractions, target_text
from evaltool.documents.recognition.labels import Field
from evaltool.documents.recognition.remarks import Adjusted, notes_in, remark_in, targets_in
from scoring.findings import Finding, finding
from scoring.model import (
    Actual,
    AdjustedTarget,
    Completion,
    Funds,
    Key,
    Outcome,
    People,
    ProjectOutcome,
    State,
    Subject,
    Target,
    WeightChoice,
)
from scoring.model import Money as Amounts
from scoring.notation import is_blank, read_actual, read_amount, read_share, read_target

_NONE = "无"
_NOT_APPLICABLE = "不适用"
_NO_REASON = frozenset({_NONE, "0"})
_SOURCES = frozenset({"total", "fiscal", "carried", "other"})

_PEOPLE = {
    Field.AUTHORITY: "authority",
    Field.PREPARER: "preparer",
    Field.PHONE: "phone",
    Field.REVIEWER: "reviewer",
    Field.PREPARED_ON: "prepared_on",
}


@dataclass(frozen=True, slots=True)
class Achieved:
    """What was achieved for one project and its indicators, and the scores printed for them."""

    project: ProjectOutcome = ProjectOutcome()
    indicators: Mapping[Key, Outcome] = field(default_factory=dict)
    printed: Mapping[Key, Decimal] = field(default_factory=dict)
    people: People = People()


def read_achieved(
    form: Form, indicators: Sequence[ReadIndicator], code: str, unit: str, year: int | None
) -> tuple[Achieved, list[Finding]]:
    """What a form says was achieved, and who handed it in."""
    people = People(**{name: one_line(form.text(field)) for field, name in _PEOPLE.items()})
    if not form.is_result:
        return Achieved(people=people), []
    findings: list[Finding] = []
    money = _read_money(form, code, unit, findings)
    achieved = "\n".join(cell.text for cell in form.achieved if not is_blank(cell.text))
    outcomes: dict[Key, Outcome] = {}
    printed: dict[Key, Decimal] = {}
    for one in indicators:
        key = one.indicator.key
        outcome = _read_outcome(one, year, findings)
        if outcome != Outcome():
            outcomes[key] = outcome
        score = _figure(one, Column.SCORE)
        if score is not None:
            printed[key] = score
    notes = notes_in(form.text(Field.NOTES))
    project = ProjectOutcome(
        money,
        achieved,
        State.NOT_APPLICABLE if notes.project else State.APPLIES,
        notes.project,
        State.NOT_APPLICABLE if notes.execution else State.APPLIES,
        notes.execution or notes.spending,
        WeightChoice.NO_EXECUTION if notes.whole else WeightChoice.OPEN,
        Completion.FINISHED if notes.finished else Completion.OPEN,
    )
    return Achieved(project, outcomes, printed, people), findings


def _read_money(form: Form, code: str, unit: str, findings: list[Finding]) -> Amounts:
    """The amounts by kind and source in 万元. Several rows of one source are added up."""
    kinds: dict[str, dict[str, Decimal]] = {}
    for (kind, source), cells in form.amounts.items():
        for cell in cells if source in _SOURCES else ():
            subject = Subject(code, field=f"money.{kind}.{source}")
            amount = _amount(cell, unit, subject, findings)
            if amount is not None:
                of_kind = kinds.setdefault(kind, {})
                of_kind[source] = of_kind.get(source, Decimal(0)) + amount
    initial, adjusted, received, spent = (Funds(**kinds.get(kind, {})) for kind in KINDS)
    return Amounts(initial, adjusted, received, spent)


def _amount(cell: Cell, unit: str, subject: Subject, findings: list[Finding]) -> Decimal | None:
    if cell.state is CellState.PENDING:
        findings.append(finding("document.pending_formula", subject, cell.source, text=cell.text))
        return None
    amount, doubts = read_amount(cell.text, unit=unit, subject=subject, source=cell.source)
    findings.extend(doubts)
    return amount


def _read_outcome(one: ReadIndicator, year: int | None, findings: list[Finding]) -> Outcome:
    remark = remark_in(one.line.text(Column.REASON))
    if remark.by_person:
        subject = Subject(one.indicator.key.project, one.indicator.key, "score")
        facts = {"name": one.indicator.name, "text": remark.by_person}
        findings.append(finding("document.score_by_person", subject, one.line.place(Column.REASON), **facts))
    adjusted = _read_adjusted(one, remark.adjusted, year)
    target = adjusted.target if adjusted else one.indicator.target
    reason = "" if is_blank(remark.reason) or remark.reason in _NO_REASON else remark.reason
    if reason and one_line(one.line.text(Column.ACTUAL)) == _NOT_APPLICABLE:
        return Outcome(state=State.NOT_APPLICABLE, reason=reason, action=remark.action, adjusted=adjusted)
    actual, share = _read_actual(one, target, year, findings)
    return Outcome(actual, share, reason=reason, action=remark.action, adjusted=adjusted)


def _read_actual(
    one: ReadIndicator, target: Target, year: int | None, findings: list[Finding]
) -> tuple[Actual | None, Decimal | None]:
    """What was achieved, and the share of its points that is printed beside a band."""
    line, subject = one.line, Subject(one.indicator.key.project, one.indicator.key, "actual")
    cell = line.cells.get(Column.ACTUAL)
    if cell and cell.state is CellState.PENDING:
        findings.append(finding("document.pending_formula", subject, cell.source, text=cell.text))
    own = Column.TARGET in line.cells or Column.GOAL_ACTUAL not in line.cells
    text = one_line(line.text(Column.ACTUAL if own else Column.GOAL_ACTUAL))
    if is_blank(text) and text != _NONE:
        return None, None
    words, share = read_share(text)
    actual, doubts = read_actual(words, target, year=year, subject=subject, source=line.place(Column.ACTUAL))
    findings.extend(doubts)
    findings.extend(bare_fractions(line, Column.ACTUAL, actual.value, subject))
    return (actual, share if actual.band else None) if actual.is_read else (None, None)


def _read_adjusted(one: ReadIndicator, remarked: Adjusted | None, year: int | None) -> AdjustedTarget | None:
    """A target changed during the year: in a column of its own, behind the declared one, or as a remark."""
    text = one_line(one.line.text(Column.ADJUSTED))
    said = targets_in(one_line(one.line.text(Column.TARGET)))[1] or remarked
    if not is_blank(text):
        said = Adjusted(target_text(one.line, Column.ADJUSTED))
    if said is None:
        return None
    key = one.indicator.key
    target, _doubts = read_target(said.text, level2=key.level2 or key.level1, name=key.name, year=year)
    is_same = not is_blank(text) and target == one.indicator.target
    return None if is_same else AdjustedTarget(target, said.approval, said.day)


def _figure(one: ReadIndicator, column: Column) -> Decimal | None:
    text = one_line(one.line.text(column)).removesuffix("分")
    return None if is_blank(text) else read_amount(text)[0]
