"""A department declared by hand: each change one step of the journal, and what is recorded goes along."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from workspace_samples import CODE, MEETINGS, PROJECT, YEAR, opened

from evaltool.operations import drafting
from evaltool.operations.drafting import Draft
from evaltool.operations.points import points, spread
from evaltool.workspace import ANY, Conflict, Edit, Workspace
from scoring.findings import Finding
from scoring.model import Department, Dossier, Sense, Subject
from scoring.record import value_of
from scoring.rulebook import load


def kept(workspace: Workspace, draft: Draft | None) -> Department:
    """Keep a draft and give what is declared then."""
    assert draft is not None
    workspace.declare(draft.old, draft.new, carried=draft.carried)
    now = workspace.department(draft.new.code, draft.new.year)
    assert now == draft.new
    return now


def typed(department: Department, subject: Subject, text: str) -> Draft:
    draft, _ = drafting.change(department, subject, text)
    assert draft is not None
    return draft


def refused(department: Department, subject: Subject, text: str) -> tuple[Finding, ...]:
    draft, findings = drafting.change(department, subject, text)
    assert draft is None
    return findings


def dossier(workspace: Workspace, department: Department) -> Dossier:
    return workspace.dossier(department.code, department.year, load())


def test_a_department_is_made_of_nothing(path: Path):
    with opened(path) as workspace:
        now = kept(workspace, drafting.begin("县档案馆", 2024))
        assert (now.code, now.name, now.year) == ("县档案馆", "县档案馆", 2024)
        added = drafting.add_project(now, "档案数字化", "P01")
        now = kept(workspace, added)
        assert added.subject == Subject("P01")
        line = drafting.add_indicator(now, Subject("P01"))
        now = kept(workspace, line)
        for field, text in (("name", "数字化页数"), ("target", "≥30万页")):
            line = typed(now, Subject("P01", line.subject.indicator, field), text)
            now = kept(workspace, line)
        (indicator,) = now.projects[0].indicators
        assert indicator.key[2:5] == ("产出指标", "数量指标", "数字化页数")
        assert (indicator.target.sense, indicator.target.value) == (Sense.AT_LEAST, Decimal(30))
        assert [change.operation for change in workspace.journal()] == ["declare"] * 5


def test_each_step_can_be_undone(path: Path):
    with opened(path) as workspace:
        first = kept(workspace, drafting.begin("县档案馆", 2024))
        kept(workspace, drafting.add_project(first))
        workspace.undo()
        assert workspace.department("县档案馆", 2024) == first
        workspace.undo()
        assert workspace.department("县档案馆", 2024) is None


def test_what_is_recorded_of_a_renamed_indicator_goes_along(workspace: Workspace):
    old = workspace.department(CODE, YEAR)
    assert old is not None
    here = Subject(PROJECT, MEETINGS.key, "reason")
    workspace.save(CODE, YEAR, [Edit(here, ANY, "人员不足")])
    draft = typed(old, Subject(PROJECT, MEETINGS.key, "name"), "会议次数")
    now = kept(workspace, draft)
    there = Subject(PROJECT, draft.subject.indicator, "reason")
    assert there.indicator is not None
    assert there.indicator.name == "会议次数"
    assert value_of(dossier(workspace, now), there) == "人员不足"
    assert workspace.orphans(CODE, YEAR) == ()
    workspace.undo()
    assert value_of(dossier(workspace, old), here) == "人员不足"


def test_a_project_takes_everything_along_to_another_code(workspace: Workspace):
    old = workspace.department(CODE, YEAR)
    assert old is not None
    recorded = [
        Edit(Subject(PROJECT, field="money.spent.total"), ANY, Decimal("12.5")),
        Edit(Subject(PROJECT, MEETINGS.key, "reason"), ANY, "人员不足"),
    ]
    workspace.save(CODE, YEAR, recorded)
    now = kept(workspace, typed(old, Subject(PROJECT, field="code"), "P-9"))
    after = dossier(workspace, now)
    assert value_of(after, Subject("P-9", field="money.spent.total")) == Decimal("12.5")
    key = MEETINGS.key._replace(project="P-9")
    assert value_of(after, Subject("P-9", key, "reason")) == "人员不足"
    assert workspace.orphans(CODE, YEAR) == ()


def test_an_objective_takes_its_texts_along_to_another_title(workspace: Workspace):
    old = workspace.department(CODE, YEAR)
    assert old is not None
    title = old.objectives[0].title
    workspace.save(CODE, YEAR, [Edit(Subject(field=f"achieved:{title}"), ANY, "已完成")])
    now = kept(workspace, typed(old, Subject(field=f"title:{title}"), "（一）参政议政"))
    assert value_of(dossier(workspace, now), Subject(field="achieved:（一）参政议政")) == "已完成"
    assert workspace.orphans(CODE, YEAR) == ()


def test_a_title_code_or_name_that_cannot_be_is_refused_in_words(workspace: Workspace):
    now = workspace.department(CODE, YEAR)
    assert now is not None
    added = drafting.add_objective(now).new
    taken, own = added.objectives[-1].title, added.objectives[0].title
    (found,) = refused(added, Subject(field=f"title:{own}"), taken)
    assert found.code == "document.title_taken"
    (found,) = refused(added, Subject(PROJECT, MEETINGS.key, "name"), " ")
    assert found.code == "document.blank_field"
    assert refused(added, Subject(PROJECT, field="budget"), "很多")


def test_what_another_window_declared_meanwhile_is_not_overwritten(workspace: Workspace, path: Path):
    old = workspace.department(CODE, YEAR)
    assert old is not None
    with opened(path) as other:
        kept(other, typed(old, Subject(field="objective"), "新的总体目标"))
    with pytest.raises(Conflict) as found:
        kept(workspace, typed(old, Subject(field="objective"), "别的总体目标"))
    assert found.value.code == "workspace.redeclared"
    now = workspace.department(CODE, YEAR)
    assert now is not None
    assert now.objective == "新的总体目标"


def test_a_project_of_last_year_is_copied_without_what_was_achieved(workspace: Workspace):
    last = workspace.department(CODE, YEAR)
    assert last is not None
    now = kept(workspace, drafting.begin("县政协", YEAR + 1, CODE))
    now = kept(workspace, drafting.copied(last.projects[0], now))
    (project,) = now.projects
    assert [one.key for one in project.indicators] == [one.key for one in last.projects[0].indicators]
    assert [one.target for one in project.indicators] == [one.target for one in last.projects[0].indicators]
    assert dossier(workspace, now).outcomes.indicators == {}
    again = drafting.copied(last.projects[0], now)
    assert again.subject.project == f"{project.code}2"


def test_an_even_spread_leaves_no_points_open(path: Path):
    with opened(path) as workspace:
        now = kept(workspace, drafting.begin("县档案馆", 2024))
        now = kept(workspace, drafting.add_project(now, "档案数字化", "P01"))
        for level1, level2 in (
            ("产出指标", "数量指标"),
            ("产出指标", "质量指标"),
            ("效益指标", "社会效益指标"),
        ):
            added = drafting.add_indicator(now, Subject("P01"))
            added = typed(added.new, Subject("P01", added.subject.indicator, "level1"), level1)
            added = typed(added.new, Subject("P01", added.subject.indicator, "level2"), level2)
            now = kept(workspace, Draft(now, added.new))
        before = points(dossier(workspace, now), "P01")
        assert (before.execution, before.given, before.left, before.given_to) == (10, 0, 90, 0)
        entries = spread(dossier(workspace, now), "P01")
        workspace.save("县档案馆", 2024, [Edit(one.subject, None, one.value) for one in entries])
        after = points(dossier(workspace, now), "P01")
        assert (after.given, after.left, after.given_to) == (90, 0, 3)
        assert spread(dossier(workspace, now), "P01") == ()
