"""What is kept comes back as it was: figures to the last digit, texts to the last character."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspace_samples import (
    CODE,
    PROJECT,
    RULEBOOK,
    YEAR,
    at,
    by,
    department,
    opened,
    percent,
    project,
    reading,
)
from workspace_strategies import FIELDS, INDICATOR_SUBJECT, VALUES, departments, texts

from evaltool.workspace import Edit, Workspace
from evaltool.workspace.fields import subject_of, subject_text
from evaltool.workspace.plain import canonical, from_plain, to_plain
from scoring.model import (
    Actual,
    AdjustedTarget,
    Department,
    Key,
    Sense,
    Subject,
    Target,
)

# Other work on the machine must not fail a test: neither time is looked at.
calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def fresh() -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "a.db") as workspace:
        yield workspace


def exactly(value: object) -> str:
    """Every digit, sign, exponent, text and place: what equality overlooks counts too."""
    return repr(value)


@given(departments())
@settings(calm, max_examples=60)
def test_whatever_a_department_declares_comes_back(declared: Department) -> None:
    with fresh() as workspace:
        workspace.adopt(reading(declared))
        with opened(workspace.path) as again:
            kept = again.dossier(declared.code, declared.year, RULEBOOK).department
    assert exactly(kept) == exactly(declared)


@given(departments())
@settings(calm)
def test_the_text_of_a_declaration_in_the_journal_is_read_back_as_the_same(declared: Department) -> None:
    text = canonical(to_plain(declared))
    assert exactly(from_plain(Department, to_plain(declared))) == exactly(declared)
    assert canonical(to_plain(from_plain(Department, to_plain(declared)))) == text


@given(st.data())
@settings(calm, max_examples=25)
def test_whatever_is_recorded_in_any_field_comes_back(data: st.DataObject) -> None:
    drawn = {subject: data.draw(VALUES[codec.kind], str(subject)) for subject, codec in FIELDS.items()}
    edits = [Edit(subject, None, value) for subject, value in drawn.items()]
    with fresh() as workspace:
        workspace.adopt(reading())
        saved = workspace.save(CODE, YEAR, edits)
        with opened(workspace.path) as again:
            items = (
                {}
                if saved.change_id is None
                else {item.subject: item.new for item in again.journal(1)[0].items}
            )
            dossier = again.dossier(CODE, YEAR, RULEBOOK)
    present = {
        subject: value for subject, value in drawn.items() if value not in (FIELDS[subject].absent, None)
    }
    assert exactly(items) == exactly(present)
    key = INDICATOR_SUBJECT.indicator
    assert key is not None
    outcome = dossier.outcomes.indicators[key]
    assert exactly(outcome.actual) == exactly(drawn[INDICATOR_SUBJECT])
    assert exactly(dossier.overrides[key]) == exactly(drawn[Subject(PROJECT, key, "override")])
    assert exactly(dossier.weights[key]) == exactly(drawn[Subject(PROJECT, key, "weight")])
    money = dossier.outcomes.projects[PROJECT].money
    assert exactly(money.received.carried) == exactly(drawn[Subject(PROJECT, field="money.received.carried")])
    assert exactly(money.checkpoints[10]) == exactly(drawn[Subject(PROJECT, field="checkpoint.10")])
    assert dossier.outcomes.department.people.phone == drawn[Subject(field="people.phone")]


@given(st.builds(Key, *[texts] * 5, st.integers(1, 9)), texts)
@settings(calm)
def test_a_subject_is_found_again_from_its_text(key: Key, code: str) -> None:
    for subject in (Subject(field="a"), Subject(code, field="b"), Subject(key.project, key, "c")):
        assert subject_of(subject_text(subject), subject.field) == subject


def test_a_figure_is_text_in_the_file_and_keeps_its_zeros(workspace: Workspace, path: Path) -> None:
    spent = Subject(PROJECT, field="money.spent.total")
    workspace.save(CODE, YEAR, [Edit(spent, None, Decimal("138.600"), "138.600万元")])
    connection = sqlite3.connect(path)
    budget = connection.execute("SELECT budget, typeof(budget) FROM project").fetchone()
    record = connection.execute("SELECT value, typeof(value), typed FROM record").fetchone()
    connection.close()
    assert budget == ("143.00", "text")
    assert record == ("138.600", "text", "138.600万元")


def test_a_text_is_kept_once_and_not_again_as_what_was_typed(workspace: Workspace) -> None:
    reason = Subject(PROJECT, INDICATOR_SUBJECT.indicator, "reason")
    saved = workspace.save(CODE, YEAR, [Edit(reason, "", "资料不全", "资料不全")])
    assert [(item.new, item.new_typed) for item in saved.items] == [("资料不全", "")]


def test_a_department_without_a_year_is_kept_beside_the_one_with_a_year(workspace: Workspace) -> None:
    workspace.adopt(reading(department(year=None)))
    assert workspace.dossier(CODE, None, RULEBOOK).department.year is None
    assert [summary.year for summary in workspace.departments()] == [None, YEAR]


def test_two_projects_of_one_code_are_both_kept(workspace: Workspace) -> None:
    twice = department(project(), project())
    workspace.adopt(reading(twice))
    assert workspace.dossier(CODE, YEAR, RULEBOOK).department == twice


@pytest.mark.parametrize(
    "actual",
    [percent("96"), by(20), Actual(yes=False, text="否"), Actual(text="看不清")],
    ids=lambda a: a.text,
)
def test_an_actual_keeps_the_text_that_was_typed(workspace: Workspace, actual: Actual) -> None:
    workspace.save(CODE, YEAR, [Edit(INDICATOR_SUBJECT, None, actual)])
    kept = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[
        INDICATOR_SUBJECT.indicator or Key(*"12345")
    ]
    assert kept.actual is not None
    assert (kept.actual, kept.actual.text) == (actual, actual.text)


def test_a_chosen_rulebook_is_remembered(workspace: Workspace) -> None:
    assert workspace.rulebook_id(CODE, YEAR) == ""
    workspace.save(CODE, YEAR, [Edit(Subject(field="rulebook"), "", "national-2020")], "rulebook")
    assert workspace.rulebook_id(CODE, YEAR) == "national-2020"
    assert workspace.dossier(CODE, YEAR, RULEBOOK).rulebook is RULEBOOK


def test_an_adjusted_target_keeps_approval_and_date(workspace: Workspace) -> None:
    adjusted = AdjustedTarget(
        Target(Sense.AT_LEAST, Decimal(90), text="≥90%"), "财预〔2022〕7号", date(2022, 9, 1)
    )
    where = at(project().indicators[0], "adjusted")
    workspace.save(CODE, YEAR, [Edit(where, None, adjusted)])
    assert where.indicator is not None
    kept = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[where.indicator].adjusted
    assert exactly(kept) == exactly(adjusted)
