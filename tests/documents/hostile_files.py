"""Files that mean harm or are beyond all measure, of every format, each made when it is asked for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import sheet_parts_by_hand as parts
from document_samples import HEADERS, ROWS
from pdf_by_hand import Sheet, pdf
from word_parts import cell, packed, row, table, word_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

FORM = (
    "131001某县政协办公室 | 单位：万元 | | | |",
    "项目编码 | P1 | 项目名称 | 委员活动 | |",
    "预算规模及资金用途 | 预算数 | 10.00 | 其中：财政资金 | 10.00 | 其他资金",
    HEADERS,
    *ROWS,
)
"""A form that is read wherever it stands."""

BOMB = '<!ENTITY l0 "哈">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def cells_of(line: str) -> list[str]:
    return [one.strip() for one in line.split("|")]


def word_form(*lines: str) -> str:
    return table(*(row(*cells_of(line)) for line in lines or FORM))


def in_frames(depth: int) -> bytes:
    """A docx whose form stands in so many tables, each in the cell of the next."""
    inside = word_form()
    for _ in range(depth):
        inside = table(row(cell(inside + "<w:p/>")))
    return word_parts(inside)


def page_in_frames(depth: int) -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{said}' for said in cells_of(line))}</tr>" for line in FORM)
    return f"<html>{'<table><tr><td>' * depth}<table>{rows}</table>".encode()


def workbook_form(*lines: str) -> str:
    def text(said: str) -> str:
        return f'<c t="str"><v>{said.replace("<", "&lt;")}</v></c>'

    found = ("".join(map(text, cells_of(line))) for line in lines or FORM)
    return f"<sheetData>{''.join(f'<row>{cells}</row>' for cells in found)}</sheetData>"


def with_parts(data: bytes, more: Mapping[str, bytes]) -> bytes:
    """An archive with more parts, of which nothing in it speaks."""
    stream = io.BytesIO(data)
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        for name, content in more.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    """An archive whose parts all say the same about themselves, in front of each and in its directory."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            changed[place + at] |= flag
            place = data.find(mark, place + 1)
    return bytes(changed)


def zip_bomb(name: str) -> bytes:
    """A hundred megabytes of zeros, of which deflating leaves half of one."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as part:
        for _ in range(100):
            part.write(bytes(1_000_000))
    return stream.getvalue()


def many_members(count: int) -> bytes:
    return packed({"word/document.xml": "", **{f"word/{number}.xml": "" for number in range(count)}})


def rows(count: int) -> bytes:
    return parts.xlsx_of(["<sheetData>", "<row><c><v>1</v></c></row>" * count, "</sheetData>"])


def columns(count: int) -> bytes:
    cells = '<c t="str"><v>指标值</v></c>' * count
    return parts.xlsx_of([f"<sheetData><row>{cells}</row></sheetData>"])


def pages(count: int, said: int | None = None) -> bytes:
    return pdf(*[Sheet().lines(60, "绩效目标")] * count, said_pages=said)


def pdf_with(objects: bytes) -> bytes:
    """A PDF with more in it than a reader expects: the first page begins with these."""
    return pages(1).replace(b"<< /Type /Catalog ", b"<< /Type /Catalog " + objects, 1)


def compound(*names: str) -> bytes:
    """An OLE file of which the directory, in its second sector, names these streams."""
    number = (0xFFFFFFFF).to_bytes(4, "little")
    end = (0xFFFFFFFE).to_bytes(4, "little")
    entries = b""
    for place, name in enumerate(("Root Entry", *names)):
        text = name.encode("utf-16-le") + b"\0\0"
        after = (place + 1).to_bytes(4, "little") if 0 < place < len(names) else number
        below = (1).to_bytes(4, "little") if not place else number
        entries += (
            text.ljust(64, b"\0")
            + len(text).to_bytes(2, "little")
            + b"\x02\x01"
            + number
            + after
            + below
            + bytes(48)
        )
    header = OLE + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10) + (1).to_bytes(4, "little")
    header += (
        (1).to_bytes(4, "little") + bytes(4) + (4096).to_bytes(4, "little") + end + bytes(4) + end + bytes(4)
    )
    header += bytes(4) + number * 108
    chain = (0xFFFFFFFD).to_bytes(4, "little") + end
    return header + chain.ljust(512, b"\xff") + entries.ljust(-(-len(entries) // 512) * 512, b"\0")
