"""Files made to do harm, opened as people open them: each is survived, or refused with one sentence.

What they may take of memory and time is not measured here: the process that reads them has its limits.
"""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import confined_calls as calls
import hostile_files as hostile
import pytest
import sheet_parts_by_hand as sheets
from word_parts import WITH_MACROS, paragraph, word_parts

from evaltool.documents import Unreadable, read
from evaltool.documents.confined import SECONDS, Readers
from evaltool.documents.confined.serving import MEGABYTES
from evaltool.wording import fault, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from scoring.model import Reading

DOCTYPE = f"<!DOCTYPE a [{hostile.BOMB}]>"
RICH = '<sheetData><row><c t="str"><v>&l11;</v></c></row></sheetData>'
WORD = word_parts(hostile.word_form())
WORKBOOK = sheets.xlsx_of([hostile.workbook_form()])

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a docx that unpacks to 100 MB": (
        lambda: hostile.zip_bomb("word/document.xml"),
        "document.unpacks_too_large",
    ),
    "an xlsx that unpacks to 100 MB": (
        lambda: hostile.zip_bomb("xl/sharedStrings.xml"),
        "document.unpacks_too_large",
    ),
    "an archive of 100 MB of nothing": (lambda: hostile.zip_bomb("0"), "document.unknown"),
    "an archive that says its kind in 100 MB": (lambda: hostile.zip_bomb("mimetype"), "document.unknown"),
    "an archive of twenty thousand parts": (lambda: hostile.many_members(20_000), "document.broken"),
    "a docx of entities": (lambda: word_parts(paragraph("&l11;"), doctype=DOCTYPE), "document.broken"),
    "an xlsx of entities": (lambda: sheets.xlsx_of([RICH], head=DOCTYPE), "document.broken"),
    "an ods of entities": (
        lambda: sheets.ods_of(sheets.row_of(sheets.CELL.format("", "&l11;")), head=DOCTYPE),
        "document.broken",
    ),
    "a docx of tables two hundred deep": (lambda: hostile.in_frames(200), "document.broken"),
    "a page of tables a hundred thousand deep": (
        lambda: hostile.page_in_frames(100_000),
        "document.not_recognised",
    ),
    "a sheet of more than a hundred thousand rows": (
        lambda: hostile.rows(100_001),
        "document.too_many_lines",
    ),
    "a sheet of sixteen thousand columns": (lambda: hostile.columns(16_384), "document.not_recognised"),
    "a PDF of three thousand pages": (lambda: hostile.pages(3000), "document.too_many_pages"),
    "a PDF of three thousand pages that says one": (
        lambda: hostile.pages(3000, 1),
        "document.too_many_pages",
    ),
    "a docx cut in two": (lambda: WORD[: len(WORD) // 2], "document.unknown"),
    "an xlsx cut in two": (lambda: WORKBOOK[: len(WORKBOOK) // 2], "document.unknown"),
    "a docx with a password": (
        lambda: hostile.compound("EncryptionInfo", "EncryptedPackage"),
        "document.locked",
    ),
    "a docx of which each part has a password": (lambda: hostile.with_flag(WORD, 1), "document.locked"),
    "an xlsx of which each part has a password": (lambda: hostile.with_flag(WORKBOOK, 1), "document.locked"),
    "an older workbook of nothing": (lambda: hostile.compound("Workbook"), "document.not_recognised"),
    "zeros": (lambda: bytes(5000), "document.binary"),
    "nothing": (lambda: b"", "document.empty"),
}

MACROS = {"word/vbaProject.bin": hostile.OLE + b"Sub AutoOpen()", "xl/vbaProject.bin": hostile.OLE}
COMMAND = "<c><f>cmd|'/c calc'!A0</f></c>"

READ: dict[str, Callable[[], bytes]] = {
    "a form": lambda: WORD,
    "a docx of tables ten deep": lambda: hostile.in_frames(10),
    "a page of tables ten deep": lambda: hostile.page_in_frames(10),
    "a docm with macros": lambda: hostile.with_parts(
        word_parts(hostile.word_form(), main=WITH_MACROS), MACROS
    ),
    "an xlsm with macros": lambda: hostile.with_parts(WORKBOOK, MACROS),
    "an xlsx with a command beside the form": lambda: sheets.xlsx_of(
        [hostile.workbook_form().replace("</row>", f"{COMMAND}</row>", 1)]
    ),
}


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as own:
        yield own


@pytest.fixture
def opened(readers: Readers, tmp_path: Path) -> Callable[[bytes], Reading]:
    """Reads bytes as a file that a person named."""

    def read_it(data: bytes) -> Reading:
        path = tmp_path / "目标.docx"
        path.write_bytes(data)
        return read(path, readers)

    return read_it


@pytest.mark.parametrize(("made", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_document_is_refused_with_one_sentence(made, code: str, opened):
    with pytest.raises(Unreadable) as refused:
        opened(made())
    assert refused.value.code == code
    assert fault(refused.value).startswith("目标.docx：")
    assert "\n" not in fault(refused.value)


@pytest.mark.parametrize("made", READ.values(), ids=READ.keys())
def test_a_form_is_read_whatever_stands_around_it(made, opened):
    reading = opened(made())
    (project,) = reading.department.projects
    assert (project.code, project.name, str(project.budget)) == ("P1", "委员活动", "10.00")
    assert [one.target.text for one in project.indicators] == ["4次", "有效提高", "≥95%"]
    assert all(say(finding) for finding in reading.findings)


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows limits no process like this; its time is limited"
)
def test_the_process_that_reads_has_its_limits(readers: Readers):
    memory, seconds = readers.run(calls.limits, file="目标.docx", kind="docx")
    assert memory == MEGABYTES * 1_000_000
    assert 0 < seconds <= SECONDS + 10


PRIVATE = "机密内容甲乙丙"


def pointing_outside(file: str, site: str) -> dict[str, bytes]:
    """Documents that ask whoever reads them to open a file and a site."""
    named = "".join(f'<!ENTITY {name} SYSTEM "{where}">' for name, where in (("f", file), ("s", site)))
    entity = f'<!DOCTYPE a [{named}<!ENTITY % p SYSTEM "{site}">%p;]>'
    relation = (
        '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    )
    relation += 'Target="{}" TargetMode="External"/>'
    related = "".join(
        relation.format(f"x{number}", kind, target)
        for number, (kind, target) in enumerate(
            (kind, target)
            for kind in ("attachedTemplate", "image", "subDocument", "frame", "numbering", "styles")
            for target in (file, site)
        )
    )
    page = f'<link rel="stylesheet" href="{site}"><img src="{site}"><iframe src="{file}"></iframe>'
    form = "<table>" + hostile.page_in_frames(0).decode().partition("<table>")[2]
    return {
        "a docx with entities": word_parts(paragraph("&f;&s;"), doctype=entity),
        "a docx with links": word_parts(hostile.word_form(), related=related),
        "an xlsx with entities": sheets.xlsx_of([RICH.replace("&l11;", "&f;&s;")], head=entity),
        "an ods with entities": sheets.ods_of(
            sheets.row_of(sheets.CELL.format("", "指标值&f;&s;")), head=entity
        ),
        "a page with links": f"{entity}<html><base href='{site}'>{page}{form}&f;&s;".encode(),
        "a PDF with actions": hostile.pdf_with(
            f"/OpenAction << /S /URI /URI ({site}) >> /AA << /O << /S /Launch /F ({file}) >> >> ".encode()
        ),
    }


@pytest.mark.parametrize("name", pointing_outside("", ""))
def test_nothing_outside_of_a_file_is_opened(name: str, readers: Readers, tmp_path: Path):
    secret = tmp_path / "机密.txt"
    secret.write_text(PRIVATE, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as site:
        address = f"http://127.0.0.1:{site.getsockname()[1]}/x.xml"
        path = tmp_path / "目标"
        path.write_bytes(pointing_outside(secret.as_uri(), address)[name])
        try:
            said = repr(read(path, readers))
        except Unreadable as refused:
            said = fault(refused)
        site.setblocking(False)
        with pytest.raises(BlockingIOError):
            site.accept()
    assert PRIVATE not in said
