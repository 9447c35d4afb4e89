"""The numbers that Word draws: objectives are told apart by them although no text holds them."""

from __future__ import annotations

import pytest
from block_texts import texts
from word_parts import cell, paragraph, row, table, word_parts

from evaltool.documents.readers.docx import read_docx


def level(form: str, text: str, depth: int = 0, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def kind(*levels: str, name: int = 1) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def lists(*named: str) -> str:
    """Lists 1, 2 … of kind 1, each with what it overrides."""
    return "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{override}</w:num>'
        for number, override in enumerate(named or ("",), 1)
    )


def item(text: str, name: int = 1, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def texts_of(body: str, numbering: str, styles: str = "") -> list[str | list[list[str]]]:
    return texts(read_docx(word_parts(body, lists=numbering, styles=styles), "目标.docx")[0])


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["9. ", "10. ", "11. "]),
        ("decimal", "%1、", ["9、", "10、", "11、"]),
        ("chineseCounting", "%1、", ["九、", "十、", "十一、"]),
        ("chineseCountingThousand", "（%1）", ["（九）", "（十）", "（十一）"]),
        ("japaneseCounting", "第%1部分", ["第九部分", "第十部分", "第十一部分"]),
        ("ideographDigital", "%1、", ["九、", "一〇、", "一一、"]),
        ("decimalEnclosedCircleChinese", "%1", ["⑨", "⑩", "⑪"]),
        ("bullet", "●", ["", "", ""]),
        ("none", "%1", ["", "", ""]),
        ("lowerRoman", "%1.", ["", "", ""]),
    ],
)
def test_numbers_are_written_as_the_list_says(form: str, text: str, expected: list[str]):
    numbering = kind(level(form, text, start=9)) + lists()
    assert texts_of(item("工作") * 3, numbering) == [f"{number}工作" for number in expected]


@pytest.mark.parametrize(
    ("number", "drawn"), [(20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一〇〇"), (0, "〇")]
)
def test_larger_numbers_are_counted_in_tens(number: int, drawn: str):
    numbering = kind(level("chineseCounting", "%1、", start=number)) + lists()
    assert texts_of(item("工作"), numbering) == [f"{drawn}、工作"]


TWO = (level("chineseCounting", "%1、"), level("decimal", "%1.%2", depth=1, more="<w:isLgl/>"))


def test_a_deeper_level_begins_anew_below_the_next_item():
    body = item("甲") + item("乙", depth=1) + item("丙", depth=1) + item("丁") + item("戊", depth=1)
    assert texts_of(body, kind(*TWO) + lists()) == ["一、甲", "1.1 乙", "1.2 丙", "二、丁", "2.1 戊"]


def test_a_level_is_drawn_in_the_forms_of_the_levels_above_it():
    numbering = kind(TWO[0], level("decimal", "%1-%2、", depth=1)) + lists()
    assert texts_of(item("甲", depth=1), numbering) == ["一-1、甲"]


def test_a_number_is_close_to_the_text_where_the_list_says_so():
    numbering = kind(level("decimal", "%1)", more='<w:suff w:val="nothing"/>')) + lists()
    assert texts_of(item("甲"), numbering) == ["1)甲"]


def test_lists_of_one_kind_count_on_but_where_one_restarts():
    restarting = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("甲") + item("乙", 2) + item("丙", 3) + item("丁", 3)
    numbering = kind(level("decimal", "%1、")) + lists("", "", restarting)
    assert texts_of(body, numbering) == ["1、甲", "2、乙", "5、丙", "6、丁"]


def test_a_list_may_have_a_level_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level("decimal", "目标%1：")}</w:lvlOverride>'
    assert texts_of(item("甲"), kind(level("chineseCounting", "%1、")) + lists(own)) == ["目标1：甲"]


STYLES = (
    '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="2"><w:basedOn w:val="1"/></w:style>'
    '<w:style w:styleId="round"><w:basedOn w:val="round"/></w:style>'
)


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it():
    body = styled("甲", "1") + styled("乙", "2") + styled("丙", "round") + styled("丁", "unknown")
    assert texts_of(body, kind(TWO[0]) + lists(), STYLES) == ["一、甲", "二、乙", "丙", "丁"]


def test_a_paragraph_may_take_no_part_in_its_styles_list():
    without = paragraph("乙", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("甲", "1") + without + styled("丙", "1")
    assert texts_of(body, kind(TWO[0]) + lists(), STYLES) == ["一、甲", "乙", "二、丙"]


def test_a_deleted_paragraph_is_not_counted():
    deleted = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )
    assert texts_of(item("甲") + deleted + item("乙"), kind(TWO[0]) + lists()) == ["一、甲", "二、乙"]


def test_a_column_of_drawn_numbers_is_a_column_of_numbers():
    rows = [row(cell(item("")), text) for text in ("培训次数", "会议次数")]
    assert texts_of(table(*rows), kind(level("decimal", "%1")) + lists()) == [
        [["1", "培训次数"], ["2", "会议次数"]]
    ]


@pytest.mark.parametrize(
    "damaged",
    [
        '<w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        kind(level("decimal", "%1、").replace('w:val="1"', 'w:val="x"')) + lists(),
        kind(level("decimal", "%9、")) + lists(),
        "<w:num/><w:abstractNum/>",
    ],
)
def test_a_damaged_list_does_not_lose_its_paragraphs(damaged: str):
    (text,) = texts_of(item("做好工作"), damaged)
    assert str(text).endswith("做好工作")
