"""绩效自评报告: written with python-docx and read back."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from by_hand import (
    MADE_ON,
    done,
    julu,
    with_outcome,
    with_projects,
)
from office_made import made_by_office
from word_made import (
    BEIDAIHE,
    JULU,
    card_of,
    chapter,
    example,
    golden_text,
    headings,
    lines,
    read_back,
    rows,
)

from evaltool import __version__, language
from evaltool.reports.word import document
from scoring import rulebook
from scoring.model import (
    Department,
    Dossier,
)

GOLDEN = Path(__file__).parent / "golden"
CHAPTERS = [
    "一、基本情况",
    "二、资金使用情况",
    "三、绩效目标完成情况",
    "四、各级指标分析",
    "五、扣分与偏差原因",
    "六、改进措施",
    "七、评分依据",
    "附：各项目得分表",
]


def said(dossier: Dossier, title: str) -> str:
    return chapter(read_back(card_of(dossier)), title)


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_published_year_reads_as_it_was_looked_at(
    name: str, tongue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_catalogue", None)
    language.use(tongue)
    found = golden_text(example(name))
    golden = GOLDEN / f"report-{name}-{tongue}.txt"
    if os.environ.get("EVALTOOL_GOLDEN"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
def test_the_chapters_stand_in_the_order_that_finance_bureaus_expect(name: str) -> None:
    assert headings(read_back(example(name)), 1) == CHAPTERS


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    assert document(example(JULU)) == document(example(JULU))


def test_the_properties_say_what_it_is_from_what_and_when_and_nothing_of_the_template() -> None:
    card = card_of(julu())
    properties = read_back(card).core_properties
    assert properties.title == "中国人民政治协商会议巨鹿县委员会办公室本级 2022年度绩效自评报告"
    assert properties.author == properties.last_modified_by == f"evaltool {__version__}"
    assert properties.created.replace(tzinfo=None) == datetime(2023, 1, 15)  # noqa: DTZ001 - a day
    assert card.rulebook.hash in properties.comments
    assert card.inputs in properties.comments
    with ZipFile(BytesIO(document(card))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_every_page_has_its_number_and_the_mark_of_its_print() -> None:
    card = card_of(julu())
    footer = read_back(card).sections[0].footer
    assert [one.text for one in footer.paragraphs] == ["— 1 —", card.mark]
    assert "PAGE" in footer.paragraphs[0]._p.xml


def test_the_page_is_a4_with_the_margins_of_an_official_document() -> None:
    section = read_back(card_of(julu())).sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side is not None] == [37, 35, 28, 26]
    assert [round(side.mm) for side in (section.page_width, section.page_height) if side] == [210, 297]


def test_tables_repeat_their_headings_and_no_row_is_torn() -> None:
    for table in read_back(example(BEIDAIHE)).tables:
        properties = [row._tr.trPr.xml for row in table.rows]
        assert all("w:cantSplit" in one for one in properties)
        assert ["w:tblHeader" in one for one in properties] == [True] + [False] * (len(properties) - 1)


def test_a_table_is_as_wide_as_the_text() -> None:
    for table in read_back(example(BEIDAIHE)).tables:
        for row in table.rows:
            assert sum(cell.width.mm for cell in row.cells if cell.width) == pytest.approx(156, abs=1)


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
def test_the_table_of_scores_has_every_figure_of_the_scorecard(name: str) -> None:
    card = example(name)
    table = rows(read_back(card), -1)
    assert table[0] == [
        "序号",
        "项目名称",
        "预算执行率",
        "产出指标",
        "效益指标",
        "满意度指标",
        "总分",
        "等级",
    ]
    for row, project in zip(table[1:], card.score.projects, strict=True):
        assert row[1] == project.name
        levels = [level.score.value for level in project.levels if not level.level2]
        settled = [project.execution.score.value, *levels]
        if project.score is not None and project.score.value is not None:
            assert [Decimal(cell) for cell in row[2:6]] == settled
            assert sum(map(Decimal, row[2:6])) == Decimal(row[6]) == project.score.value


def test_an_empty_office_gives_a_report_of_gaps_and_no_invented_word() -> None:
    empty = Dossier(Department("", ""), rulebook.load())
    read = read_back(card_of(empty))
    assert headings(read, 1) == CHAPTERS
    everything = "\n".join(lines(card_of(empty)))
    assert "单位名称为【待补充：单位名称】" in everything
    assert "评价年度为【待补充：年度】" in everything
    assert "绩效目标中没有申报项目" in everything
    assert "没有申报部门总体绩效目标" in everything
    assert "没有申报项目，没有项目总分" in everything


HOSTILE = '=1+1 {reason} <w:br/> “三公”经费\x00\x0b\ud800 【x】\r\nHYPERLINK "http://x" \ufffe'


def test_text_from_people_is_text() -> None:
    dossier = with_outcome(julu(), "完成率", done("90", reason=HOSTILE, action=HOSTILE, evidence=HOSTILE))
    project = replace(dossier.department.projects[0], name=HOSTILE, purpose=HOSTILE, objectives=(HOSTILE,))
    hostile = with_projects(dossier, project)
    hostile = replace(hostile, department=replace(hostile.department, name=HOSTILE, objective=HOSTILE))
    text = said(hostile, "扣分与偏差原因")
    assert '=1+1 {reason} <w:br/> “三公”经费��� 【x】 HYPERLINK "http://x" �' in text
    with ZipFile(BytesIO(document(card_of(hostile)))) as archive:
        body = archive.read("word/document.xml").decode()
        assert "w:hyperlink" not in body
        assert "w:fldChar" not in body
        assert "w:instrText" not in body
        assert "TargetMode" not in archive.read("word/_rels/document.xml.rels").decode()


def test_libreoffice_prints_it_and_every_chapter_stands_on_paper(tmp_path: Path) -> None:
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("poppler is not installed here, so nobody can read the printed text")
    paper = tmp_path / "report.pdf"
    paper.write_bytes(made_by_office(document(example(JULU)), "report.docx", "pdf", tmp_path))
    printed = subprocess.run([pdftotext, str(paper), "-"], check=True, capture_output=True).stdout.decode()
    for title in CHAPTERS:
        assert title in printed
    assert "92.88" in printed


def test_the_day_it_was_made_on_is_the_only_day_in_it() -> None:
    dossier = julu()
    card = replace(card_of(dossier), made_on=date(2024, 2, 29))
    assert card.made_on != MADE_ON
    assert "由 evaltool" in chapter(read_back(card), "评分依据")
    assert "于 2024-02-29 生成" in chapter(read_back(card), "评分依据")
