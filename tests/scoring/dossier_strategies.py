"""Dossiers as hypothesis draws them: the ordinary, the incomplete and the absurd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from case_files import changed
from hypothesis import strategies as st

from scoring.model import (
    QUANTITATIVE,
    Actual,
    AdjustedTarget,
    Band,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Objective,
    Outcome,
    Outcomes,
    Override,
    Project,
    ProjectOutcome,
    Sense,
    State,
    Target,
    WeightChoice,
)
from scoring.rulebook import Rulebook

RULEBOOKS = (
    changed(),
    changed(**{"quantitative.forward": '"gate"'}),
    changed(**{"quantitative.reverse": '"linear"', "rounding.places": "4"}),
    changed(**{"quantitative.missed_equal_cost": '"forward"', "department.headline": '"own_objectives"'}),
    changed(**{"execution.points": "0", "weights.levels": '{ "产出" = 50, "效益" = 35.5, "满意度" = 14.5 }'}),
)
LEVELS = ("产出指标", "效益指标", "满意度指标", "成本指标")
DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
BANDS = {Band.MET: (80, 100), Band.PARTLY: (60, Decimal("79.99")), Band.UNMET: (0, Decimal("59.99"))}


@cache
def figures(low: int = 0, high: int = 400, places: int = 2) -> st.SearchStrategy[Decimal]:
    """Figures as people type them."""
    return st.decimals(low, high, places=places)


ABSURD = st.one_of(
    figures(-50, 400),
    st.sampled_from(
        [Decimal(0), Decimal("0.0000001"), Decimal("1E+30"), Decimal("-1E+30"), Decimal("7" * 40)]
    ),
    st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False),
)

MAYBE_ABSURD = st.none() | ABSURD

READABLE = st.one_of(
    st.builds(
        Target,
        st.sampled_from(sorted(QUANTITATIVE - {Sense.BETWEEN})),
        figures(0, 200),
        unit=st.sampled_from(["", "%", "次"]),
    ),
    st.builds(lambda low, more: Target(Sense.BETWEEN, low, low + more), figures(1, 200), figures(0, 200)),
    st.builds(lambda margin: Target(Sense.BETWEEN, -margin, margin, "%"), figures(1, 50)),
    st.builds(lambda day: Target(Sense.BY_DATE, date=day), DAYS),
    st.just(Target(Sense.YES_NO)),
    st.just(Target(Sense.QUALITATIVE, text="有效提高")),
)
"""Targets of every sense that are not negative and have what their sense needs."""

ANY_TARGET = READABLE | st.builds(
    Target,
    st.sampled_from(sorted(Sense)),
    st.none() | ABSURD,
    st.none() | ABSURD,
    st.sampled_from(["", "%", "‰", "次", "场", "万元", "亩", "？"]),
    st.none() | DAYS,
)


@cache
def shares(band: Band) -> st.SearchStrategy[Decimal]:
    """Shares inside a band of national-2020."""
    return st.decimals(*BANDS[band], places=2)


@st.composite
def actuals(draw: st.DrawFn, target: Target) -> tuple[Actual, Decimal | None]:
    """An actual that answers a readable target, and the share where it needs one."""
    if target.sense in QUANTITATIVE:
        return Actual(draw(figures(-5, 400)), target.unit), None
    if target.sense is Sense.BY_DATE:
        return Actual(date=draw(DAYS)), None
    if target.sense is Sense.YES_NO:
        return Actual(yes=draw(st.booleans())), None
    band = draw(st.sampled_from(sorted(Band)))
    return Actual(band=band), draw(shares(band))


MAYBE_ACTUAL = st.none() | st.builds(
    Actual,
    st.none() | ABSURD,
    st.sampled_from(["", "%", "‰", "次", "场", "万元", "平方米"]),
    st.none() | DAYS,
    st.none() | st.booleans(),
    st.none() | st.sampled_from(sorted(Band)),
    st.sampled_from(["", "一段文字"]),
)


ADJUSTED = st.none() | st.builds(AdjustedTarget, ANY_TARGET)
STATES = st.sampled_from(sorted(State))


@st.composite
def outcomes(draw: st.DrawFn, target: Target, readable: bool) -> Outcome:
    """Nothing recorded, or a part of it, or all; a line now and then does not apply."""
    if not readable:
        adjusted = draw(ADJUSTED)
        share = draw(MAYBE_ABSURD)
        return Outcome(draw(MAYBE_ACTUAL), share, draw(STATES), adjusted=adjusted)
    if draw(st.integers(0, 9)) == 0:
        return Outcome(state=State.NOT_APPLICABLE, reason="取消")
    actual, share = draw(actuals(target))
    if draw(st.integers(0, 2)) == 0:
        return Outcome()
    return Outcome(actual, share if draw(st.booleans()) else None)


@st.composite
def projects(
    draw: st.DrawFn, code: str, readable: bool, rulebook: Rulebook
) -> tuple[Project, dict[Key, Outcome]]:
    """A project of up to six lines, its weights spread, declared to the full, or declared somehow."""
    levels = draw(st.lists(st.sampled_from(LEVELS[:3] if readable else LEVELS), min_size=1, max_size=6))
    if not readable:
        levels += draw(st.sampled_from([[], ["管理指标"], [""]]))
        levels = levels[draw(st.integers(0, 1)) * len(levels) :]
    weights: list[Any] = [None] * len(levels)
    style = draw(st.sampled_from(["spread", "declared"] if readable else ["spread", "declared", "somehow"]))
    if style == "declared" and levels:
        cuts = draw(
            st.lists(st.integers(1, 8999), min_size=len(levels) - 1, max_size=len(levels) - 1, unique=True)
        )
        room = int((100 - rulebook.execution.points.value) * 100)
        edges = [0, *sorted(cuts), room]
        weights = [Decimal(b - a).scaleb(-2) for a, b in pairwise(edges)]
    elif style == "somehow":
        weights = [draw(st.none() | figures(-20, 110) | st.just(Decimal(10))) for _ in levels]
    lines, achieved = [], {}
    for i, (level, weight) in enumerate(zip(levels, weights, strict=True)):
        key = Key(code, "", level, draw(st.sampled_from(["数量指标", "成本指标"])), f"指标{i}")
        target = draw(READABLE if readable else ANY_TARGET)
        lines.append(Indicator(key, target, weight=weight))
        achieved[key] = draw(outcomes(target, readable))
    budget = draw(figures(1, 200) if readable else MAYBE_ABSURD)
    return Project(code, f"项目{code}", budget=budget, indicators=tuple(lines)), achieved


@st.composite
def project_outcomes(draw: st.DrawFn, readable: bool) -> ProjectOutcome:
    """Money recorded or not; the absurd ones with any states."""
    amount = figures(0, 300) if readable else ABSURD
    budget = draw(figures(1, 300) if readable else MAYBE_ABSURD)
    money = Money(adjusted=Funds(budget), spent=Funds(draw(st.none() | amount)))
    if readable:
        return ProjectOutcome(money)
    return ProjectOutcome(
        money,
        state=draw(STATES),
        execution=draw(STATES),
        weight_choice=draw(st.sampled_from(sorted(WeightChoice))),
    )


@st.composite
def dossiers(draw: st.DrawFn, *, readable: bool = True, most: int = 1) -> Dossier:
    """A department of up to `most` projects, and with more than one of up to two objectives of its own.

    The readable ones have settled weights and targets that can be scored; the others need not.
    """
    rulebook = draw(st.sampled_from(RULEBOOKS))
    drawn = [
        draw(projects(f"P{i}", readable, rulebook))
        for i in range(draw(st.integers(1 if readable else 0, most)))
    ]
    achieved = {key: outcome for _, outcomes_of in drawn for key, outcome in outcomes_of.items()}
    own = []
    for o in range(draw(st.integers(0, 2)) if most > 1 else 0):
        clauses = []
        for i in range(draw(st.integers(0, 2))):
            target = draw(READABLE if readable else ANY_TARGET)
            clauses.append(Indicator(Key("", f"目标{o}", "", "", f"内容{i}"), target))
            achieved[clauses[-1].key] = draw(outcomes(target, readable))
        own.append(Objective(f"目标{o}", indicators=tuple(clauses)))
    keys = sorted(achieved)
    overrides = {}
    for key in draw(st.lists(st.sampled_from(keys), max_size=2)) if keys else []:
        score = Decimal(0) if readable else draw(ABSURD)
        overrides[key] = Override(score, draw(st.sampled_from(["", "核查"])))
    amounts = st.none() | (figures(1, 500) if readable else ABSURD)
    return Dossier(
        Department("131001", "某单位", 2022, objectives=tuple(own), projects=tuple(p for p, _ in drawn)),
        rulebook,
        Outcomes(
            achieved,
            {project.code: draw(project_outcomes(readable)) for project, _ in drawn},
            DepartmentOutcome(*(draw(amounts) for _ in range(4))),
        ),
        overrides,
    )
