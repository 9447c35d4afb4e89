"""What a line tells beside its score: attainment, status, the working step by step, what a person set."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from case_files import indicator, outcome, override

from scoring.lines import score_line
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    Indicator,
    Key,
    Outcome,
    Override,
    Sense,
    State,
    Target,
)
from scoring.rulebook import load
from scoring.scores import IndicatorScore, Score, Status
from scoring.verdicts import is_cost

KEY = Key("P", "", "产出指标", "数量指标", "指标")


def line(**written: Any) -> IndicatorScore:
    """A line written as in tests/cases, out of `weight` points (10)."""
    weight = written.pop("weight", Decimal(10))
    declared = indicator(written)
    return score_line(declared, outcome(written, declared), weight, load(), override(written))[0]


def test_the_working_shows_the_formula_with_its_figures_and_then_the_rounding():
    first, second = line(target="≥95%", actual="90%").working
    assert (first.code, first.clause) == ("forward.short", "quantitative.forward")
    assert dict(first.facts) == {"actual": 90, "target": 95, "weight": 10, "points": Fraction(900, 95)}
    assert (second.code, second.clause) == ("round.half_up", "rounding.mode")
    assert dict(second.facts) == {"exact": Fraction(900, 95), "score": Decimal("9.47")}


def test_a_conversion_of_units_stands_first_in_the_working():
    first, *_ = line(target="≤143万元", actual="1386000元").working
    assert first.code == "convert"
    assert dict(first.facts) == {
        "figure": 1386000,
        "unit": "元",
        "converted": Fraction("138.6"),
        "to": "万元",
    }


def test_units_that_are_one_and_the_same_need_no_conversion():
    assert [step.code for step in line(target="≥3人", actual="3名").working] == ["forward.met"]


def test_a_negative_actual_is_said_to_count_as_0():
    assert [step.code for step in line(target="≥5%", actual="-3%").working] == [
        "negative_actual",
        "forward.short",
    ]


@pytest.mark.parametrize("target", ["≥95%", "≤95%", "=95%"])
def test_a_target_just_met_is_said_to_be_met(target: str):
    scored = line(target=target, actual="95%")
    assert scored.working[0].code.endswith(".met")
    assert scored.attainment == 1


@pytest.mark.parametrize(("target", "attainment"), [("≥5%", 0), ("≤5%", None), ("5%-8%", 0)])
def test_any_negative_actual_counts_as_0_and_not_only_a_large_one(target: str, attainment: int | None):
    scored = line(target=target, actual="-0.01%")
    assert scored.working[0].code == "negative_actual"
    assert scored.attainment == attainment


def test_an_override_is_kept_beside_the_computed_score_with_who_and_why():
    scored = line(
        target="≥95%", actual="90%", override={"score": Decimal(8), "reason": "核查", "who": "复核人"}
    )
    assert (scored.score, scored.computed) == (Score.settled(Decimal(8)), Score.settled(Decimal("9.47")))
    assert scored.override == Override(Decimal(8), "核查", "复核人")
    step = scored.working[-1]
    assert (step.code, dict(step.facts)) == (
        "override",
        {"score": Decimal("8.00"), "reason": "核查", "who": "复核人"},
    )


def test_a_refused_override_leaves_no_trace_on_the_line():
    scored = line(target="≥95%", actual="90%", override={"score": Decimal(11), "reason": "好"})
    assert scored.override is None
    assert scored.score == scored.computed
    assert [step.code for step in scored.working] == ["forward.short", "round.half_up"]


def test_an_override_settles_what_could_not_be_scored():
    scored = line(target="3-2-1", override={"score": Decimal(5), "reason": "按会议纪要"})
    assert (scored.status, scored.score.value, scored.computed.value) == (Status.SCORED, 5, None)


def test_the_adjusted_target_is_scored_and_the_declared_one_stays():
    scored = line(target="≥8次", adjusted="≥4次", approval="县财预〔2022〕15号", actual="4次")
    assert (scored.target.value, scored.indicator.target.value) == (4, 8)
    assert scored.outcome.adjusted is not None
    assert scored.outcome.adjusted.approval == "县财预〔2022〕15号"


def test_an_adjusted_target_that_nobody_could_read_is_not_scored():
    unread = AdjustedTarget(Target(Sense.UNREAD, text="另定"))
    declared = Indicator(KEY, Target(Sense.AT_LEAST, Decimal(4)))
    scored, findings = score_line(declared, Outcome(Actual(Decimal(4)), adjusted=unread), Decimal(10), load())
    assert (scored.status, [doubt.code for doubt in findings]) == (Status.UNREADABLE, ["target.unread"])


def test_without_a_weight_a_line_has_its_attainment_and_no_score():
    scored = line(target="≥95%", actual="90%", weight=None)
    assert (scored.status, scored.attainment) == (Status.NO_WEIGHT, Fraction(90, 95))
    assert scored.score == Score(None, Decimal(0), Decimal(0))


def test_without_a_weight_an_override_is_refused():
    declared = Indicator(KEY, Target(Sense.AT_LEAST, Decimal(4)))
    scored, findings = score_line(declared, Outcome(), None, load(), Override(Decimal(3), "核查"))
    assert [doubt.code for doubt in findings] == ["override.outside"]
    assert scored.score.value is None


@pytest.mark.parametrize(
    "target",
    [
        Target(Sense.AT_LEAST),
        Target(Sense.BETWEEN, Decimal(90)),
        Target(Sense.BETWEEN, upper=Decimal(90)),
        Target(Sense.BY_DATE, Decimal(6)),
        Target(Sense.UNREAD, Decimal(95), text="≥95/90"),
    ],
)
@pytest.mark.parametrize("actual", [None, Actual(Decimal(92))])
def test_a_target_without_the_figure_or_date_it_needs_is_not_scored(target: Target, actual: Actual | None):
    scored, findings = score_line(Indicator(KEY, target), Outcome(actual), Decimal(10), load())
    assert (scored.status, scored.score) == (Status.UNREADABLE, Score.open(Decimal("0.00"), Decimal("10.00")))
    assert [doubt.code for doubt in findings] == ["target.unread"]


@pytest.mark.parametrize("sense", [Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL, Sense.AT_MOST, Sense.BELOW])
@pytest.mark.parametrize("actual", [None, Actual(Decimal(-5)), Actual(Decimal(5))])
def test_a_negative_target_is_a_finding_whether_or_not_anything_was_achieved(
    sense: Sense, actual: Actual | None
):
    scored, findings = score_line(
        Indicator(KEY, Target(sense, Decimal(-5), text="-5")), Outcome(actual), Decimal(10), load()
    )
    assert (scored.status, scored.score.value) == (Status.UNREADABLE, None)
    assert [(doubt.code, doubt.facts["text"]) for doubt in findings] == [("target.negative", "-5")]


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        (Target(Sense.AT_LEAST, Decimal(4)), Actual(yes=True)),
        (Target(Sense.AT_LEAST, Decimal(4)), Actual(text="见附件")),
        (Target(Sense.YES_NO), Actual(Decimal(1))),
        (Target(Sense.QUALITATIVE), Actual(yes=True)),
        (Target(Sense.YES_NO), Actual(band=Band.MET)),
    ],
)
def test_an_actual_of_another_kind_than_the_target_asks_for_is_not_scored(target: Target, actual: Actual):
    scored, findings = score_line(Indicator(KEY, target), Outcome(actual), Decimal(10), load())
    assert (scored.status, scored.score.low, scored.score.high) == (Status.UNREADABLE, 0, 10)
    assert [doubt.code for doubt in findings] == ["actual.unread"]


def test_a_line_that_does_not_apply_has_no_score_even_without_a_weight():
    scored, _ = score_line(
        Indicator(KEY, Target(Sense.AT_LEAST, Decimal(4))),
        Outcome(state=State.NOT_APPLICABLE, reason="取消"),
        None,
        load(),
    )
    assert (scored.status, scored.score) == (Status.NOT_APPLICABLE, Score.settled(Decimal(0)))


@pytest.mark.parametrize(
    ("level1", "level2", "cost"),
    [
        ("产出指标", "成本指标", True),
        ("成本指标", "", True),
        ("成本指标", "经济成本指标", True),
        ("产出指标", "社会成本指标", True),
        ("产出指标", "数量指标", False),
    ],
)
def test_cost_is_known_by_either_level(level1: str, level2: str, cost: bool):
    key = Key("P", "", level1, level2, "x")
    assert is_cost(Indicator(key, Target(Sense.EQUAL, Decimal(1)))) is cost


def test_a_finding_about_a_line_names_the_indicator_and_the_field():
    declared = Indicator(KEY, Target(Sense.AT_LEAST, Decimal(4), unit="次"))
    _, (doubt,) = score_line(declared, Outcome(Actual(Decimal(3), "万元")), Decimal(10), load())
    assert (doubt.subject.project, doubt.subject.indicator, doubt.subject.field) == ("P", KEY, "actual")
    assert dict(doubt.facts) == {"actual": "万元", "target": "次"}
