"""Every rule through a whole line: 10,000 cases equal the exact fraction of its formula, rounded once.

The formulas stand a second time in line_cases.py and step_cases.py, and the rounding in second_rules.py.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line_cases import NOUGHT, WEIGHTS, Case, some, stretch, written
from rule_table import RULES, Rule
from second_rules import rounded

from scoring import rulebook
from scoring.execution import score_execution
from scoring.lines import score_line
from scoring.model import Completion, Funds, Money, Project, ProjectOutcome
from scoring.rulebook import Rulebook

CASES = 10_000
ROUNDINGS = (("half_up", 2), ("half_even", 2), ("cut", 2), ("half_up", 2), ("half_up", 3), ("half_even", 1))
"""Modes and places, taken in turn."""

HEAD = 'id = "local"\nversion = "1"\ntitle = "Local"\nextends = "national-2020"\n'


@cache
def local(clauses: tuple[tuple[str, str], ...], mode: str, places: int) -> Rulebook:
    """national-2020 with clauses of its own and a way of rounding."""
    said = {**dict(clauses), "rounding.mode": f'"{mode}"', "rounding.places": str(places)}
    return rulebook.parse(
        HEAD + "".join(f"[{key}]\nvalue = {value}\n" for key, value in said.items()), "local"
    )


def is_tie(points: Fraction, places: int) -> bool:
    """Whether the points lie in the middle between two that can be printed."""
    return bool((points * 10**places).denominator == 2)


def tie_below(luck: Random, weight: Fraction, places: int) -> Fraction | None:
    """Points below a weight that end in a 5 just behind the last decimal kept, or None."""
    most = int(weight * 10**places)
    return Fraction(2 * luck.randrange(most) + 1, 2 * 10**places) if most else None


def weight_of(luck: Random) -> Fraction:
    if luck.random() < 0.5:
        return Fraction(luck.choice(WEIGHTS))
    return Fraction(luck.randint(1, 9000), 100)


def drawn(rule: Rule, luck: Random, i: int) -> tuple[Case, Fraction, Rulebook]:
    """The case, its weight, and the rulebook it is scored by."""
    mode, places = ROUNDINGS[i % len(ROUNDINGS)]
    weight, wanted = weight_of(luck), None
    if i % 2:
        weight = Fraction(luck.choice(WEIGHTS))
        wanted = tie_below(luck, weight, places)
    return rule.draw(luck, weight, wanted), weight, local(tuple(rule.clauses.items()), mode, places)


def printed(points: Fraction, weight: Fraction, chosen: Rulebook) -> Fraction:
    """Rounded once, never above the weight; all points are the weight itself."""
    if points == weight:
        return weight
    return min(weight, rounded(points, chosen.places, chosen.rounding.mode.value))


def check(rule: Rule, case: Case, weight: Fraction, chosen: Rulebook) -> None:
    score, _ = score_line(case.indicator, case.outcome, written(weight), chosen)
    expected = printed(case.points, weight, chosen)
    assert score.exact == (case.points, case.points), case
    assert score.score.value == expected, case
    assert score.rule == rule.code, case


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_line_earns_the_exact_fraction_of_its_formula_rounded_once(rule: Rule):
    luck, ties = Random(0), 0  # noqa: S311 - the same every time
    for i in range(CASES):
        case, weight, chosen = drawn(rule, luck, i)
        check(rule, case, weight, chosen)
        ties += is_tie(case.points, chosen.places)
    assert ties > CASES / 100 or not rule.has_ties


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.integers(0, len(ROUNDINGS) - 1))
def test_the_same_with_cases_that_shrink(rule: Rule, luck: Random, i: int):
    check(rule, *drawn(rule, luck, i))


METHODS: dict[str, dict[str, str]] = {
    "in proportion": {},
    "in steps": {"execution.method": '"steps"'},
    "in steps, finished in full": {
        "execution.method": '"steps"',
        "execution.finished": '"full_within_budget"',
    },
}
STEPS = ((Fraction(100), 100), (Fraction(80), 70), (Fraction(60), 50))
EXECUTION_POINTS = ("10", "20", "12.5", "8")


def execution_by_hand(
    spent: Fraction, budget: Fraction, w: Fraction, method: str, *, finished: bool
) -> Fraction:
    """E1 and E4: w·min(1, E/B); or 100 % all of it, 80 % 70, 60 % 50; all of it if finished within budget."""
    if method == "in proportion":
        return w if spent >= budget else w * spent / budget
    if method.endswith("full") and finished and spent <= budget:
        return w
    return next((w * share / 100 for limit, share in STEPS if spent * 100 >= limit * budget), NOUGHT)


@pytest.mark.parametrize("method", METHODS)
def test_execution_earns_the_exact_fraction_of_its_formula_rounded_once(method: str):
    luck, ties = Random(0), 0  # noqa: S311 - the same every time
    for i in range(CASES):
        mode, places = ROUNDINGS[i % len(ROUNDINGS)]
        w = Fraction(luck.choice(EXECUTION_POINTS))
        chosen = local(tuple(METHODS[method].items()), mode, places)
        wanted = tie_below(luck, w, places)
        if i % 2 and wanted is not None:
            budget, spent = w * (many := stretch(luck)), wanted * many
        else:
            budget = some(luck)
            spent = budget * Fraction(
                luck.choice(("0", "0.5", "0.6", "0.8", "1", "1.2", f"{luck.random():.6f}"))
            )
        completion = luck.choice((Completion.OPEN, Completion.FINISHED, Completion.UNFINISHED))
        money = Money(adjusted=Funds(written(budget)), spent=Funds(written(spent)))
        outcome = ProjectOutcome(money, completion=completion)
        score, _ = score_execution(Project("P", "项目"), outcome, written(w), chosen)
        finished = completion is Completion.FINISHED
        points = execution_by_hand(spent, budget, w, method, finished=finished)
        assert score.exact == (points, points)
        assert score.score.value == printed(points, w, chosen), (spent, budget, w, mode, places)
        assert score.rate == spent / budget
        ties += is_tie(points, places)
    assert ties > CASES / 100 or method != "in proportion"
