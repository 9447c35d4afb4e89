"""Every change is in the journal, and undo and redo follow from the journal alone."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from workspace_samples import (
    CODE,
    IN_TIME,
    MEETINGS,
    PROJECT,
    RULEBOOK,
    SATISFACTION,
    YEAR,
    at,
    department,
    doubt,
    kept_rulebook,
    opened,
    percent,
    project,
    reading,
)

from evaltool.workspace import ANY, Conflict, Edit, KeptRulebook, Wanted, Workspace, WorkspaceError
from evaltool.workspace.fields import RULEBOOK as IN_FORCE
from scoring.findings import Finding
from scoring.model import Subject

HERE = (CODE, YEAR)


def record(workspace: Workspace, figure: int, indicator: Any = IN_TIME) -> int:
    saved = workspace.save(CODE, YEAR, [Edit(at(indicator), ANY, percent(figure))])
    assert saved.change_id is not None
    return saved.change_id


def actual(workspace: Workspace, indicator: Any = IN_TIME) -> str:
    outcome = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators.get(indicator.key)
    return outcome.actual.text if outcome and outcome.actual else ""


def test_a_change_says_who_when_what_for_and_what_was_there_before(workspace: Workspace) -> None:
    record(workspace, 90)
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(95))], "record", "更正")
    newest, before, imported = workspace.journal()
    assert (newest.who, newest.session, newest.operation, newest.reason) == (
        "王芳",
        "王芳-1",
        "record",
        "更正",
    )
    assert newest.at > before.at > imported.at
    (item,) = newest.items
    assert (item.department, item.subject) == (HERE, at(IN_TIME))
    assert (item.old, item.new, item.old_typed, item.new_typed) == (percent(90), percent(95), "90%", "95%")
    assert [change.operation for change in (before, imported)] == ["record", "import"]


def test_the_journal_can_be_read_for_one_department_and_in_part(workspace: Workspace) -> None:
    workspace.adopt(reading(department(year=2021)))
    record(workspace, 90)
    assert [change.operation for change in workspace.journal(1)] == ["record"]
    assert [change.items[0].department for change in workspace.journal(wanted=Wanted((CODE, 2021)))] == [
        (CODE, 2021)
    ]


def test_a_save_that_changes_nothing_is_no_change(workspace: Workspace) -> None:
    record(workspace, 90)
    saved = workspace.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(90))])
    assert saved.change_id is None
    assert len(workspace.journal()) == 2


def test_undo_says_what_it_took_back_and_redo_does_it_again(workspace: Workspace) -> None:
    record(workspace, 90)
    undone = workspace.undo()
    assert undone.operation == "record"
    assert [(item.subject, item.old, item.new) for item in undone.items] == [(at(IN_TIME), percent(90), None)]
    assert actual(workspace) == ""
    done = workspace.redo()
    assert (done.operation, done.reverts) == ("record", undone.change_id)
    assert actual(workspace) == "90%"


def test_undo_survives_closing_the_program(workspace: Workspace, path: Path) -> None:
    for figure in (90, 91, 92):
        record(workspace, figure)
    workspace.undo()
    workspace.close()
    with opened(path) as again:
        again.undo()
        assert actual(again) == "90%"
        again.redo()
        again.redo()
        assert actual(again) == "92%"


def test_many_fields_saved_at_once_are_one_undo(workspace: Workspace) -> None:
    edits = [Edit(at(each), None, percent(90)) for each in (MEETINGS, IN_TIME, SATISFACTION)]
    workspace.save(CODE, YEAR, edits, "paste")
    undone = workspace.undo()
    assert (undone.operation, len(undone.items)) == ("paste", 3)
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators == {}


def test_after_a_fresh_change_nothing_can_be_done_again(workspace: Workspace) -> None:
    record(workspace, 90)
    workspace.undo()
    record(workspace, 91)
    with pytest.raises(WorkspaceError) as refused:
        workspace.redo()
    assert refused.value.code == "workspace.nothing_to_redo"


def test_there_is_an_end_to_undoing(workspace: Workspace) -> None:
    workspace.undo()
    with pytest.raises(WorkspaceError) as refused:
        workspace.undo()
    assert refused.value.code == "workspace.nothing_to_undo"


def test_undo_can_be_kept_to_one_department(workspace: Workspace) -> None:
    record(workspace, 90)
    workspace.adopt(reading(department(year=2021)))
    workspace.undo(department=HERE)
    assert actual(workspace) == ""
    assert len(workspace.departments()) == 2
    workspace.redo(department=HERE)
    assert actual(workspace) == "90%"


def test_an_earlier_change_can_be_undone_by_its_number(workspace: Workspace) -> None:
    meetings = record(workspace, 80, MEETINGS)
    record(workspace, 90)
    workspace.undo(change=meetings)
    assert (actual(workspace, MEETINGS), actual(workspace)) == ("", "90%")
    with pytest.raises(WorkspaceError) as refused:
        workspace.undo(change=meetings)
    assert (refused.value.code, refused.value.facts["change"]) == ("workspace.not_undoable", str(meetings))


def test_undo_refuses_where_the_field_has_moved_since(workspace: Workspace, path: Path) -> None:
    mine = record(workspace, 90)
    with opened(path, "李伟") as other:
        theirs = other.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(97))])
    with pytest.raises(Conflict) as refused:
        workspace.undo(change=mine)
    (clash,) = refused.value.clashes
    assert refused.value.code == "workspace.moved"
    assert (clash.subject, clash.expected, clash.found) == (at(IN_TIME), percent(90), percent(97))
    assert (clash.who, refused.value.facts["indicator"]) == ("李伟", "完成率")
    assert workspace.journal(1)[0].id == theirs.change_id


def test_two_windows_cannot_undo_the_same_change_twice(workspace: Workspace, path: Path) -> None:
    change = record(workspace, 90)
    with opened(path) as other:
        other.undo(change=change)
        with pytest.raises(WorkspaceError):
            workspace.undo(change=change)


def test_undo_of_the_first_import_takes_the_department_away_and_redo_brings_it_back(
    workspace: Workspace,
) -> None:
    undone = workspace.undo()
    assert (undone.operation, undone.items[0].old, undone.items[0].new) == ("import", department(), None)
    assert workspace.departments() == ()
    workspace.redo()
    assert workspace.dossier(CODE, YEAR, RULEBOOK).department == department()


def test_undo_of_an_import_restores_what_was_declared_before(workspace: Workspace) -> None:
    record(workspace, 90)
    workspace.adopt(reading(department(project(PROJECT, IN_TIME), name="新名称")))
    workspace.undo()
    assert workspace.dossier(CODE, YEAR, RULEBOOK).department == department()
    assert actual(workspace) == "90%"


@pytest.mark.parametrize("first", [True, False])
def test_undo_of_an_import_refuses_to_cut_recorded_values_loose(workspace: Workspace, *, first: bool) -> None:
    if not first:
        workspace.adopt(reading(department(project(PROJECT, MEETINGS))))
        workspace.adopt(reading())
    imported = workspace.journal(1)[0].id
    record(workspace, 90)
    with pytest.raises(WorkspaceError) as refused:
        workspace.undo(change=imported)
    assert refused.value.code == "workspace.would_orphan"
    assert (refused.value.facts["indicator"], refused.value.facts["count"]) == ("完成率", "1")
    assert actual(workspace) == "90%"


def test_undo_does_not_bring_back_a_value_of_what_is_no_longer_declared(workspace: Workspace) -> None:
    record(workspace, 90)
    cleared = workspace.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), None)])
    workspace.adopt(reading(department(project(PROJECT, MEETINGS))))
    with pytest.raises(WorkspaceError) as refused:
        workspace.undo(change=cleared.change_id)
    assert (refused.value.code, refused.value.facts["indicator"]) == ("workspace.no_subject", "完成率")


@pytest.mark.parametrize(
    ("tampering", "first_unsound"),
    [
        ('UPDATE change_item SET new = \'{"value":"99"}\' WHERE change_id = 3', 3),
        ("UPDATE change SET who = '李伟' WHERE id = 2", 2),
        ("DELETE FROM change_item WHERE change_id = 4", 4),
        ("PRAGMA foreign_keys=OFF; DELETE FROM change WHERE id = 3", 4),
    ],
)
def test_a_journal_that_was_altered_is_found_out(
    workspace: Workspace, path: Path, tampering: str, first_unsound: int
) -> None:
    for figure in (90, 91, 92):
        record(workspace, figure)
    assert workspace.verify() is None
    connection = sqlite3.connect(path)
    connection.executescript(tampering)
    connection.close()
    assert workspace.verify() == first_unsound


WORDS = st.sampled_from(["", "资料不全", "受疫情影响", "[b]改[/b]"])
MONEY = st.none() | st.integers(0, 3).map(lambda figure: Decimal(figure) / 10)
PLACES: dict[Subject, st.SearchStrategy[Any]] = {
    at(MEETINGS): st.none() | st.integers(90, 92).map(percent),
    at(IN_TIME): st.none() | st.integers(90, 92).map(percent),
    at(IN_TIME, "reason"): WORDS,
    Subject(PROJECT, field="money.spent.total"): MONEY,
    Subject(field="people.preparer"): WORDS,
}
NAMES = ("巨鹿县政协", "巨鹿县政协办公室", "政协巨鹿县委员会")
DOUBTS = ((), (doubt("95%"),), (doubt("95%"), doubt("≥9595%")))
RULEBOOKS = (kept_rulebook("甲"), kept_rulebook("乙"))


class Editor(RuleBasedStateMachine):
    """The workspace beside what any editor does: a state, states to go back to and states to go forth to."""

    Document = tuple[str, tuple[Finding, ...]]
    State = tuple[Document, dict[Subject, Any]]

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.db"
        self.workspace = opened(self.path)
        self.document: Editor.Document = (NAMES[0], ())
        self.values: dict[Subject, Any] = dict.fromkeys((*PLACES, IN_FORCE))
        self.back: list[Editor.State] = []
        self.forth: list[Editor.State] = []
        self.workspace.adopt(reading())

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()

    def fresh(self, document: Document, values: dict[Subject, Any]) -> None:
        if (document, values) != (self.document, self.values):
            self.back.append((self.document, self.values))
            self.forth = []
            self.document, self.values = document, values

    @rule(data=st.data(), subjects=st.lists(st.sampled_from(list(PLACES)), min_size=1, max_size=4))
    def save(self, data: st.DataObject, subjects: list[Subject]) -> None:
        values, edits = dict(self.values), []
        for subject in subjects:
            new = data.draw(PLACES[subject]) or None
            edits.append(Edit(subject, values[subject], new))
            values[subject] = new
        self.workspace.save(CODE, YEAR, edits)
        self.fresh(self.document, values)

    @rule(data=st.data(), subject=st.sampled_from(list(PLACES)))
    def save_over_something_else(self, data: st.DataObject, subject: Subject) -> None:
        believed, new = data.draw(PLACES[subject]) or None, data.draw(PLACES[subject]) or None
        if believed != self.values[subject]:
            with pytest.raises(Conflict):
                self.workspace.save(CODE, YEAR, [Edit(subject, believed, new)])

    @rule(name=st.sampled_from(NAMES), doubts=st.sampled_from(DOUBTS))
    def adopt(self, name: str, doubts: tuple[Finding, ...]) -> None:
        self.workspace.adopt(replace(reading(department(name=name)), findings=doubts))
        self.fresh((name, doubts), self.values)

    @rule(rulebook=st.sampled_from(RULEBOOKS))
    def keep_rulebook(self, rulebook: KeptRulebook) -> None:
        self.workspace.keep_rulebook(CODE, YEAR, rulebook)
        self.fresh(self.document, {**self.values, IN_FORCE: rulebook})

    @precondition(lambda self: self.back)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.forth.append((self.document, self.values))
        self.document, self.values = self.back.pop()

    @rule()
    def redo(self) -> None:
        if not self.forth:
            with pytest.raises(WorkspaceError, match="nothing_to_redo"):
                self.workspace.redo()
            return
        self.workspace.redo()
        self.back.append((self.document, self.values))
        self.document, self.values = self.forth.pop()

    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        self.workspace = opened(self.path)

    @invariant()
    def shows_what_the_editor_shows(self) -> None:
        if not hasattr(self, "workspace"):
            return
        dossier = self.workspace.dossier(CODE, YEAR, RULEBOOK)
        assert dossier.department == department(name=self.document[0])
        assert self.workspace.document_findings(CODE, YEAR) == self.document[1]
        outcomes = dossier.outcomes
        kept = {
            **{
                at(each): outcomes.indicators[each.key].actual
                for each in (MEETINGS, IN_TIME)
                if each.key in outcomes.indicators
            },
            at(IN_TIME, "reason"): outcomes.indicators[IN_TIME.key].reason
            if IN_TIME.key in outcomes.indicators
            else "",
            Subject(PROJECT, field="money.spent.total"): outcomes.projects[PROJECT].money.spent.total
            if PROJECT in outcomes.projects
            else None,
            Subject(field="people.preparer"): outcomes.department.people.preparer,
            IN_FORCE: self.workspace.rulebook_content(CODE, YEAR),
        }
        assert {place: value for place, value in kept.items() if value} == {
            place: value for place, value in self.values.items() if value
        }
        assert self.workspace.verify() is None


Editor.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


class TestWorkspaceAgainstAnEditor(Editor.TestCase):  # type: ignore[misc, valid-type]
    """Hypothesis looks for saves, imports, undos, redos and restarts that an editor would do otherwise."""
