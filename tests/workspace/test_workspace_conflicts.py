"""Two windows on one file: whoever comes second is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from workspace_samples import CODE, IN_TIME, MEETINGS, PROJECT, RULEBOOK, YEAR, at, opened, percent

from evaltool.workspace import ANY, Conflict, Edit, Workspace
from scoring.model import Actual, Subject


@pytest.fixture
def other(workspace: Workspace, path: Path) -> Iterator[Workspace]:
    del workspace  # it makes the file
    with opened(path, "李伟") as other:
        yield other


def reason(workspace: Workspace) -> str:
    return workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[IN_TIME.key].reason


def test_the_second_window_is_told_what_was_found_who_moved_it_and_when(
    workspace: Workspace, other: Workspace
) -> None:
    other.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(97))])
    moved_at = workspace.journal(1)[0].at
    with pytest.raises(Conflict) as refused:
        workspace.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(90))])
    (clash,) = refused.value.clashes
    assert (clash.subject, clash.expected, clash.found) == (at(IN_TIME), None, percent(97))
    assert (clash.who, clash.at) == ("李伟", moved_at)
    assert refused.value.code == "workspace.conflict"
    assert refused.value.facts == {
        "project": PROJECT,
        "indicator": "完成率",
        "field": "actual",
        "who": "李伟",
        "at": moved_at.isoformat(timespec="seconds"),
        "count": "1",
    }


def test_a_conflict_in_one_field_keeps_the_whole_save_out(workspace: Workspace, other: Workspace) -> None:
    other.save(CODE, YEAR, [Edit(at(IN_TIME, "reason"), "", "资料不全")])
    edits = [Edit(at(MEETINGS), None, percent(90)), Edit(at(IN_TIME, "reason"), "", "受疫情影响")]
    with pytest.raises(Conflict):
        workspace.save(CODE, YEAR, edits)
    assert MEETINGS.key not in workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators
    assert reason(workspace) == "资料不全"
    assert workspace.journal(1)[0].who == "李伟"


def test_every_field_in_conflict_is_named(workspace: Workspace, other: Workspace) -> None:
    other.save(CODE, YEAR, [Edit(at(each), None, percent(97)) for each in (MEETINGS, IN_TIME)])
    with pytest.raises(Conflict) as refused:
        workspace.save(CODE, YEAR, [Edit(at(each), None, percent(90)) for each in (MEETINGS, IN_TIME)])
    assert [clash.subject for clash in refused.value.clashes] == [at(MEETINGS), at(IN_TIME)]
    assert refused.value.facts["count"] == "2"


def test_windows_that_move_different_fields_do_not_disturb_each_other(
    workspace: Workspace, other: Workspace
) -> None:
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(90))])
    other.save(CODE, YEAR, [Edit(at(IN_TIME, "reason"), "", "资料不全")])
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(91))])
    assert reason(workspace) == "资料不全"


def test_a_value_taken_away_meanwhile_is_a_conflict_too(workspace: Workspace, other: Workspace) -> None:
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(90))])
    other.undo()
    with pytest.raises(Conflict) as refused:
        workspace.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(91))])
    assert refused.value.clashes[0].found is None


def test_texts_that_cannot_be_read_are_told_apart(workspace: Workspace, other: Workspace) -> None:
    other.save(CODE, YEAR, [Edit(at(IN_TIME), None, Actual(text="大部分完成"))])
    with pytest.raises(Conflict):
        workspace.save(CODE, YEAR, [Edit(at(IN_TIME), Actual(text="全部完成"), percent(91))])


def test_any_takes_the_place_of_whatever_is_there(workspace: Workspace, other: Workspace) -> None:
    other.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(97))])
    saved = workspace.save(CODE, YEAR, [Edit(at(IN_TIME), ANY, percent(90))])
    assert [(item.old, item.new) for item in saved.items] == [(percent(97), percent(90))]


def test_edits_of_one_field_in_one_save_follow_each_other(workspace: Workspace) -> None:
    spent = Subject(PROJECT, field="money.spent.total")
    figures = [None, *(Decimal(figure) for figure in (1, 2, 3))]
    edits = [Edit(spent, old, new) for old, new in pairwise(figures)]
    saved = workspace.save(CODE, YEAR, edits)
    assert [(item.old, item.new) for item in saved.items] == [(None, Decimal(3))]
