"""One row of a sheet made several: what is below moves down, and what refers to cells follows.

What the sheet draws, its comments and its tables are parts of their own, and follow too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from openpyxl.utils.cell import range_boundaries

from evaltool.reports.template.package import Element, Package, content, local, tree
from evaltool.reports.template.references import Growth, moved_ranges
from evaltool.reports.template.survey import rows_of

_RANGES = ("ref", "sqref", "activeCell", "topLeftCell")
"""Attributes that hold addresses of the sheet itself."""

_ALONE = frozenset({"activeCell", "topLeftCell", "comment", "threadedComment"})
"""Attributes and elements that are about one cell: of several copies the first."""

_KEPT = frozenset({"c", "row", "mergeCell", "definedName"})
"""Elements whose address is not moved as others are."""

_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>)([^<]*)(</)")
_ROW = re.compile(r"(<(?:\w+:)?Row>)\s*([0-9]+)\s*(</)")
_FOLLOWING = ("comments", "threadedComment", "table")
"""Parts of a sheet that hold addresses in their elements."""

_BEFORE_MERGES = frozenset(
    {
        "sheetData",
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
    }
)


def grow(package: Package, part: str, sheet: Element, growth: Growth) -> list[Element]:
    """Repeat a row of a sheet, `part` of the package; gives the copies, the first of them the row itself."""
    rows = list(rows_of(sheet))
    own = next(row for row in rows if row.get("r") == str(growth.row))
    if growth.count == 1:
        return [own]
    for row in rows:
        _renumber(row, growth.first(int(row.get("r", "0"))))
    copies = [own, *(deepcopy(own) for _copy in range(growth.count - 1))]
    for number, copy in enumerate(copies):
        _renumber(copy, growth.row + number)
    for copy in reversed(copies[1:]):
        own.addnext(copy)
    _move_ranges(sheet.iter(), growth)
    _move_breaks(sheet, growth)
    _move_merges(sheet, growth)
    _follow(package, part, growth)
    return copies


def merge(sheet: Element, added: Iterable[str], dropped: Iterable[str] = ()) -> None:
    """Merge ranges of cells, and take back the merging of others."""
    wanted, unwanted = list(added), frozenset(dropped)
    merges = next((one for one in sheet if local(one) == "mergeCells"), None)
    if merges is None:
        if not wanted:
            return
        before = [one for one in sheet if local(one) in _BEFORE_MERGES]
        merges = sheet.makeelement(str(sheet.tag).replace("worksheet", "mergeCells"), {})
        before[-1].addnext(merges)
    for one in list(merges):
        if one.get("ref") in unwanted:
            merges.remove(one)
    for ref in wanted:
        merges.append(merges.makeelement(str(sheet.tag).replace("worksheet", "mergeCell"), {"ref": ref}))
    merges.set("count", str(len(merges)))
    if not len(merges):
        sheet.remove(merges)


def merged(sheet: Element) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    """The merged ranges of a sheet by row and column of their first cell: left, top, right, bottom."""
    found = {}
    for one in sheet.iter():
        if local(one) == "mergeCell":
            left, top, right, bottom = (edge or 1 for edge in range_boundaries(one.get("ref", "")))
            found[top, left] = left, top, right, bottom
    return found


def _renumber(row: Element, number: int) -> None:
    row.set("r", str(number))
    for cell in row:
        if local(cell) == "c":
            cell.set("r", cell.get("r", "").rstrip("0123456789") + str(number))


def _move_ranges(elements: Iterable[Element], growth: Growth) -> None:
    for one in elements:
        name = local(one)
        if name == "sqref" and one.text:  # of what later editions added
            one.text = moved_ranges(one.text, growth)
        if name in _KEPT or not name:
            continue
        for attribute in _RANGES:
            said = one.get(attribute)
            if said is None or (name == "f" and attribute == "ref"):
                continue
            new = moved_ranges(said, growth)
            one.set(attribute, new.split(":")[0] if attribute in _ALONE or name in _ALONE else new)


def _move_breaks(sheet: Element, growth: Growth) -> None:
    """A page that ended behind the row ends behind its last copy."""
    for breaks in sheet:
        if local(breaks) == "rowBreaks":
            for one in breaks:
                one.set("id", str(growth.last(int(one.get("id", "0")))))


def _move_merges(sheet: Element, growth: Growth) -> None:
    """Ranges inside the row are merged in each copy; those that cross it grow."""
    added, dropped = [], []
    for one in [each for each in sheet.iter() if local(each) == "mergeCell"]:
        ref = one.get("ref", "")
        _left, top, _right, bottom = range_boundaries(ref)
        if top == bottom == growth.row:
            dropped.append(ref)
            added += [re.sub("[0-9]+", str(growth.row + number), ref) for number in range(growth.count)]
        else:
            one.set("ref", moved_ranges(ref, growth))
    merge(sheet, added, dropped)


def _follow(package: Package, part: str, growth: Growth) -> None:
    """Move what stands in parts of its own: drawings and pictures, comments and their boxes, tables."""
    for kind in _FOLLOWING:
        for name in package.related(part, kind):
            root = tree(package.parts[name])
            _move_ranges(root.iter(), growth)
            package.parts[name] = content(root)
    for name in package.related(part, "drawing"):
        root = tree(package.parts[name])
        for anchor in root.iter():
            if local(anchor) in ("oneCellAnchor", "twoCellAnchor"):
                _move_drawing(anchor, growth)
        package.parts[name] = content(root)
    for name in package.related(part, "vmlDrawing"):
        boxes = package.parts[name].decode()
        boxes = _ROW.sub(lambda one: f"{one[1]}{_down(int(one[2]), growth)}{one[3]}", boxes)
        package.parts[name] = _ANCHOR.sub(
            lambda one: f"{one[1]}{_anchor(one[2], growth)}{one[3]}", boxes
        ).encode()


def _move_drawing(anchor: Element, growth: Growth) -> None:
    """What moves with its cells moves; what keeps its size keeps the number of rows it covers."""
    if anchor.get("editAs") == "absolute":
        return
    rows = [
        row for corner in anchor if local(corner) in ("from", "to") for row in corner if local(row) == "row"
    ]
    shift = 0
    for number, row in enumerate(rows):
        at = int(row.text or "0")
        if number == 0 or anchor.get("editAs") != "oneCell":
            shift = _down(at, growth) - at
        row.text = str(at + shift)


def _anchor(text: str, growth: Growth) -> str:
    """Where a box stands: column, offset, row, offset of two corners; rows count from 0."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 8:
        top, bottom = int(parts[2]), int(parts[6])
        shift = _down(top, growth) - top
        parts[2], parts[6] = str(top + shift), str(bottom + shift)
    return ", ".join(parts)


def _down(row: int, growth: Growth) -> int:
    """Where a row that is counted from 0 stands now."""
    return growth.first(row + 1) - 1
