"""What of a Word file is text: as it is shown, without what is hidden, deleted, or said twice."""

from __future__ import annotations

import pytest
from block_texts import texts
from word_parts import WITH_MACROS, cell, paragraph, row, table, word_parts

from evaltool.documents.readers.docx import read_docx


def texts_of(body: str, **parts: str) -> list[str | list[list[str]]]:
    return texts(read_docx(word_parts(body, **parts), "目标.docx")[0])


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


SHOWN = {
    "runs are one text": (run("≥95") + run("%及以上"), ["≥95%及以上"]),
    "tabs and breaks": (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>",
        ["甲\t乙", "丙", "丁"],
    ),
    "a hyphen that does not break": ("<w:r><w:t>2022</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", ["2022-1"]),
    "a link": (f"<w:hyperlink>{run('附件')}</w:hyperlink>", ["附件"]),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('143')}</w:sdtContent></w:sdt>", ["143"]),
    "a formula": ("<m:oMath><m:r><m:t>≥95%</m:t></m:r></m:oMath>", ["≥95%"]),
    "a field and not its instruction": (
        f"<w:r><w:instrText> DATE </w:instrText></w:r><w:fldSimple>{run('2022年')}</w:fldSimple>",
        ["2022年"],
    ),
    "raised digits stay raised": (run("10") + run("2", '<w:vertAlign w:val="superscript"/>'), ["10²"]),
    "marks without width": (run("提案\u200b交办率\ufeff"), ["提案交办率"]),
    "a symbol of a font is left out": (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>',
        ["是"],
    ),
    "a phonetic guide": (
        f"<w:r><w:ruby><w:rt>{run('julu')}</w:rt><w:rubyBase>{run('巨鹿')}</w:rubyBase></w:ruby></w:r>",
        ["巨鹿"],
    ),
    "inserted text": (f"<w:ins>{run('95')}</w:ins>{run('%')}", ["95%"]),
    "deleted text": ("<w:del><w:r><w:delText>90</w:delText><w:tab/></w:r></w:del>" + run("95%"), ["95%"]),
    "moved text": (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", ["新"]),
    "hidden text": (run("9", "<w:vanish/>") + run("4次"), ["4次"]),
    "text that is not hidden": (run("4次", '<w:vanish w:val="0"/>'), ["4次"]),
    "text that was hidden once": (
        run("4次", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
        ["4次"],
    ),
    "a hidden end of a paragraph": ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("4次"), ["4次"]),
    "tab stops": ('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' + run("4次"), ["4次"]),
}


@pytest.mark.parametrize(("content", "expected"), SHOWN.values(), ids=SHOWN.keys())
def test_a_paragraph_says_what_is_shown(content: str, expected: list[str]):
    assert texts_of(f"<w:p>{content}</w:p>") == expected


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next():
    deleted = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('提案')}</w:p>"
    assert texts_of(deleted + paragraph("交办率")) == ["提案交办率"]


@pytest.mark.parametrize("gone", ["<w:del/>", "<w:hidden/>"])
def test_a_row_that_is_deleted_or_hidden_is_not_there(gone: str):
    assert texts_of(table(row("一", "二"), row("旧", "旧", properties=gone), row("三", "四"))) == [
        [["一", "二"], ["三", "四"]]
    ]


BOX = "<w:txbxContent>{}</w:txbxContent>"
NEW = (
    "<mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
)
OLD = "<w:pict><v:textbox>{}</v:textbox></w:pict>"


def test_a_text_box_follows_the_paragraph_it_hangs_on_and_is_said_once():
    box = BOX.format(paragraph("单位：万元"))
    shape = NEW.format(box) + f"<mc:Fallback>{OLD.format(box)}</mc:Fallback>"
    content = f"<w:r><w:t>项目</w:t><mc:AlternateContent>{shape}</mc:AlternateContent></w:r>{run('名称')}"
    assert texts_of(f"<w:p>{content}</w:p>") == ["项目名称", "单位：万元"]


def test_a_text_box_of_older_programs_is_read():
    assert texts_of(f"<w:p><w:r>{OLD.format(BOX.format(paragraph('附件1')))}</w:r></w:p>") == ["附件1"]


def test_a_form_in_a_text_box_is_a_table():
    box = OLD.format(BOX.format(table(row("项目编码", "P1"), row("项目名称", "活动"))))
    assert texts_of(f"<w:p><w:r>{box}</w:r></w:p>") == [[["项目编码", "P1"], ["项目名称", "活动"]]]


def test_a_text_box_in_a_cell_belongs_to_the_cell():
    held = f"<w:p><w:r>{OLD.format(BOX.format(paragraph('（注）')))}<w:t>4次</w:t></w:r></w:p>"
    assert texts_of(table(row("指标值", cell(held)))) == [[["指标值", "4次\n（注）"]]]


def test_a_document_with_macros_is_read_as_any_other():
    assert texts_of(paragraph("总体绩效目标"), main=WITH_MACROS) == ["总体绩效目标"]


def test_an_empty_document_has_no_blocks():
    assert texts_of("") == []
