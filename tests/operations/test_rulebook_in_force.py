"""A score keeps the rulebook it was made by, whatever becomes of the file or of evaltool."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from unittest.mock import Mock

import pytest

from evaltool import operations as ops
from evaltool.operations import kept_rulebooks
from scoring.findings import finding
from scoring.model import Dossier, Reading, Subject
from scoring.record import Entry
from scoring.rulebook import Rulebook, RulebookError, load, shipped, write

CODE, YEAR = "131001", 2022


def opened(path: Path) -> ops.Desk:
    return ops.Desk.open(path, who="王", clock=lambda: datetime(2023, 1, 15, 9, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


@pytest.fixture
def desk(julu: Dossier, path: Path) -> Iterator[ops.Desk]:
    """巨鹿 with its example actuals."""
    example = next(one for one in ops.examples() if "巨鹿" in one.document.name)
    with opened(path) as desk:
        desk.adopt(Reading(julu.department)).result()
        desk.record(CODE, YEAR, ops.read_actuals(example.actuals, julu, "王").entries, "record")
        yield desk


def county(path: Path, reverse: str) -> Rulebook:
    """A county's own rulebook in a file; `reverse` is how it scores what should be low."""
    path.write_text(
        'id = "county"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'
        f'[quantitative.reverse]\nvalue = "{reverse}"\n[over.note_from]\nvalue = 150\n',
        "utf-8",
    )
    return ops.rulebook_named(str(path))


def test_a_file_edited_after_it_was_put_in_force_changes_no_score(desk: ops.Desk, tmp_path: Path, path: Path):
    ours = tmp_path / "county.toml"
    rulebook = county(ours, "ratio")
    desk.use_rulebook(CODE, YEAR, rulebook).result()
    before = desk.dossier(CODE, YEAR)
    assert (before.rulebook, before.rulebook.hash) == (rulebook, rulebook.hash)
    assert before.rulebook.over.note_from.value == 150
    origins = {clause.origin for clause in before.rulebook.clauses()}
    assert origins == {"county", "national-2020"}
    assert county(ours, "linear").hash != rulebook.hash
    with opened(path) as again:
        assert ops.score(again.dossier(CODE, YEAR)) == ops.score(before)
    ours.unlink()
    with opened(path) as again:
        assert ops.score(again.dossier(CODE, YEAR)) == ops.score(before)


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_rulebook_is_kept_and_read_again_as_it_is(desk: ops.Desk, name: str):
    desk.use_rulebook(CODE, YEAR, load(name)).result()
    assert desk.dossier(CODE, YEAR).rulebook is load(name)
    content = replace(kept_rulebooks.kept(load(name)), id="no longer shipped")
    assert kept_rulebooks.rulebook_of(content) == load(name)


def test_a_later_evaltool_with_another_text_of_a_shipped_rulebook_changes_no_score(
    desk: ops.Desk, path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = ops.score(desk.dossier(CODE, YEAR))
    others = load("integrated-system")
    otherwise = replace(load(), hash="another text", quantitative=others.quantitative, over=others.over)
    kept_rulebooks.rulebook_of.cache_clear()
    monkeypatch.setattr(kept_rulebooks, "load", lambda _name="": otherwise)
    with opened(path) as later:
        assert later.dossier(CODE, YEAR).rulebook.hash == load().hash
        assert ops.score(later.dossier(CODE, YEAR)) == before


def test_the_hash_that_was_kept_counts_where_a_later_evaltool_would_give_another(
    desk: ops.Desk, path: Path, tmp_path: Path
):
    desk.use_rulebook(CODE, YEAR, county(tmp_path / "county.toml", "ratio")).result()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE rulebook SET hash = 'as it was' WHERE id = 'county'")
        connection.execute("UPDATE record SET value = 'as it was' WHERE field = 'rulebook'")
    assert desk.dossier(CODE, YEAR).rulebook.hash == "as it was"


def test_a_text_kept_before_a_clause_was_known_takes_the_usual_one(desk: ops.Desk, path: Path):
    whole = write(replace(load(), id="county"))
    earlier = whole.replace(whole[whole.index("[over.note_from]") : whole.index("[over.reason_from]")], "")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE rulebook SET id = 'county', hash = 'h', content = ?", [earlier])
        connection.execute("UPDATE record SET value = 'h' WHERE field = 'rulebook'")
    rulebook = desk.dossier(CODE, YEAR).rulebook
    assert (rulebook.id, rulebook.over.note_from) == ("county", load().over.note_from)


def test_a_kept_text_that_cannot_be_read_is_said_and_another_can_be_put_in_force(desk: ops.Desk, path: Path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE rulebook SET id = 'county', content = 'garbage ['")
    with pytest.raises(RulebookError):
        desk.dossier(CODE, YEAR)
    desk.use_rulebook(CODE, YEAR, load("core-2021")).result()
    assert desk.dossier(CODE, YEAR).rulebook.id == "core-2021"


def test_a_new_department_keeps_the_default_rulebook_and_one_import_is_one_undo(
    julu: Dossier, tmp_path: Path
):
    with opened(tmp_path / "new.db") as desk:
        done = desk.adopt(Reading(julu.department)).result()
        assert done.change_id == 1
        assert desk.rulebook(CODE, YEAR) == load()
        desk.undo().result()
        assert desk.departments() == ()


def test_rulebooks_are_undone_and_done_again(desk: ops.Desk, tmp_path: Path):
    desk.use_rulebook(CODE, YEAR, county(tmp_path / "county.toml", "linear")).result()
    desk.use_rulebook(CODE, YEAR, load("core-2021")).result()
    desk.undo().result()
    assert desk.rulebook(CODE, YEAR).id == "county"
    desk.undo().result()
    assert desk.rulebook(CODE, YEAR) == load()
    desk.redo().result()
    assert desk.rulebook(CODE, YEAR).id == "county"


def test_an_id_recorded_before_contents_were_kept_names_the_shipped_one(desk: ops.Desk):
    desk.record(CODE, YEAR, [Entry(Subject(field="rulebook"), "core-2021")], "record")
    assert desk.dossier(CODE, YEAR).rulebook is load("core-2021")


def test_a_kept_text_is_read_once_for_all_its_departments(
    desk: ops.Desk, julu: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    rulebook = county(tmp_path / "county.toml", "linear")
    desk.adopt(Reading(replace(julu.department, year=2023))).result()
    kept_rulebooks.rulebook_of.cache_clear()
    parse = Mock(wraps=kept_rulebooks.parse)  # type: ignore[attr-defined]
    monkeypatch.setattr(kept_rulebooks, "parse", parse)
    desk.dossier(CODE, YEAR)
    parse.assert_not_called()
    for year in (YEAR, 2023):
        desk.use_rulebook(CODE, year, rulebook).result()
        desk.dossier(CODE, year)
    parse.assert_called_once()


def test_what_was_odd_about_the_document_is_kept_for_the_check(desk: ops.Desk, julu: Dossier):
    odd = finding("text.repaired", Subject("P"), text="≥9595%", read="95%")
    changed = replace(julu.department, objective="另一个目标")
    desk.adopt(Reading(changed, findings=(odd,))).result()
    assert desk.document_findings(CODE, YEAR) == (odd,)
    assert odd in ops.check(desk.dossier(CODE, YEAR), desk.document_findings(CODE, YEAR))


def test_new_fields_of_the_record_come_back_in_the_dossier(desk: ops.Desk, julu: Dossier):
    title = julu.department.objectives[0].title
    entries = [Entry(Subject(field=f"objective_weights:{title}"), Decimal("2.50"))]
    desk.record(CODE, YEAR, entries, "record")
    assert str(desk.dossier(CODE, YEAR).outcomes.department.objective_weights[title]) == "2.50"
