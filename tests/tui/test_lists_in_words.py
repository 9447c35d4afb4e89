"""Findings and changes in their lists: whatever they hold, no line is torn and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from evaltool import operations as ops
from evaltool.tui.change_words import Names, in_full, in_list
from evaltool.tui.finding_list import in_full as finding_in_full
from evaltool.tui.finding_list import ordered
from evaltool.wording.terms import TERMS
from scoring.catalogue import CATALOGUE
from scoring.findings import Finding, finding
from scoring.model import Department, Dossier, Indicator, Key, Project, Sense, Subject, Target
from scoring.record import apply
from scoring.rulebook import load

AT = datetime(2023, 1, 15, 9, 30, tzinfo=UTC)
TEXTS = st.text(st.sampled_from("甲乙（[/]red]\\x\n\t。→ a1"), max_size=30) | st.just("[red]x[/]")
OPERATIONS = (
    *("record", "import", "paste", "collect", "rulebook", "undo", "redo"),
    *("answer", "declare", "what_if", "hand_in", "return"),
)
KEY = Key("P", "", "产出指标", "数量指标", "次数")
BARE = Dossier(
    Department(
        "D",
        "某局",
        2022,
        projects=(Project("P", "项目", indicators=(Indicator(KEY, Target(Sense.AT_LEAST)),)),),
    ),
    load(),
)
NAMES = Names(lambda _department: None)


@st.composite
def changes(draw: st.DrawFn) -> ops.Change:
    fields = st.sampled_from(["reason", "action", "evidence"])
    subjects = st.builds(lambda name: Subject("P", KEY, name), fields) | st.just(Subject(field="answers:0"))
    here = st.tuples(TEXTS, st.integers(2000, 2030))
    item = st.builds(ops.Item, here, subjects, TEXTS, TEXTS, TEXTS, TEXTS)
    items = tuple(draw(st.lists(item, min_size=1, max_size=3)))
    number, later = draw(st.integers(1, 10**6)), draw(st.integers(0, 3))
    operation = draw(st.sampled_from(OPERATIONS))
    reverts = number - 1 if operation in ("undo", "redo") else None
    who, session, reason = draw(TEXTS), "0123abcd", draw(TEXTS)
    return ops.Change(
        number, AT, who, session, operation, reason, reverts, items, number + later, later % 2 == 1
    )


@given(changes(), st.integers(20, 160), st.booleans())
def test_a_change_keeps_to_its_room_and_says_all_of_what_moved(
    change: ops.Change,
    room: int,
    of_all: bool,
) -> None:
    said = str(in_list(change, NAMES, room, of_all=of_all))
    assert all(cell_len(line) <= room for line in said.split("\n"))
    assert f"{change.id}" in said
    assert "2023-01-15" in said
    assert "".join(change.reason.split()) in "".join(said.split())


@given(changes())
def test_the_page_of_a_change_says_every_field_and_offers_no_undo_of_what_does_not_stand(
    change: ops.Change,
) -> None:
    sections = in_full(change, NAMES)
    moved = "\n".join(line.text for line in sections[1].lines)  # type: ignore[union-attr]
    assert moved.count(" → ") >= len(change.items)
    offers = len(sections) == 3
    assert offers == (change.operation not in ("undo", "hand_in", "return") and not change.is_turned_back)


def test_every_operation_has_its_words() -> None:
    assert [name for name in OPERATIONS if name not in TERMS] == []


SUBJECTS = st.sampled_from(
    [Subject(), Subject("P"), Subject("P", KEY, "actual"), Subject("gone"), Subject("P", field="plan")]
)
FINDINGS = st.lists(
    st.builds(
        lambda code, at, text: finding(code, at, text=text),
        st.sampled_from(sorted(CATALOGUE)),
        SUBJECTS,
        TEXTS,
    ),
    max_size=8,
    unique_by=lambda one: one.fingerprint,
)


@given(FINDINGS, st.data(), st.booleans())
def test_answered_findings_stand_below_the_open_ones_and_none_is_lost(
    found: list[Finding],
    data: st.DataObject,
    by_place: bool,
) -> None:
    answered = [one for one in found if data.draw(st.booleans())]
    dossier = apply(BARE, [ops.answer_entry(one, "属实") for one in answered])
    listed = ordered(dossier, found, by_place=by_place)
    assert sorted(one.fingerprint for one in listed) == sorted(one.fingerprint for one in found)
    is_answered = [ops.answer_of(dossier, one) != "" for one in listed]
    assert is_answered == sorted(is_answered)
    assert sum(is_answered) == len(answered)


@given(FINDINGS, TEXTS.filter(str.strip), TEXTS, st.integers(26, 160))
def test_a_finding_keeps_to_its_room_and_says_its_whole_answer(
    found: list[Finding], reason: str, who: str, room: int
) -> None:
    dossier = apply(BARE, [ops.answer_entry(one, reason) for one in found])
    for one in found:
        said = str(finding_in_full(dossier, one, {one.fingerprint: ops.By(who, AT)}, room))
        assert all(cell_len(line) <= room for line in said.split("\n"))
        assert "".join(reason.split()) in "".join(said.split())
        assert "2023-01-15" in said
