"""One person's work on a workspace, and what is composed without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evaltool import operations as ops
from evaltool.operations.fields import is_amount, read_field
from evaltool.operations.reporting import Out, write_all
from scoring.model import Dossier, Key, Reading, Sense, Subject, Target
from scoring.record import Entry

PROJECT = "13052922P00584010141N"


def clock() -> datetime:
    return datetime(2023, 1, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def desk(julu: Dossier, tmp_path: Path) -> Iterator[ops.Desk]:
    with ops.Desk.open(tmp_path / "kept.db", who="王", clock=clock) as opened:
        opened.adopt(Reading(julu.department)).result()
        yield opened


def test_what_is_recorded_is_in_the_dossier_and_undo_takes_it_out(desk: ops.Desk):
    subject = Subject(PROJECT, field="money.spent.total")
    saved = desk.record("131001", 2022, [Entry(subject, Decimal("138.6"), "138.6万元")], "record")
    assert [item.subject for item in saved.items] == [subject]
    assert desk.dossier("131001", 2022).outcomes.projects[PROJECT].money.spent.total == Decimal("138.6")
    desk.undo().result()
    assert PROJECT not in desk.dossier("131001", 2022).outcomes.projects
    desk.redo().result()
    assert desk.dossier("131001", 2022).outcomes.projects[PROJECT].money.spent.total == Decimal("138.6")


def test_a_workspace_and_a_table_alone_give_the_same_score(desk: ops.Desk, julu: Dossier):
    example = next(one for one in ops.examples() if "巨鹿" in one.document.name)
    stateless, _ = ops.dossier_of(example.document, example.actuals, who="王")
    table = ops.read_actuals(example.actuals, julu, "王")
    desk.record("131001", 2022, table.entries, "record")
    kept = desk.dossier("131001", 2022)
    assert kept == stateless
    assert ops.score(kept) == ops.score(stateless)


def test_the_only_department_needs_no_name(desk: ops.Desk):
    assert desk.choose().code == desk.choose("131001").code == desk.choose(year=2022).code == "131001"
    with pytest.raises(ops.Refused) as refusal:
        desk.choose("131002")
    assert refusal.value.code == "choose.unknown"
    assert "131001" in refusal.value.facts["known"]


def test_an_empty_workspace_has_nobody_to_choose(tmp_path: Path):
    with (
        ops.Desk.open(tmp_path / "empty.db", who="", clock=clock) as desk,
        pytest.raises(ops.Refused) as refusal,
    ):
        desk.choose()
    assert refusal.value.code == "choose.none"


def test_the_rulebook_named_at_opening_goes_before_the_one_that_is_kept(julu: Dossier, tmp_path: Path):
    ours = replace(julu.rulebook, id="ours")
    with ops.Desk.open(tmp_path / "kept.db", who="", clock=clock, rulebook=ours) as desk:
        desk.adopt(Reading(julu.department)).result()
        assert desk.dossier("131001", 2022).rulebook.id == "ours"


def test_a_rulebook_chosen_for_a_department_is_the_one_it_is_scored_by(desk: ops.Desk, tmp_path: Path):
    chosen = tmp_path / "ours.toml"
    chosen.write_text('id = "ours"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n', "utf-8")
    assert desk.dossier("131001", 2022).rulebook.id == "national-2020"
    desk.record("131001", 2022, [Entry(Subject(field="rulebook"), str(chosen))], "record")
    assert desk.dossier("131001", 2022).rulebook.id == "ours"


def test_importing_again_keeps_what_is_recorded_and_names_what_lost_its_place(desk: ops.Desk, julu: Dossier):
    key = julu.department.projects[0].indicators[0].key
    desk.record("131001", 2022, [Entry(Subject(PROJECT, key, "reason"), "会期调整")], "record")
    assert desk.adopt(Reading(julu.department)).result().change_id is None
    project = julu.department.projects[0]
    without = replace(julu.department, projects=(replace(project, indicators=project.indicators[1:]),))
    assert desk.effect(Reading(without)).difference.removed == (Subject(PROJECT, key),)
    done = desk.adopt(Reading(without)).result()
    assert [entry.subject for entry in done.orphans] == [Subject(PROJECT, key, "reason")]
    assert desk.dossier("131001", 2022).outcomes.indicators[key].reason == "会期调整"


def test_scorecards_go_into_a_folder_made_for_them(desk: ops.Desk, tmp_path: Path):
    def write(folder: Path) -> Out:
        day = date(2023, 1, 15)
        return write_all(desk, desk.departments(), folder, day, lambda _: None, lambda: False)

    (path,) = write(tmp_path / "a/b").paths
    assert path.parent == tmp_path / "a/b"
    assert path.read_bytes().startswith(b"PK")
    ((_one, refusal),) = write(path).failed
    assert isinstance(refusal, ops.Refused)
    assert refusal.facts == {"path": str(path), "why": "EEXIST"}


def test_a_document_of_no_year_takes_the_one_that_is_named_and_no_other(tmp_path: Path):
    example = next(one for one in ops.examples() if "巨鹿" in one.document.name)
    assert ops.read(example.document, 2022).department.year == 2022
    with pytest.raises(ops.Refused) as refusal:
        ops.read(example.document, 2021)
    assert refusal.value.facts["year"] == "2022"
    undated = tmp_path / "undated.txt"
    undated.write_text(example.document.read_text("utf-8").replace("2022", "今"), "utf-8")
    assert ops.read(undated).department.year is None
    assert ops.read(undated, 2021).department.year == 2021


def test_examples_come_along_each_with_its_table():
    found = ops.examples()
    assert [example.document.stem for example in found] == ["巨鹿县政协-2022", "北戴河区政协-2020"]
    assert all(example.actuals.is_file() for example in found)


def test_check_says_each_doubt_once(julu: Dossier):
    found = ops.check(julu)
    assert len({odd.fingerprint for odd in found}) == len(found)
    assert "outcome.missing" in {odd.code for odd in found}
    assert ops.check(julu, found) == found


def test_texts_are_read_as_their_field_needs(julu: Dossier):
    key = julu.department.projects[0].indicators[0].key
    for field, text, expected in (
        ("reason", " 会期调整 ", "会期调整"),
        ("share", "９０％", Decimal(90)),
        ("share", "", None),
    ):
        entry, odd = ops.read_entry(julu, Subject(PROJECT, key, field), text)
        assert entry is not None
        assert (entry.value, odd) == (expected, ())
    for field in ("share", "actual"):
        entry, odd = ops.read_entry(julu, Subject(PROJECT, key, field), "很多")
        assert entry is None
        assert odd
    entry, _ = ops.read_entry(julu, Subject(PROJECT, field="money.spent.total"), "１３８．６")
    assert entry is not None
    assert entry.value == Decimal("138.6")


def test_a_reading_that_is_in_doubt_can_be_kept_and_one_in_error_cannot():
    subject = Subject("P", Key("P", "", "产出指标", "数量指标", "次数"), "actual")
    entry, odd = read_field(subject, "-3", Target(Sense.AT_LEAST, unit="次"))
    assert entry is not None
    assert [one.code for one in odd] == ["actual.negative"]
    entry, odd = read_field(Subject("P", field="money.spent.total"), "-3")
    assert entry is None
    assert [one.code for one in odd] == ["amount.negative"]


@pytest.mark.parametrize(
    ("field", "money"),
    [("money.spent.total", True), ("checkpoint.3", True), ("basic_budget", True), ("achieved", False)],
)
def test_fields_of_money_are_known(field, money):
    assert is_amount(Subject("P", field=field)) is money
