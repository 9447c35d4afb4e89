"""Whatever is handed in, the answer is one clear sentence and the right exit code, and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest


def empty(path: Path) -> None:
    path.write_bytes(b"")


def blank(path: Path) -> None:
    path.write_bytes(b" \n\t\n")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def a_folder(path: Path) -> None:
    path.mkdir()


def missing(path: Path) -> None:
    assert not path.exists()


def two_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: takes no room


def something_else(path: Path) -> None:
    path.write_text("今天天气很好。\n", "utf-8")


MAKERS: tuple[Callable[[Path], None], ...] = (
    empty, blank, binary, a_folder, missing, two_hundred_megabytes, something_else,
)  # fmt: skip


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_file_that_is_no_document_is_refused_by_every_command_that_reads_one(run, folder: Path, make):
    make(folder / "x.txt")
    for line in (["read"], ["import"], ["score"], ["check", "--json"], ["report", "-o", "out"]):
        said = run(line[0], "x.txt", *line[1:])
        assert said.code == 2
        assert said.out == ""
        assert "x.txt：" in said.err
        assert "Traceback" not in said.err
    assert not (folder / "evaltool.db").exists()
    assert not (folder / "out").exists()


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_file_that_is_no_table_of_actuals_is_refused_and_records_nothing(run, julu, folder: Path, make):
    make(folder / "t.csv")
    run("import", julu)
    before = run("score", "--json").json
    said = run("record", "t.csv")
    assert (said.code, said.out) == (2, "")
    assert "t.csv：" in said.err
    assert run("score", "--json").json == before
    assert run("score", julu, "--actuals", "t.csv").code == 2


def test_a_truncated_document_says_what_it_had_and_what_is_missing(run, julu, folder: Path):
    text = julu.read_text("utf-8")
    half = folder / "half.txt"
    half.write_text(text[: text.index("143.00")], "utf-8")
    said = run("read", half, "--json")
    assert said.code == 1
    assert any(one["severity"] == "error" for one in said.json["findings"])
    assert said.json["department"]["objective"]
    assert run("score", half).code == 1


def test_a_document_of_nobody_is_not_adopted(run, julu, folder: Path):
    text = julu.read_text("utf-8")
    (folder / "prose.txt").write_text(text[: text.index("\t")], "utf-8")
    said = run("import", "prose.txt")
    assert said.code == 2
    assert "没有单位的编码和名称" in said.err
    assert not (folder / "evaltool.db").exists()


def test_one_bad_file_does_not_stop_the_others(run, julu):
    said = run("import", "missing.txt", julu, "--json")
    assert said.code == 2
    assert [one["file"] for one in said.json if "error" in one] == ["missing.txt"]
    assert run("score", "--json").json["department"]["code"] == "131001"


def test_a_document_without_a_year_asks_for_one(run, julu, folder: Path):
    text = julu.read_text("utf-8").replace("2022", "今")
    (folder / "undated.txt").write_text(text, "utf-8")
    said = run("import", "undated.txt")
    assert said.code == 2
    assert "--year" in said.err
    assert run("import", "undated.txt", "--year", "2022").code in (0, 1)
    assert run("score", "--json").json["department"]["year"] == 2022


def test_a_project_code_twice_is_said(run, beidaihe, folder: Path):
    text = beidaihe.read_text("utf-8").replace("131-0702-JBN-QXYE", "131-0501-JBN-CEW6")
    (folder / "twice.txt").write_text(text, "utf-8")
    said = run("read", "twice.txt", "--json")
    assert said.code == 1
    assert "project.code_twice" in [one["code"] for one in said.json["findings"]]
    codes = [one["code"] for one in said.json["projects"]]
    assert len(set(codes)) == len(codes)


def test_a_workspace_that_does_not_exist_is_not_made_by_looking(run, folder: Path, julu_actuals):
    for line in (["score"], ["compare"], ["check"], ["report", "-o", "out"], ["record", julu_actuals]):
        said = run(*line)
        assert (said.code, said.out) == (2, "")
        assert "evaltool.db" in said.err
    assert list(folder.iterdir()) == []


WORKSPACES = {
    "a file that is no database": lambda path: path.write_text("这不是数据库" * 100, "utf-8"),
    "a folder": lambda path: path.mkdir(),
    "a database of another program": lambda path: sqlite3.connect(path).execute("create table x (y)"),
}


@pytest.mark.parametrize("name", WORKSPACES)
def test_a_workspace_that_is_none_is_refused_and_left_as_it_is(run, julu, folder: Path, name):
    path = folder / "evaltool.db"
    made = WORKSPACES[name](path)
    if isinstance(made, sqlite3.Cursor):
        made.connection.close()
    before = path.read_bytes() if path.is_file() else b""
    for line in (["score"], ["import", julu]):
        said = run(*line)
        assert (said.code, said.out) == (2, "")
        assert "evaltool.db" in said.err
        assert "Traceback" not in said.err
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_an_address_that_is_no_file_of_ours_is_refused(run):
    for address in ("postgresql://server/base", "sqlite://", "sqlite:///:memory:", "nowhere/at/all.db"):
        said = run("score", "--db", address)
        assert (said.code, said.out) == (2, "")
        assert said.err.count("\n") == 1


def test_a_read_only_workspace_can_be_scored_and_refuses_to_be_changed(run, julu, julu_actuals, folder: Path):
    run("import", julu)
    run("record", julu_actuals)
    address = "sqlite:///file:evaltool.db?mode=ro&uri=true"
    before = (folder / "evaltool.db").read_bytes()
    assert run("score", "--db", address, "--json").json["projects"][0]["score"] == "92.88"
    table = folder / "t.csv"
    table.write_text("项目编码,三级指标,实际完成值\n13052922P00584010141N,完成率,95%\n", "utf-8")
    said = run("record", table, "--db", address)
    assert (said.code, said.out) == (2, "")
    assert "只读" in said.err
    assert (folder / "evaltool.db").read_bytes() == before


def test_a_workspace_held_by_another_program_says_so_and_loses_nothing(run, julu, julu_actuals, folder: Path):
    run("import", julu)
    holder = sqlite3.connect(folder / "evaltool.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    said = run("record", julu_actuals)
    holder.execute("ROLLBACK")
    holder.close()
    assert (said.code, said.out) == (2, "")
    assert "占用" in said.err
    assert run("record", julu_actuals).code == 0
    assert run("score", "--json").json["projects"][0]["score"] == "92.88"


def test_a_full_disk_says_so_and_keeps_what_was_there(run, julu, julu_actuals, monkeypatch):
    run("import", julu)
    before = run("score", "--json").json
    connect = sqlite3.connect

    def cramped(*args: object, **named: object) -> sqlite3.Connection:
        connection = connect(*args, **named)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
        return connection

    with monkeypatch.context() as full:
        full.setattr("sqlite3.dbapi2.connect", cramped)
        full.setattr("sqlite3.connect", cramped)
        said = run("record", julu_actuals)
    assert (said.code, said.out) == (2, "")
    assert "磁盘已满" in said.err
    assert run("score", "--json").json == before
    assert run("record", julu_actuals).code == 0


def test_an_output_folder_that_cannot_be_written_is_named_with_the_reason(run, julu, folder: Path):
    (folder / "a file").write_text("", "utf-8")
    for target, why in (("a file", "不是文件夹"), ("a file/x", "不是文件夹"), ("x" * 300, "太长")):
        said = run("report", julu, "-o", target)
        assert (said.code, said.out) == (2, "")
        assert target in said.err
        assert why in said.err
    assert run("demo", "a file").code == 2
    path = Path(run("report", julu, "-o", "out").out.strip())
    path.unlink()
    path.mkdir()
    said = run("report", julu, "-o", "out")
    assert said.code == 2
    assert "是文件夹" in said.err


def test_an_unwritable_folder_leaves_the_old_workbook(run, julu, julu_actuals, folder: Path, monkeypatch):
    path = Path(run("report", julu, "-o", "out").out.strip())
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    said = run("report", julu, "--actuals", julu_actuals, "-o", "out")
    assert said.code == 2
    assert "磁盘已满" in said.err
    assert path.read_bytes() == before
    assert [one.name for one in (folder / "out").iterdir()] == [path.name]


RULEBOOKS = {
    "none of that name": (None, "natinal-2020", "national-2020"),
    "no such file": (None, "x.toml", "x.toml"),
    "no TOML": ("id = \n", "x.toml", "TOML"),
    "a wrong key": (
        'id = "x"\nversion = "1"\ntitle = "x"\nextends = "national-2020"\nquantitative.revers.value = "x"\n',
        "x.toml",
        "quantitative.reverse",
    ),
    "a binary": ("\udcff", "x.toml", "UTF-8"),
}


@pytest.mark.parametrize("name", RULEBOOKS)
def test_a_rulebook_that_cannot_be_used_is_named_with_the_reason(run, julu, folder: Path, name):
    content, rulebook, expected = RULEBOOKS[name]
    if content is not None:
        (folder / rulebook).write_text(content, "utf-8", errors="surrogateescape")
    for line in (["rules", "show", rulebook], ["score", julu, "--rulebook", rulebook]):
        said = run(*line)
        assert (said.code, said.out) == (2, "")
        assert expected in said.err
        assert "Traceback" not in said.err


def test_a_unit_of_another_family_is_kept_and_never_scored(run, julu, folder: Path):
    run("import", julu)
    table = folder / "t.csv"
    table.write_text("项目编码,三级指标,实际完成值\n13052922P00584010141N,完成率,5次\n", "utf-8")
    assert run("record", table).code == 0
    said = run("score", "--json")
    assert said.code == 1
    line = said.json["projects"][0]["indicators"][2]
    assert (line["actual"], line["score"], line["status"]) == ("5次", None, "unreadable")
    assert "unit.differs" in [one["code"] for one in said.json["findings"]]


def test_a_workspace_in_a_folder_that_does_not_exist_is_named(run, julu):
    said = run("import", julu, "--db", "nowhere/at/all.db")
    assert (said.code, said.out) == (2, "")
    assert "nowhere" in said.err
