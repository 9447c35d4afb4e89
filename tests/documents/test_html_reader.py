"""Web pages: what a browser shows of them, whatever their encoding and however they misuse tables."""

from __future__ import annotations

import pytest
from block_texts import texts

from evaltool.documents import Unreadable
from evaltool.documents.blocks import Table
from evaltool.documents.readers import flow
from evaltool.documents.readers.html import read_html
from scoring.model import Source

FORM = "<table><tr><td>项目编码</td><td>P1</td></tr><tr><td>项目名称</td><td>委员活动</td></tr></table>"
FORM_TEXTS = [["项目编码", "P1"], ["项目名称", "委员活动"]]


def texts_of(page: str) -> list[str | list[list[str]]]:
    return texts(read_html(page.encode(), "目标.html")[0])


SHOWN = {
    "paragraphs and breaks are lines": ("<p>甲</p><div>乙<br>丙</div>丁<h2>戊</h2>己", list("甲乙丙丁戊己")),
    "parts of a line belong together": ("<p><b>≥</b>9<i>5</i><span>%</span></p>", ["≥95%"]),
    "entities": ("<p>&ge;95&#37; &amp; &#x4e2d;&nbsp;</p>", ["≥95% & 中"]),
    "line breaks of the source": ("<p>做好\n  会议\nA\nB</p>", ["做好会议 A B"]),
    "text as it was typed": ("<pre>甲\n乙</pre>", ["甲", "乙"]),
    "scripts, styles and the head": (
        "<head><title>站</title></head><script>if (a<b) x()</script><style>p{}</style><p>甲</p>",
        ["甲"],
    ),
    "comments": ("<p>甲<!-- 乙 --></p>", ["甲"]),
    "hidden things": (
        "<p style='color:red; DISPLAY : none'>旧<b>旧</b></p><p hidden>旧</p><p>甲<del>旧</del></p>",
        ["甲"],
    ),
    "choices and embedded things": (
        "<select><option>1</option></select><svg><text>图</text></svg>甲",
        ["甲"],
    ),
    "raised digits stay raised": ("<p>10<sup>2</sup>平方米</p>", ["10²平方米"]),
    "marks without width": ("<p>提案&#8203;交办率</p>", ["提案交办率"]),
    "lists with numbers": (
        "<ol><li>甲<ul><li>点</ul><li>乙</ol><ol start=7><li>丙</ol><ol type=a><li>丁</ol>",
        ["1. 甲", "点", "2. 乙", "7. 丙", "丁"],
    ),
    "tags that are never closed": ("<p>甲<p>乙<b>丙", ["甲", "乙丙"]),
    "ends of what never began": ("</td></tr></table></ol></sup></p>甲", ["甲"]),
}


@pytest.mark.parametrize(("page", "expected"), SHOWN.values(), ids=SHOWN.keys())
def test_a_page_says_what_a_browser_shows(page: str, expected: list[str]):
    assert texts_of(page) == expected


TABLES = {
    "merged across": ("<tr><td colspan=3>标题</td><td>单位</td></tr>", [["标题", "", "", "单位"]]),
    "merged down": (
        "<tr><th rowspan=2>产出<td>数量</tr><tr><td>质量</tr><tr><td>效益<td>社会</tr>",
        [["产出", "数量"], ["", "质量"], ["效益", "社会"]],
    ),
    "merged down in the middle and at the end": (
        "<tr><td>1<td rowspan=2>2<td>3<td rowspan=3>4</tr><tr><td>5<td>6</tr><tr><td>7<td>8</tr>",
        [["1", "2", "3", "4"], ["5", "", "6", ""], ["7", "8", "", ""]],
    ),
    "merged across and down": (
        "<tr><td rowspan=2 colspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr>",
        [["甲", "", "1"], ["", "", "2"]],
    ),
    "merged beyond its group of rows": (
        "<thead><tr><td rowspan=9>一级<td>二级</tr></thead><tbody><tr><td>产出<td>数量</tr>",
        [["一级", "二级"], ["产出", "数量"]],
    ),
    "merged beyond its end": ("<tr><td rowspan=65000>甲</td><td>1</td></tr>", [["甲", "1"]]),
    "lines in a cell": (
        "<tr><td>目标</td><td><p>一、 </p><p></p>二、<br>&nbsp;三、</td></tr>",
        [["目标", "一、\n二、\n三、"]],
    ),
    "ends that nobody wrote": ("<tr><td>1<td>2<tr><td>3<td>4", [["1", "2"], ["3", "4"]]),
    "a hidden row": (
        "<tr><td>1</td><td>2</td></tr><tr style='display:none'><td>3</td><td>4</td></tr>",
        [["1", "2"]],
    ),
    "a row in a cell": ("<tr><td>1<div><tr>甲</tr></div></td><td>2</td></tr>", [["1\n甲", "2"]]),
}


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES.keys())
def test_a_table_is_read_by_its_columns(rows: str, expected: list[list[str]]):
    assert texts_of(f"<table>{rows}</table>") == [expected]


def test_a_cell_without_a_row_has_one_and_a_cell_without_a_table_is_a_line():
    assert texts_of("<td>甲</td><table><td>乙</td></table>") == ["甲", "乙"]


def test_a_caption_stands_before_its_table():
    assert texts_of(FORM.replace("<table>", "<table><caption>绩效目标表</caption>")) == [
        "绩效目标表",
        FORM_TEXTS,
    ]


LAYOUT = """<table><tr><td colspan=2>某县政协</td></tr>
<tr><td><table><tr><td>首页</td></tr><tr><td>公开</td></tr></table></td>
    <td><h1>2022年绩效目标</h1><table><tr><td>{form}<p>说明</p></td></tr></table></td></tr>
<tr><td colspan=2>版权</td></tr></table>"""


def test_tables_for_looks_are_text_and_the_innermost_is_the_form():
    assert texts_of(LAYOUT.format(form=FORM)) == [
        "某县政协",
        "首页",
        "公开",
        "2022年绩效目标",
        FORM_TEXTS,
        "说明",
        "版权",
    ]


def test_a_table_knows_its_number_and_each_row_its_own():
    tables = [block for block in read_html((FORM * 2).encode(), "目标")[0] if isinstance(block, Table)]
    assert [[row.cells[0].source for row in block.rows] for block in tables] == [
        [Source("目标", table=number, row=1), Source("目标", table=number, row=2)] for number in (1, 2)
    ]


META = '<meta http-equiv="Content-Type" content="text/html; charset={}"><p>绩效目标：提案交办率≥95%，㐂</p>'
ENCODED = {
    "UTF-8": META.format("utf-8").encode(),
    "UTF-8 with a mark": META.format("utf-8").encode("utf-8-sig"),
    "GB2312 that is GB18030": META.format("gb2312").encode("gb18030"),
    "GBK in capitals": META.format("GBK").encode("gb18030"),
    "nothing said, UTF-8": META.replace("charset={}", "").encode(),
    "nothing said, GB18030": META.replace("charset={}", "").encode("gb18030"),
    "UTF-8 said, GB18030 meant": META.format("utf-8").encode("gb18030"),
    "GBK said, UTF-8 meant": META.format("gbk").encode(),
    "an encoding nobody knows": META.format("rot13").encode(),
    "UTF-16 with its mark": META.format("utf-16").encode("utf-16"),
    "quoted, in the newer way": b'<meta charset="gbk">'
    + "<p>绩效目标：提案交办率≥95%，㐂</p>".encode("gb18030"),
    "far more tags than words": (META.format("gbk") + "<br class='a-long-name'>" * 999).encode("gb18030"),
}


@pytest.mark.parametrize("page", ENCODED.values(), ids=ENCODED.keys())
def test_a_page_is_read_in_the_encoding_that_fits(page: bytes):
    blocks, findings = read_html(page, "目标")
    assert texts(blocks) == ["绩效目标：提案交办率≥95%，㐂"]
    assert findings == ()


def test_damaged_characters_are_a_finding():
    page = b"<p>" + "绩效目标".encode() * 200 + b"\xff</p>"
    _blocks, (damage,) = read_html(page, "目标")
    assert (damage.code, damage.facts) == ("document.damaged_text", {"lines": "1"})


REFUSED = {
    "no known encoding": (b"<html>" + b"\xff\x80\xff" * 500, "document.encoding"),
    "zeros in it": (b"<html>\0\0", "document.binary"),
    "cells without end": (
        b"<table><tr>" + b"<td colspan=1000>1</td>" * 501,
        "document.too_many_cells",
    ),
    "lines without end": (b"<br>" + b"x<p>" * (flow.MOST_LINES + 1), "document.too_many_lines"),
    "columns without end": (
        b"<table><tr>" + b"<td colspan=1000 rowspan=1000>1</td>" * 100 + b"</tr>" + b"<tr></tr>" * 100,
        "document.too_many_cells",
    ),
}


@pytest.mark.parametrize(("page", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_page_is_refused_with_its_reason(page: bytes, code: str):
    with pytest.raises(Unreadable) as refused:
        read_html(page, "目标")
    assert refused.value.code == code


@pytest.mark.parametrize("said", ["100000000", "9" * 5000, "0", "-3", "x", "²"])
def test_a_span_beyond_all_sense_costs_little(said: str):
    (rows,) = texts_of(f"<table><tr><td colspan='{said}'>甲<td rowspan='{said}'>乙</tr><tr><td>丙</table>")
    assert [text for row in rows for text in row if text] == ["甲", "乙", "丙"]
    assert len(rows[0]) <= 1 + flow.MOST_SPANNED


def framed(depth: int) -> str:
    return "<table><tr><td>" * depth + FORM + "</td></tr></table>" * depth


@pytest.mark.parametrize("depth", [1, 10, 29])
def test_a_form_is_found_in_frames_in_frames(depth: int):
    assert texts_of(framed(depth)) == [FORM_TEXTS]


@pytest.mark.parametrize("depth", [30, 20_000])
def test_a_form_in_more_frames_than_any_site_has_is_lines(depth: int):
    assert texts_of(framed(depth)) == ["项目编码", "P1", "项目名称", "委员活动"]


@pytest.mark.parametrize("page", [b"\xff\xfe", b"\xef\xbb\xbf ", b"<html>", b"<table></table>"])
def test_a_page_of_nothing_has_no_blocks(page: bytes):
    assert read_html(page, "目标") == ((), ())


def test_tags_without_end_are_survived():
    assert texts_of("<div>" * 100_000 + "甲" + "<b>" * 100_000 + "乙") == ["甲乙"]


def test_entities_of_a_pages_own_are_not_followed():
    page = (
        '<!DOCTYPE html [<!ENTITY own SYSTEM "file:///etc/hostname"><!ENTITY a "b">]><html><p>甲&own;&a;</p>'
    )
    said = "".join(str(text) for text in texts_of(page))
    assert "甲&own;&a;" in said
