"""What the README tells people to type works as it stands there."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from evaltool.cli.app import app
from evaltool.operations.names import HEADERS, MONEY, PEOPLE, WHOLE_MONEY

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FIGURES = ("9.69", "9.38", "12.50", "11.84", "12.50", "27.00", "9.97")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def typed_lines(text: str) -> list[list[str]]:
    """The lines `evaltool …` of indented blocks, as a shell would split them; the bare workbench left out."""
    lines = [
        shlex.split(line, comments=True) for line in re.findall(r"^    (evaltool .*)$", text, re.MULTILINE)
    ]
    return [line for line in lines if len(line) > 1]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """An empty folder beside the examples, as the walk makes it."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def run(line: list[str], folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *line],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, (line, done.stderr)
    return done.stdout


def test_the_walk_in_english_comes_to_the_figure_it_promises(mine: Path):
    start, end = README.index("## Five minutes"), README.index("## Keys")
    lines = typed_lines(README[start:end])
    walk = ["read", "import", "record", "score", "compare", "check", "report", "record", "score"]
    assert [line[1] for line in lines] == walk
    said = [run(line, mine) for line in lines]
    assert "92.88 优" in said[walk.index("score")]
    assert Path(mine / said[walk.index("report")].strip()).is_file()
    assert "部门自身目标与预算执行" in said[-1]


def test_the_walk_in_chinese_works_as_well(mine: Path):
    lines = typed_lines(README[README.index("## 中文说明") :])
    assert lines
    for line in lines:
        run(line, mine)


def test_the_local_rulebook_can_be_shown_and_scored_by(mine: Path):
    (rulebook,) = blocks("toml")
    assert tomllib.loads(rulebook)["extends"] == "national-2020"
    (mine / "ourcounty.toml").write_text(rulebook, "utf-8")
    assert "县财绩〔2026〕1号 第九条" in run(["evaltool", "rules", "show", "ourcounty.toml"], mine)
    document = "../examples/巨鹿县政协-2022.txt"
    said = run(["evaltool", "score", document, "--rulebook", "ourcounty.toml"], mine)
    assert "ourcounty-2026" in said


def test_the_library_example_prints_what_its_comment_says():
    (example,) = blocks("python")
    promised = re.findall(r"^print\(.*\)  # (.*)$", example, re.MULTILINE)
    assert promised
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - it is our own
    assert out.getvalue().splitlines() == promised


def test_the_first_figures_are_the_ones_of_the_example(mine: Path):
    (first,) = re.findall(r"comes to 执行 (.*) = \*\*92\.88, 优\*\*", README)
    assert tuple(first.split(" + ")) == FIGURES
    line = ["evaltool", "score", "../examples/巨鹿县政协-2022.txt"]
    said = run([*line, "--actuals", "../examples/巨鹿县政协-2022-actuals.csv"], mine)
    assert all(figure in said for figure in FIGURES)


def test_every_command_stands_in_the_table_of_commands():
    table = README[README.index("## Commands") : README.index("## Documents")]
    listed = set(re.findall(r"^\| `evaltool (\w+)", table, re.MULTILINE))
    known = {command.name for command in app.registered_commands} | {
        group.name for group in app.registered_groups
    }
    assert listed == known


def test_every_column_and_line_of_a_table_of_actuals_is_named():
    table = README[README.index("## Commands") : README.index("## Where data lives")]
    names = [*HEADERS, *MONEY, *WHOLE_MONEY, *PEOPLE]
    assert [name for name in names if name not in table] == []


@pytest.mark.parametrize(("tongue", "mark"), [("en", "keys"), ("zh", "按键")])
def test_the_key_tables_are_those_of_the_workbench(tongue: str, mark: str):
    from evaltool import language
    from evaltool.tui import key_table_markdown

    language.use(tongue)
    try:
        assert f"<!-- {mark} -->\n{key_table_markdown().strip()}\n<!-- /{mark} -->" in README
    finally:
        language.use("zh")


@pytest.mark.parametrize(("tongue", "mark"), [("en", "settings"), ("zh", "设置")])
def test_the_tables_of_settings_are_those_of_the_schema(tongue: str, mark: str):
    from evaltool import language
    from evaltool.settings import settings_table_markdown

    language.use(tongue)
    try:
        assert f"<!-- {mark} -->\n{settings_table_markdown()}\n<!-- /{mark} -->" in README
    finally:
        language.use("zh")


def test_the_example_of_settings_has_nothing_wrong(tmp_path: Path):
    from evaltool.settings import read

    (example,) = re.findall(r"^    theme = .*?(?=\n\n<!--)", README, re.DOTALL | re.MULTILINE)
    file = tmp_path / "settings.toml"
    file.write_text(example, "utf-8")
    found = read(file)
    assert found.faults == ()
    assert found.settings.theme == "light"
    assert found.settings.keys == {"help": ("f11",)}
