"""A template looked at: whose form it is, and everything in it that could not be filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from openpyxl.utils.cell import range_boundaries

from evaltool.reports.template.marks import is_unclosed, marks_in, nearest, written
from evaltool.reports.template.names import PLACEHOLDERS, Group
from evaltool.reports.template.package import Element, Package, RefusedError, SheetEntry, local, opened, tree
from evaltool.reports.template.survey import Marked, marked_cells, repeating_row, shared_strings, sheet_of
from scoring.findings import Finding, finding
from scoring.model import NOTHING, Source


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it was found. With a finding of severity error it cannot be filled.

    `is_of_project`: it asks for a project somewhere, so each project gets a file of its own. `refusal` is a
    code of the catalogue where the content is no workbook that may be opened, and `facts` are its facts.
    """

    data: bytes = b""
    is_of_project: bool = False
    findings: tuple[Finding, ...] = ()
    refusal: str = ""
    facts: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def __reduce__(self) -> tuple[object, ...]:
        """It goes to processes that fill it; pickle does not know the read-only mappings of facts."""
        findings = tuple(replace(one, facts=dict(one.facts)) for one in self.findings)
        return Template, (self.data, self.is_of_project, findings, self.refusal, dict(self.facts))


def read(data: bytes, file: str = "") -> Template:
    """What a template's content is. Never raises: what is wrong with it is said in its findings."""
    try:
        package = opened(data)
        strings = shared_strings(package)
        sheets = [(entry, sheet_of(package.parts[entry.part])) for entry in package.sheets]
        surveyed = [(entry, sheet, marked_cells(sheet, strings)) for entry, sheet in sheets]
        findings = [odd for one in surveyed for odd in _of_sheet(*one, file)]
    except RefusedError as why:
        return Template(refusal=why.code, facts=MappingProxyType(why.facts))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a broken archive or part may fail in any way at all
        return broken()
    names = {mark.name for _entry, _sheet, marked in surveyed for one in marked for mark in one.marks}
    if not names:
        findings.append(finding("template.nothing", None, Source(file)))
    is_of_project = any(PLACEHOLDERS.get(name, ("",))[0] is Group.PROJECT for name in names)
    return Template(data, is_of_project, (*findings, *_drawn(package, file)))


def broken() -> Template:
    """What a file is that nobody can open."""
    return Template(refusal="document.broken", facts=MappingProxyType({"format": "xlsx"}))


def _of_sheet(entry: SheetEntry, sheet: Element, marked: Sequence[Marked], file: str) -> Iterator[Finding]:
    row = repeating_row(marked)
    spans = [range_boundaries(one.get("ref", "")) for one in sheet.iter() if local(one) == "mergeCell"]
    for one in marked:
        place = Source(file, sheet=entry.title, cell=one.address)
        if one.is_formula:
            if one.marks:
                yield finding("template.formula", None, place, found=written(one.marks[0].name))
            continue
        if one.is_unclosed:
            yield finding("template.unclosed", None, place)
        yield from _unknown(one, place)
        if one.is_of_line and one.row != row:
            yield finding("template.two_rows", None, place, row=row)
        if one.is_of_line and any(_is_tall(span, one) for span in spans):
            yield finding("template.tall_row", None, place)
    yield from _of_page(entry, sheet, file)


def _unknown(one: Marked, place: Source) -> Iterator[Finding]:
    for mark in one.marks:
        if mark.name not in PLACEHOLDERS:
            near = written(nearest(mark.name))
            yield finding("template.unknown", None, place, found=written(mark.name), nearest=near)


def _is_tall(span: tuple[int | None, ...], one: Marked) -> bool:
    left, top, right, bottom = (edge or 0 for edge in span)
    return bottom > top and left <= one.column <= right and top <= one.row <= bottom


def _of_page(entry: SheetEntry, sheet: Element, file: str) -> Iterator[Finding]:
    """What is wrong in the head and the foot of the pages."""
    place = Source(file, sheet=entry.title)
    for one in (part for head in sheet if local(head) == "headerFooter" for part in head):
        text = one.text or ""
        if is_unclosed(text):
            yield finding("template.unclosed", None, place)
        for mark in marks_in(text):
            if mark.name not in PLACEHOLDERS:
                near = written(nearest(mark.name))
                yield finding("template.unknown", None, place, found=written(mark.name), nearest=near)
            elif PLACEHOLDERS[mark.name][0] is Group.LINE:
                yield finding("template.no_row", None, place, found=written(mark.name))


def _drawn(package: Package, file: str) -> Iterator[Finding]:
    """Placeholders in what is drawn over the cells, which stays as it is."""
    for entry in package.sheets:
        for part in package.related(entry.part, "drawing"):
            texts = "".join(one.text or "" for one in tree(package.parts[part]).iter() if local(one) == "t")
            for mark in marks_in(texts):
                place = Source(file, sheet=entry.title)
                yield finding("template.drawn", None, place, found=written(mark.name))
