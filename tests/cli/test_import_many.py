"""import of folders, with a person asked or nobody, kept or only looked at."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_line import command

CODE = "131001"


@pytest.fixture
def damaged(julu: Path, folder: Path) -> Path:
    """巨鹿's document, cut off: what it lacks is an error."""
    text = julu.read_text("utf-8")
    path = folder / "damaged.txt"
    path.write_text(text[: text.index("143.00")], "utf-8")
    return path


@pytest.fixture
def changed(julu: Path, folder: Path) -> Path:
    """巨鹿's document with an indicator renamed and a target changed."""
    text = julu.read_text("utf-8").replace("会议培训次数", "会议次数").replace("143万元", "150万元")
    path = folder / "changed.txt"
    path.write_text(text, "utf-8")
    return path


class Person(io.StringIO):
    """Somebody at a terminal, with what is typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def answers(monkeypatch):
    """Put a person before the terminal who types these lines."""

    def sit(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", Person("".join(f"{line}\n" for line in lines)))
        monkeypatch.setattr("evaltool.cli.commands.importing.has_person", lambda: True)

    return sit


def kept(run) -> list[str]:
    said = run("score", "--json")
    return [] if said.code == 2 else [said.json["department"]["code"]]


def test_a_folder_is_all_its_documents_and_a_bad_one_stops_nothing(run, julu, beidaihe, folder: Path):
    sub = folder / "in" / "深"
    sub.mkdir(parents=True)
    (folder / "in" / "a.txt").write_bytes(julu.read_bytes())
    (sub / "b.txt").write_bytes(beidaihe.read_bytes())
    (sub / "~$b.docx").write_bytes(b"trace")
    (sub / "broken.docx").write_bytes(b"PK\x03\x04")
    (sub / "photo.jpg").write_bytes(b"\xff\xd8")
    said = run("import", "in", "--json")
    assert said.code == 2
    assert [Path(one["file"]).name for one in said.json] == ["a.txt", "b.txt", "broken.docx"]
    assert [one.get("adopted") for one in said.json] == [True, True, None]
    assert "略过 1 个" in said.err
    assert "broken.docx：" in said.err
    assert run("score", "--department", CODE, "--json").json["department"]["code"] == CODE


def test_a_folder_without_documents_says_so(run, folder: Path):
    (folder / "in").mkdir()
    said = run("import", "in")
    assert (said.code, said.out) == (2, "")
    assert "in：文件夹中没有文档" in said.err


@pytest.mark.parametrize("flags", [[], ["--yes"]], ids=["no terminal", "yes"])
def test_a_document_with_errors_is_not_adopted_unasked_and_the_others_are(run, damaged, beidaihe, flags):
    said = run("import", damaged, beidaihe, "--json", *flags)
    assert said.code == 1
    assert [one["adopted"] for one in said.json] == [False, True]
    assert "damaged.txt：有错误，没有录入" in said.err
    assert kept(run) == ["131002"]


def test_a_document_with_errors_alone_makes_no_workspace(run, damaged, folder: Path):
    said = run("import", damaged, "--yes")
    assert said.code == 1
    assert "[错误]" in said.out
    assert [path.name for path in folder.iterdir()] == ["damaged.txt"]


def test_with_errors_adopts_it_all_the_same(run, damaged):
    said = run("import", damaged, "--yes", "--with-errors")
    assert said.code == 1
    assert kept(run) == [CODE]


def test_a_dry_run_shows_everything_and_writes_nothing(run, julu, damaged, folder: Path):
    said = run("import", julu, damaged, "--dry-run", "--json")
    assert said.code == 1
    one, other = said.json
    assert (one["adopted"], one["dry_run"], one["change"]) == (False, True, None)
    assert (one["projects"], one["indicators"], len(one["added"])) == (1, 16, 17)
    assert other["findings"]
    assert [path.name for path in folder.iterdir()] == ["damaged.txt"]
    text = run("import", julu, "--dry-run")
    assert text.code == 0
    assert "工作区中还没有，新增 17" in text.out


def test_a_dry_run_tells_what_would_change_and_what_would_lose_its_place(
    run, julu, julu_actuals, changed, folder: Path
):
    run("import", julu)
    run("record", julu_actuals)
    before = (folder / "evaltool.db").read_bytes()
    said = run("import", changed, "--dry-run")
    assert "新增：" in said.out
    assert "143万元 → 150万元" in said.out
    assert re.search("会保留，但文本中没有对应的项目或指标：.*会议培训次数", said.out)
    entry = run("import", changed, "--dry-run", "--json").json[0]
    assert {one["field"] for one in entry["kept_without_place"]} >= {"actual", "reason"}
    assert (folder / "evaltool.db").read_bytes() == before


@pytest.mark.parametrize("yes", ["y", "是", "Ｙ", " YES "])
def test_a_person_is_asked_after_seeing_it_and_yes_adopts_it(run, julu, answers, yes):
    answers(yes)
    said = run("import", julu)
    assert said.code == 0
    assert "录入 巨鹿县政协-2022.txt？" in said.err
    assert "提案交办率" in said.out
    assert "（2022）：已录入" in said.out
    assert kept(run) == [CODE]


@pytest.mark.parametrize("no", ["", "n", "否", "what"])
def test_anything_else_adopts_nothing_and_makes_no_workspace(run, julu, answers, folder: Path, no):
    answers(no)
    said = run("import", julu)
    assert said.code == 0
    assert "没有录入" in said.err
    assert list(folder.iterdir()) == []


def test_a_person_may_adopt_a_document_with_errors(run, damaged, answers):
    answers("y")
    assert run("import", damaged).code == 1
    assert kept(run) == [CODE]


def test_each_document_is_asked_about(run, julu, beidaihe, answers):
    answers("n", "y")
    said = run("import", julu, beidaihe)
    assert said.err.count("[y/N]") == 2
    assert kept(run) == ["131002"]


def test_yes_asks_nobody(run, julu, answers):
    answers()
    said = run("import", julu, "--yes")
    assert "[y/N]" not in said.err
    assert kept(run) == [CODE]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no terminal that a program can play")
def test_on_a_terminal_many_files_have_a_bar_and_the_answer_stays_clean(julu, folder: Path):
    import pty

    for number in range(3):
        (folder / f"{number}.txt").write_bytes(julu.read_bytes())
    master, slave = pty.openpty()
    line = command(["import", ".", "--yes", "--json"])
    done = subprocess.run(line, stdin=slave, stdout=subprocess.PIPE, stderr=slave, check=False)
    os.close(slave)
    bar = os.read(master, 100_000).decode()
    os.close(master)
    assert done.returncode == 0
    assert "3/3" in bar
    assert done.stdout.decode().startswith("[")
