"""A rulebook in force is kept by its content, and putting it in force is a change like any other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from workspace_samples import CODE, YEAR, Holder, department, kept_rulebook, opened, reading

from evaltool.workspace import Edit, Wanted, Workspace, WorkspaceError
from evaltool.workspace.fields import RULEBOOK

OURS, THEIRS = kept_rulebook("本县"), kept_rulebook("邻县")


def kept(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT hash, title, content, kept_at FROM rulebook ORDER BY hash"
        ).fetchall()


def test_what_is_put_in_force_comes_back_whole(workspace: Workspace, path: Path) -> None:
    assert workspace.rulebook_content(CODE, YEAR) is None
    saved = workspace.keep_rulebook(CODE, YEAR, OURS, reason="县里的办法")
    (item,) = saved.items
    assert (item.subject, item.old, item.new, item.new_typed) == (RULEBOOK, "", OURS.hash, "本县")
    newest = workspace.journal(1)[0]
    assert (newest.operation, newest.reason) == ("rulebook", "县里的办法")
    with opened(path) as again:
        assert again.rulebook_content(CODE, YEAR) == OURS
        assert again.rulebook_id(CODE, YEAR) == "local"
        assert again.verify() is None


def test_undo_and_redo_move_between_rulebooks_and_forget_none(workspace: Workspace, path: Path) -> None:
    for rulebook in (OURS, THEIRS):
        workspace.keep_rulebook(CODE, YEAR, rulebook)
    assert workspace.undo().operation == "rulebook"
    assert workspace.rulebook_content(CODE, YEAR) == OURS
    workspace.undo()
    assert workspace.rulebook_content(CODE, YEAR) is None
    workspace.redo()
    workspace.redo()
    assert workspace.rulebook_content(CODE, YEAR) == THEIRS
    assert {row[0] for row in kept(path)} == {OURS.hash, THEIRS.hash}


def test_the_same_rulebook_again_is_no_change(workspace: Workspace) -> None:
    workspace.keep_rulebook(CODE, YEAR, OURS)
    assert workspace.keep_rulebook(CODE, YEAR, OURS).change_id is None
    assert len(workspace.journal()) == 2


def test_what_is_kept_under_a_hash_is_never_written_over(workspace: Workspace, path: Path) -> None:
    workspace.keep_rulebook(CODE, YEAR, OURS)
    before = kept(path)
    workspace.adopt(reading(department(year=2023)))
    workspace.keep_rulebook(CODE, 2023, replace(OURS, content="# 另一种写法\n"))
    assert kept(path) == before
    assert workspace.rulebook_content(CODE, 2023) == OURS


def test_a_new_department_gets_its_rulebook_with_the_import_and_loses_it_with_it(
    workspace: Workspace,
) -> None:
    new = reading(department(year=2023))
    workspace.adopt(new, rulebook=OURS)
    assert workspace.rulebook_content(CODE, 2023) == OURS
    (change,) = workspace.journal(wanted=Wanted((CODE, 2023)))
    assert [item.subject.field for item in change.items] == ["declared", "rulebook"]
    workspace.undo()
    assert workspace.department(CODE, 2023) is None
    workspace.redo()
    assert workspace.rulebook_content(CODE, 2023) == OURS


def test_a_department_that_is_there_keeps_its_rulebook_when_it_is_imported_again(
    workspace: Workspace,
) -> None:
    changed = reading(department(name="新名称"))
    workspace.adopt(changed, rulebook=OURS)
    assert workspace.rulebook_content(CODE, YEAR) is None
    workspace.keep_rulebook(CODE, YEAR, THEIRS)
    workspace.adopt(reading(), rulebook=OURS)
    assert workspace.rulebook_content(CODE, YEAR) == THEIRS


def test_an_id_from_before_contents_were_kept_is_still_an_id(workspace: Workspace) -> None:
    workspace.save(CODE, YEAR, [Edit(RULEBOOK, "", "national-2020")], "rulebook")
    assert workspace.rulebook_id(CODE, YEAR) == "national-2020"
    assert workspace.rulebook_content(CODE, YEAR) is None
    saved = workspace.keep_rulebook(CODE, YEAR, OURS)
    assert [(item.old, item.new) for item in saved.items] == [("national-2020", OURS.hash)]


def put_in_force(workspace: Workspace) -> object:
    return workspace.keep_rulebook("nobody", YEAR, OURS)


def ask(workspace: Workspace) -> object:
    return workspace.rulebook_content("nobody", YEAR)


def ask_for_doubts(workspace: Workspace) -> object:
    return workspace.document_findings("nobody", YEAR)


@pytest.mark.parametrize("call", [put_in_force, ask, ask_for_doubts])
def test_a_department_that_is_not_there_is_named(
    workspace: Workspace, path: Path, call: Callable[[Workspace], object]
) -> None:
    with pytest.raises(WorkspaceError) as refused:
        call(workspace)
    assert refused.value.code == "workspace.no_department"
    assert kept(path) == []


@pytest.mark.usefixtures("workspace")
def test_a_file_that_is_held_takes_neither_the_rulebook_nor_the_change(path: Path, held: Holder) -> None:
    with opened(path, patience=0.05) as hasty:
        with held(path), pytest.raises(WorkspaceError) as refused:
            hasty.keep_rulebook(CODE, YEAR, OURS)
        assert refused.value.code == "workspace.locked"
        assert kept(path) == []
        assert hasty.keep_rulebook(CODE, YEAR, OURS).change_id == 2


def test_all_that_was_kept_is_listed_by_id_whatever_is_in_force(workspace: Workspace) -> None:
    assert workspace.kept_rulebooks() == ()
    other = replace(kept_rulebook("另一个"), id="a-county")
    for rulebook in (THEIRS, OURS, other):
        workspace.keep_rulebook(CODE, YEAR, rulebook)
    assert {one.hash for one in workspace.kept_rulebooks()} == {OURS.hash, THEIRS.hash, other.hash}
    assert workspace.kept_rulebooks()[0] == other


def test_what_each_department_is_scored_by_is_listed(workspace: Workspace) -> None:
    workspace.adopt(reading(department(year=None)))
    workspace.adopt(reading(department(year=2023)), rulebook=OURS)
    workspace.save(CODE, YEAR, [Edit(RULEBOOK, "", "national-2020")], "rulebook")
    chosen = {(CODE, None): "", (CODE, YEAR): "national-2020", (CODE, 2023): OURS.hash}
    assert workspace.chosen_rulebooks() == chosen
