"""Forms out and back on the command line: what is said where, and how the command ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from evaltool.forms.identity import SHEET, read_rows

Cells = dict[str, Any]
Run = Callable[..., Any]


@pytest.fixture
def form(run: Run, julu: Path, folder: Path) -> Path:
    """A form that went out."""
    run("import", julu, "--yes")
    run("form", "-o", "发出")
    return next((folder / "发出").iterdir())


def filled(form: Path, name: str, cells: Cells) -> Path:
    """The form with values by the indicator's name and field."""
    book = openpyxl.load_workbook(form)
    for fill in read_rows(book[SHEET].iter_rows(values_only=True)).fills:
        key = fill.subject.indicator
        asked = f"{key.name} {fill.subject.field}" if key else fill.subject.field
        if asked in cells:
            book[fill.sheet][fill.cell].value = cells[asked]
    path = form.parent.parent / "收回" / name
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path


def test_a_sound_form_is_recorded_and_the_command_is_done(run: Run, form: Path):
    said = run(
        "collect", filled(form, "李四.xlsx", {"会议培训次数 actual": 3, "会议培训次数 reason": "受疫情影响"})
    )
    assert said.code == 0
    assert said.out == "李四.xlsx：录入 2 项，未录入 0 项，与工作区相同 0 项\n"
    assert said.err == "正在读取 1/1：李四.xlsx\n"
    (project,) = run("score", "--json").json["projects"]
    assert project["indicators"][0]["actual"] == "3"


def test_errors_are_said_cell_by_cell_and_end_the_command_with_1(run: Run, form: Path):
    file = filled(form, "李四.xlsx", {"会议培训次数 actual": 3, "经费支付及时率 actual": "很好"})
    said = run("collect", file)
    assert said.code == 1
    assert "“很好”无法判读，应填数字。请更正（李四.xlsx 专项运转保障经费 " in said.out
    assert f"已写出批注文件：{file.with_name('李四-批注.xlsx')}" in said.out


def test_what_is_no_form_ends_the_command_with_2_and_the_others_are_taken(run: Run, form: Path, julu: Path):
    said = run("collect", julu, filled(form, "李四.xlsx", {"会议培训次数 actual": 3}))
    assert said.code == 2
    assert "这不是由本工具生成的填报表" in said.out
    assert "李四.xlsx：录入 1 项" in said.out


def test_json_says_file_sheet_cell_found_and_expected(run: Run, form: Path):
    file = filled(form, "李四.xlsx", {"会议培训次数 actual": 3, "经费支付及时率 actual": "=1+1"})
    said = run("collect", file, "--json")
    assert said.code == 1
    (one,) = said.json["files"]
    assert (one["file"], one["department"]) == (str(file), {"code": "131001", "year": 2022})
    (recorded,) = one["recorded"]
    assert (recorded["indicator"], recorded["field"], recorded["text"]) == ("会议培训次数", "actual", "3")
    (odd,) = one["findings"]
    assert odd["code"] == "form.formula"
    assert (odd["place"]["file"], odd["place"]["sheet"]) == ("李四.xlsx", "专项运转保障经费")
    assert odd["place"]["cell"] != recorded["cell"]
    assert odd["place"]["indicator"] == "经费支付及时率"
    assert odd["facts"] == {"found": "=1+1", "expected": "expected.figure"}
    assert one["annotated"] == str(file.with_name("李四-批注.xlsx"))
    assert isinstance(one["change"], int)


def test_a_dry_run_changes_nothing(run: Run, form: Path):
    file = filled(form, "李四.xlsx", {"会议培训次数 actual": 3, "经费支付及时率 actual": "很好"})
    said = run("collect", file.parent, "--dry-run", "--json")
    assert (said.code, said.json["dry_run"]) == (1, True)
    (one,) = said.json["files"]
    assert (one["change"], one["annotated"], len(one["recorded"])) == (None, None, 1)
    assert [path.name for path in file.parent.iterdir()] == ["李四.xlsx"]
    (project,) = run("score", "--json").json["projects"]
    assert project["indicators"][0]["actual"] is None


@pytest.mark.usefixtures("form")
def test_an_empty_folder_is_no_input(run: Run, folder: Path):
    (folder / "空").mkdir()
    said = run("collect", folder / "空")
    assert (said.code, said.out) == (2, "")
    assert "没有找到填报表" in said.err


def test_in_english_every_word_of_the_report_is(run: Run, form: Path):
    said = run(
        "--lang",
        "en",
        "collect",
        filled(form, "a.xlsx", {"完成率 actual": "x", "money.spent.total": "y"}),
        "--dry-run",
    )
    assert '"x" cannot be read; expected: a number' in said.out
    assert '"y" cannot be read; expected: an amount' in said.out
