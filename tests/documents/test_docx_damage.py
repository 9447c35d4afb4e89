"""Word files that are broken or mean harm: each is refused with its reason, and nothing outside is opened."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from block_texts import texts
from document_samples import JULU
from word_files import word_file
from word_parts import packed, paragraph, row, table, word_parts

from evaltool.documents import Unreadable
from evaltool.documents.readers.docx import MOST_MEGABYTES, read_docx
from evaltool.documents.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = word_file(read_text(JULU.read_bytes(), "")[0])
EXTERNAL = '<Relationship Id="far" Type="{}" Target="{}" TargetMode="External"/>'
ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
NUMBERED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def without(name: str) -> bytes:
    with ZipFile(BytesIO(WHOLE)) as archive:
        return packed({part: archive.read(part) for part in archive.namelist() if part != name})


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    with ZipFile(BytesIO(WHOLE)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return packed({**parts, name: change(parts[name])})


BROKEN = {
    "no archive": b"PK\x03\x04 and then nothing",
    "cut off": WHOLE[: len(WHOLE) // 2],
    "a byte changed inside": WHOLE[:9000] + b"\0\0\0\0" + WHOLE[9004:],
    "no content types": without("[Content_Types].xml"),
    "no relations": without("_rels/.rels"),
    "no main part": without("word/document.xml"),
    "its lists missing": without("word/numbering.xml"),
    "XML cut off": changed("word/document.xml", lambda part: part[:5000]),
    "XML of another encoding": changed(
        "word/document.xml", lambda part: part.replace("指标".encode(), b"\xff")
    ),
    "a cell outside of tables": word_parts("<w:tc/>"),
    "a document type": word_parts("<w:p/>", doctype="<!DOCTYPE d>"),
    "an entity bomb": word_parts(paragraph("&l11;"), doctype=f"<!DOCTYPE d [{LAUGHS}]>"),
    "an entity bomb in an attribute": word_parts('<w:p w:x="&l11;"/>', doctype=f"<!DOCTYPE d [{LAUGHS}]>"),
    "a foreign entity": word_parts(
        paragraph("&far;"), doctype=f'<!DOCTYPE d [<!ENTITY far SYSTEM "{Path(__file__).as_uri()}">]>'
    ),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_document_is_refused(data: bytes):
    with pytest.raises(Unreadable) as refused:
        read_docx(data, "目标.docx")
    assert (refused.value.code, refused.value.facts) == ("document.broken", {"format": "docx"})


def test_a_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    stream = BytesIO(WHOLE)
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        for number in range(MOST_MEGABYTES // 10 + 1):
            archive.writestr(f"word/media/{number}.png", bytes(10_000_000))
    with pytest.raises(Unreadable) as refused:
        read_docx(stream.getvalue(), "目标.docx")
    assert (refused.value.code, refused.value.facts) == (
        "document.unpacks_too_large",
        {"limit": str(MOST_MEGABYTES)},
    )


def test_a_part_that_says_it_is_small_and_is_not_is_refused():
    data = packed({"word/document.xml": b"<w:document>" + bytes(1_000_000)})
    start = data.rindex(b"PK\x01\x02") + 24
    with pytest.raises(Unreadable) as refused:
        read_docx(data[:start] + (5).to_bytes(4, "little") + data[start + 4 :], "目标.docx")
    assert refused.value.code == "document.broken"


@pytest.mark.parametrize("kind", [ATTACHED, NUMBERED])
@pytest.mark.parametrize("target", ["file:///etc/hostname", "http://127.0.0.1:9/template.dotm"])
def test_what_lies_outside_of_the_file_is_left_there(kind: str, target: str):
    data = word_parts(paragraph("总体绩效目标"), related=EXTERNAL.format(kind, target))
    assert texts(read_docx(data, "目标.docx")[0]) == ["总体绩效目标"]


def test_a_table_of_formulas_of_other_programs_is_text():
    harm = "=cmd|'/c calc'!A0"
    assert texts(read_docx(word_parts(table(row("指标值", harm), row("甲", "乙"))), "")[0]) == [
        [["指标值", harm], ["甲", "乙"]]
    ]
