"""template: forms of one's own, begun, listed and checked."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from county_form import county_form

from evaltool.operations import Refused, own_forms

Run = Callable[..., Any]


def wrong_form(path: Path) -> Path:
    def change(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["E2"] = "{{项目名字}}"
        book.worksheets[0]["A10"] = "{{总分"

    path.write_bytes(county_form(change))
    return path


def test_a_template_is_begun_and_has_nothing_wrong(run: Run, folder: Path):
    said = run("template", "--from", "national", "-o", "本县.xlsx")
    assert (said.code, said.out.strip()) == (0, "本县.xlsx")
    assert openpyxl.load_workbook(folder / "本县.xlsx").worksheets[0]["A3"].value == "项目名称"
    checked = run("template", "--check", "本县.xlsx", "--json")
    assert (checked.code, checked.json) == (0, {"file_per": "project", "findings": []})


def test_a_file_that_is_there_is_never_written_over(run: Run, folder: Path):
    (folder / "本县.xlsx").write_bytes(b"mine")
    said = run("template", "--from", "national", "-o", "本县.xlsx")
    assert said.code == 2
    assert "没有覆盖" in said.err
    assert (folder / "本县.xlsx").read_bytes() == b"mine"


def test_what_is_wrong_is_named_with_cell_and_nearest_placeholder(run: Run, folder: Path):
    said = run("template", "--check", wrong_form(folder / "错.xlsx"))
    assert said.code == 1
    assert "没有占位符 {{项目名字}}。最接近的是 {{项目名称}}（错.xlsx 自评表 E2）" in said.out
    assert "双花括号没有配对。占位符写作 {{项目名称}}，放在一个单元格内（错.xlsx 自评表 A10）" in said.out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"plain text", "模板不是 xlsx 文件"),
        (b"PK\x03\x04", "模板不是 xlsx 文件"),
        (b"", "空"),
        (None, "没有这个文件"),
    ],
)
def test_what_is_no_workbook_is_said_in_a_sentence(run: Run, folder: Path, content: bytes | None, words: str):
    if content is not None:
        (folder / "a.xlsx").write_bytes(content)
    said = run("template", "--check", "a.xlsx")
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["--list", "--check", "a.xlsx"],
        ["--from", "county", "-o", "a.xlsx"],
        ["--from", "national"],
        ["--from", "national", "-o", "a.xls"],
    ],
    ids=" ".join,
)
def test_a_wrong_line_says_what_may_be_written(run: Run, line: list[str]):
    said = run("template", *line)
    assert said.code == 2
    assert "用法有误" in said.err


def test_every_placeholder_is_listed_with_its_meaning_in_either_language(run: Run):
    listed = run("template", "--list", "--json").json
    assert {"name": "得分", "group": "indicator", "meaning": "得分；未定时写明可能的范围"} in listed
    for tongue in ("zh", "en"):
        said = run("--lang", tongue, "template", "--list").out
        assert all(f"{{{{{one['name']}}}}}" in said for one in listed)
    assert "name of the project" in said


def test_a_template_with_an_error_is_refused_with_all_that_is_wrong(folder: Path):
    with pytest.raises(Refused) as refusal:
        own_forms.read_template(wrong_form(folder / "错.xlsx"))
    assert refusal.value.code == "template.wrong"
    assert refusal.value.facts["wrong"].count("\n") == 1


def test_each_project_gets_its_own_file_and_the_values_are_its_own(folder: Path):
    from datetime import date

    from evaltool.operations import dossier_of, score
    from evaltool.reports import Scorecard

    examples = Path(__file__).parent.parent.parent / "examples"
    dossier, _odd = dossier_of(next(examples.glob("*2020.txt")), None)
    (folder / "表.xlsx").write_bytes(county_form())
    template = own_forms.read_template(folder / "表.xlsx")
    card = Scorecard(dossier, score(dossier), date(2023, 1, 15))
    made = dict(own_forms.filled(template, card))
    assert len(made) == len(dossier.department.projects) == 5
    for project, (stem, content) in zip(dossier.department.projects, made.items(), strict=True):
        assert stem == f"{project.code}{project.name}"
        sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        assert sheet["A2"].value == f"项目名称：{project.name}"
        assert sheet.print_area.endswith(str(12 + len(project.indicators)))
