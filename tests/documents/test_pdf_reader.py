"""What the reader of PDFs makes of glyphs and lines: cells, paragraphs, page breaks, and what it refuses."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from document_samples import ROOT
from pdf_by_hand import LEFT, LINE, Sheet, pdf

from evaltool.documents.blocks import Paragraph, Table
from evaltool.documents.readers.pdf import MOST_PAGES, read_pdf
from evaltool.documents.unreadable import Unreadable
from scoring.model import Source

if TYPE_CHECKING:
    from evaltool.documents.blocks import Block

DATA = ROOT / "tests" / "data" / "documents"
FULL = "三" * 41
"""A line that reaches from margin to margin."""

WIDTHS = (60, 60, 100, 100, 80)
HEADERS = "一级指标|二级指标|三级指标|绩效指标描述|指标值"


def blocks(*sheets: Sheet) -> tuple[Block, ...]:
    found, findings = read_pdf(pdf(*sheets), "文件.pdf")
    assert findings == ()
    return found


def texts(*sheets: Sheet) -> list[str]:
    return [block.text for block in blocks(*sheets) if isinstance(block, Paragraph)]


def tables(*sheets: Sheet) -> list[Table]:
    return [block for block in blocks(*sheets) if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def with_table(top: float, *lines: str, widths: tuple[int, ...] = WIDTHS) -> Sheet:
    sheet = Sheet()
    sheet.table(top, widths, lines)
    return sheet


# cells


def test_a_merged_cell_is_empty_where_it_covers_others():
    sheet = with_table(
        100, HEADERS, "产出|数量|会议次数|召开会议|4次", "^|质量|合格率|合格的|95%", "合计|<|<|三项|100"
    )
    assert rows(tables(sheet)[0])[1:] == [
        ["产出", "数量", "会议次数", "召开会议", "4次"],
        ["", "质量", "合格率", "合格的", "95%"],
        ["合计", "", "", "三项", "100"],
    ]


def test_a_wrapped_code_keeps_its_line_break():
    assert rows(tables(with_table(100, "项目编码|13100220/0001", widths=(60, 90)))[0]) == [
        ["项目编码", "13100220\n0001"]
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("880.0/0", "880.00"),
        ("1234./56", "1234.56"),
        ("98.3/3%", "98.33%"),
        ("1,329/,120", "1,329,120"),
        ("1,32/9.67", "1,329.67"),
        ("21,/329", "21,329"),
        ("880/.00", "880.00"),
    ],
)
def test_a_figure_broken_for_want_of_room_is_whole(printed, read):
    assert rows(tables(with_table(100, f"预算数|{printed}", widths=(60, 60)))[0]) == [["预算数", read]]


@pytest.mark.parametrize(
    "printed",
    ["12.50/30", "12.5/30", "1000/2000", "10.0/5.0", "95%/90%", "1,000/20", "1,00/200", "3,5/2", "0001/2"],
)
def test_lines_that_may_be_two_figures_stay_two(printed):
    (row,) = rows(tables(with_table(100, f"预算数|{printed}", widths=(60, 60)))[0])
    assert row[1] == printed.replace("/", "\n")


def test_a_figure_with_room_behind_it_ends_there():
    (row,) = rows(tables(with_table(100, "预算数|880.0/0", widths=(60, 120)))[0])
    assert row[1] == "880.0\n0"


def test_cells_of_different_rows_line_up_in_one_grid():
    sheet = Sheet()
    end = sheet.table(100, (100, 300), ("项目名称|会议费",))
    sheet.table(end, (100, 150, 150), ("预算数|2.00|元",))
    assert rows(tables(sheet)[0]) == [["项目名称", "会议费", ""], ["预算数", "2.00", "元"]]


def test_a_place_is_the_page_the_table_and_the_row():
    second = with_table(300, "指标|值", "甲|1", widths=(100, 100))
    found = tables(with_table(300, HEADERS), second.lines(100, "第二张表"))
    assert [row.cells[0].source for table in found for row in table.rows] == [
        Source("文件.pdf", page=1, table=1, row=1),
        Source("文件.pdf", page=2, table=2, row=1),
        Source("文件.pdf", page=2, table=2, row=2),
    ]


def test_text_around_a_table_stands_before_and_after_it():
    found = blocks(with_table(200, HEADERS).lines(100, "表前").lines(400, "表后"))
    assert [block.text if isinstance(block, Paragraph) else len(block.rows) for block in found] == [
        "表前",
        1,
        "表后",
    ]


def test_a_frame_around_text_is_no_table():
    assert texts(with_table(100, "框内", widths=(400,))) == ["框内"]


def test_a_table_left_open_at_its_sides_has_its_outer_columns():
    sheet = Sheet().rule(60, 40, 530, 40).rule(60, 800, 530, 800).lines(60, "表前").lines(400, "表后")
    for top in (100, 120, 140):
        sheet.rule(LEFT, top, LEFT + 300, top)
    for x in (LEFT + 100, LEFT + 200):
        sheet.rule(x, 100, x, 140)
    for top, line in ((103, ("指标", "描述", "值")), (123, ("会议次数", "次数", "4次"))):
        for at, text in enumerate(line):
            sheet.text(LEFT + 5 + 100 * at, top, text)
    assert texts(sheet) == ["表前", "表后"]
    assert rows(tables(sheet)[0]) == [["指标", "描述", "值"], ["会议次数", "次数", "4次"]]


def test_a_rule_across_the_page_through_a_table_adds_no_column():
    sheet = with_table(100, "甲|乙", "丙|丁", widths=(100, 100)).rule(60, 120, 530, 120)
    assert rows(tables(sheet)[0]) == [["甲", "乙"], ["丙", "丁"]]


def test_a_table_inside_a_cell_keeps_its_own_text():
    sheet = with_table(100, "甲|乙////////丙", widths=(100, 300))
    sheet.table(140, (50, 50), ("内一|内二", "内三|内四"), left=250)
    assert [rows(table) for table in tables(sheet)] == [
        [["甲", "乙\n丙"]],
        [["内一", "内二"], ["内三", "内四"]],
    ]


# glyphs


def test_glyphs_written_twice_to_look_bold_count_once():
    assert texts(Sheet().lines(100, "总体绩效目标").lines(100, "总体绩效目标", x=LEFT + 0.3)) == [
        "总体绩效目标"
    ]


def test_a_character_that_stands_twice_stays_twice():
    assert texts(Sheet().lines(100, "对对11.00")) == ["对对11.00"]


def test_a_watermark_across_the_page_is_not_read():
    assert texts(Sheet().lines(100, "正文").text(150, 400, "内部资料", size=40, turned=45)) == ["正文"]


@pytest.mark.parametrize("turned", [90, 270])
def test_text_turned_on_its_side_is_read_in_its_direction(turned: int):
    assert texts(Sheet().text(200, 400, "产出指标", turned=turned)) == ["产出指标"]


def test_upright_writing_in_a_cell_runs_down_and_from_right_to_left():
    sheet = with_table(100, "//|值", widths=(60, 60))
    for at, sign in enumerate("产出指标"):
        sheet.text(LEFT + 30 - 14 * (at // 2), 105 + 12 * (at % 2), sign)
    assert rows(tables(sheet)[0])[0] == ["产出\n指标", "值"]


def test_radicals_that_fonts_name_become_the_characters_people_type():
    assert texts(Sheet().lines(100, "部⻔⼈民⻚")) == ["部门人民页"]


def test_columns_of_text_are_parted_by_a_space():
    assert texts(Sheet().lines(100, "单位名称").lines(100, "单位：万元", x=350)) == ["单位名称 单位：万元"]


# paragraphs


def test_lines_that_the_margin_broke_are_one_paragraph():
    assert texts(Sheet().lines(100, FULL, FULL, "完。")) == [FULL + FULL + "完。"]


def test_a_short_line_ends_a_paragraph():
    assert texts(Sheet().lines(100, FULL, "完。", "又一段")) == [FULL + "完。", "又一段"]


def test_an_indented_line_begins_a_paragraph():
    sheet = Sheet().lines(100, "三" * 39, x=LEFT + 20)
    sheet.lines(100 + LINE, FULL).lines(100 + 2 * LINE, "四" * 39, x=LEFT + 20)
    assert texts(sheet) == ["三" * 39 + FULL, "四" * 39]


def test_a_numbered_item_begins_a_paragraph_although_the_line_before_is_full():
    assert texts(Sheet().lines(100, FULL[:-1] + "。", "（二）完善制度")) == [
        FULL[:-1] + "。",
        "（二）完善制度",
    ]


def test_a_figure_at_the_beginning_of_a_line_carries_a_sentence_on():
    assert texts(Sheet().lines(100, FULL, "95.5%以上")) == [FULL + "95.5%以上"]


def test_two_short_lines_stay_two_although_nothing_on_the_page_is_longer():
    assert texts(Sheet().lines(100, "绩效目标表", "第一部分")) == ["绩效目标表", "第一部分"]


def test_a_paragraph_goes_on_over_a_page_break_and_its_page_number():
    pages = (
        Sheet().lines(700, FULL).lines(780, "- 1 -", x=290),
        Sheet().lines(80, "完。").lines(780, "- 2 -", x=290),
    )
    assert texts(*pages) == [FULL + "完。"]


def test_a_page_says_its_number_in_many_ways():
    ways = ["1", "- 2 -", "— 3 —", "第 4 页", "第5页 共9页", "第6页，共9页", "7/9", "8 / 9"]
    pages = [Sheet().lines(300, f"正文{number}").lines(790, way, x=290) for number, way in enumerate(ways)]
    assert texts(*pages) == [f"正文{number}" for number in range(8)]


def test_what_is_printed_at_the_edge_of_every_page_is_left_out():
    pages = [
        Sheet()
        .lines(40, "2022年部门预算")
        .lines(200 + 20 * number, "同一句话")
        .lines(800, f"共3页第{number}页止")
        for number in (1, 2, 3)
    ]
    assert texts(*pages) == ["同一句话"] * 3


# page breaks in tables

FIRST = (
    HEADERS,
    "产出指标|数量指标|会议次数|全年召开会议的次数|4次",
    "^|质量指标|合格率|合格的会议占比|≥95%",
)


def test_a_table_goes_on_on_the_next_page_with_its_header_repeated():
    found = tables(
        with_table(650, *FIRST), with_table(60, HEADERS, "效益指标|社会效益|知晓率|知晓的占比|≥90%")
    )
    assert len(found) == 1
    assert [row.cells[0].source.page for row in found[0].rows] == [1, 1, 1, 2, 2]
    assert rows(found[0])[4] == ["效益指标", "社会效益", "知晓率", "知晓的占比", "≥90%"]


def test_a_row_that_a_page_break_cut_is_one_row():
    found = tables(
        with_table(650, HEADERS, "满意度|服务对象|满意度|满意和较满意的人/数占全部被调查人|≥95%"),
        with_table(60, HEADERS, "|||数的比率|"),
    )
    assert rows(found[0])[1] == [
        "满意度",
        "服务对象",
        "满意度",
        "满意和较满意的人\n数占全部被调查人\n数的比率",
        "≥95%",
    ]
    assert len(found[0].rows) == 3


def test_a_row_without_levels_at_the_top_of_a_page_stays_a_row():
    found = tables(with_table(650, *FIRST[:2]), with_table(60, "||完成率|全部完成的会议占比|≥95%"))
    assert rows(found[0])[2] == ["", "", "完成率", "全部完成的会议占比", "≥95%"]


def test_a_row_with_one_short_text_at_the_top_of_a_page_stays_a_row():
    found = tables(with_table(650, *FIRST), with_table(60, "|||说明|"))
    assert rows(found[0])[3] == ["", "", "", "说明", ""]


def test_text_after_a_page_break_parts_two_tables():
    assert len(tables(with_table(650, *FIRST), with_table(200, *FIRST).lines(100, "2.会议费绩效目标表"))) == 2


def test_tables_with_other_edges_stay_two():
    assert len(tables(with_table(650, *FIRST), with_table(60, "甲|乙", widths=(130, 270)))) == 2


def test_a_wider_table_stays_another_one():
    assert len(tables(with_table(650, *FIRST), with_table(60, "甲|乙", widths=(60, 400)))) == 2


def test_rows_with_fewer_columns_join_and_keep_the_grid():
    found = tables(with_table(650, *FIRST), with_table(60, "合计|100", widths=(60, 340)))
    assert rows(found[0])[3] == ["合计", "100", "", "", ""]


# what is refused


def refused(data: bytes) -> tuple[str, dict[str, str]]:
    with pytest.raises(Unreadable) as raised:
        read_pdf(data, "文件.pdf")
    return raised.value.code, dict(raised.value.facts)


def test_a_scanned_document_says_that_it_holds_no_text():
    assert refused((DATA / "扫描件.pdf").read_bytes()) == ("document.no_text", {"pages": "2"})


def test_a_scanned_page_among_others_is_named():
    _, findings = read_pdf(
        pdf(Sheet().lines(100, "正文"), Sheet().picture(), Sheet(), Sheet().picture()), "文件.pdf"
    )
    assert [(doubt.code, dict(doubt.facts)) for doubt in findings] == [
        ("document.picture_pages", {"pages": "2、4"})
    ]
    assert findings[0].source == Source("文件.pdf", page=2)


def test_a_document_without_anything_holds_no_text():
    assert refused(pdf(Sheet())) == ("document.no_text", {"pages": "1"})


def test_a_document_with_a_password_is_locked():
    assert refused((DATA / "有打开密码.pdf").read_bytes()) == ("document.locked", {})


def test_three_thousand_pages_are_refused_without_reading_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pdfplumber.page.Page.objects", property(lambda _: pytest.fail("a page was read")))
    facts = {"pages": "3000", "limit": str(MOST_PAGES)}
    assert refused(pdf(*[Sheet()] * 3000)) == ("document.too_many_pages", facts)


@pytest.mark.parametrize("said", [1, 0, -5])
def test_a_document_that_hides_how_many_pages_it_has_is_refused_as_well(said: int):
    code, _ = refused(pdf(*[Sheet()] * (MOST_PAGES + 1), said_pages=said))
    assert code == "document.too_many_pages"


@pytest.mark.parametrize("length", [9, 40, 300])
def test_what_is_left_of_a_cut_file_is_broken_or_without_text(length: int):
    assert refused(pdf(Sheet().lines(100, "正文"))[:length])[0] in {"document.broken", "document.no_text"}


def test_a_file_that_needs_too_much_memory_is_not_called_broken(monkeypatch: pytest.MonkeyPatch):
    def no_memory(_interpreter: object, _page: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pdfminer.pdfinterp.PDFPageInterpreter.process_page", no_memory)
    with pytest.raises(MemoryError):
        read_pdf(pdf(Sheet().lines(100, "正文")), "文件.pdf")


def test_a_page_that_cannot_be_drawn_is_a_broken_document():
    broken = pdf(Sheet().lines(100, "正文")).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 (a) (b)]")
    assert refused(broken) == ("document.broken", {"format": "PDF"})


def test_glyphs_without_meaning_are_reported_by_line():
    sheet = Sheet().lines(100, "部门整体绩效目标").text(LEFT, 200, "目标内容", font="F2")
    found, findings = read_pdf(pdf(sheet), "文件.pdf")
    assert [block.text for block in found] == ["部门整体绩效目标", "\ufffd" * 4]
    assert [(doubt.code, dict(doubt.facts)) for doubt in findings] == [
        ("document.damaged_text", {"lines": "1"})
    ]


def test_a_document_of_glyphs_without_meaning_holds_no_text():
    assert refused(pdf(Sheet().text(LEFT, 200, "目标内容", font="F2")))[0] == "document.no_text"


def test_what_the_library_doubts_is_not_said(caplog: pytest.LogCaptureFixture):
    sheet = Sheet().lines(100, "正文")
    sheet._drawn.insert(0, "/P1 g")
    data = pdf(sheet)
    with pdfplumber.open(io.BytesIO(data)) as document:
        assert document.pages[0].chars
    assert caplog.records
    caplog.clear()
    assert texts(sheet) == ["正文"]
    assert not caplog.records
