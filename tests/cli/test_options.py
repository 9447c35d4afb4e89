"""The program's own options stand anywhere on the line; a wrong line is said in the language in use."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from evaltool import __version__, tui
from evaltool.__main__ import lifted, main

CHINESE = re.compile("[\u3400-\u9fff]")

MISUSES = {
    "a command that does not exist": (["nothing"], "没有命令 nothing"),
    "an option that does not exist": (["score", "--yaer", "2022"], "没有选项 --yaer"),
    "an argument too many": (["read", "a", "b"], "多了 b"),
    "an argument missing": (["read"], "缺少 FILE"),
    "an option that is required": (["report"], "缺少"),
    "an option without its value": (["score", "--db"], "--db 后面缺少值"),
    "a year that is none": (["score", "--year", "next"], "next"),
    "a year of five digits": (["score", "--year", "20222"], "20222"),
    "a number that is none": (["insight", "survey", "many", "10"], "SATISFIED 的值不对"),
    "more satisfied than asked": (["insight", "survey", "11", "10"], "满意人数不能多于有效问卷数"),
    "a language that we do not speak": (["--lang", "fr", "rules"], "zh | en"),
    "actuals without a document": (["score", "--actuals", "t.csv"], "--actuals"),
}


@pytest.mark.parametrize("name", MISUSES)
def test_wrong_usage_is_one_sentence_that_names_what_is_wrong(run, name):
    line, expected = MISUSES[name]
    said = run(*line)
    assert (said.code, said.out) == (2, "")
    assert expected in said.err
    assert said.err.count("\n") == 1
    assert CHINESE.search(said.err)
    assert "Traceback" not in said.err


def test_a_wrong_line_says_where_its_help_is(run):
    assert "evaltool score --help" in run("score", "--nothing").err


def test_options_of_the_program_may_follow_the_command(run, julu, folder: Path):
    assert run("import", julu, "--db", "mine.db", "--who=王").code == 0
    assert (folder / "mine.db").exists()
    assert not (folder / "evaltool.db").exists()
    assert run("--db=mine.db", "score", "--json").json == run("score", "--json", "--db", "mine.db").json


def test_what_follows_two_dashes_is_left_alone():
    assert lifted(["parse", "--", "--db", "x"]) == ([], ["parse", "--", "--db", "x"])
    assert lifted(["score", "--db", "x", "--json", "--debug"]) == (
        ["--db", "x", "--debug"],
        ["score", "--json"],
    )
    assert lifted(["score", "--db"]) == (["--db"], [])


def test_version_is_an_answer(run):
    said = run("--version")
    assert (said.code, said.out, said.err) == (0, f"evaltool {__version__}\n", "")


def test_help_is_worded_in_chinese(run):
    for line in (["--help"], ["score", "--help"], ["report", "--help"], ["rules", "--help"], ["insight"]):
        said = run(*line)
        text = said.out + said.err
        assert "用法：" in text
        for english in ("Usage", "Options", "Arguments", "Commands", "required", "default", "Show this"):
            assert english not in text


def test_the_bare_program_wants_a_terminal(child):
    said = child()
    assert (said.code, said.out) == (2, "")
    assert "evaltool --help" in said.err


class Terminal(io.StringIO):
    """A stream that says that a person sits at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("code", [0, 1])
def test_at_a_terminal_the_bare_program_opens_the_workbench_and_leaves_as_it_does(
    monkeypatch, folder: Path, code
):
    opened: list[str] = []

    def workbench(where: str, **_: object) -> int:
        opened.append(where)
        return code

    monkeypatch.setattr(tui, "run", workbench)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    with pytest.raises(SystemExit) as left:
        main(["--db", "mine.db"])
    assert (opened, left.value.code) == (["mine.db"], code)
    assert str(folder / "mine.db") in sys.stderr.getvalue()  # type: ignore[attr-defined]
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with pytest.raises(SystemExit) as left:
        main([])
    assert (opened, left.value.code) == (["mine.db"], 2)


def test_language_changes_words_and_never_numbers(child, julu, julu_actuals):
    line = ("score", julu, "--actuals", julu_actuals, "--json")
    chinese, english = child(*line).json, child("--lang", "en", *line).json

    def without_words(answer: object) -> object:
        if isinstance(answer, dict):
            words = ("text", "message", "suggestion", "name", "what")
            return {key: without_words(inner) for key, inner in answer.items() if key not in words}
        return [without_words(inner) for inner in answer] if isinstance(answer, list) else answer

    assert without_words(chinese) == without_words(english)
