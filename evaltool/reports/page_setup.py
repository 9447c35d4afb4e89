"""How a sheet is printed: A4, one page wide, headings again on every page, marks at its foot."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.language import _

A4 = 9
"""The paper's number; its width and height stand below in points, the margins in inches."""

PAPER = (595, 842)
SIDE_MARGIN, END_MARGIN = Decimal("0.6"), Decimal("0.55")
INCH = 72
POINTS_OF_UNIT = Decimal("5.25")

LEAST_SCALE = Decimal("0.85")
"""How much smaller a sheet may be printed to spare it a second page."""

FOOT_SIZE = 8
"""Points of the mark at the foot of a page."""

FOOT_ROOM = 20


def page_height(*, landscape: bool) -> Decimal:
    """How many points of rows stand on a page that is not made smaller."""
    return PAPER[not landscape] - 2 * END_MARGIN * INCH - FOOT_ROOM


def fits_one_page(units: int, height: int, *, landscape: bool) -> bool:
    """Whether `units` across and `height` points down stand on one page, if need be a little smaller."""
    return height * print_scale(units, landscape=landscape) * LEAST_SCALE < page_height(landscape=landscape)


def print_scale(units: int, *, landscape: bool) -> Decimal:
    """How much smaller `units` across are printed so that they stand on one page; at most 1."""
    return min(Decimal(1), (PAPER[landscape] - 2 * SIDE_MARGIN * INCH) / (units * POINTS_OF_UNIT))


def page_ends(heights: Sequence[int], held: Container[int], repeated: int, units: int = 1) -> Iterator[int]:
    """The rows that end a landscape page, so that no row of `held` ends one: it stays with the row below.

    `heights` are those of the rows from 1 on in points; `repeated` points stand again on every later page.
    What is more `units` across than the paper is printed smaller, so that more rows fit.
    """
    room = page_height(landscape=True) / print_scale(units, landscape=True)
    used, kept, start = 0, 0, 1
    for row, height in enumerate(heights, 1):
        kept += height
        if row in held and row < len(heights):
            continue
        if used and used + kept > room:
            yield start - 1
            used = repeated
        used, kept, start = used + kept, 0, row + 1


def set_up(
    sheet: Worksheet,
    size: tuple[int, int],
    *,
    mark: str,
    repeat: tuple[int, int],
    landscape: bool,
    one_page: bool,
) -> None:
    """Set up a sheet of `size` columns and rows.

    The rows from the first to the last of `repeat` stand at the head of every later page, `mark` at the foot
    of each.
    """
    columns, rows = size
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(one_page)
    side, end = float(SIDE_MARGIN), float(END_MARGIN)
    sheet.page_margins = PageMargins(side, side, end, end, header=0.3, footer=0.3)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = f"A1:{get_column_letter(columns)}{rows}"
    sheet.print_title_rows = f"{repeat[0]}:{repeat[1]}"
    footer = HeaderFooterItem()
    footer.left.text, footer.right.text = mark, "&A"
    footer.center.text = _("第 {page} 页，共 {pages} 页").format(page="&P", pages="&N")
    footer.left.size = FOOT_SIZE
    sheet.oddFooter = footer
