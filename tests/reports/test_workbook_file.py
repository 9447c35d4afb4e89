"""The file as a whole: nothing executable, nothing half written, nothing cut, the same bytes twice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import openpyxl
import pytest
from by_hand import MADE_ON, done, julu, with_outcome, with_override, with_projects
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool import __version__, language
from evaltool.reports import Scorecard, workbook
from evaltool.sheets.whole import replacing
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Dossier, Override, People

Written = Callable[[Dossier], Workbook]
File = Callable[[Dossier], Path]

HOSTILE = ('=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "#N/A", "=", "{=1}")


FUNCTIONS = frozenset({"ABS", "AND", "COUNTIF", "FALSE", "FIXED", "IF", "ISNUMBER", "MAX", "MIN", "ROUND"})
FUNCTIONS |= {"SUM", "SUMPRODUCT", "TRUE"}
"""What the formulas of a proof call."""


def called(formula: str) -> list[str]:
    """The functions that a formula calls, outside its texts and the names of sheets."""
    return re.findall(r"([A-Za-z.]+)\(", re.sub(r"'(?:[^']|'')*'!|\"(?:[^\"]|\"\")*\"", "", formula))


def hostile(text: str) -> Dossier:
    """A dossier in which a person typed the same text everywhere."""
    dossier = julu()
    project = dossier.department.projects[0]
    lines = tuple(
        replace(
            indicator,
            key=indicator.key._replace(name=text, level2=text, ordinal=number),
            target=replace(indicator.target, text=text),
        )
        for number, indicator in enumerate(project.indicators, 1)
    )
    department = replace(
        dossier.department,
        code=text,
        name=text,
        projects=(replace(project, code=text, name=text, objectives=(text,), indicators=lines),),
    )
    recorded = dossier.outcomes.indicators.values()
    achieved = [replace(outcome, reason=text, action=text, evidence=text) for outcome in recorded]
    outcomes = replace(
        dossier.outcomes,
        indicators={indicator.key: outcome for indicator, outcome in zip(lines, achieved, strict=True)},
        projects={text: replace(next(iter(dossier.outcomes.projects.values())), achieved=text)},
        department=replace(dossier.outcomes.department, people=People(text, text, text, text, text)),
    )
    return replace(dossier, department=department, outcomes=outcomes)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_from_a_person_becomes_a_formula_a_link_or_an_error(text: str, file: File) -> None:
    path = file(hostile(text))
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/sheet")]
    for part in sheets:
        assert not re.search(r"hyperlink|t=\"(e|b)\"", part)
        formulas = re.findall(r"<f>(.*?)</f>", part)
        assert not re.search(r"<f ", part)
        assert {name for formula in formulas for name in called(unescape(formula))} <= FUNCTIONS
    assert not any("externalLink" in name for name in parts)
    book = openpyxl.load_workbook(path)
    assert len(sheets) == len(book.sheetnames)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "f"}
    assert {cell.parent.title for cell in cells if cell.data_type == "f"} == {"复算"}
    shown = text.replace("\r", "\n")
    same = [cell for cell in cells if cell.value == shown]
    assert len(same) > 10
    if text.strip()[0] in "=+-@":
        assert all(cell.quotePrefix for cell in same)
        assert all(not sheet.title.startswith(tuple("=+-@")) for sheet in book)


def test_no_cell_of_a_usual_workbook_is_quoted(dossier: Dossier, written: Written) -> None:
    assert not any(
        cell.quotePrefix for sheet in written(dossier) for row in sheet.iter_rows() for cell in row
    )


def test_control_characters_are_shown_and_do_not_stop_the_writing(dossier: Dossier, written: Written) -> None:
    book = written(with_outcome(dossier, "完成率", done("90", reason="换行\x0b响铃\x07")))
    reasons = [cell.value for row in book.worksheets[1].iter_rows() for cell in row if cell.column == 9]
    assert "换行�响铃�" in reasons


def test_a_figure_longer_than_a_spreadsheet_keeps_is_written_as_text_digit_by_digit(written: Written) -> None:
    dossier = julu()
    project = replace(dossier.department.projects[0], budget=Decimal("1234567890123.456789"))
    book = written(with_projects(dossier, project))
    assert "1234567890123.456789" in [cell.value for row in book.worksheets[1].iter_rows() for cell in row]


def test_numbers_stand_in_the_file_as_they_were_computed(dossier: Dossier, file: File) -> None:
    with ZipFile(file(dossier)) as archive:
        form = archive.read("xl/worksheets/sheet2.xml").decode()
    assert {"9.38", "11.84", "27.00", "9.97", "9.69", "92.88"} <= set(re.findall(r"<v>([^<]*)</v>", form))


def test_projects_of_the_same_name_get_sheets_of_their_own(written: Written) -> None:
    dossier = julu()
    first = dossier.department.projects[0]
    names = ("会议", "会议", "部门汇总", "评分依据")
    projects = [replace(first, code=str(n), name=name, indicators=()) for n, name in enumerate(names)]
    book = written(with_projects(dossier, *projects))
    ours = ["目标与完成对比", "复算", "评分依据"]
    assert book.sheetnames == ["部门汇总", "会议", "会议(2)", "部门汇总(2)", "评分依据(2)", *ours]


def test_every_sheet_prints_on_a4_as_wide_as_the_page_with_headings_and_page_numbers(
    dossier: Dossier, written: Written
) -> None:
    book = written(dossier)
    for sheet in book:
        assert sheet.page_setup.paperSize in (9, "9")
        fit = sheet.sheet_properties.pageSetUpPr
        assert fit is not None
        assert fit.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_area == f"'{sheet.title}'!$A$1:${chr(64 + sheet.max_column)}${sheet.max_row}"
        assert footer_of(sheet) == "第 &P 页，共 &N 页"
        assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"宋体"}
    form = book.worksheets[1]
    headings = next(cell.row for row in form.iter_rows() for cell in row if cell.value == "三级指标")
    assert form.print_title_rows == f"${headings}:${headings}"
    assert [sheet.page_setup.orientation for sheet in book] == ["landscape", "portrait", *["landscape"] * 3]
    assert [sheet.page_setup.fitToHeight for sheet in book] == [0, 1, 0, 0, 0]


def test_the_tables_of_the_form_are_ruled_all_round(dossier: Dossier, written: Written) -> None:
    form = written(dossier).worksheets[1]
    first = next(cell.row for row in form.iter_rows() for cell in row if cell.value == "项目名称")
    last = next(cell.row for row in form.iter_rows() for cell in row if cell.value == "评分说明")
    for row in form.iter_rows(min_row=first, max_row=last):
        for cell in row:
            sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
            assert all(side.style == "thin" for side in sides) or cell.coordinate in form.merged_cells


def test_every_page_names_the_rulebook_by_id_version_and_content(written: Written) -> None:
    head = 'id = "&P县"\nversion = "{}"\ntitle = "办法"\nextends = "national-2020"'
    local = head.format("1" * 40)
    rules = rulebook.parse(local, "local.toml")
    for sheet in written(replace(julu(), rulebook=rules)):
        footer = sheet.oddFooter
        assert footer is not None
        assert str(footer.left.text).startswith(f"＆P县 · {'1' * 23}… · {rules.hash} · ")


def footer_of(sheet: Worksheet) -> str:
    footer = sheet.oddFooter
    return str(footer.center.text) if footer is not None else ""


def needed_points(text: str, units: float, size: float) -> float:
    """What a text needs at the least: every sign as wide as it is, lines filled to the brim."""
    halves = (units * 7 - 5) / (size * 2 / 3)
    counted = (sum(1 if sign.isascii() else 2 for sign in part) for part in text.split("\n"))
    return sum(max(1, -(-part // halves)) for part in counted) * size * 1.25


def test_no_text_is_cut_in_print(written: Written) -> None:
    long = "受客观条件影响，部分调研视察工作推迟到下一年度开展（详见2023年工作计划）。" * 40
    dossier = with_outcome(julu(), "完成率", done("90", reason=long, action=long[:300]))
    project = dossier.department.projects[0]
    dossier = with_projects(dossier, replace(project, objectives=(long, long)))
    for sheet in written(dossier):
        spans = {str(span).split(":")[0]: span for span in sheet.merged_cells.ranges}
        texts = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "s")
        for cell in texts:
            if cell.alignment.textRotation:
                continue
            bounds = (
                spans[cell.coordinate].bounds if cell.coordinate in spans else (cell.column, cell.row) * 2
            )
            units = sum(sheet.column_dimensions[chr(64 + n)].width for n in range(bounds[0], bounds[2] + 1))
            points = sum(sheet.row_dimensions[n].height for n in range(bounds[1], bounds[3] + 1))
            assert points >= needed_points(str(cell.value), units, cell.font.size), (
                sheet.title,
                cell.coordinate,
            )
        assert max(row.height for row in sheet.row_dimensions.values()) <= 409


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier) -> None:
    card = Scorecard(dossier, evaluate(dossier), MADE_ON)
    assert workbook(card) == workbook(card)


def test_properties_name_the_department_the_program_and_the_day(dossier: Dossier, written: Written) -> None:
    properties = written(dossier).properties
    assert properties.title == "中国人民政治协商会议巨鹿县委员会办公室本级（131001）（2022年度）绩效自评表"
    assert properties.creator == f"evaltool {__version__}"
    assert properties.created == properties.modified == datetime(2023, 1, 15)  # noqa: DTZ001 - as openpyxl reads it


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scorecards.xlsx"
    path.write_bytes(b"last year's")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left"), replacing(path) as stream:
        stream.write(b"this year's")
    assert path.read_bytes() == b"last year's"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_does_not_exist_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "none" / "scorecards.xlsx") as stream:
        stream.write(b"")
    assert list(tmp_path.iterdir()) == []


def test_every_label_goes_through_the_catalogue(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    class Marked(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"«{message}»"

    dossier = julu()
    dossier = with_override(
        with_outcome(dossier, "完成率", None), "经费成本", Override(Decimal(1), "另有依据")
    )
    monkeypatch.setattr(language, "_catalogue", Marked())
    book = written(dossier)
    data = repr(dossier) + "".join(f"{clause}" for clause in dossier.rulebook.clauses())
    for sheet in book:
        assert sheet.title.startswith("«") or sheet.title in data
        assert footer_of(sheet).startswith("«")
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "s"):
            for part in re.split("\n| · ", str(cell.value)):
                assert part == "—" or "«" in part or part in data or part.isascii(), (cell.coordinate, part)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler) is not installed")
def test_libreoffice_prints_every_sheet_one_page_wide_with_its_texts(
    dossier: Dossier, file: File, tmp_path: Path
) -> None:
    path = file(dossier)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = subprocess.run(
        ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    pages = printed.split("\f")[:-1]
    packed = ["".join(page.split()) for page in pages]
    forms = [page for page in packed if "填报日期：2023年1月10日" in page]
    assert len(forms) == 1
    expected = ["项目支出绩效自评表", "三级指标", "两项调研跨年完成", "92.88", "等级：优"]
    assert [text for text in expected if text not in forms[0]] == []
    assert "部门绩效自评汇总表" in packed[0]
    assert f"第1页，共{len(pages)}页" in packed[0]
    basis = [page for page in packed if "评分依据" in page]
    assert basis
    assert packed[-len(basis) :] == basis


def test_merged_texts_stand_in_the_middle_on_one_page_and_at_the_top_where_a_page_may_end(
    written: Written,
) -> None:
    dossier = julu()
    first = dossier.department.projects[0]
    lines = [
        replace(indicator, key=indicator.key._replace(name=f"{indicator.name}{number}"))
        for indicator in first.indicators
        for number in range(8)
    ]
    long = written(with_projects(dossier, replace(first, indicators=tuple(lines)))).worksheets[1]
    for sheet, down in ((written(dossier).worksheets[1], "center"), (long, "top")):
        level = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "产出指标")
        assert level.alignment.vertical == down
