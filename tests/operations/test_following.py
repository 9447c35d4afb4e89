"""What a change of the declaration carries along is the same in memory as it is read from the workspace."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evaltool import operations as ops
from evaltool.operations import drafting
from evaltool.operations.desk import Desk
from evaltool.operations.following import recorded_below, redeclared
from scoring.model import Actual, Department, Override, Subject
from scoring.record import Entry

CODE, YEAR = "131001", 2022


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    """巨鹿's document with something recorded in every kind of place."""
    dossier = desk.dossier(CODE, YEAR)
    project, own = dossier.department.projects[0], dossier.department.objectives[0]
    line, clause = project.indicators[0].key, own.indicators[0].key
    desk.record(
        CODE,
        YEAR,
        [
            Entry(Subject(project.code, line, "actual"), Actual(Decimal(5))),
            Entry(Subject(project.code, line, "weight"), Decimal(20)),
            Entry(Subject(project.code, line, "override"), Override(Decimal(9), "复核")),
            Entry(Subject(project.code, field="money.spent.total"), Decimal(140)),
            Entry(Subject("", clause, "actual"), Actual(Decimal(90))),
            Entry(Subject(field=f"achieved:{own.title}"), "已完成"),
            Entry(Subject(field=f"objective_weights:{own.title}"), Decimal(2)),
        ],
        "record",
    )
    return desk


def subject_of(department: Department, which: str) -> Subject:
    project, own = department.projects[0], department.objectives[0]
    return {
        "line": Subject(project.code, project.indicators[0].key),
        "project": Subject(project.code),
        "objective": Subject(field=f"title:{own.title}"),
    }[which]


@pytest.mark.parametrize(
    ("which", "field", "text"),
    [
        ("line", "name", "会议与培训次数"),
        ("line", "level2", "质量"),
        ("line", "target", "6次"),
        ("project", "code", "P[1]"),
        ("project", "budget", "150"),
        ("objective", "", "另一个名称"),
    ],
)
def test_recorded_values_are_where_the_workspace_puts_them(recorded: Desk, which: str, field: str, text: str):
    before = recorded.dossier(CODE, YEAR)
    place = subject_of(before.department, which)
    subject = Subject(place.project, place.indicator, field or place.field)
    draft, _odd = drafting.change(before.department, subject, text)
    assert draft is not None
    expected = redeclared(before, draft)
    recorded.declare(draft).result()
    assert recorded.dossier(CODE, YEAR) == expected
    assert ops.score(expected).projects


@pytest.mark.parametrize(("which", "count"), [("line", 3), ("project", 4), ("objective", 3)])
def test_what_a_removal_would_leave_behind_is_counted(recorded: Desk, which: str, count: int):
    dossier = recorded.dossier(CODE, YEAR)
    assert recorded_below(dossier, subject_of(dossier.department, which)) == count


def test_nothing_is_left_behind_where_nothing_is_recorded(desk: Desk):
    dossier = desk.dossier(CODE, YEAR)
    for which in ("line", "project", "objective"):
        assert recorded_below(dossier, subject_of(dossier.department, which)) == 0
