"""A native bar chart beside the figures that it draws.

Its data are cells of the sheet, which spreadsheets read again whenever they change; an empty cell draws
nothing. Light and dark differ in print without colours too.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines, _BaseAxis
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

from evaltool.reports.comparison.chart_text import TITLE_SIZE, text, title
from evaltool.reports.comparison.columns import PICTURE, UNITS
from evaltool.reports.comparison.plot_area import LEAST_HEIGHT, height_for, plot_area
from evaltool.reports.sheet import Sheet

LIGHT, DARK, RULE = "D9D9D9", "44546A", "A6A6A6"
HAIR, FINE = 6_350, 9_525
"""Lines of half a point and of three quarters, in the unit of drawings: 12700 a point."""

EDGE = 50_000
"""What is left free on either side of a picture, so that its frame is printed, in the same unit."""

UNIT = 66_675
"""A unit of a column's width in the same unit: 7 pixels of 1/96 inch."""

FIFTH = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: bars of the columns `light` and `dark`, labelled by the first column.

    `title`, `of` (what the rows are) and `unit` (what the bars are, with their unit) are our own words.
    `is_rate`: the figures are ratios, shown in percent. `is_lying`: the bars lie, the first row at the top,
    so that long labels can be read. `is_signed`: some of the figures are below 0. `limit` is where the axis
    ends; None leaves it to the program.
    """

    title: str
    of: str
    unit: str
    dark: int
    light: int | None = None
    is_rate: bool = False
    is_lying: bool = True
    is_signed: bool = False
    limit: Decimal | None = None

    @property
    def columns(self) -> list[tuple[int, str]]:
        """What is drawn in which fill, in this order."""
        return [(column, fill) for column, fill in ((self.light, LIGHT), (self.dark, DARK)) if column]


def draw(sheet: Sheet, headings: int, picture: Picture, labels: list[str]) -> None:
    """Draw the table whose headings stand in the row `headings`, and whose rows reach to the end so far."""
    last = sheet.row - 1
    least = height_for(len(labels) * len(picture.columns)) if picture.is_lying else LEAST_HEIGHT
    missing = least - sheet.points(headings)
    if missing > 0:
        sheet.gap(missing)
    chart = _chart(sheet, picture, headings, last)
    chart.layout = plot_area(
        sheet.points(headings), labels if picture.is_lying else [], has_legend=len(picture.columns) > 1
    )
    first_column, last_column = PICTURE
    begin = AnchorMarker(col=first_column - 1, colOff=EDGE, row=headings - 1)
    end = AnchorMarker(col=last_column - 1, colOff=UNIT * UNITS[-1] - EDGE, row=sheet.row - 1)
    # Bound to cells, so that it covers the same ones in whatever font their widths are measured.
    chart.anchor = TwoCellAnchor(editAs="oneCell", _from=begin, to=end)  # type: ignore[assignment]
    sheet.worksheet.add_chart(chart)


def _chart(sheet: Sheet, picture: Picture, headings: int, last: int) -> BarChart:
    chart = BarChart(barDir="bar" if picture.is_lying else "col", gapWidth=40, overlap=0)
    labels = Reference(sheet.worksheet, min_col=1, min_row=headings + 1, max_row=last)
    for column, fill in picture.columns:
        figures = Reference(sheet.worksheet, min_col=column, min_row=headings, max_row=last)
        bars = SeriesFactory(figures, title_from_data=True)
        bars.cat = AxDataSource(strRef=StrRef(f=str(labels)))
        bars.spPr = GraphicalProperties(solidFill=fill, ln=LineProperties(solidFill=DARK, w=HAIR))
        bars.invertIfNegative = False
        bars.dLbls = _values("0.00%" if picture.is_rate else "0.00##")
        chart.series.append(bars)
    chart.title = title(picture.title, TITLE_SIZE, bold=True)
    chart.roundedCorners = False
    if len(picture.columns) > 1:
        chart.legend.position, chart.legend.overlay, chart.legend.txPr = "b", False, text()
    else:
        chart.legend = None
    _axes(chart, picture)
    return chart


def _axes(chart: BarChart, picture: Picture) -> None:
    across, along = chart.x_axis, chart.y_axis
    for axis, said in ((across, picture.of), (along, picture.unit)):
        _plain(axis, said)
    along.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LIGHT, w=HAIR)))
    # Left to itself, Excel begins an axis above 0 where the figures are much alike.
    along.scaling.min, along.scaling.max = None if picture.is_signed else 0, picture.limit
    along.number_format = "0%" if picture.is_rate else "General"
    if picture.is_rate:
        along.majorUnit = FIFTH
    across.tickLblPos = "low"  # beside bars below 0, not over them
    if picture.is_lying:
        # The first row at the top; the figures stay at the foot only where the axes cross at the other end.
        across.scaling.orientation = "maxMin"
        along.crosses = "max"


def _plain(axis: _BaseAxis, said: str) -> None:
    axis.delete = False  # left unsaid, newer versions of Excel hide it
    axis.title = title(said)
    axis.txPr = text()
    axis.spPr = GraphicalProperties(ln=LineProperties(solidFill=RULE, w=FINE))


def _values(pattern: str) -> DataLabelList:
    shown = DataLabelList(numFmt=pattern, txPr=text(), dLblPos="outEnd", showVal=True)
    for other in ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        setattr(shown, other, False)
    return shown
