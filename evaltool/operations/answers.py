"""The cells of one returned form against the workspace: what to record, and why the others are left out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaltool.forms.before import before_now, moved_targets
from evaltool.forms.identity import Fill, Identity, Kind
from evaltool.forms.read import Answer, Given
from evaltool.operations.filling import Fate, Filling, Found, fill
from evaltool.operations.names import is_not_applicable
from scoring.checks import as_grave
from scoring.findings import Finding, Severity, finding
from scoring.model import Dossier, Key, Source, Subject

NO_REASON = "actuals.no_reason_yet"
"""A refusal that says itself what is to be done."""

MONEY_UNIT = "expected.money_unit"
"""What an amount is in, as a fact of a finding."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a form says anew: the texts as they were read, what to record of them, and what is odd."""

    kept: tuple[Filling, ...]
    same: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A changed cell and its place; `moved` is what is recorded now, where the form went out otherwise."""

    answer: Answer
    source: Source
    moved: str | None

    @property
    def subject(self) -> Subject:
        return self.answer.fill.subject

    def odd(self, code: str, expected: str, **facts: str) -> Finding:
        return finding(code, self.subject, self.source, found=self.answer.text, expected=expected, **facts)


def answer(
    path: Path,
    identity: Identity,
    answers: Sequence[Answer],
    first: Dossier,
    now: Dossier,
    disputed: dict[Subject, str],
) -> Answered:
    """What to record of a form's changed cells.

    `first` is what was recorded before any form was, `now` with the forms before this one; `disputed` are
    fields that several files fill differently, each with their names.
    """
    targets = moved_targets(first, identity)
    idle = _not_applicable(identity, answers)
    cells: list[_Cell] = []
    odd: list[Finding] = []
    for each, text in zip(answers, before_now(first, [each.fill for each in answers]), strict=True):
        source = Source(path.name, sheet=each.fill.sheet, cell=each.fill.cell)
        cell = _Cell(each, source, None if text == each.fill.before else text or "")
        if text is None:
            refused: Finding | None = _unknown(cell)
        else:
            refused = _other_target(cell, targets) or _beside_state(cell, idle) or _refused(cell, disputed)
        if refused is None:
            cells.append(cell)
        else:
            odd.append(refused)
    fillings = fill(now, [Found(cell.subject, cell.answer.text, cell.source) for cell in cells])
    kept: list[Filling] = []
    for cell, filling in zip(cells, fillings, strict=True):
        odd += _said(cell, filling)
        if cell.moved is not None and filling.fate is Fate.RECORDED:
            odd.append(cell.odd("form.moved", cell.answer.fill.before, now=cell.moved))
        elif filling.fate is Fate.RECORDED:
            kept.append(filling)
    wrong = {one.subject.indicator for one in odd if _leaves_out_its_row(one)}
    said = {one.subject for one in odd}
    for cell, filling in zip(cells, fillings, strict=True):
        if filling in kept and cell.subject.indicator in wrong:
            kept.remove(filling)
            if cell.subject not in said:
                odd.append(cell.odd("form.row", ""))
    same = sum(filling.fate is Fate.SAME for filling in fillings)
    return Answered(tuple(kept), same, as_grave(odd, now.rulebook))


def moved(filling: Filling, fills: Iterable[Fill], now: str) -> Finding:
    """The finding for a field that somebody else has changed while the forms were being collected."""
    subject = filling.found.subject
    before = next(each.before for each in fills if each.subject == subject)
    facts = {"found": filling.found.text, "expected": before, "now": now}
    return finding("form.moved", subject, filling.found.source, **facts)


def _unknown(cell: _Cell) -> Finding:
    """The line that a cell was for is declared no longer."""
    key = cell.subject.indicator
    return cell.odd("form.unknown_indicator", "", name=key.name if key else cell.subject.project)


def _other_target(cell: _Cell, targets: Mapping[Key, tuple[str, str]]) -> Finding | None:
    """What was achieved was held against another target than the one that counts now."""
    key = cell.subject.indicator
    if key is None or key not in targets or cell.subject.field not in ("actual", "share"):
        return None
    before, now = targets[key]
    return cell.odd("form.target_moved", before, now=now)


def _not_applicable(identity: Identity, answers: Iterable[Answer]) -> set[Key | None]:
    """The indicators that a form says do not apply, now or since it went out."""
    said = {each.subject: each.before for each in identity.fills if each.subject.field == "state"}
    said |= {each.fill.subject: each.text for each in answers if each.fill.subject.field == "state"}
    return {subject.indicator for subject, text in said.items() if is_not_applicable(text)}


def _beside_state(cell: _Cell, idle: Container[Key | None]) -> Finding | None:
    """Something was achieved, and the same row says that it does not apply: only one can be meant."""
    text = cell.answer.text
    is_figure = cell.subject.field == "actual" and text and not is_not_applicable(text)
    return cell.odd("form.both", "") if is_figure and cell.subject.indicator in idle else None


def _refused(cell: _Cell, disputed: dict[Subject, str]) -> Finding | None:
    """Why a cell is not even read."""
    answer, kind = cell.answer, cell.answer.fill.kind
    if answer.given is Given.FORMULA:
        return cell.odd("form.formula", f"expected.{kind}")
    if answer.given is Given.DAY and kind not in (Kind.DATE, Kind.TEXT):
        return cell.odd("form.date", f"expected.{kind}")
    if answer.given is Given.FAULT:
        return cell.odd("form.text", f"expected.{kind}")
    if cell.subject in disputed:
        return cell.odd("form.twice", "", files=disputed[cell.subject])
    return None


def _said(cell: _Cell, filling: Filling) -> Iterator[Finding]:
    """What is odd about a text that was read, in the words of a form."""
    kind = cell.answer.fill.kind
    if filling.fate is Fate.LEFT_OUT and filling.value is None:
        first = next(one for one in filling.findings if one.severity is Severity.ERROR)
        if first.code == NO_REASON:
            yield first
        elif first.code == "actuals.state_beside" and cell.subject.indicator is not None:
            yield cell.odd("form.not_applicable", f"expected.{kind}")
        elif first.code == "amount.unit":
            yield cell.odd("form.unit", MONEY_UNIT)
        else:
            yield cell.odd("form.text", f"expected.{kind}")
        return
    for one in filling.findings:
        is_unit = one.code == "unit.differs"
        yield cell.odd("form.unit", one.facts["target"]) if is_unit else one
    if filling.fate is Fate.RECORDED and not cell.answer.text:
        yield cell.odd("form.emptied", cell.answer.fill.before)


def _leaves_out_its_row(one: Finding) -> bool:
    """Whether a doubt is about the value itself: then nothing of the indicator's row is recorded."""
    about_files = one.code in ("form.moved", "form.twice")
    return one.severity is Severity.ERROR and one.subject.indicator is not None and not about_files
