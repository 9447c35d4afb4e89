"""What a rulebook can be named by: its file, the id of one that comes along, one that a workspace keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaltool import operations as ops
from evaltool import wording
from scoring.model import Dossier, Reading
from scoring.rulebook import Rulebook, RulebookError, load, shipped
from scoring.rulebook.problems import nearest

CODE, YEAR = "131001", 2022


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


def opened(path: Path) -> ops.Desk:
    return ops.Desk.open(path, who="王", clock=lambda: datetime(2023, 1, 15, 9, tzinfo=UTC))


@pytest.fixture
def desk(julu: Dossier, db: Path) -> Iterator[ops.Desk]:
    with opened(db) as desk:
        desk.adopt(Reading(julu.department)).result()
        yield desk


def county(folder: Path, limit: int = 150) -> Rulebook:
    """A county's own rulebook, its file gone again."""
    path = folder / "ours.toml"
    path.write_text(
        'id = "county"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'
        f"[over.note_from]\nvalue = {limit}\n",
        "utf-8",
    )
    rulebook = ops.rulebook_named(str(path))
    path.unlink()
    return rulebook


def no_workspace() -> None:
    """A look where nothing is kept."""


def must_not_look() -> None:
    raise AssertionError("the workspace was opened")


@pytest.mark.parametrize("name", ["", *shipped()])
def test_what_comes_along_is_found_without_the_workspace(name: str):
    assert ops.rulebook_meant(name, must_not_look) is load(name or "national-2020")


def test_a_file_goes_before_everything_and_needs_no_workspace(tmp_path: Path):
    with pytest.raises(RulebookError) as refused:
        ops.rulebook_meant(str(tmp_path / "gone.toml"), must_not_look)
    assert refused.value.problems[0].code == "rulebook.unreadable"


def test_a_kept_rulebook_is_named_by_id_by_hash_and_by_both(desk: ops.Desk, db: Path, tmp_path: Path):
    ours = county(tmp_path)
    desk.use_rulebook(CODE, YEAR, ours).result()
    desk.use_rulebook(CODE, YEAR, load("core-2021")).result()
    for name in ("county", ours.hash, f"county@{ours.hash}"):
        assert ops.rulebook_meant(name, lambda: opened(db)) == ours


def test_an_id_with_several_contents_is_refused_with_the_names_that_are_clear(
    desk: ops.Desk, db: Path, tmp_path: Path
):
    both = [county(tmp_path, limit) for limit in (150, 160)]
    for rulebook in both:
        desk.use_rulebook(CODE, YEAR, rulebook).result()
    with pytest.raises(ops.Refused) as refused:
        ops.rulebook_meant("county", lambda: opened(db))
    said = wording.fault(refused.value)
    assert all(f"county@{rulebook.hash}" in said for rulebook in both)
    assert "2 种内容" in said
    for rulebook in both:
        assert ops.rulebook_meant(f"county@{rulebook.hash}", lambda: opened(db)) == rulebook


def test_the_id_of_one_that_comes_along_means_that_one_and_the_hash_the_kept_one(desk: ops.Desk, db: Path):
    other = replace(load("core-2021"), version="0", hash="as it was")
    desk.use_rulebook(CODE, YEAR, other).result()
    assert ops.rulebook_meant("core-2021", lambda: opened(db)) is load("core-2021")
    assert ops.rulebook_meant(f"core-2021@{other.hash}", lambda: opened(db)) == other


def test_a_name_that_nobody_has_is_answered_with_the_nearest_kept_ones_among_them(
    desk: ops.Desk, db: Path, tmp_path: Path
):
    desk.use_rulebook(CODE, YEAR, county(tmp_path)).result()
    for look, meant in ((lambda: opened(db), "county"), (no_workspace, nearest("conty", shipped()))):
        with pytest.raises(RulebookError) as refused:
            ops.rulebook_meant("conty", look)
        (problem,) = refused.value.problems
        assert (problem.code, problem.facts["nearest"]) == ("rulebook.unknown", meant)


def test_the_list_has_what_comes_along_then_what_is_kept_and_says_whom_each_scores(
    desk: ops.Desk, db: Path, julu: Dossier, tmp_path: Path
):
    ours = county(tmp_path)
    desk.use_rulebook(CODE, YEAR, ours).result()
    desk.adopt(Reading(replace(julu.department, year=2023))).result()
    known = ops.known_rulebooks(lambda: opened(db))
    assert [one.id for one in known] == [*shipped(), "county"]
    assert {one.id: one.in_force for one in known if one.in_force} == {
        "national-2020": ((CODE, 2023),),
        "county": ((CODE, YEAR),),
    }
    assert [one.kept for one in known] == [False] * len(shipped()) + [True]
    assert (known[-1].hash, known[-1].parent) == (ours.hash, "national-2020")
    assert [one.id for one in ops.known_rulebooks(no_workspace)] == list(shipped())


def test_the_one_in_force_is_meant_where_there_is_one_department(
    desk: ops.Desk, db: Path, julu: Dossier, tmp_path: Path
):
    ours = county(tmp_path)
    assert ops.rulebook_in_force(no_workspace) == load()
    desk.use_rulebook(CODE, YEAR, ours).result()
    assert ops.rulebook_in_force(lambda: opened(db)) == ours
    desk.adopt(Reading(replace(julu.department, year=2023))).result()
    assert ops.rulebook_in_force(lambda: opened(db)) == load()


def test_other_contents_of_one_id_and_version_are_told(desk: ops.Desk, tmp_path: Path):
    first, second = (county(tmp_path, limit) for limit in (150, 160))
    desk.use_rulebook(CODE, YEAR, first).result()
    assert desk.other_contents(first) == ()
    assert [one.hash for one in desk.other_contents(second)] == [first.hash]
