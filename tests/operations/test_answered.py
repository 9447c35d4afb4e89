"""A finding that was answered with a reason stays answered: through the workspace, an import and an undo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool import operations as ops
from scoring.findings import Finding, finding
from scoring.model import Department, Dossier, Project, Reading, Subject
from scoring.record import apply, value_of
from scoring.rulebook import load

CODE, YEAR = "131001", 2022
REASONS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() != "")


def answer(desk: ops.Desk, odd: Finding, reason: str) -> ops.Saved:
    return desk.record(CODE, YEAR, [ops.answer_entry(odd, reason)], "answer")


def found(desk: ops.Desk) -> tuple[Dossier, tuple[Finding, ...]]:
    dossier = desk.dossier(CODE, YEAR)
    return dossier, ops.check(dossier, desk.document_findings(CODE, YEAR))


def test_an_answered_finding_is_open_no_more_and_is_still_found(desk: ops.Desk) -> None:
    dossier, before = found(desk)
    odd = before[0]
    assert ops.open_findings(dossier, before) == before
    answer(desk, odd, "已核对原件")
    dossier, after = found(desk)
    assert after == before
    assert ops.answer_of(dossier, odd) == "已核对原件"
    assert ops.open_findings(dossier, after) == before[1:]
    assert ops.answered_findings(dossier, after) == (odd,)


def test_an_answer_survives_importing_the_document_again(desk: ops.Desk) -> None:
    dossier, before = found(desk)
    answer(desk, before[0], "已核对原件")
    moved = Reading(dossier.department, findings=(finding("text.blank", Subject(), text=""),))
    desk.adopt(moved).result()
    dossier, after = found(desk)
    assert ops.answer_of(dossier, next(one for one in after if one == before[0])) == "已核对原件"


def test_an_answer_is_undone_and_done_again_like_any_other_value(desk: ops.Desk) -> None:
    _dossier, before = found(desk)
    answer(desk, before[0], "已核对原件")
    undone = desk.undo().result()
    assert undone.operation == "answer"
    dossier, _found = found(desk)
    assert ops.answer_of(dossier, before[0]) == ""
    desk.redo().result()
    dossier, _found = found(desk)
    assert ops.answer_of(dossier, before[0]) == "已核对原件"


def test_an_answer_that_another_window_gave_meanwhile_is_not_overwritten(desk: ops.Desk) -> None:
    _dossier, before = found(desk)
    answer(desk, before[0], "一窗的答复")
    entry = ops.answer_entry(before[0], "另一窗的答复")
    with pytest.raises(ops.Conflict):
        desk.submit(CODE, YEAR, [ops.Edit(entry.subject, None, entry.value, entry.typed)]).result()


def test_the_journal_keeps_what_the_finding_said(desk: ops.Desk) -> None:
    _dossier, before = found(desk)
    saved = answer(desk, before[0], "已核对原件")
    (item,) = saved.items
    assert (item.old, item.new) == ("", "已核对原件")
    assert item.new_typed == ops.answer_entry(before[0], "x").typed != ""
    (taken_back,) = answer(desk, before[0], " ").items
    assert (taken_back.old, taken_back.new) == ("已核对原件", "")
    assert taken_back.old_typed == item.new_typed


@given(REASONS)
def test_answering_and_taking_back_leaves_a_dossier_as_it_was(reason: str) -> None:
    bare = Dossier(Department("D", "某局", 2022, projects=(Project("P", "项目"),)), load())
    odd = finding("text.blank", Subject("P", field="budget"), text="")
    entry = ops.answer_entry(odd, reason)
    answered = apply(bare, [entry])
    assert value_of(answered, entry.subject) == ops.answer_of(answered, odd) == reason.strip()
    assert apply(answered, [ops.answer_entry(odd, "")]) == bare
