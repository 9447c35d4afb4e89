"""The ruled tables of a page, also those that many forms leave open at their left and right edge."""

from __future__ import annotations

from typing import Any

from evaltool.documents.readers.pdf_tables import Box, Grid

_REACH = 5.0
"""Points by which rules must reach beyond the last upright one, so that there is a column."""

_TOUCH = 3.0


def grids(page: Any) -> list[Grid]:
    """The tables of a pdfplumber page; one that stands in a cell of another comes before it."""
    tables = page.find_tables()
    sides = [side for table in tables for side in _open_sides(page.edges, table.bbox)]
    if sides:
        tables = page.find_tables({"explicit_vertical_lines": sides})
    return sorted((Grid(table.cells) for table in tables), key=lambda grid: grid.area)


def _open_sides(edges: list[dict[str, Any]], box: Box) -> list[dict[str, Any]]:
    """Upright lines at the ends of the rules that reach out of a table, as pdfplumber writes them."""
    left, top, right, bottom = box
    rules = [
        edge
        for edge in edges
        if edge["orientation"] == "h"
        and top - _TOUCH <= edge["top"] <= bottom + _TOUCH
        and edge["x0"] <= right + _TOUCH
        and edge["x1"] >= left - _TOUCH
    ]
    before = [edge for edge in rules if edge["x0"] < left - _REACH]
    behind = [edge for edge in rules if edge["x1"] > right + _REACH]
    sides = (
        (min((edge["x0"] for edge in before), default=0.0), before),
        (max((edge["x1"] for edge in behind), default=0.0), behind),
    )
    return [_upright(x, reaching) for x, reaching in sides if len(reaching) > 1]


def _upright(x: float, rules: list[dict[str, Any]]) -> dict[str, Any]:
    top, bottom = min(edge["top"] for edge in rules), max(edge["top"] for edge in rules)
    return {
        "object_type": "line_edge",
        "orientation": "v",
        "x0": x,
        "x1": x,
        "width": 0.0,
        "top": top,
        "bottom": bottom,
        "height": bottom - top,
    }
