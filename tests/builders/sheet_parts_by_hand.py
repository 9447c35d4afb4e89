"""Parts of workbooks written by hand, as no office program writes them and as anybody may send them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterable

CELL = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"

_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN_PART = f'<Relationship Id="r" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/>'


def row_of(*cells: str, again: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{again}">{"".join(cells)}</table:table-row>'


def ods_of(*rows: str, head: str = "") -> bytes:
    """An ods with one sheet of these rows; `head` stands before the first element."""
    return _zipped(
        {
            "mimetype": ["application/vnd.oasis.opendocument.spreadsheet"],
            "content.xml": [
                f'<?xml version="1.0"?>{head}<office:document-content {_ODF}>',
                '<office:body><office:spreadsheet><table:table table:name="表">',
                *rows,
                "</table:table></office:spreadsheet></office:body></office:document-content>",
            ],
        }
    )


def xlsx_of(sheet: Iterable[str], strings: Iterable[str] = (), *, head: str = "") -> bytes:
    """An xlsx with one sheet: what stands in it (rows, merged ranges), and the texts its cells share."""
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"))
        )
    )
    return _zipped(
        {
            "_rels/.rels": [f'<Relationships xmlns="{_RELATIONS}">{_MAIN_PART}</Relationships>'],
            "xl/_rels/workbook.xml.rels": [f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'],
            "xl/workbook.xml": [
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>',
                '<sheet name="表" sheetId="1" r:id="r0"/></sheets></workbook>',
            ],
            "xl/sheet.xml": [f'{head}<worksheet xmlns="{_MAIN}">', *sheet, "</worksheet>"],
            "xl/strings.xml": [f'{head}<sst xmlns="{_MAIN}">', *strings, "</sst>"],
        }
    )


def _zipped(parts: dict[str, list[str]]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece.encode())
    return out.getvalue()
