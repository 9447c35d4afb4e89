"""A rulebook that the workspace keeps is named, listed, shown and chosen again without its file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.rulebook import shipped


def write(folder: Path, limit: int = 150, parent: str = "national-2020") -> Path:
    path = folder / "county.toml"
    path.write_text(
        'id = "county"\nversion = "2"\ntitle = "某县"\n'
        f'extends = "{parent}"\n'
        f"[over.note_from]\nvalue = {limit}\n",
        "utf-8",
    )
    return path


@pytest.fixture
def kept(run, julu, julu_actuals, folder: Path) -> Iterator[str]:
    """A county's rulebook put in force, its file removed, and another one put in force; its hash."""
    run("import", julu)
    run("record", julu_actuals)
    ours = write(folder)
    digest = run("rules", "use", ours, "--json").json["after"]["rulebook_hash"]
    ours.unlink()
    run("rules", "use", "core-2021")
    yield digest
    assert sorted(path.name for path in folder.iterdir()) == ["evaltool.db"]


def test_every_command_knows_it_by_id_by_hash_and_by_both(run, kept: str, julu, julu_actuals):
    for name in ("county", kept, f"county@{kept}"):
        assert run("rules", "show", name, "--json").json["rulebook_hash"] == kept
        assert run("rules", "compare", name, "national-2020", "--json").json["a"]["rulebook_hash"] == kept
        assert run("rules", "check", name, "--json").json["rulebook_hash"] == kept
        assert run("score", "--rulebook", name, "--json").json["rulebook_hash"] == kept
        assert run("score", "--against", name, "--json").json["against"]["rulebook_hash"] == kept
        assert run("compare", "--rulebook", name, "--json").json["rulebook_hash"] == kept
        alone = run("score", julu, "--actuals", julu_actuals, "--rulebook", name, "--json")
        assert alone.json["rulebook_hash"] == kept
        assert run("check", "--list", "--rulebook", name).code == 0
        assert run("rules", "use", name, "--json").json["after"]["rulebook_hash"] == kept


def test_recheck_knows_it_too(run, kept: str, tmp_path: Path):
    table = tmp_path / "scored.csv"
    table.write_text("indicator,target,actual,weight,score\n培训次数,≥4次,4次,10,10\n", "utf-8")
    assert run("recheck", table, "--rulebook", "county", "--json").json["rulebook_hash"] == kept


def test_the_list_marks_what_is_the_workspaces_and_what_is_in_force(run, kept: str):
    listed = run("rules", "list", "--json").json
    assert [one["rulebook"] for one in listed] == [*shipped(), "county"]
    assert [one["rulebook"] for one in listed if one["kept"]] == ["county"]
    assert {one["rulebook"]: one["in_force"] for one in listed if one["in_force"]} == {
        "core-2021": ["131001"]
    }
    lines = run("rules", "list").out.splitlines()
    (ours,) = (line for line in lines if line.startswith("county "))
    assert kept in ours
    assert ours.endswith("工作区")
    (in_force,) = (line for line in lines if "131001（2022）" in line)
    assert in_force.startswith("core-2021 ")


def test_show_without_a_name_shows_the_one_in_force(run, kept: str, beidaihe):
    assert run("rules", "show", "--json").json["rulebook"] == "core-2021"
    run("rules", "use", "county")
    assert run("rules", "show", "--json").json["rulebook_hash"] == kept
    run("import", beidaihe)
    assert run("rules", "show", "--json").json["rulebook"] == "national-2020"


def test_one_id_with_two_contents_is_said_when_it_comes_and_has_to_be_told_apart(
    run, kept: str, folder: Path
):
    ours = write(folder, 160, "core-2021")
    said = run("rules", "use", ours)
    assert said.code == 0
    assert "编号版本相同、内容不同" in said.out
    assert kept in said.out.splitlines()[-1]
    assert "内容不同" not in run("rules", "use", ours).out
    again = run("rules", "use", kept, "--json").json
    (other,) = again["same_version"]
    ours.unlink()
    for line in (("rules", "show", "county"), ("score", "--rulebook", "county"), ("rules", "use", "county")):
        said = run(*line)
        assert (said.code, said.out) == (2, "")
        assert f"county@{kept}" in said.err
        assert f"county@{other}" in said.err
        assert len(said.err.splitlines()) == 1
    assert run("rules", "show", f"county@{other}", "--json").json["rulebook_hash"] == other
    compared = run("rules", "compare", kept, other).out
    assert (f"  county@{kept}  150" in compared, f"  county@{other}  160" in compared) == (True, True)
    beside = run("score", "--rulebook", kept, "--against", other).out
    assert (f"county@{kept}" in beside, f"county@{other}" in beside) == (True, True)


def test_a_file_and_one_that_comes_along_go_before_what_is_kept(run, kept: str, folder: Path):
    ours = write(folder, 170)
    for name in ("county.toml", "./county.toml"):
        assert run("rules", "show", name, "--json").json["rulebook_hash"] != kept
    ours.unlink()
    assert run("rules", "show", "county.toml").code == 2


def test_a_file_cannot_extend_what_only_the_workspace_has_and_that_is_said(run, kept: str, folder: Path):
    for name in ("county", kept):
        said = run("rules", "new", "ours", "--extends", name)
        assert (said.code, said.out) == (2, "")
        assert f"“{name}”只保存在工作区中" in said.err
    assert "最接近的是“county”" in run("rules", "new", "ours", "--extends", "conty").err
    assert not (folder / "ours.toml").exists()


def test_the_workspace_is_the_one_of_db(run, kept: str, folder: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere.db"
    (folder / "evaltool.db").rename(elsewhere)
    assert run("rules", "show", "county").code == 2
    for db in (str(elsewhere), f"sqlite:///{elsewhere}"):
        assert run("--db", db, "rules", "show", "county", "--json").json["rulebook_hash"] == kept
    elsewhere.rename(folder / "evaltool.db")


READS = [["rules", "list"], ["rules", "show"], ["rules", "show", "core-2021"], ["rules", "show", "county"]]


@pytest.mark.parametrize("line", READS, ids=" ".join)
@pytest.mark.parametrize("db", ["none.db", "sqlite:///none.db", "empty.db", ".", "no/such/folder.db", "a\0b"])
def test_a_read_makes_no_workspace(run, folder: Path, line: list[str], db: str):
    (folder / "empty.db").touch()
    said = run("--db", db, *line)
    assert said.code == (2 if "county" in line else 0)
    assert [(path.name, path.stat().st_size) for path in folder.iterdir()] == [("empty.db", 0)]


def test_a_file_that_is_no_workspace_is_said_and_hides_nothing_that_comes_along(run, folder: Path):
    (folder / "evaltool.db").write_text("not a database, and long enough to look like one" * 20, "utf-8")
    said = run("rules", "list")
    assert (said.code, said.out) == (2, "")
    assert "不是工作区" in said.err
    assert run("rules", "show", "core-2021").code == 0


def test_one_that_this_version_cannot_read_is_still_listed(run, kept: str, folder: Path):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(folder / "evaltool.db")) as connection, connection:
        connection.execute("UPDATE rulebook SET content = 'garbage [' WHERE id = 'county'")
    assert kept in run("rules", "list").out
    assert json.loads(run("rules", "list", "--json").out)[-1]["rulebook_hash"] == kept
    assert run("rules", "show", "county").code == 2
