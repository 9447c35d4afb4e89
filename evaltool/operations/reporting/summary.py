"""One file over many departments, in each format that can hold them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from evaltool.language import _
from evaltool.operations.errors import Refused
from evaltool.operations.reporting.contents import Content, Order, ending
from evaltool.operations.reporting.making import Part
from evaltool.operations.reporting.wanted import Format
from evaltool.sheets.kinds import Form
from evaltool.sheets.safe import file_name
from evaltool.sheets.seals import sealed
from evaltool.workspace.values import Summary

FORMATS = (Format.XLSX, Format.PDF, Format.CSV, Format.JSON)
"""Of a report and of a page there is one for each department."""


def contents(departments: Sequence[Summary], parts: Sequence[Part], order: Order) -> Iterator[Content]:
    """The files of a summary, from the parts of all departments that could be made."""
    years = {one.year for one in departments}
    year = years.pop() if len(years) == 1 else None
    for kind in order.wanted.formats:
        name = file_name(_("各单位"), year, ending(kind, Form.SUMMARY), kind)
        try:
            yield Content(name, sealed(_MAKERS[kind](parts, order), kind))
        except Refused as why:
            yield Content(name, why)


def _workbook(parts: Sequence[Part], order: Order) -> bytes:
    from evaltool.reports import many

    overviews = [one.overview for one in parts if one.overview is not None]
    return many.workbook(overviews, order.made_on)


def _print(parts: Sequence[Part], order: Order) -> bytes:
    from evaltool.operations.reporting.paper import printed

    return printed(_workbook(parts, order), len(parts), order.made_on, order.scratch)


def _csv(parts: Sequence[Part], _order: Order) -> bytes:
    from evaltool.reports.rows import csv_table

    return csv_table(one.csv for one in parts)


def _json(parts: Sequence[Part], _order: Order) -> bytes:
    from evaltool.reports.rows import json_list

    return json_list(one.json for one in parts)


_MAKERS: dict[Format, Callable[[Sequence[Part], Order], bytes]] = {
    Format.XLSX: _workbook,
    Format.PDF: _print,
    Format.CSV: _csv,
    Format.JSON: _json,
}
