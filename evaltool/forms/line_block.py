"""The block of indicators: a row for each, with its cells to fill and its live score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from evaltool.forms import prefill, validation
from evaltool.forms.identity import Kind
from evaltool.forms.layout import COLUMNS, HEADINGS, Column, Slot, slots
from evaltool.forms.page import HEADING_ROW, UNSEEN, Page
from evaltool.formulas.columns import at
from evaltool.formulas.exact import literal
from evaltool.formulas.figure_rules import FigureFormula
from evaltool.formulas.line_formulas import LineFormulas, line_formulas
from evaltool.formulas.words import NOT_APPLICABLE, UNSCORED
from evaltool.language import N_, _
from evaltool.sheets.looks import BODY, CENTRE, POINTS
from scoring.lines import score_line
from scoring.model import Dossier, Indicator, Key, Outcome, State, Subject, Target
from scoring.scores import IndicatorScore
from scoring.verdicts import FORWARD

FIRST, LAST = Column.LEVEL1, Column.HINT
NO_REASON = N_("未得满分，请填偏差原因")
PART_OF_ONE = N_("请核对：95% 填 95，不填 0.95")
DROPPED = N_("不适用的须在偏差原因中说明")

LESS_THAN_ONE = 2
"""A target in percent from here on: an actual of 1 or less was meant as a part of 1."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows written, and by indicator the clause that its formula cannot say."""

    first: int
    last: int
    beyond: Mapping[Key | None, str]


def headings(page: Page) -> None:
    """Write the row of headings and keep it in sight."""
    row = page.next(HEADING_ROW)
    page.heads(row, {column: _(text) for column, text in HEADINGS.items()})
    page.worksheet.freeze_panes = at(Column.TARGET, row + 1)
    page.worksheet.print_title_rows = f"{row}:{row}"


def write_lines(
    page: Page,
    indicators: Sequence[Indicator],
    scores: Mapping[Key, IndicatorScore],
    dossier: Dossier,
    *,
    points_move: bool,
) -> Lines:
    """Write a row for each indicator; one without a score there is filled but not scored."""
    first = page.row
    same = _same_states(indicators, first, dossier) if points_move else ""
    beyond: dict[Key | None, str] = {}
    for indicator in indicators:
        row = page.next()
        score = scores.get(indicator.key)
        outcome = dossier.outcomes.indicators.get(indicator.key, Outcome())
        target = outcome.adjusted.target if outcome.adjusted else indicator.target
        _declared(page, row, indicator, target)
        formulas = None
        if score is None:
            page.fix(row, Column.WEIGHT, _(UNSCORED), CENTRE)
            page.fix(row, Column.SCORE, "—", CENTRE)
        else:
            page.fix(row, Column.WEIGHT, score.weight, POINTS)
            formulas = line_formulas(_as_if_applied(score, dossier), COLUMNS.row(row), dossier.rulebook, same)
            _formulas(page, row, formulas)
            if formulas.beyond:
                beyond[indicator.key] = formulas.beyond
        for slot in slots(target):
            _slot(page, row, indicator.key, slot, target, outcome, formulas)
        hint = _hint(row, target, dossier, is_scored=formulas is not None)
        page.compute(at(Column.HINT, row), hint, BODY)
    if not indicators:
        page.fix(page.next(), FIRST, _("（没有可填的指标）"), BODY, LAST)
    return Lines(first, page.row - 1, beyond)


def _declared(page: Page, row: int, indicator: Indicator, target: Target) -> None:
    page.fix(row, Column.LEVEL1, indicator.level1 or indicator.key.objective)
    page.fix(row, Column.LEVEL2, indicator.level2)
    page.fix(row, Column.NAME, indicator.name)
    page.fix(row, Column.TARGET, prefill.target_text(target), CENTRE)
    page.fix(row, Column.UNIT, target.unit, CENTRE)
    for column in (Column.ACTUAL, Column.BAND, Column.SHARE):
        page.fix(row, column, None, replace(CENTRE, fill="E7E6E6"))


def _as_if_applied(score: IndicatorScore, dossier: Dossier) -> IndicatorScore:
    """A line that does not apply as it would be scored if it did: the form may say so."""
    if score.outcome.state is State.APPLIES:
        return score
    applied = replace(score.outcome, state=State.APPLIES)
    override = dossier.overrides.get(score.indicator.key)
    return score_line(score.indicator, applied, score.weight, dossier.rulebook, override)[0]


def _formulas(page: Page, row: int, formulas: LineFormulas) -> None:
    page.compute(at(Column.SCORE, row), formulas.score, POINTS)
    page.compute(at(Column.LOW, row), formulas.low, UNSEEN)
    page.compute(at(Column.HIGH, row), formulas.high, UNSEEN)
    page.compute(at(Column.COUNTED, row), formulas.counted, UNSEEN)
    if formulas.scaled:
        page.compute(at(Column.SCALED, row), formulas.scaled, UNSEEN)


def _slot(
    page: Page,
    row: int,
    key: Key,
    slot: Slot,
    target: Target,
    outcome: Outcome,
    formulas: LineFormulas | None,
) -> None:
    subject = Subject(key.project, key, slot.field)
    cell = page.fill(row, slot.column, subject, slot.kind, prefill.of_indicator(outcome, slot.field, target))
    figure: FigureFormula | None = formulas.figure if formulas else None
    match slot.kind:
        case Kind.FIGURE:
            validation.figure(page, cell, figure, target.unit)
        case Kind.DATE:
            validation.day(page, cell)
        case Kind.ANSWER:
            validation.answer(page, cell)
        case Kind.BAND:
            validation.band(page, cell)
        case Kind.SHARE:
            validation.share(page, cell)
        case Kind.CHOICE:
            validation.state(page, cell)


def _same_states(indicators: Sequence[Indicator], first: int, dossier: Dossier) -> str:
    """Whether the same lines do not apply as when the form went out."""
    outcomes = dossier.outcomes.indicators
    dropped = [
        row
        for row, one in enumerate(indicators, first)
        if outcomes.get(one.key, Outcome()).state is State.NOT_APPLICABLE
    ]
    column = (
        f"${at(Column.STATE, first)[0]}${first}:${at(Column.STATE, first)[0]}${first + len(indicators) - 1}"
    )
    each = [f'{at(Column.STATE, row)}="{NOT_APPLICABLE}"' for row in dropped]
    return f"AND({','.join([f'COUNTIF({column},{chr(34)}{NOT_APPLICABLE}{chr(34)})={len(dropped)}', *each])})"


def _hint(row: int, target: Target, dossier: Dossier, *, is_scored: bool) -> str:
    """What a person may still have to do in a row."""
    actual, reason, score = (at(column, row) for column in (Column.ACTUAL, Column.REASON, Column.SCORE))
    text = '""'
    over = dossier.rulebook.over.reason_from.value
    if is_scored:
        if target.sense in FORWARD and target.value and over is not None:
            limit = format(Decimal(target.value) * over / 100, "f")
            far = f'AND(ISNUMBER({actual}),{reason}="")'
            said = _("达到指标值的 {percent}%，请说明原因").format(percent=format(over, "f"))
            text = f"IF({far},IF({actual}>={limit},{literal(said)},{text}),{text})"
        short = f'IF(ISNUMBER({score}),IF(AND({score}<{at(Column.WEIGHT, row)},{reason}=""),1,0),0)=1'
        text = f"IF({short},{literal(_(NO_REASON))},{text})"
    if target.unit == "%" and target.value is not None and Fraction(target.value) >= LESS_THAN_ONE:
        part = f"IF(ISNUMBER({actual}),IF(AND({actual}>0,{actual}<=1),1,0),0)=1"
        text = f"IF({part},{literal(_(PART_OF_ONE))},{text})"
    dropped = f'AND({at(Column.STATE, row)}="{NOT_APPLICABLE}",{reason}="")'
    return f"IF({dropped},{literal(_(DROPPED))},{text})"
