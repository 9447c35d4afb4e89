"""A file is what its content is, whatever it is called and whatever else lies in it."""

from __future__ import annotations

import io
from pathlib import Path
from struct import pack
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.documents.compound import names_at_top
from evaltool.documents.kinds import Kind, kind_of

DATA = Path(__file__).parent.parent / "data" / "documents"
NONE = 0xFFFFFFFF
END = 0xFFFFFFFE


def compound(top: list[str], within: list[str]) -> bytes:
    """An OLE file with streams at its top and in a storage among them, its directory over several sectors."""
    names = ["Root Entry", *top, "ObjectPool", *within]
    pool = 1 + len(top)
    entries = []
    for number, name in enumerate(names):
        after = number + 1 if number and number not in (pool, len(names) - 1) else NONE
        below = 1 if number == 0 else pool + 1 if number == pool and within else NONE
        text = name.encode("utf-16-le") + b"\0\0"
        entries.append(pack("<64sHBB3I48x", text, len(text), 1, 1, NONE, after, below))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    sectors = len(directory) // 512
    chain = [0xFFFFFFFD, *range(2, sectors + 1), END]
    table = pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + pack("<16x5H10x2I24x", 62, 3, 0xFFFE, 9, 6, 1, 1)
    return header + pack("<I", 0) + b"\xff" * 432 + table + directory


def archive(*names: str, mimetype: str = "") -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return content.getvalue()


KINDS = {
    "a text with a workbook in it": (compound(["WordDocument", "1Table"], ["Workbook"]), Kind.OFFICE),
    "a workbook with a text in it": (compound(["Workbook"], ["WordDocument", "1Table"]), Kind.XLS),
    "an old workbook": (compound(["Book"], []), Kind.XLS),
    "a package with a password": (compound(["EncryptionInfo", "EncryptedPackage"], []), Kind.LOCKED),
    "a presentation": (compound(["PowerPoint Document"], ["Workbook"]), Kind.UNKNOWN),
    "the header alone": (compound([], [])[:512], Kind.UNKNOWN),
    "a docx": (archive("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
    "an xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
    "an ods": (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Kind.ODS),
    "an odt": (archive(mimetype="application/vnd.oasis.opendocument.text"), Kind.OFFICE),
    "an archive of files": (archive("a.docx", "b.docx"), Kind.UNKNOWN),
    "a broken archive": (archive("word/document.xml")[:60], Kind.UNKNOWN),
    "rich text": (b"{\\rtf1\\ansi hello}", Kind.OFFICE),
    "a PDF after some bytes": (b"\r\n%PDF-1.4\n", Kind.PDF),
    "a page called a workbook": (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table>", Kind.HTML),
    "a page in UTF-16": ("<!DOCTYPE html><html></html>".encode("utf-16"), Kind.HTML),
    "a text": ("一、总体绩效目标\n".encode("gb18030"), Kind.TEXT),
    "nothing": (b"", Kind.TEXT),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_what_its_content_is(name: str):
    content, kind = KINDS[name]
    assert kind_of(content) is kind


@pytest.mark.parametrize(("ending", "kind"), [("doc", Kind.OFFICE), ("xls", Kind.XLS)])
def test_files_that_an_office_saved_are_known(ending: str, kind: Kind):
    files = sorted(DATA.glob(f"*.{ending}"))
    assert files
    assert {kind_of(file.read_bytes()) for file in files} == {kind}


def test_a_directory_that_comes_back_to_itself_ends():
    whole = bytearray(compound(["WordDocument"], []))
    entry = 1024 + 128
    whole[entry + 68 : entry + 80] = pack("<3I", 1, 1, 1)
    whole[512 + 4 : 512 + 8] = pack("<I", 1)
    assert names_at_top(bytes(whole)) == {"WordDocument"}


@given(st.binary(max_size=200), st.integers(0, 2000))
def test_no_damage_is_a_fault(damage: bytes, at: int):
    whole = compound(["WordDocument", "1Table"], ["Workbook"])
    assert kind_of(whole[:at] + damage + whole[at + len(damage) :]) in Kind


@given(st.binary(max_size=600))
def test_no_bytes_are_a_fault(content: bytes):
    assert kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + content) in Kind
    assert kind_of(b"PK\x03\x04" + content) in Kind
