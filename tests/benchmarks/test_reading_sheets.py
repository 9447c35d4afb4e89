"""Reading a workbook, beside the same library opening it and giving every cell's text and nothing else.

An xlsx is read in a quarter of openpyxl's time. An ods takes twice lxml's: each cell is asked for its kind,
formula and repetition besides its text, and comes out with its place. An xls takes five to six times
calamine's, which is compiled and gives 450 cells in a tenth of a millisecond: ours is half a millisecond,
of which its own calls are a sixth and what Python does for each cell the rest.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from in_turns import beside
from lxml import etree
from published_workbooks import workbook_of
from python_calamine import CalamineWorkbook
from speed_table import SpeedTable

from evaltool.documents.readers.ods import read_ods
from evaltool.documents.readers.xls import read_xls
from evaltool.documents.readers.xlsx import read_xlsx

ROOT = Path(__file__).parents[2]
DOCUMENT = "北戴河区政协-2020"
KEPT = ROOT / "tests" / "data" / "documents"
CELL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell"

ROUNDS = 41


def by_openpyxl(data: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]


def by_lxml(data: bytes) -> list[str]:
    with ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as part:
        return ["".join(cell.itertext()) for cell in etree.parse(part).iter(CELL)]


def by_calamine(data: bytes) -> list[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return [str(value) for sheet in sheets for row in sheet.iter_rows() for value in row]


FORMATS: dict[str, tuple[Callable[[bytes, str], object], Callable[[bytes], object]]] = {
    "xlsx": (read_xlsx, by_openpyxl),
    "ods": (read_ods, by_lxml),
    "xls": (read_xls, by_calamine),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.usefixtures("measuring")
def test_reading_a_workbook(speed: SpeedTable, kind: str) -> None:
    read, straight = FORMATS[kind]
    path = KEPT / f"{DOCUMENT}.{kind}"
    data = path.read_bytes() if kind != "xlsx" else workbook_of(ROOT / "examples" / f"{DOCUMENT}.txt")
    figure, ratio = beside(lambda: read(data, path.name), lambda: straight(data), ROUNDS)
    speed.put(kind, ratio, f"{path.stem}, {figure * 1000:.1f} ms")
