"""What is wrong with a template is said with its cell and the nearest placeholder there is."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from county_form import county_form
from openpyxl.workbook import Workbook

from evaltool import wording
from evaltool.reports.template import PLACEHOLDERS, read, starting_point
from evaltool.reports.template.marks import marks_in
from scoring.findings import Severity

Change = Callable[[Workbook], Any]


def put(place: str, text: str) -> Change:
    def change(book: Workbook) -> None:
        book.worksheets[0][place] = text

    return change


def found(change: Change) -> list[tuple[str, str, dict[str, str]]]:
    template = read(county_form(change), "form.xlsx")
    said = []
    for one in template.findings:
        assert one.source is not None
        assert one.source.sheet == "自评表"
        said.append((one.code, one.source.cell, dict(one.facts)))
    return said


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("{{项目名字}}", "template.unknown", {"found": "{{项目名字}}", "nearest": "{{项目名称}}"}),
        (
            "甲{{全年预算数:财政}}乙",
            "template.unknown",
            {"found": "{{全年预算数：财政}}", "nearest": "{{全年预算数：财政拨款}}"},
        ),
        ("{{}}", "template.unknown", None),
        ("{{项目名称", "template.unclosed", {}),
        ("项目名称}}", "template.unclosed", {}),
        ("{{项目名称}", "template.unclosed", {}),
        ('="甲"&"{{项目名称}}"', "template.formula", {"found": "{{项目名称}}"}),
        ("{{得分}}", "template.two_rows", {"row": "8"}),
    ],
)
def test_a_wrong_placeholder_is_named_with_its_cell(text: str, code: str, facts: dict[str, str] | None):
    (one,) = found(put("E2", text))
    assert one[:2] == (code, "E2")
    assert facts is None or one[2] == facts


def test_the_sentence_names_cell_placeholder_and_the_nearest_one():
    (one,) = read(county_form(put("E2", "{{项目名字}}")), "form.xlsx").findings
    assert wording.place(one) == "form.xlsx 自评表 E2"
    assert wording.say(one) == "没有占位符 {{项目名字}}"
    assert wording.suggestion(one) == "最接近的是 {{项目名称}}"


def test_a_cell_of_the_row_that_is_merged_downwards_is_refused():
    assert found(lambda book: book.worksheets[0].merge_cells("B8:B9")) == [("template.tall_row", "B8", {})]


@pytest.mark.parametrize(
    ("text", "code"),
    [("{{项目明}}", "template.unknown"), ("{{得分}}", "template.no_row"), ("{{年度", "template.unclosed")],
)
def test_the_head_of_a_page_is_looked_at_too(text: str, code: str):
    def change(book: Workbook) -> None:
        book.worksheets[0].oddHeader.center.text = text

    assert [one[0] for one in found(change)] == [code]


def test_a_workbook_without_any_placeholder_is_no_template():
    book = Workbook()
    out = io.BytesIO()
    book.save(out)
    assert [one.code for one in read(out.getvalue()).findings] == ["template.nothing"]


@pytest.mark.parametrize(
    "text", ["{{项目名称}}", "｛｛项目名称｝｝", "{｛ 项目\n名称　｝}", "{{ 全年预算数:其他 }}"]
)
def test_braces_of_either_width_and_blanks_are_taken(text: str):
    (mark,) = marks_in(f"甲{text}乙")
    assert mark.name in PLACEHOLDERS
    assert (mark.start, mark.end) == (1, 1 + len(text))


def with_part(name: str, content: bytes, data: bytes | None = None) -> bytes:
    """A form with another part, or with another content of one."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data or county_form())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


EXPANDING = (
    b'<!DOCTYPE a [<!ENTITY b "{{x}}"><!ENTITY c SYSTEM "file:///etc/passwd">]><worksheet>&b;&c;</worksheet>'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 broken", "document.broken"),
        (with_part("xl/vbaProject.bin", b"macro"), "template.macro"),
        (with_part("xl/worksheets/sheet1.xml", EXPANDING), "document.broken"),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>"), "document.broken"),
        (with_part("xl/workbook.xml", b"<workbook/>"), ""),
        (with_part("xl/media/bomb.png", bytes(65_000_000)), "document.unpacks_too_large"),
    ],
    ids=["no zip", "macro", "entities", "cut", "no sheets", "bomb"],
)
def test_what_may_not_be_opened_is_refused_and_never_raises(data: bytes, code: str):
    assert read(data).refusal == code


def test_every_placeholder_has_a_meaning_or_follows_one_that_has():
    meant = ""
    for name, (_group, meaning) in PLACEHOLDERS.items():
        meant = meaning or meant
        assert meaning or "：" in name
        assert meant


def test_a_starting_point_has_nothing_wrong():
    template = read(starting_point("national"))
    assert (template.findings, template.is_of_project) == ((), True)


def test_a_template_that_a_drawing_speaks_in_is_warned_of():
    drawing = zipfile.ZipFile(io.BytesIO(county_form())).read("xl/drawings/drawing1.xml")
    said = b'<a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{{\xe6\x80\xbb\xe5\x88\x86}}</a:t></xdr:oneCellAnchor>'
    changed = drawing.replace(b"</xdr:oneCellAnchor>", said, 1).replace(
        b"</oneCellAnchor>", said.replace(b"xdr:", b""), 1
    )
    (one,) = read(with_part("xl/drawings/drawing1.xml", changed)).findings
    assert (one.code, one.severity) == ("template.drawn", Severity.WARNING)


def test_a_template_goes_to_another_process_with_its_findings():
    template = read(county_form(put("E2", "{{项目名字}}")), "form.xlsx")
    assert pickle.loads(pickle.dumps(template)) == template  # noqa: S301 - our own


def test_the_readme_names_every_placeholder():
    readme = (Path(__file__).parent.parent.parent / "README.md").read_text("utf-8")
    section = readme[readme.index("## Your own forms") : readme.index("## Settings")]
    names = set(re.split(r"[,;：`\s]+", section))
    assert {part for name in PLACEHOLDERS for part in name.split("：")} <= names
