"""How the report looks: the page, fonts and spacing of an official document after GB/T 9704.

方正小标宋简体 and 仿宋_GB2312 are not everywhere; the file's table of fonts names what stands for each.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from evaltool.reports.word.parts import Set

LATIN = "Times New Roman"
FANGSONG, HEI, KAI, SONG, TITLE_SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "方正小标宋简体"
STAND_INS = {TITLE_SONG: SONG, FANGSONG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun"}
"""What stands for a font where it is not installed."""

PAPER = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
TEXT_WIDTH = PAPER[0] - LEFT - RIGHT

TABLE_TEXT = "evaltool table"
MARK = "evaltool mark"
NOTE = "evaltool note"
SIGNATURE = "evaltool signature"
PAGE_NUMBER = "evaltool page number"


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph's look: points, and `indent` in signs; `line` is the fixed distance of lines, 0: single."""

    font: str
    size: float
    bold: bool = False
    indent: int = 0
    line: int = 28
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    """Left: a long code moved to the next line would pull a justified one apart."""
    keeps: bool = False
    """Whether it stays on the page of what follows."""
    around: tuple[int, int] = (0, 0)
    """Points of room above and below."""
    latin: str = LATIN
    """The font of letters and figures; headings have them in their own."""


CENTRE, RIGHTWARDS = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT

LOOKS = {
    "Normal": _Look(FANGSONG, 16, indent=2),
    "Title": _Look(TITLE_SONG, 22, bold=True, line=36, align=CENTRE, around=(0, 22)),
    "Heading 1": _Look(HEI, 16, indent=2, keeps=True, latin=HEI),
    "Heading 2": _Look(KAI, 16, indent=2, keeps=True, latin=KAI),
    "Heading 3": _Look(FANGSONG, 16, bold=True, indent=2, keeps=True),
    "Caption": _Look(HEI, 12, latin=HEI, line=24, align=CENTRE, keeps=True, around=(6, 2)),
    SIGNATURE: _Look(FANGSONG, 16, align=RIGHTWARDS, keeps=True, around=(14, 0)),
    NOTE: _Look(FANGSONG, 12, line=20, around=(4, 0)),
    TABLE_TEXT: _Look(SONG, 10.5, line=0),
    PAGE_NUMBER: _Look(SONG, 14, line=0, align=CENTRE),
    MARK: _Look(SONG, 7.5, line=0, align=CENTRE),
}

TEMPLATE_STYLES = ("Table Grid", "Normal Table", "Default Paragraph Font", "No List")

STYLES = {
    Set.TITLE: "Title",
    Set.BODY: "Normal",
    Set.CAPTION: "Caption",
    Set.NOTE: NOTE,
    Set.SIGNATURE: SIGNATURE,
}
"""The style of each kind of paragraph."""


def set_page(document: Document) -> None:
    """A4 with the margins of an official document."""
    section = document.sections[0]
    section.page_width, section.page_height = PAPER
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.footer_distance = Mm(22)


def set_styles(document: Document) -> None:
    """Give every style that the report uses its look, and leave out all that the template has beside them.

    python-docx looks through all styles for each paragraph, and nobody wants 150 of them in the list.
    """
    for unused in [style for style in document.styles if style.name not in {*LOOKS, *TEMPLATE_STYLES}]:
        unused.delete()
    for name, look in LOOKS.items():
        style = document.styles[name] if name in document.styles else document.styles.add_style(name, 1)
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - all of them are styles of paragraphs
        _set(style, look)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def _set(style: ParagraphStyle, look: _Look) -> None:
    properties = style.element.get_or_add_rPr()
    for link in style.element.findall(qn("w:link")):
        style.element.remove(link)
    for tag in ("w:rFonts", "w:color", "w:spacing", "w:kern", "w:i", "w:iCs", "w:bCs", "w:szCs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    style.font.name = look.latin
    properties.rFonts.set(qn("w:eastAsia"), look.font)
    properties.rFonts.set(qn("w:cs"), LATIN)
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.base_style = None
    paragraph = style.element.get_or_add_pPr()
    for old in paragraph.findall(qn("w:pBdr")):
        paragraph.remove(old)
    form = style.paragraph_format
    form.alignment, form.keep_with_next = look.align, look.keeps
    form.space_before, form.space_after = map(Pt, look.around)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY if look.line else WD_LINE_SPACING.SINGLE
    if look.line:
        form.line_spacing = Pt(look.line)
    form.first_line_indent = Pt(look.size * look.indent)
    # In signs, so that the indent follows the font where somebody changes it.
    paragraph.ind.set(qn("w:firstLineChars"), str(100 * look.indent))


def font_table() -> bytes:
    """The file's table of fonts."""
    fonts = OxmlElement("w:fonts")
    for name, stand_in in STAND_INS.items():
        font = OxmlElement("w:font", {qn("w:name"): name})
        font.append(OxmlElement("w:altName", {qn("w:val"): stand_in}))
        font.append(OxmlElement("w:charset", {qn("w:val"): "86"}))
        font.append(OxmlElement("w:family", {qn("w:val"): "auto"}))
        fonts.append(font)
    return serialize_part_xml(fonts)
