from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from filling import Compared, is_figure
from form_cases import LEVELS, NAMES, RULEBOOKS, SHIPPED, achieved, changed, drawing, figure, steps, target
from formula_evaluator import ROUNDS, Sheet

from evaltool.forms import prefill
from evaltool.forms.layout import COLUMNS, Column, slots
from evaltool.formulas.columns import at
from evaltool.formulas.line_formulas import line_formulas
from evaltool.formulas.words import BEYOND
from scoring.lines import score_line
from scoring.model import Actual, Band, Indicator, Key, Outcome, Sense, State, Target
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore, Status

ROW = 7
LINES = 700
"""Of each rulebook: some fifteen thousand lines, each under both ways of rounding."""


def cells_of(score: IndicatorScore, rulebook: Rulebook, outcome: Outcome) -> dict[str, Any]:
    """A row of a form that went out blank, with `outcome` typed into it."""
    blank = replace(score.outcome, actual=None, share=None, state=State.APPLIES)
    sent, _ = score_line(score.indicator, blank, score.weight, rulebook)
    formulas = line_formulas(sent, COLUMNS.row(ROW), rulebook, "")
    cells: dict[str, Any] = {at(Column.WEIGHT, ROW): score.weight}
    for slot in slots(score.target):
        cells[at(slot.column, ROW)] = prefill.of_indicator(outcome, slot.field, score.target)
    for column, text in (
        (Column.SCALED, formulas.scaled),
        (Column.SCORE, formulas.score),
        (Column.LOW, formulas.low),
        (Column.HIGH, formulas.high),
    ):
        if text:
            cells[at(column, ROW)] = f"={text}"
    return cells


def scored(indicator: Indicator, outcome: Outcome, weight: str, rulebook: Rulebook) -> IndicatorScore:
    return score_line(indicator, outcome, Decimal(weight), rulebook)[0]


def compare(found: Compared, score: IndicatorScore, rulebook: Rulebook, outcome: Outcome) -> None:
    cells = cells_of(score, rulebook, outcome)
    expected = None if score.status is Status.NOT_APPLICABLE else score.score
    for rounding in ROUNDS:
        about = (rounding.__name__, score.target, outcome.actual, outcome.share, score.weight, score.rule)
        found.line(about, Sheet(cells, rounding).value, ROW, expected)


@pytest.mark.parametrize("number", range(len(RULEBOOKS)))
def test_a_line_s_formula_says_what_scoring_says_to_the_last_bit(number: int) -> None:
    rulebook, draw = RULEBOOKS[number], drawing(number)
    found = Compared()
    for _ in range(LINES):
        weight = Decimal(draw.randint(1, 10000)).scaleb(-2)
        one = target(draw)
        key = Key("P1", "", *draw.choice(LEVELS), draw.choice(NAMES))
        outcome = achieved(draw, one, weight)
        score, _odd = score_line(Indicator(key, one, steps=steps(draw)), outcome, weight, rulebook)
        compare(found, score, rulebook, outcome)
    assert not found.differing
    assert found.beyond <= found.agreeing // 100


@pytest.mark.parametrize("rulebook", SHIPPED, ids=lambda one: one.id)
def test_figures_of_nine_digits_are_exact_or_left_to_the_program(rulebook: Rulebook) -> None:
    draw, found = drawing(9), Compared()
    for _ in range(LINES):
        sense = draw.choice([Sense.AT_LEAST, Sense.AT_MOST])
        one = Target(sense, figure(draw, 9), unit="次")
        outcome = Outcome(Actual(figure(draw, 9), "次"))
        indicator = Indicator(Key("P1", "", "产出指标", "数量指标", "次数"), one)
        compare(
            found, scored(indicator, outcome, f"{draw.randint(1, 10000)}E-2", rulebook), rulebook, outcome
        )
    assert not found.differing
    assert found.agreeing > found.beyond


def near(draw: Random) -> tuple[Decimal, Decimal, Decimal]:
    """A weight, a target and an actual a hair beside a tie."""
    weight = Decimal(draw.randint(1, 9999)).scaleb(-2)
    t = Decimal(draw.randint(10**6, 10**9 - 1)).scaleb(-draw.randint(0, 3))
    half = Decimal(2 * draw.randint(0, int(weight * 100) - 1) + 1) / 2
    exact = t * half / (weight * 100)
    step = Decimal(1).scaleb(-3)
    return weight, t, exact.quantize(step) + draw.choice([-1, 0, 1]) * step


@pytest.mark.parametrize("rulebook", SHIPPED, ids=lambda one: one.id)
def test_figures_a_hair_beside_a_tie_are_exact_or_left_to_the_program(rulebook: Rulebook) -> None:
    draw, found = drawing(7), Compared()
    for _ in range(LINES):
        weight, t, a = near(draw)
        indicator = Indicator(Key("P1", "", "产出指标", "数量指标", "次数"), Target(Sense.AT_LEAST, t))
        compare(
            found, scored(indicator, Outcome(Actual(a)), str(weight), rulebook), rulebook, Outcome(Actual(a))
        )
    assert not found.differing


def at_least(figure: str) -> Target:
    return Target(Sense.AT_LEAST, Decimal(figure), unit="%")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("大约一半", BEYOND),
        ("95%", BEYOND),
        (Decimal("94.12345678"), BEYOND),
        (None, ""),
        (Decimal(95), 10.0),
    ],
)
def test_what_is_no_figure_is_left_to_the_program(typed: Any, shown: Any) -> None:
    rulebook = SHIPPED[0]
    indicator = Indicator(Key("P1", "", "产出指标", "数量指标", "完成率"), at_least("95"))
    cells = cells_of(scored(indicator, Outcome(), "10", rulebook), rulebook, Outcome())
    cells[at(Column.ACTUAL, ROW)] = typed
    assert Sheet(cells, ROUNDS[0]).value(at(Column.SCORE, ROW)) == shown


def test_a_share_outside_its_band_has_no_score() -> None:
    rulebook = changed()
    one = Target(Sense.QUALITATIVE, text="有效提高")
    outcome = Outcome(Actual(band=Band.PARTLY), Decimal(80))
    indicator = Indicator(Key("P1", "", "效益指标", "社会效益指标", "影响"), one)
    score = scored(indicator, outcome, "30", rulebook)
    sheet = Sheet(cells_of(score, rulebook, outcome), ROUNDS[0])
    assert not is_figure(sheet.value(at(Column.SCORE, ROW)))
    assert (sheet.value(at(Column.LOW, ROW)), sheet.value(at(Column.HIGH, ROW))) == (18.0, 24.0)


def test_a_target_of_too_many_digits_is_left_to_the_program_and_named() -> None:
    indicator = Indicator(Key("P1", "", "产出指标", "数量指标", "次数"), at_least("12345678901.25"))
    sent = scored(indicator, Outcome(), "10", SHIPPED[0])
    formulas = line_formulas(sent, COLUMNS.row(ROW), SHIPPED[0], "")
    assert BEYOND in formulas.score
    assert formulas.beyond == "target"
