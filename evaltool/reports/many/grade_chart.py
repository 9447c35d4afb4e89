"""A native chart of how many departments and projects have each grade."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

from evaltool.language import _
from evaltool.reports.comparison.chart_text import TITLE_SIZE, text, title
from evaltool.reports.sheet import Sheet

HEIGHT = 200
"""Points."""

LIGHT, DARK = "D9D9D9", "44546A"
"""Fills that differ in print without colours too."""


def draw(sheet: Sheet, headings: int, grades: int, columns: tuple[int, ...]) -> None:
    """Draw the `columns` of a table whose headings stand in the row `headings`, below what is written."""
    chart = BarChart(barDir="col", gapWidth=60, overlap=0)
    end = headings + grades
    for column, fill in zip(columns, (DARK, LIGHT), strict=True):
        counts = Reference(sheet.worksheet, min_col=column, min_row=headings, max_row=end)
        chart.add_data(counts, titles_from_data=True)
        bars = chart.series[-1]
        bars.spPr = GraphicalProperties(solidFill=fill, ln=LineProperties(solidFill=DARK))
    chart.set_categories(Reference(sheet.worksheet, min_col=1, min_row=headings + 1, max_row=end))
    chart.title = title(_("各等级的部门数和项目数"), TITLE_SIZE, bold=True)
    chart.legend.position, chart.legend.txPr = "b", text()
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False  # left unsaid, newer versions of Excel hide it
        axis.txPr = text()
    pale = LineProperties(solidFill=LIGHT)
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=pale))
    chart.y_axis.scaling.min, chart.y_axis.number_format = 0, "0"
    chart.roundedCorners = False
    sheet.gap(HEIGHT)
    chart.anchor = TwoCellAnchor(  # type: ignore[assignment]  # as the library takes it
        editAs="oneCell",
        _from=AnchorMarker(col=0, row=sheet.row - 2),
        to=AnchorMarker(col=sheet.columns, row=sheet.row - 1),
    )
    sheet.worksheet.add_chart(chart)
