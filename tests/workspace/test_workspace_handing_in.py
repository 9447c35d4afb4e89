"""Handing in keeps a version and locks its places; nothing but taking back unlocks them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspace_samples import (
    CODE,
    IN_TIME,
    MEETINGS,
    PROJECT,
    RULEBOOK,
    YEAR,
    at,
    department,
    doubt,
    indicator,
    kept_rulebook,
    opened,
    percent,
    project,
    reading,
)

from evaltool.workspace import ANY, Edit, Workspace, WorkspaceError
from scoring.model import OVERALL, Reading, Subject
from scoring.record import Entry

OTHER = "13052922P00584010142X"
ELSEWHERE = indicator("下乡次数", project=OTHER)
TWO = department(project(), project(OTHER, ELSEWHERE))
RULES = kept_rulebook("现行规则")
SCORES = '{"department":{"score":"90.00"}}'
OWN = Subject(field=f"achieved:{OVERALL}")


@pytest.fixture
def workspace(path: Path) -> Any:
    with opened(path) as workspace:
        workspace.adopt(reading(TWO), rulebook=RULES)
        workspace.save(
            CODE, YEAR, [Edit(at(MEETINGS), None, percent(90)), Edit(at(ELSEWHERE), None, percent(50))]
        )
        yield workspace


def hand_in(workspace: Workspace, *places: str) -> int:
    seen = workspace.dossier(CODE, YEAR, RULEBOOK)
    return workspace.hand_in(seen, places, RULES, SCORES).number


def refused(call: Any) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as error:
        call()
    return error.value


def test_a_version_holds_everything_of_the_department_and_the_rulebook_by_its_content(
    workspace: Workspace,
) -> None:
    assert hand_in(workspace, PROJECT) == 1
    (version,) = workspace.versions(CODE, YEAR)
    assert (version.number, version.who, version.places, version.locked) == (
        1,
        "王芳",
        (PROJECT,),
        (PROJECT,),
    )
    assert version.at == datetime(2023, 1, 9, 8, 0, 30, tzinfo=UTC)
    assert version.declared == TWO
    assert {one.subject: one.value for one in version.recorded} == {
        at(MEETINGS): percent(90),
        at(ELSEWHERE): percent(50),
    }
    assert version.recorded == workspace.recorded_now(CODE, YEAR)
    assert (version.rulebook, version.scores, version.is_intact) == (RULES, SCORES, True)
    assert workspace.handed_in(CODE, YEAR) == {PROJECT: 1}


def test_handing_in_is_one_change_of_the_journal_and_moves_no_figure(workspace: Workspace) -> None:
    before = workspace.dossier(CODE, YEAR, RULEBOOK)
    hand_in(workspace, "", PROJECT)
    change = workspace.journal()[0]
    assert (change.operation, change.who) == ("hand_in", "王芳")
    assert [(one.subject, one.old, one.new) for one in change.items] == [
        (Subject(field="handed_in"), "", "1"),
        (Subject(PROJECT, field="handed_in"), "", "1"),
    ]
    assert workspace.dossier(CODE, YEAR, RULEBOOK) == before
    assert workspace.verify() is None


def test_the_list_of_departments_says_what_is_handed_in(workspace: Workspace) -> None:
    hand_in(workspace, PROJECT, "")
    (one,) = workspace.departments()
    assert (one.handed_in, [each.handed_in for each in one.projects]) == (False, [True, False])
    hand_in(workspace, OTHER)
    assert workspace.departments()[0].handed_in


def locked_writes(workspace: Workspace) -> dict[str, Any]:
    """Every kind of write that would move the first project once it is handed in."""
    cut = replace(TWO, projects=(replace(TWO.projects[0], name="改名"), TWO.projects[1]))
    gone = replace(TWO, projects=TWO.projects[1:])
    edit = Edit(at(IN_TIME), ANY, percent(1))
    return {
        "save": lambda: workspace.save(CODE, YEAR, [edit]),
        "save of something else, too": lambda: workspace.save(
            CODE, YEAR, [Edit(at(ELSEWHERE), ANY, percent(2)), edit]
        ),
        "money": lambda: workspace.save(
            CODE, YEAR, [Edit(Subject(PROJECT, field="money.spent.total"), ANY, Decimal(1))]
        ),
        "clear": lambda: workspace.save(CODE, YEAR, [Edit(at(MEETINGS), ANY, None)]),
        "adopt": lambda: workspace.adopt(reading(cut)),
        "adopt without it": lambda: workspace.adopt(reading(gone)),
        "adopt with its results": lambda: workspace.adopt(
            Reading(TWO, outcomes=_results()),
        ),
        "declare": lambda: workspace.declare(TWO, cut),
        "declare without it": lambda: workspace.declare(TWO, gone),
        "undo": lambda: workspace.undo(change=2),
        "undo of the import": lambda: workspace.undo(change=1),
        "rulebook": lambda: workspace.keep_rulebook(CODE, YEAR, kept_rulebook("别的规则")),
        "unlock by a save": lambda: workspace.save(
            CODE, YEAR, [Edit(Subject(PROJECT, field="handed_in"), ANY, None)]
        ),
    }


def _results() -> Any:
    from scoring.record import fold

    return fold([Entry(at(IN_TIME), percent(95))]).outcomes


WRITES = (
    "save",
    "save of something else, too",
    "money",
    "clear",
    "adopt",
    "adopt without it",
    "adopt with its results",
    "declare",
    "declare without it",
    "undo",
    "undo of the import",
    "rulebook",
    "unlock by a save",
)


@pytest.mark.parametrize("kind", WRITES)
def test_no_write_moves_what_is_handed_in(workspace: Workspace, kind: str) -> None:
    hand_in(workspace, PROJECT)
    before = workspace.dossier(CODE, YEAR, RULEBOOK), workspace.recorded_now(CODE, YEAR), workspace.journal()
    error = refused(locked_writes(workspace)[kind])
    allowed = {"workspace.handed_in", "workspace.hand_in_stays", "workspace.would_orphan"}
    assert error.code in allowed
    if error.code == "workspace.handed_in":
        assert dict(error.facts) == {"project": "专项运转保障经费", "version": "1"}
    after = workspace.dossier(CODE, YEAR, RULEBOOK), workspace.recorded_now(CODE, YEAR), workspace.journal()
    assert after == before


def test_the_list_of_writes_is_whole(workspace: Workspace) -> None:
    assert tuple(locked_writes(workspace)) == WRITES


def test_a_redo_does_not_move_what_was_handed_in_after_the_undo(workspace: Workspace) -> None:
    workspace.undo()
    hand_in(workspace, PROJECT)
    assert refused(workspace.redo).code in {"workspace.handed_in", "workspace.nothing_to_redo"}
    assert workspace.recorded_now(CODE, YEAR) == ()


def test_what_is_not_handed_in_goes_on(workspace: Workspace) -> None:
    hand_in(workspace, PROJECT)
    workspace.save(CODE, YEAR, [Edit(at(ELSEWHERE), percent(50), percent(60)), Edit(OWN, "", "完成")])
    named = replace(TWO, name="改名", projects=(TWO.projects[0], replace(TWO.projects[1], name="改名")))
    workspace.adopt(Reading(named, findings=(doubt("≥9595%"),)))
    assert workspace.handed_in(CODE, YEAR) == {PROJECT: 1}


def test_the_departments_own_part_is_a_place(workspace: Workspace) -> None:
    hand_in(workspace, "")
    error = refused(lambda: workspace.save(CODE, YEAR, [Edit(OWN, ANY, "完成")]))
    assert (error.code, error.facts["project"]) == ("workspace.handed_in", "巨鹿县政协")
    assert refused(lambda: workspace.adopt(reading(replace(TWO, objective="别的")))).code == error.code
    workspace.save(CODE, YEAR, [Edit(at(MEETINGS), ANY, percent(91))])


@pytest.mark.parametrize("redone", [False, True])
def test_neither_handing_in_nor_taking_back_is_ever_undone(workspace: Workspace, redone: bool) -> None:
    hand_in(workspace, PROJECT)
    if redone:
        workspace.take_back(CODE, YEAR, [PROJECT], "数有误")
    assert refused(workspace.undo).code == "workspace.hand_in_stays"
    assert workspace.handed_in(CODE, YEAR) == ({} if redone else {PROJECT: 1})


def test_taking_back_needs_a_reason_and_keeps_the_version(workspace: Workspace) -> None:
    hand_in(workspace, PROJECT, OTHER)
    for nothing in ("", "  \n"):
        error = refused(lambda reason=nothing: workspace.take_back(CODE, YEAR, [PROJECT], reason))
        assert error.code == "workspace.no_reason"
    saved = workspace.take_back(CODE, YEAR, [PROJECT], "[red]数[/]有误")
    assert saved.change_id is not None
    (version,) = workspace.versions(CODE, YEAR)
    assert (version.places, version.locked) == ((PROJECT, OTHER), (OTHER,))
    assert [(one.who, one.reason, one.places) for one in version.returned] == [
        ("王芳", "[red]数[/]有误", (PROJECT,))
    ]
    assert workspace.journal()[0].operation == "return"
    workspace.save(CODE, YEAR, [Edit(at(MEETINGS), ANY, percent(91))])
    assert hand_in(workspace, PROJECT) == 2
    assert [one.number for one in workspace.versions(CODE, YEAR)] == [2, 1]
    assert workspace.handed_in(CODE, YEAR) == {PROJECT: 2, OTHER: 1}


def test_taking_back_what_is_not_handed_in_does_nothing(workspace: Workspace) -> None:
    assert workspace.take_back(CODE, YEAR, [PROJECT], "无").change_id is None


def test_what_is_handed_in_already_is_not_handed_in_again(workspace: Workspace) -> None:
    hand_in(workspace, PROJECT)
    error = refused(lambda: hand_in(workspace, OTHER, PROJECT))
    assert (error.code, error.facts["version"]) == ("workspace.handed_in", "1")
    assert len(workspace.versions(CODE, YEAR)) == 1


def test_a_place_that_is_not_declared_cannot_be_handed_in(workspace: Workspace) -> None:
    assert refused(lambda: hand_in(workspace, "没有")).code == "workspace.no_subject"
    assert workspace.versions(CODE, YEAR) == ()


@pytest.mark.parametrize("moved", ["figure", "rulebook"])
def test_what_moved_since_it_was_looked_at_is_not_handed_in(
    workspace: Workspace, path: Path, moved: str
) -> None:
    seen = workspace.dossier(CODE, YEAR, RULEBOOK)
    with opened(path, "李伟") as another:
        if moved == "figure":
            another.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(80))])
        else:
            another.keep_rulebook(CODE, YEAR, kept_rulebook("别的规则"))
    error = refused(lambda: workspace.hand_in(seen, [PROJECT], RULES, SCORES))
    assert error.code == "workspace.changed_since_check"
    assert workspace.versions(CODE, YEAR) == ()


def test_a_version_that_was_altered_in_the_file_says_so(workspace: Workspace, path: Path) -> None:
    hand_in(workspace, PROJECT)
    workspace.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE version SET scores = replace(scores, '90.00', '99.00')")
        connection.commit()
    with opened(path) as again:
        assert not again.versions(CODE, YEAR)[0].is_intact


PLACES = (MEETINGS, IN_TIME, ELSEWHERE)
STEPS = st.one_of(
    st.tuples(st.just("save"), st.sampled_from(PLACES), st.integers(0, 100)),
    st.tuples(st.just("own"), st.text("完成了", max_size=3)),
    st.tuples(st.sampled_from(["undo", "redo", "declare", "rulebook"]), st.integers(0, 9)),
    st.tuples(st.just("undo one"), st.integers(1, 12)),
)


def take(workspace: Workspace, step: Any) -> None:
    match step:
        case ("save", where, figure):
            workspace.save(CODE, YEAR, [Edit(at(where), ANY, percent(figure))])
        case ("own", text):
            workspace.save(CODE, YEAR, [Edit(OWN, ANY, text)])
        case ("undo", _):
            workspace.undo()
        case ("redo", _):
            workspace.redo()
        case ("undo one", change):
            workspace.undo(change=change)
        case ("declare", number):
            now = workspace.department(CODE, YEAR)
            if now is None:
                return
            moved = replace(now.projects[number % 2], purpose=f"用途{number}")
            projects = (moved, now.projects[1]) if number % 2 == 0 else (now.projects[0], moved)
            workspace.declare(now, replace(now, projects=projects))
        case ("rulebook", number):
            workspace.keep_rulebook(CODE, YEAR, kept_rulebook(f"规则{number}"))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(STEPS, max_size=4), after=st.lists(STEPS, min_size=1, max_size=8))
def test_no_sequence_of_writes_moves_what_is_locked(
    tmp_path_factory: pytest.TempPathFactory, before: list[Any], after: list[Any]
) -> None:
    with opened(tmp_path_factory.mktemp("w") / "w.db") as workspace:
        workspace.adopt(reading(TWO), rulebook=RULES)
        for step in before:
            attempt(workspace, step)
        if workspace.department(CODE, YEAR) is None:  # the import itself was undone
            workspace.adopt(reading(TWO), rulebook=RULES)
        seen = workspace.dossier(CODE, YEAR, RULEBOOK)
        chosen = workspace.rulebook_content(CODE, YEAR) or RULES
        workspace.hand_in(seen, [PROJECT], chosen, SCORES)
        for step in after:
            attempt(workspace, step)
        now = workspace.dossier(CODE, YEAR, RULEBOOK)
        assert now.department.projects[0] == seen.department.projects[0]
        for one in (MEETINGS, IN_TIME):
            assert now.outcomes.indicators.get(one.key) == seen.outcomes.indicators.get(one.key)
        assert workspace.rulebook_content(CODE, YEAR) == chosen
        assert workspace.handed_in(CODE, YEAR) == {PROJECT: 1}
        assert workspace.verify() is None


def attempt(workspace: Workspace, step: Any) -> None:
    """Take a step, or be told that it cannot be taken."""
    try:
        take(workspace, step)
    except WorkspaceError:
        return
