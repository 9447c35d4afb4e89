"""Before handing in, what is handed in, and what two versions differ in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from evaltool import operations as ops
from evaltool.operations import kept_scores, versions
from evaltool.operations.handing_in import Checked
from evaltool.operations.reporting import Step, write_all
from evaltool.reports import sheet_count
from scoring.evaluate import evaluate
from scoring.model import Actual, Dossier, Subject
from scoring.record import Entry

CODE, YEAR = "131001", 2022
DAY = date(2023, 1, 15)


def record(desk: ops.Desk, *entries: Entry) -> None:
    desk.record(CODE, YEAR, entries, "record")


def actual(dossier: Dossier, index: int, figure: str) -> Entry:
    key = dossier.department.projects[0].indicators[index].key
    return Entry(Subject(key.project, key, "actual"), Actual(Decimal(figure), text=figure), figure)


def looked(desk: ops.Desk) -> Checked:
    return desk.sealing.look(CODE, YEAR)


def codes(checked: Checked) -> Sequence[str]:
    return [one.place for one in checked.places]


def test_each_place_says_what_is_missing_and_what_is_doubtful(desk: ops.Desk, julu: Dossier) -> None:
    before = looked(desk)
    assert codes(before) == ["", *(project.code for project in julu.department.projects)]
    first = before.places[1]
    assert (first.recorded, len(first.missing)) == (0, len(julu.department.projects[0].indicators))
    record(desk, actual(julu, 0, "4"))
    after = looked(desk).places[1]
    assert (after.recorded, after.version) == (1, 0)
    assert julu.department.projects[0].indicators[0] not in after.missing
    assert all(one.subject.project == first.place for one in first.findings)
    assert {one.code for place in before.places for one in place.findings} == {
        one.code for one in desk.check(desk.dossier(CODE, YEAR))
    }


def test_doubts_do_not_forbid_handing_in_and_a_version_keeps_the_scores(
    desk: ops.Desk, julu: Dossier
) -> None:
    record(desk, actual(julu, 0, "4"))
    checked = looked(desk)
    place = checked.places[1].place
    done = desk.sealing.hand_in(checked, [place]).result()
    assert done.number == 1
    assert desk.handed_in(CODE, YEAR) == {place: 1}
    (version,) = desk.sealing.versions(CODE, YEAR)
    kept = kept_scores.points_in(version.scores)
    assert kept == kept_scores.points_of(evaluate(desk.dossier(CODE, YEAR)))
    assert kept[Subject(place, field="total")].low
    assert looked(desk).places[1].version == 1
    with pytest.raises(ops.WorkspaceError) as refused:
        record(desk, actual(julu, 1, "90"))
    assert refused.value.code == "workspace.handed_in"


def test_what_was_recorded_after_the_look_is_not_handed_in_unseen(desk: ops.Desk, julu: Dossier) -> None:
    checked = looked(desk)
    record(desk, actual(julu, 0, "4"))
    with pytest.raises(ops.WorkspaceError) as refused:
        desk.sealing.hand_in(checked, [checked.places[1].place]).result()
    assert refused.value.code == "workspace.changed_since_check"


def test_a_version_and_the_present_are_compared_line_by_line(desk: ops.Desk, julu: Dossier) -> None:
    first = actual(julu, 0, "2")
    record(desk, first)
    place = julu.department.projects[0].code
    desk.sealing.hand_in(looked(desk), [place]).result()
    version = versions.of_version(desk.sealing.versions(CODE, YEAR)[0])
    same = versions.compare(version, desk.sealing.now(CODE, YEAR))
    assert same.is_same
    desk.sealing.take_back(CODE, YEAR, [place], "[red]更正[/]").result()
    assert desk.handed_in(CODE, YEAR) == {}
    corrected = actual(julu, 0, "4")
    record(desk, corrected)
    moved = versions.compare(version, desk.sealing.now(CODE, YEAR))
    assert [(one.subject, one.old, one.new) for one in moved.recorded] == [
        (first.subject, first.value, corrected.value)
    ]
    assert [(one.subject.field, one.subject.project) for one in moved.scores][-1] == ("score", place)
    assert moved.declared.same
    assert not moved.rulebook_differs
    back = versions.compare(desk.sealing.now(CODE, YEAR), version)
    assert [(one.old, one.new) for one in back.scores] == [(one.new, one.old) for one in moved.scores]


def test_another_rulebook_is_a_difference(desk: ops.Desk) -> None:
    version_one = looked(desk)
    desk.sealing.hand_in(version_one, [version_one.places[1].place]).result()
    desk.sealing.take_back(CODE, YEAR, [version_one.places[1].place], "换规则").result()
    desk.use_rulebook(CODE, YEAR, ops.rulebook_named("core-2021")).result()
    before = versions.of_version(desk.sealing.versions(CODE, YEAR)[0])
    found = versions.compare(before, desk.sealing.now(CODE, YEAR))
    assert found.rulebook_differs
    assert (found.before.rulebook.id, found.after.rulebook.id) == ("national-2020", "core-2021")


def test_scorecards_are_written_one_by_one_and_every_sheet_is_told(desk: ops.Desk, tmp_path: Path) -> None:
    told: list[Step] = []
    out = write_all(desk, desk.departments(), tmp_path, DAY, told.append, lambda: False)
    assert [path.parent for path in out.paths] == [tmp_path]
    assert out.paths[0].is_file()
    assert [step.done for step in told] == list(range(told[-1].total + 1))
    assert told[-1].total == sheet_count(len(desk.departments()[0].projects))


SHEETS = sheet_count(1)


@pytest.mark.parametrize(("sheets", "whole"), [(0, 0), (1, 0), (SHEETS + 1, 1)])
def test_a_stopped_run_leaves_no_half_file_and_says_what_is_left(
    desk: ops.Desk, tmp_path: Path, sheets: int, whole: int
) -> None:
    one = desk.departments()[0]
    assert len(one.projects) == 1
    told: list[Step] = []
    out = write_all(desk, [one, one], tmp_path / "出", DAY, told.append, lambda: len(told) >= sheets)
    assert (len(out.paths), len(out.left)) == (whole, 2 - whole)
    assert len(list((tmp_path / "出").iterdir())) == whole


def test_a_department_that_cannot_be_written_does_not_stop_the_others(desk: ops.Desk, tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("no folder")
    out = write_all(desk, desk.departments(), folder, DAY, lambda _: None, lambda: False)
    assert (out.paths, out.left) == ((), ())
    assert [one.code for one, _ in out.failed] == [CODE]
