"""Importing: what changed is shown, what was recorded stays."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from workspace_samples import (
    CODE,
    HANDED_ON,
    IN_TIME,
    MEETINGS,
    PROJECT,
    RULEBOOK,
    SATISFACTION,
    YEAR,
    at,
    department,
    indicator,
    percent,
    project,
    reading,
)

from evaltool.workspace import ANY, Changed, Edit, Workspace, WorkspaceError
from scoring.model import Department, Indicator, Reading, Source, State, Subject, Target
from scoring.record import Entry, Value


def record(workspace: Workspace, *indicators: Indicator) -> None:
    workspace.save(CODE, YEAR, [Edit(at(each), None, percent(90), "") for each in indicators])


def retargeted(indicator: Indicator, value: int) -> Indicator:
    return replace(
        indicator, target=Target(indicator.target.sense, Decimal(value), unit="%", text=f"≥{value}%")
    )


def test_a_first_import_adds_everything(workspace: Workspace) -> None:
    new = reading(department(year=2021))
    difference = workspace.difference(new)
    assert (difference.same, difference.fresh, difference.removed, difference.changed) == (
        False,
        True,
        (),
        (),
    )
    assert Subject(PROJECT) in difference.added
    assert Subject("", HANDED_ON.key) in difference.added
    assert workspace.adopt(new).difference == difference
    assert workspace.department(CODE, 2021) == new.department


def test_the_same_document_again_is_no_change_and_keeps_what_was_recorded(workspace: Workspace) -> None:
    record(workspace, IN_TIME)
    before = workspace.dossier(CODE, YEAR, RULEBOOK)
    again = workspace.adopt(reading())
    assert (again.change_id, again.difference.same, again.orphans) == (None, True, ())
    assert workspace.dossier(CODE, YEAR, RULEBOOK) == before
    assert len(workspace.journal()) == 2


def test_the_same_document_from_another_folder_is_the_same(workspace: Workspace) -> None:
    moved = replace(department(), source=Source("别处/样本.txt", line=99))
    assert workspace.adopt(reading(moved)).change_id is None


def test_a_changed_document_says_what_it_adds_takes_away_and_changes(workspace: Workspace) -> None:
    added = indicator("群众投诉率")
    one = project(PROJECT, retargeted(MEETINGS, 5), SATISFACTION, added)
    changed = department(
        replace(one, budget=Decimal("150.00")), project("新项目", indicator("a", project="新项目"))
    )
    difference = workspace.difference(reading(replace(changed, name="新名称")))
    new = Subject("新项目")
    assert difference.added == (at(added, ""), new, Subject("新项目", indicator("a", project="新项目").key))
    assert difference.removed == (at(IN_TIME, ""),)
    assert difference.changed == (
        Changed(Subject(field="name"), "巨鹿县政协", "新名称"),
        Changed(Subject(PROJECT, field="budget"), Decimal("143.00"), Decimal("150.00")),
        Changed(at(MEETINGS, "target"), MEETINGS.target, retargeted(MEETINGS, 5).target),
    )


def test_another_order_of_indicators_is_a_change_although_none_of_them_differs(workspace: Workspace) -> None:
    turned = department(project(PROJECT, SATISFACTION, IN_TIME, MEETINGS))
    adopted = workspace.adopt(reading(turned))
    difference = adopted.difference
    assert (difference.same, difference.added, difference.removed, difference.changed) == (False, (), (), ())
    assert adopted.change_id == 2
    assert workspace.department(CODE, YEAR) == turned


def test_a_changed_objective_is_shown_with_all_objectives(workspace: Workspace) -> None:
    first, second = department().objectives
    changed = replace(department(), objectives=(first, replace(second, text="提高能力")))
    (shown,) = workspace.difference(reading(changed)).changed
    assert shown.subject == Subject(field="objectives")
    assert shown.new == (("（一）建言资政", "开展专题协商"), ("（二）自身建设", "提高能力"))


def test_a_changed_document_keeps_what_was_recorded_and_reports_what_lost_its_place(
    workspace: Workspace,
) -> None:
    record(workspace, MEETINGS, IN_TIME)
    adopted = workspace.adopt(reading(department(project(PROJECT, retargeted(MEETINGS, 5)))))
    assert adopted.orphans == (Entry(at(IN_TIME), percent(90), "90%"),)
    assert workspace.orphans(CODE, YEAR) == adopted.orphans
    dossier = workspace.dossier(CODE, YEAR, RULEBOOK)
    assert [each.target.value for each in dossier.department.projects[0].indicators] == [Decimal(5)]
    assert dossier.outcomes.indicators[MEETINGS.key].actual == percent(90)
    assert dossier.outcomes.indicators[IN_TIME.key].actual == percent(90)


def test_what_lost_its_place_finds_it_again_when_it_is_declared_again(workspace: Workspace) -> None:
    record(workspace, IN_TIME)
    workspace.adopt(reading(department(project(PROJECT, MEETINGS))))
    assert workspace.adopt(reading()).orphans == ()
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[IN_TIME.key].actual == percent(90)


def test_a_value_that_lost_its_place_can_be_taken_away(workspace: Workspace) -> None:
    record(workspace, IN_TIME)
    workspace.adopt(reading(department(project(PROJECT, MEETINGS))))
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), None)])
    assert workspace.orphans(CODE, YEAR) == ()


def test_what_is_recorded_of_a_project_and_an_objective_that_vanish_is_an_orphan_too(
    workspace: Workspace,
) -> None:
    values: dict[Subject, Value] = {
        Subject(PROJECT, field="achieved"): "全部完成",
        Subject(field="achieved:（二）自身建设"): "全部完成",
        Subject(field="objective_weights:（二）自身建设"): Decimal(3),
    }
    workspace.save(CODE, YEAR, [Edit(subject, ANY, value) for subject, value in values.items()])
    bare = replace(department(project("别的")), objectives=())
    assert {entry.subject for entry in workspace.adopt(reading(bare)).orphans} == set(values)
    with pytest.raises(WorkspaceError) as refused:
        workspace.save(CODE, YEAR, [Edit(Subject(field="objective_weights:（九）"), ANY, Decimal(1))])
    assert refused.value.code == "workspace.no_subject"


def test_an_import_is_one_step_of_the_journal_with_both_declarations(workspace: Workspace) -> None:
    workspace.adopt(reading(department(name="新名称")), operation="edit", reason="手工更正")
    newest = workspace.journal(1)[0]
    (item,) = newest.items
    assert (newest.operation, newest.reason) == ("edit", "手工更正")
    assert (item.subject, item.old, item.new) == (
        Subject(field="declared"),
        department(),
        department(name="新名称"),
    )


def test_departments_are_listed_with_how_much_of_them_is_recorded(workspace: Workspace) -> None:
    workspace.adopt(Reading(Department("130999", "空部门", 2022)))
    workspace.save(
        CODE,
        YEAR,
        [
            Edit(at(MEETINGS), None, percent(90)),
            Edit(at(IN_TIME, "state"), State.APPLIES, State.NOT_APPLICABLE),
            Edit(at(SATISFACTION, "reason"), "", "还没有"),
            Edit(at(HANDED_ON), None, percent(95)),
            Edit(at(HANDED_ON, "state"), State.APPLIES, State.NOT_APPLICABLE),
        ],
    )
    empty, full = workspace.departments()
    assert (empty.code, empty.indicators, empty.recorded, empty.projects) == ("130999", 0, 0, ())
    assert (full.code, full.name, full.year, full.indicators, full.recorded) == (
        CODE,
        "巨鹿县政协",
        YEAR,
        2,
        1,
    )
    (one,) = full.projects
    assert (one.code, one.name, one.indicators, one.recorded) == (PROJECT, "专项运转保障经费", 3, 2)
    assert type(one.recorded) is int


def test_what_lost_its_place_is_not_counted(workspace: Workspace) -> None:
    record(workspace, MEETINGS, IN_TIME)
    workspace.adopt(reading(department(project(PROJECT, MEETINGS, SATISFACTION))))
    (one,) = workspace.departments()[0].projects
    assert (one.indicators, one.recorded) == (2, 1)
