"""Tables of Word files: merged cells, tables in cells, and how deep and wide they may be."""

from __future__ import annotations

import pytest
from block_texts import texts
from word_parts import cell, paragraph, row, table, word_parts

from evaltool.documents import Unreadable
from evaltool.documents.blocks import Table
from evaltool.documents.readers import flow
from evaltool.documents.readers.docx import read_docx
from scoring.model import Source

FORM = (row("项目编码", "P1"), row("项目名称", "委员活动"))
FORM_TEXTS = [["项目编码", "P1"], ["项目名称", "委员活动"]]


def texts_of(body: str) -> list[str | list[list[str]]]:
    return texts(read_docx(word_parts(body), "目标.docx")[0])


def test_a_cell_merged_across_is_followed_by_empty_cells():
    wide = cell("绩效目标", '<w:gridSpan w:val="3"/>')
    assert texts_of(table(row("1", "2", "3", "4"), row(wide, "做好会议"))) == [
        [["1", "2", "3", "4"], ["绩效目标", "", "", "做好会议"]]
    ]


def test_a_cell_merged_down_is_empty_where_it_goes_on():
    begun = cell("产出指标", '<w:vMerge w:val="restart"/>')
    rows = (
        row(begun, "数量指标"),
        row(cell("旧文字", "<w:vMerge/>"), "质量指标"),
        row(cell("旧", '<w:vMerge w:val="continue"/>'), "时效"),
    )
    assert texts_of(table(*rows)) == [[["产出指标", "数量指标"], ["", "质量指标"], ["", "时效"]]]


def test_cells_merged_across_in_the_older_way_are_empty_where_they_go_on():
    begun, going_on = cell("标题", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")
    assert texts_of(table(row(begun, going_on, "单位：万元"))) == [[["标题", "", "单位：万元"]]]


def test_columns_that_a_row_leaves_out_keep_the_others_in_their_place():
    left_out = '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'
    assert texts_of(table(row("1", "2", "3", "4"), row("三", properties=left_out), row("甲", "乙"))) == [
        [["1", "2", "3", "4"], ["", "", "三", ""], ["甲", "乙"]]
    ]


def test_rows_and_cells_in_content_controls_are_rows_and_cells():
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('P1')}</w:sdtContent></w:sdt>"
    row_held = f"<w:sdt><w:sdtContent>{FORM[1]}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent>{table(row('项目编码', held), row_held)}</w:sdtContent></w:sdt>"
    assert texts_of(body) == [FORM_TEXTS]


def test_lines_of_a_cell_are_its_paragraphs_and_breaks_without_the_empty_ones():
    lines = (
        paragraph("一、召开会议 ")
        + paragraph("")
        + "<w:p><w:r><w:t>二、</w:t><w:br/><w:t>　三、</w:t></w:r></w:p>"
    )
    assert texts_of(table(row("绩效目标", cell(lines)))) == [[["绩效目标", "一、召开会议\n二、\n三、"]]]


def test_a_table_knows_its_number_and_each_row_its_own():
    blocks, _findings = read_docx(word_parts(table(*FORM) + paragraph("说明") + table(*FORM)), "目标.docx")
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [[one.cells[1].source for one in block.rows] for block in tables] == [
        [Source("目标.docx", table=number, row=1), Source("目标.docx", table=number, row=2)]
        for number in (1, 2)
    ]


def test_a_form_in_a_frame_of_one_cell_is_a_table_of_its_own():
    framed = paragraph("委员活动绩效目标表") + table(*FORM) + paragraph("填报人")
    assert texts_of(table(row(cell(framed)))) == ["委员活动绩效目标表", FORM_TEXTS, "填报人"]


def test_a_table_in_a_row_of_a_form_follows_the_rows_above_it():
    inner = table(row("三级指标", "指标值"), row("培训次数", "4次"))
    held = row("绩效指标", cell(inner + paragraph("")))
    assert texts_of(table(*FORM, held, row("填报人", "张"))) == [
        FORM_TEXTS,
        "绩效指标",
        [["三级指标", "指标值"], ["培训次数", "4次"]],
        [["填报人", "张"]],
    ]


@pytest.mark.parametrize("inner", [table(row("□是", "☑否")), table(row("□是 ☑否"))])
def test_a_table_of_one_row_beside_filled_cells_is_text_of_its_cell(inner: str):
    assert texts_of(table(*FORM, row("是否新增", cell(inner + paragraph("（勾选）"))))) == [
        [*FORM_TEXTS, ["是否新增", "□是 ☑否\n（勾选）"]]
    ]


def test_a_table_of_one_row_alone_in_a_frame_stays_a_table():
    assert texts_of(
        table(row(cell(table(row("131001某县政协", "单位：万元")))), row(cell(table(*FORM))))
    ) == [
        [["131001某县政协", "单位：万元"]],
        FORM_TEXTS,
    ]


def test_a_table_of_which_no_row_says_two_things_is_a_frame_around_text():
    assert texts_of(
        table(row("一、总体绩效目标", ""), row(cell(paragraph("做好工作") + paragraph("完成率100%"))))
    ) == [
        "一、总体绩效目标",
        "做好工作",
        "完成率100%",
    ]


def nested(depth: int) -> str:
    body = table(*FORM)
    for _ in range(depth):
        body = table(row(cell(body)))
    return body


@pytest.mark.parametrize("depth", [1, 10, 80])
def test_a_form_is_found_in_frames_in_frames(depth: int):
    assert texts_of(nested(depth)) == [FORM_TEXTS]


def test_tables_deeper_than_any_program_writes_are_refused():
    with pytest.raises(Unreadable) as refused:
        texts_of(nested(1000))
    assert refused.value.code == "document.broken"


@pytest.mark.parametrize("said", ["100000000", "-1", "x", "", "٣"])
def test_a_span_beyond_all_sense_costs_little(said: str):
    (rows,) = texts_of(table(row(cell("甲", f'<w:gridSpan w:val="{said}"/>'), "乙")))
    assert [text for text in rows[0] if text] == ["甲", "乙"]
    assert len(rows[0]) <= 1 + flow.MOST_SPANNED


def test_cells_without_end_are_refused():
    wide = cell("甲", '<w:gridSpan w:val="1000"/>')
    with pytest.raises(Unreadable) as refused:
        texts_of(table(*[row(wide)] * (flow.MOST_CELLS // 1000 + 1)))
    assert refused.value.code == "document.too_many_cells"
    assert refused.value.facts == {"limit": str(flow.MOST_CELLS)}
