"""A look over a whole workspace: its departments, the newest change of each, and the newest of all."""

from __future__ import annotations

from pathlib import Path

from workspace_samples import opened, reading

from evaltool.workspace import ANY, Edit, Workspace
from scoring.model import Subject


def test_every_department_has_its_newest_change(workspace: Workspace):
    declared = reading().department
    here = (declared.code, declared.year)
    edit = Edit(Subject(field="people.preparer"), ANY, "李四")
    saved = workspace.save(*here, [edit], who="李四")
    seen = workspace.overview(5)
    assert [(one.code, one.year) for one in seen.departments] == [here]
    assert seen.latest[here].change_id == saved.change_id
    assert seen.latest[here].who == "李四"
    assert [change.id for change in seen.changes] == [2, 1]


def test_so_many_changes_as_are_asked_for(workspace: Workspace):
    assert [change.operation for change in workspace.overview(1).changes] == ["import"]
    assert workspace.overview(0).changes == ()


def test_a_workspace_with_nothing_in_it_has_no_changes(tmp_path: Path):
    with opened(tmp_path / "空.db") as workspace:
        seen = workspace.overview(3)
    assert (seen.departments, seen.latest, seen.changes) == ((), {}, ())
