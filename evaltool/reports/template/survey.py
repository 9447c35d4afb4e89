"""What stands on a template's sheet: the cells with placeholders, and the row of them that repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import column_index_from_string, get_column_letter

from evaltool.reports.template.marks import Mark, is_unclosed, marks_in
from evaltool.reports.template.names import PLACEHOLDERS, Group
from evaltool.reports.template.package import Element, Package, local, tree

TEXTS = frozenset({"s", "inlineStr"})
"""Kinds of cell that hold a text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a cell's text and how it looks, where that is another look than the cell's."""

    text: str
    look: Element | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell with placeholders, or with braces that make none."""

    row: int
    column: int
    cell: Element
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...]
    is_unclosed: bool = False
    is_formula: bool = False

    @property
    def address(self) -> str:
        """The cell's address."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def is_of_line(self) -> bool:
        """Whether a placeholder of it speaks of an indicator."""
        return any(PLACEHOLDERS.get(mark.name, ("",))[0] is Group.LINE for mark in self.marks)


def repeating_row(marked: Sequence[Marked]) -> int:
    """The row with the most cells that speak of an indicator, the first of equals; 0 where there is none."""
    rows = Counter(one.row for one in marked if one.is_of_line)
    return max(rows, key=lambda row: (rows[row], -row)) if rows else 0


def shared_strings(package: Package) -> list[tuple[Run, ...]]:
    """The texts that cells refer to by number."""
    part = package.of_kind("sharedStrings")
    if not part:
        return []
    return [runs_of(one) for one in tree(package.parts[part]) if local(one) == "si"]


def runs_of(text: Element) -> tuple[Run, ...]:
    """The pieces of a text; how it is read aloud is none of them."""
    runs = []
    for one in text:
        if local(one) == "t":
            runs.append(Run(one.text or ""))
        elif local(one) == "r":
            look = next((part for part in one if local(part) == "rPr"), None)
            said = "".join(part.text or "" for part in one if local(part) == "t")
            runs.append(Run(said, look))
    return tuple(runs)


def sheet_of(part: bytes) -> Element:
    """A sheet whose rows and cells all have their numbers: a file may leave them out."""
    sheet = tree(part)
    number = 0
    for row in rows_of(sheet):
        number = int(row.get("r") or number + 1)
        row.set("r", str(number))
        column = 0
        for cell in row:
            if local(cell) == "c":
                column = column_of(cell) if cell.get("r") else column + 1
                cell.set("r", f"{get_column_letter(column)}{number}")
    return sheet


def rows_of(sheet: Element) -> list[Element]:
    """The rows of a sheet."""
    data = next(one for one in sheet if local(one) == "sheetData")
    return [row for row in data if local(row) == "row"]


def column_of(cell: Element) -> int:
    """The number of a cell's column."""
    return column_index_from_string(cell.get("r", "").rstrip("0123456789"))


def marked_cells(sheet: Element, strings: Sequence[tuple[Run, ...]]) -> list[Marked]:
    """The cells of a sheet that hold placeholders or braces of their kind, in the order of the sheet."""
    found = []
    for row in rows_of(sheet):
        for cell in row:
            runs, is_formula = said_in(cell, strings)
            text = "".join(run.text for run in runs)
            marks, unclosed = marks_in(text), is_unclosed(text)
            if marks or unclosed:
                place = int(row.get("r", "0")), column_of(cell)
                found.append(Marked(*place, cell, runs, marks, unclosed, is_formula))
    return found


def said_in(cell: Element, strings: Sequence[tuple[Run, ...]]) -> tuple[tuple[Run, ...], bool]:
    """The text of a cell, and whether it is a formula's."""
    parts = {local(one): one for one in cell}
    if "f" in parts:
        return (Run(parts["f"].text or ""),), True
    if cell.get("t") == "inlineStr" and "is" in parts:
        return runs_of(parts["is"]), False
    if cell.get("t") == "s" and "v" in parts:
        return strings[int(parts["v"].text or "")], False
    return (), False
