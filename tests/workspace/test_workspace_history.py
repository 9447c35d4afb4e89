"""The journal as it is looked through: page by page, by project and by person, and what was turned back."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from workspace_samples import CODE, IN_TIME, PROJECT, YEAR, at, department, opened, percent, project, reading

from evaltool.workspace import ANY, Change, Edit, Wanted, Workspace, WorkspaceError
from scoring.model import Subject

HERE = (CODE, YEAR)


def record(workspace: Workspace, figure: int, **more: Any) -> int:
    saved = workspace.save(CODE, YEAR, [Edit(at(IN_TIME), ANY, percent(figure))], **more)
    assert saved.change_id is not None
    return saved.change_id


def numbers(workspace: Workspace, wanted: Wanted) -> list[int]:
    found = workspace.journal(1000, wanted)
    assert workspace.journal_count(wanted) == len(found)
    return [change.id for change in found]


def test_pages_of_the_journal_follow_each_other(workspace: Workspace) -> None:
    for figure in range(60, 70):
        record(workspace, figure)
    pages, before = [], None
    while page := workspace.journal(4, before=before):
        pages.append([change.id for change in page])
        before = page[-1].id
    assert pages == [[11, 10, 9, 8], [7, 6, 5, 4], [3, 2, 1]]


@pytest.mark.parametrize("changes", [1, 50])
def test_a_page_takes_as_many_statements_as_any_other(workspace: Workspace, changes: int) -> None:
    for figure in range(changes):
        record(workspace, figure)
    said: list[str] = []
    event.listen(workspace._database.engine, "before_cursor_execute", lambda *call: said.append(call[2]))
    assert len(workspace.journal(changes)) == changes
    assert len([text for text in said if text.startswith("SELECT")]) == 3


def test_the_journal_can_be_read_by_project_and_by_person(workspace: Workspace, path: Path) -> None:
    with opened(path, "李伟") as theirs:
        mine = record(workspace, 90)
        own = workspace.save(CODE, YEAR, [Edit(Subject(field="basic_budget"), None, Decimal(1))]).change_id
        his = theirs.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(95))]).change_id
    assert numbers(workspace, Wanted(HERE, PROJECT)) == [his, mine, 1]
    assert numbers(workspace, Wanted(HERE, "")) == [own, 1]
    assert numbers(workspace, Wanted(HERE, "P")) == [1]
    assert numbers(workspace, Wanted(who="李伟")) == [his]
    assert numbers(workspace, Wanted(HERE, PROJECT, "王芳")) == [mine, 1]
    assert numbers(workspace, Wanted(("131001", 2021))) == []
    assert workspace.people() == workspace.people(HERE) == ("李伟", "王芳")
    assert workspace.people(("131001", 2021)) == ()


def test_projects_whose_codes_begin_alike_are_kept_apart(path: Path) -> None:
    codes = ["P", "PP", "p", 'P"', "P,", "P%"]
    with opened(path) as workspace:
        workspace.adopt(reading(department(*(project(code) for code in codes))))
        changes = {}
        for code in codes:
            edit = Edit(Subject(code, field="achieved"), "", f"做到了 {code}")
            changes[code] = workspace.save(CODE, YEAR, [edit]).change_id
        for code in codes:
            assert numbers(workspace, Wanted(HERE, code)) == [changes[code], 1]


def _standing(changes: tuple[Change, ...]) -> dict[int, tuple[int, bool]]:
    return {change.id: (change.last, change.is_turned_back) for change in reversed(changes)}


def test_a_change_says_whether_it_stands(workspace: Workspace) -> None:
    record(workspace, 90)  # 2
    workspace.undo()  # 3
    assert _standing(workspace.journal()) == {1: (1, False), 2: (3, True), 3: (3, False)}
    workspace.redo()  # 4
    assert _standing(workspace.journal())[2] == (4, False)
    assert _standing(workspace.journal())[3] == (4, True)
    workspace.undo(change=4)  # 5
    assert _standing(workspace.journal(4)) == {2: (5, True), 3: (5, False), 4: (5, True), 5: (5, False)}


def test_who_answered_a_finding_last_is_known(workspace: Workspace, path: Path) -> None:
    first, second = (Subject(field=f"answers:{name}") for name in ("a" * 16, "b" * 16))
    assert workspace.answered(CODE, YEAR) == {}
    workspace.save(CODE, YEAR, [Edit(first, ANY, "甲"), Edit(second, ANY, "乙")], "answer")
    with opened(path, "李伟") as theirs:
        theirs.save(CODE, YEAR, [Edit(first, ANY, "丙")], "answer")
    found = workspace.answered(CODE, YEAR)
    assert {name: one.who for name, one in found.items()} == {"a" * 16: "李伟", "b" * 16: "王芳"}
    assert workspace.answered(CODE, 2021) == {}


def _standing_records(workspace: Workspace) -> list[Change]:
    changes = workspace.journal(1000)
    return [one for one in changes if one.operation == "record" and not one.is_turned_back]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["record", "undo", "redo"]), max_size=12))
def test_what_stands_in_the_journal_is_what_is_recorded(steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "w.db") as workspace:
        workspace.adopt(reading())
        for figure, step in enumerate(steps, start=1):
            try:
                if step == "record":
                    record(workspace, figure)
                elif step == "redo":
                    workspace.redo()
                elif _standing_records(workspace):
                    workspace.undo()
            except WorkspaceError as error:
                assert error.code == "workspace.nothing_to_redo"  # noqa: PT017
        standing = _standing_records(workspace)
        recorded = {entry.subject: entry.value for entry in workspace.recorded_now(CODE, YEAR)}
        assert recorded.get(at(IN_TIME)) == (standing[0].items[0].new if standing else None)
