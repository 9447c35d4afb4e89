"""Single values in their places are the same dossier as one built at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from case_files import changed
from dossier_strategies import READABLE, actuals, figures
from hypothesis import given
from hypothesis import strategies as st

from scoring.evaluate import evaluate
from scoring.model import (
    CHECKPOINT_MONTHS,
    Actual,
    AdjustedTarget,
    Completion,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Key,
    Money,
    Outcome,
    Outcomes,
    Override,
    People,
    ProjectOutcome,
    Sense,
    State,
    Subject,
    Target,
    WeightChoice,
)
from scoring.record import Entry, Recorded, apply, fold

KEYS = [Key("P", "", "产出指标", "数量指标", f"指标{i}") for i in range(3)]
WORDS = st.sampled_from(["", "原因一", "原因二"])
AMOUNTS = st.none() | figures(0, 500)
FUNDS = st.builds(Funds, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)

OUTCOMES = st.builds(
    Outcome,
    st.none() | READABLE.flatmap(actuals).map(lambda pair: pair[0]),
    AMOUNTS,
    st.sampled_from(sorted(State)),
    WORDS,
    WORDS,
    WORDS,
    st.none()
    | st.just(AdjustedTarget(Target(Sense.AT_LEAST, Decimal(4)), "县财预〔2022〕15号", date(2022, 9, 1))),
)
PROJECTS = st.builds(
    ProjectOutcome,
    st.builds(
        Money, FUNDS, FUNDS, FUNDS, FUNDS, st.dictionaries(st.sampled_from(CHECKPOINT_MONTHS), figures())
    ),
    WORDS,
    st.sampled_from(sorted(State)),
    WORDS,
    st.sampled_from(sorted(State)),
    WORDS,
    st.sampled_from(sorted(WeightChoice)),
)
WHOLE = st.builds(
    DepartmentOutcome,
    AMOUNTS,
    AMOUNTS,
    AMOUNTS,
    AMOUNTS,
    st.dictionaries(st.sampled_from(["总体绩效目标", "（一）会议", "people.who"]), st.just("已完成")),
    st.builds(People, WORDS, WORDS, WORDS, WORDS, WORDS),
    completion=st.sampled_from(sorted(Completion)),
)


def filled(kept: Mapping[object, object], blank: object) -> dict[object, object]:
    """Without those of whom nothing is recorded."""
    return {name: outcome for name, outcome in kept.items() if outcome != blank}


def single_values(outcomes: Outcomes) -> list[Entry]:
    """Every recorded value of `outcomes`, field by field."""
    entries = [
        Entry(Subject(key.project, key, field.name), getattr(outcome, field.name))
        for key, outcome in outcomes.indicators.items()
        for field in fields(Outcome)
    ]
    for code, project in outcomes.projects.items():
        entries += [
            Entry(Subject(code, field=field.name), getattr(project, field.name))
            for field in fields(ProjectOutcome)
            if field.name != "money"
        ]
        for kind in ("initial", "adjusted", "received", "spent"):
            funds = getattr(project.money, kind)
            entries += [
                Entry(Subject(code, field=f"money.{kind}.{part.name}"), getattr(funds, part.name))
                for part in fields(Funds)
            ]
        entries += [
            Entry(Subject(code, field=f"checkpoint.{month}"), amount)
            for month, amount in project.money.checkpoints.items()
        ]
    whole = outcomes.department
    for name in ("basic_budget", "basic_spent", "project_budget", "project_spent", "completion"):
        entries.append(Entry(Subject(field=name), getattr(whole, name)))
    entries += [Entry(Subject(field=f"achieved:{title}"), text) for title, text in whole.achieved.items()]
    entries += [
        Entry(Subject(field=f"people.{part.name}"), getattr(whole.people, part.name))
        for part in fields(People)
    ]
    return entries


@given(
    st.dictionaries(st.sampled_from(KEYS), OUTCOMES),
    st.dictionaries(st.sampled_from(["P", "Q"]), PROJECTS),
    WHOLE,
    st.randoms(use_true_random=False),
)
def test_values_recorded_one_by_one_in_any_order_are_the_outcomes_built_at_once(
    indicators: dict[Key, Outcome],
    projects: dict[str, ProjectOutcome],
    whole: DepartmentOutcome,
    order: object,
):
    built = Outcomes(indicators, projects, whole)
    entries = single_values(built)
    order.shuffle(entries)  # type: ignore[attr-defined]
    folded = fold(entries).outcomes
    assert dict(folded.indicators) == filled(indicators, Outcome())
    assert dict(folded.projects) == filled(projects, ProjectOutcome())
    assert folded.department == whole


@given(st.lists(st.tuples(st.sampled_from(KEYS), AMOUNTS), max_size=12))
def test_the_last_value_recorded_for_a_field_is_the_one_that_counts(values: list[tuple[Key, Decimal | None]]):
    entries = [Entry(Subject("P", key, "share"), amount) for key, amount in values]
    folded = fold(entries).outcomes.indicators
    assert {key: outcome.share for key, outcome in folded.items()} == {
        key: amount for key, amount in dict(values).items() if amount is not None
    }


@given(st.lists(st.tuples(st.sampled_from(KEYS), AMOUNTS), max_size=12), st.integers(0, 12))
def test_recording_in_two_goes_is_recording_in_one(values: list[tuple[Key, Decimal | None]], cut: int):
    entries = [Entry(Subject("P", key, "share"), amount) for key, amount in values]
    assert fold(entries[cut:], fold(entries[:cut])) == fold(entries)


EMPTY = Dossier(Department("131001", "某单位"), changed())


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        (Subject("P", KEYS[0], "actual"), Actual(Decimal(3), "次", text="3次")),
        (Subject("P", KEYS[0], "state"), State.NOT_APPLICABLE),
        (Subject("P", KEYS[0], "override"), Override(Decimal(3), "核查")),
        (Subject("P", KEYS[0], "weight"), Decimal(5)),
        (Subject("P", field="money.spent.fiscal"), Decimal(5)),
        (Subject("P", field="checkpoint.6"), Decimal(5)),
        (Subject("P", field="weight_choice"), WeightChoice.SCALE),
        (Subject("P", field="achieved"), "已完成"),
        (Subject(field="basic_spent"), Decimal(5)),
        (Subject(field="completion"), Completion.FINISHED),
        (Subject(field="achieved:（一）会议: 甲"), "已完成"),
        (Subject(field="people.preparer"), "填报人甲"),
    ],
)
def test_clearing_a_field_leaves_the_dossier_as_if_nothing_had_been_recorded(subject: Subject, value: object):
    recorded = apply(EMPTY, [Entry(subject, value)])  # type: ignore[arg-type]
    assert recorded != EMPTY
    assert apply(recorded, [Entry(subject, None)]) == EMPTY


def test_overrides_and_weights_stand_beside_the_outcomes():
    folded = fold(
        [
            Entry(Subject("P", KEYS[0], "override"), Override(Decimal(3), "核查")),
            Entry(Subject("P", KEYS[1], "weight"), Decimal(5)),
        ]
    )
    assert folded == Recorded(
        overrides={KEYS[0]: Override(Decimal(3), "核查")}, weights={KEYS[1]: Decimal(5)}
    )


def test_a_title_with_a_colon_or_a_full_stop_in_it_keeps_its_text_whole():
    folded = fold([Entry(Subject(field="achieved:（一）会议: 甲.乙"), "已完成")])
    assert dict(folded.outcomes.department.achieved) == {"（一）会议: 甲.乙": "已完成"}


def test_applying_an_entry_leaves_the_dossier_it_was_applied_to_alone():
    before = evaluate(EMPTY)
    apply(EMPTY, [Entry(Subject("P", KEYS[0], "share"), Decimal(90))])
    assert evaluate(EMPTY) == before
    assert dict(EMPTY.outcomes.indicators) == {}
