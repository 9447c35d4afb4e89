"""What refers to cells of a filled template: formulas, names and charts follow the rows that moved.

A formula's last result is taken out, because what it counts has changed: every spreadsheet computes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from evaltool.reports.template.package import Element, Package, SheetEntry, beside, content, local, tree
from evaltool.reports.template.references import NONE, Growth, Place, moved, moved_ranges, translated
from evaltool.reports.template.survey import rows_of

_FORMULAS = frozenset({"f", "formula", "formula1", "formula2"})
_BEFORE_CALCULATION = frozenset({"sheets", "functionGroups", "externalReferences", "definedNames"})
_CALCULATION = "calcPr"


def unshare(sheet: Element) -> None:
    """Give each cell the whole of a formula that it shares with others: they may part now."""
    masters: dict[str, tuple[str, str]] = {}
    for cell, formula in _formulas(sheet):
        if formula.get("t") != "shared":
            continue
        number, here = formula.get("si", ""), cell.get("r", "")
        if formula.text:
            masters[number] = formula.text, here
        elif number in masters:
            text, origin = masters[number]
            formula.text = translated(text, origin, here)
        for attribute in ("t", "si", "ref"):
            formula.attrib.pop(attribute, "")


def follow(package: Package, sheets: Mapping[SheetEntry, Element], growths: Mapping[str, Growth]) -> set[str]:
    """Move every reference in a workbook; gives the sheets' parts that are others now."""
    changed = set()
    for entry, sheet in sheets.items():
        growth = growths.get(entry.title.casefold(), NONE)
        if _in_cells(sheet, entry.title, growth, growths) | _in_rules(sheet, entry.title, growths):
            changed.add(entry.part)
        for drawing in package.related(entry.part, "drawing"):
            for chart in package.related(drawing, "chart"):
                _in_chart(package, chart, growths)
    has_formulas = any(next(_formulas(sheet), None) is not None for sheet in sheets.values())
    _in_workbook(package, growths, has_formulas=has_formulas)
    if has_formulas and (chain := package.of_kind("calcChain")):
        package.drop(chain)
    return changed


def _formulas(sheet: Element) -> Iterator[tuple[Element, Element]]:
    """The cells with a formula, each with it."""
    for row in rows_of(sheet):
        for cell in row:
            for one in cell:
                if local(one) == "f":
                    yield cell, one


def _in_cells(sheet: Element, title: str, growth: Growth, growths: Mapping[str, Growth]) -> bool:
    has_any = False
    for cell, formula in _formulas(sheet):
        has_any = True
        number = int(re.sub("[^0-9]", "", cell.get("r", "")))
        is_copy = growth.row and growth.row <= number < growth.row + growth.count
        copy = number - growth.row if is_copy else None
        if formula.text:
            formula.text = moved(formula.text, Place(title, copy), growths)
        if ref := formula.get("ref"):
            formula.set("ref", cell.get("r", "") if is_copy else moved_ranges(ref, growth))
        for value in [one for one in cell if local(one) == "v"]:
            cell.remove(value)
        cell.attrib.pop("t", "")
    return has_any


def _in_rules(sheet: Element, title: str, growths: Mapping[str, Growth]) -> bool:
    """Conditional formats and validations, those of later editions too."""
    is_other = False
    for one in sheet.iter():
        if local(one) not in _FORMULAS or not one.text:
            continue
        parent = one.getparent()
        if parent is None or local(parent) != "c":
            said = moved(one.text, Place(title), growths)
            is_other |= said != one.text
            one.text = said
    return is_other


def _in_chart(package: Package, part: str, growths: Mapping[str, Growth]) -> None:
    root = tree(package.parts[part])
    said = [
        (one, moved(one.text, Place(""), growths, drawn=True))
        for one in root.iter()
        if local(one) == "f" and one.text
    ]
    if any(one.text != text for one, text in said):
        for one, text in said:
            one.text = text
        package.parts[part] = content(root)


def _in_workbook(package: Package, growths: Mapping[str, Growth], *, has_formulas: bool) -> None:
    """The names of ranges, among them what is printed; and that everything is to be computed."""
    root = tree(package.parts[package.main])
    is_other = has_formulas
    for one in root.iter():
        if local(one) == "definedName" and one.text:
            said = moved(one.text, Place(""), growths)
            is_other |= said != one.text
            one.text = said
    if has_formulas:
        calculation = next((one for one in root if local(one) == _CALCULATION), None)
        if calculation is None:
            calculation = root.makeelement(beside(root, _CALCULATION), {})
            [one for one in root if local(one) in _BEFORE_CALCULATION][-1].addnext(calculation)
        calculation.set("fullCalcOnLoad", "1")
    if is_other:
        package.parts[package.main] = content(root)
