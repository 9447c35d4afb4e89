"""The sheet as a whole: the pictures with their figures first, then every line of the department."""

from __future__ import annotations

from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.comparison import attainment, levels, lines, money
from evaltool.reports.comparison.columns import UNITS
from evaltool.reports.comparison.pages import Pages
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Sheet
from evaltool.sheets.looks import SUBTITLE, TITLE

__all__ = ["UNITS", "write"]


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write the sheet and set it up for A4 landscape; a picture never stands on two pages."""
    sheet.line(_("目标与完成对比"), TITLE, least=32)
    whose = sheet.line(titles.department(card.score), SUBTITLE)
    sheet.line(titles.rulebook(card.rulebook))
    pages = Pages(sheet, repeat=whose)
    attainment.write(sheet, card, pages)
    levels.write(sheet, card.score, pages)
    money.write(sheet, card, pages)
    lines.write(sheet, card.score, pages)
    sheet.finish(landscape=True, repeat=whose, mark=card.mark)
