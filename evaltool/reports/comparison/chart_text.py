"""Texts of a chart in the font of the sheet; all of them are our own words."""

from __future__ import annotations

from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from evaltool.sheets.looks import FONT

TITLE_SIZE, TEXT_SIZE = 1100, 900
"""Hundredths of a point."""


def _signs(size: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, latin=Font(typeface=FONT), ea=Font(typeface=FONT))


def text(size: int = TEXT_SIZE) -> RichText:
    """How the figures, the labels and the legend are written."""
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_signs(size)), endParaRPr=_signs(size))
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def title(said: str, size: int = TEXT_SIZE, *, bold: bool = False) -> Title:
    """A title of the chart or of an axis, which takes room of its own and lies over nothing."""
    run = RegularTextRun(rPr=_signs(size, bold=bold), t=said)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_signs(size, bold=bold)), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)
