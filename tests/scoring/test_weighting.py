"""Points spread over execution, levels and lines: 100 to the last hundredth."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from case_files import changed
from dossier_strategies import LEVELS
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.model import Indicator, Key, Project, ProjectOutcome, Sense, State, Target, WeightChoice
from scoring.rulebook import load
from scoring.weighting import allot, apportion

TARGET = Target(Sense.AT_LEAST, Decimal(95))
CONFIRMED = ProjectOutcome(execution=State.NOT_APPLICABLE, execution_reason="预算收回")


def _project(levels: list[str], weights: list[Decimal | None] | None = None) -> Project:
    lines = [
        Indicator(Key("P", "", level, "", f"指标{i}"), TARGET, weight=weight)
        for i, (level, weight) in enumerate(zip(levels, weights or [None] * len(levels), strict=True))
    ]
    return Project("P", "项目", indicators=tuple(lines))


@given(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=60), st.booleans())
def test_points_spread_over_any_set_of_levels_and_lines_are_100(levels: list[str], has_execution: bool):
    outcome = ProjectOutcome() if has_execution else CONFIRMED
    allotment = allot(_project(levels), outcome, {}, load())
    assert allotment.settled
    assert sum((weight or 0 for weight in allotment.lines.values()), allotment.execution) == 100


@given(st.lists(st.sampled_from(LEVELS[:3]), min_size=1, max_size=60))
def test_lines_of_one_level_differ_by_a_hundredth_at_most_and_the_first_has_the_most(levels: list[str]):
    allotment = allot(_project(levels), ProjectOutcome(), {}, load())
    by_level: dict[str, list[Decimal]] = {}
    for key, weight in allotment.lines.items():
        assert weight is not None
        by_level.setdefault(key.level1, []).append(weight)
    for weights in by_level.values():
        assert max(weights) - min(weights) <= Decimal("0.01")
        assert weights == sorted(weights, reverse=True)


@given(
    st.lists(st.fractions(min_value=0, max_value=1000), min_size=1, max_size=20).filter(any),
    st.decimals(0, 100, places=2),
    st.integers(2, 4),
)
def test_a_total_is_split_without_a_rest_and_each_part_is_within_one_unit_of_its_due(
    shares: list[Fraction], total: Decimal, places: int
):
    parts = apportion(shares, total, places)
    assert sum(parts) == total
    for part, share in zip(parts, shares, strict=True):
        assert abs(Fraction(part) - share * Fraction(total) / sum(shares)) < Fraction(1, 10**places)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12))
def test_weights_that_a_person_scales_to_90_still_add_up(parts: list[int]):
    declared = apportion([Fraction(part) for part in parts], Decimal(100))
    assume(all(declared))
    outcome = ProjectOutcome(weight_choice=WeightChoice.SCALE)
    allotment = allot(_project([LEVELS[0]] * len(parts), [*declared]), outcome, {}, load())
    assert allotment.settled
    assert sum(weight or 0 for weight in allotment.lines.values()) == 90


def test_a_rulebook_may_give_cost_points_of_its_own():
    levels = '{ "成本" = 20, "产出" = 40, "效益" = 20, "满意度" = 10 }'
    rulebook = changed(**{"weights.levels": levels, "weights.inside": "{}"})
    allotment = allot(
        _project(["成本指标", "产出指标", "效益指标", "满意度指标"]), ProjectOutcome(), {}, rulebook
    )
    assert [*allotment.lines.values()] == [20, 40, 20, 10]
    assert allotment.findings == ()


def test_a_rulebook_with_execution_worth_20_spreads_80():
    rulebook = changed(
        **{"execution.points": "20", "weights.levels": '{ "产出" = 40, "效益" = 30, "满意度" = 10 }'}
    )
    allotment = allot(_project(["产出指标", "效益指标", "满意度指标"]), ProjectOutcome(), {}, rulebook)
    assert (allotment.execution, [*allotment.lines.values()]) == (20, [40, 30, 10])


def test_every_move_of_points_is_in_the_working():
    allotment = allot(_project(["产出指标", "成本指标"]), CONFIRMED, {}, load())
    said = [(step.code, step.facts.get("level", "")) for step in allotment.working]
    assert said == [
        ("weights.inside", "成本指标"),
        ("weights.absent", "效益指标"),
        ("weights.absent", "满意度指标"),
        ("weights.execution_spread", ""),
        ("weights.spread", "产出指标"),
    ]


def test_points_stay_where_the_other_lines_of_the_level_have_none():
    levels = '{ "产出" = 0.01, "效益" = 89.99 }'
    clauses = {"weights.levels": levels, "weights.absent_to": "{}", "weights.inside": "{}"}
    rulebook = changed(**clauses, **{"weights.not_applicable": '"within_level"'})
    project = _project(["产出指标", "产出指标", "效益指标"])
    first = project.indicators[0].key
    allotment = allot(project, ProjectOutcome(), {}, rulebook, {first})
    assert list(allotment.lines.values()) == [Decimal("0.01"), 0, Decimal("89.99")]
