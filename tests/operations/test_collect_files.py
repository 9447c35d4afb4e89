"""What comes back instead of a form, and forms that other programs have saved."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from evaltool import operations as ops
from evaltool.forms.identity import SHEET, Fixed, read_rows, rows_of

CODE, YEAR, PROJECT = "131001", 2022, "13052922P00584010141N"
ROOT = Path(__file__).parent.parent.parent
FILLED = {
    ("会议培训次数", "actual"): 3,
    ("会议培训次数", "reason"): "受疫情影响",
    ("经费支付及时率", "actual"): "96%",
}
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture
def form(desk: ops.Desk, tmp_path: Path) -> Path:
    """A form with two figures and a reason in it."""
    path = ops.write_forms(desk.dossier(CODE, YEAR), tmp_path / "发出")[0].path
    book = openpyxl.load_workbook(path)
    for fill in read_rows(book[SHEET].iter_rows(values_only=True)).fills:
        key = fill.subject.indicator
        value = FILLED.get((key.name, fill.subject.field)) if key else None
        if value is not None:
            book[fill.sheet][fill.cell].value = value
    book.save(path)
    return path


def codes(desk: ops.Desk, path: Path) -> list[str]:
    (one,) = ops.collect([path], desk)
    assert one.kept == ()
    return [odd.code for odd in one.findings]


def bomb(path: Path) -> bytes:
    """A workbook one part of which unpacks to more than any form needs."""
    out = BytesIO(path.read_bytes())
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(120_000_000))
    return out.getvalue()


def with_part(path: Path, name: str, content: bytes) -> bytes:
    """A workbook with another content in the part that ends so."""
    out = BytesIO()
    with ZipFile(path) as archive, ZipFile(out, "w", ZIP_DEFLATED) as copy:
        for info in archive.infolist():
            part = content if info.filename.endswith(name) else archive.read(info)
            copy.writestr(info.filename, part)
    return out.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10)  # each is ten of the one before
        for n in range(1, 12)
    )
    + b"]><workbook>&l;</workbook>"
)


def spreadsheet(kind: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument." + kind)
    return out.getvalue()


def encrypted() -> bytes:
    """The directory of an OLE file that holds an encrypted package and nothing else."""
    none = 0xFFFFFFFF
    entries = b"".join(
        pack("<64sHBB3I48x", name.encode("utf-16-le"), 2 * len(name) + 2, 1, 1, none, none, below)
        for name, below in (("Root Entry", 1), ("EncryptedPackage", none))
    )
    table = pack("<2I", 0xFFFFFFFD, 0xFFFFFFFE).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + pack("<16x5H10x2I24x", 62, 3, 0xFFFE, 9, 6, 1, 1)
    return header + pack("<I", 0) + b"\xff" * 432 + table + entries.ljust(512, b"\0")


CONTENTS = {
    "nothing": (b"", "document.empty"),
    "text": ("填好了".encode(), "form.not_ours"),
    "ods": (spreadsheet(b"spreadsheet"), "form.not_xlsx"),
    "xls": ((ROOT / "tests/data/documents/单元格.xls").read_bytes(), "form.not_xlsx"),
    "locked": (encrypted(), "document.locked"),
    "broken": (b"PK\x03\x04" + b"x" * 500, "form.not_ours"),
}


@pytest.mark.parametrize(("content", "code"), CONTENTS.values(), ids=CONTENTS)
def test_what_is_no_form_is_refused_in_one_sentence(
    desk: ops.Desk, tmp_path: Path, content: bytes, code: str
):
    path = tmp_path / "收回.xlsx"
    path.write_bytes(content)
    assert codes(desk, path) == [code]


def test_a_file_that_is_not_there_is_said(desk: ops.Desk, tmp_path: Path):
    assert codes(desk, tmp_path / "没有.xlsx") == ["document.not_found"]


def test_a_workbook_that_is_not_ours_is_refused(desk: ops.Desk, tmp_path: Path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert codes(desk, tmp_path / "a.xlsx") == ["form.not_ours"]


def test_a_zip_bomb_is_not_unpacked(desk: ops.Desk, form: Path):
    form.write_bytes(bomb(form))
    assert codes(desk, form) == ["document.unpacks_too_large"]


def test_entities_that_multiply_and_parts_that_are_broken_are_survived(desk: ops.Desk, form: Path):
    sound = form.read_bytes()
    for part, content in (("xl/workbook.xml", ENTITIES), ("sheet1.xml", b"<worksheet>"), ("styles.xml", b"")):
        form.write_bytes(with_part(form, part, content))
        assert codes(desk, form) == ["document.broken"]
        form.write_bytes(sound)


def test_an_identity_that_names_cells_without_end_is_refused(desk: ops.Desk, form: Path):
    book = openpyxl.load_workbook(form)
    said = read_rows(book[SHEET].iter_rows(values_only=True))
    far = Fixed(said.sheets[0][0], "XFD1048576", "远")
    book.remove(book[SHEET])
    sheet = book.create_sheet(SHEET)
    for row in rows_of(replace(said, fixed=(*said.fixed, far))):
        sheet.append(row)
    book.save(form)
    assert codes(desk, form) == ["form.altered_identity"]


def test_an_identity_of_too_many_rows_is_refused(desk: ops.Desk, form: Path):
    book = openpyxl.load_workbook(form)
    book[SHEET].cell(150_000, 1).value = "fixed"
    book.save(form)
    assert codes(desk, form) == ["form.altered_identity"]


def test_one_bad_file_never_stops_the_rest(desk: ops.Desk, form: Path):
    (form.parent / "0坏.xlsx").write_bytes(b"PK\x03\x04")
    bad, good = ops.collect([form.parent], desk)
    assert (bad.refused, good.refused, len(good.kept)) == (True, False, 3)


def test_a_copy_that_cannot_be_made_is_said_and_the_rest_is_recorded(
    desk: ops.Desk, form: Path, monkeypatch: pytest.MonkeyPatch
):
    book = openpyxl.load_workbook(form)
    said = read_rows(book[SHEET].iter_rows(values_only=True))
    share = next(fill for fill in said.fills if fill.subject.field == "share")
    book[share.sheet][share.cell].value = "很好"
    book.save(form)
    monkeypatch.setattr("evaltool.operations.annotating.copy_of", lambda path: path / "批注.xlsx")
    (one,) = ops.collect([form], desk)
    assert [odd.code for odd in one.findings] == ["form.text", "form.no_copy"]
    assert (one.copy, len(one.kept)) == (None, 3)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_saved_comes_back_whole(desk: ops.Desk, form: Path, tmp_path: Path):
    saved = converted(form, "xlsx", tmp_path)
    (one,) = ops.collect([saved], desk)
    assert ([odd.code for odd in one.findings], len(one.kept)) == ([], 3)
    actuals = {key.name: said.actual.value for key, said in outcomes(desk).items() if said.actual}
    assert actuals == {"会议培训次数": Decimal(3), "经费支付及时率": Decimal(96)}


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("format_", ["xls", "ods"])
def test_a_form_that_a_colleague_saved_in_another_format_is_refused_with_advice(
    desk: ops.Desk, form: Path, tmp_path: Path, format_: str
):
    assert codes(desk, converted(form, format_, tmp_path)) == ["form.not_xlsx"]


def outcomes(desk: ops.Desk):
    return desk.dossier(CODE, YEAR).outcomes.indicators


def converted(path: Path, format_: str, folder: Path) -> Path:
    """The file saved again by LibreOffice, with a profile of its own."""
    out = folder / "另存"
    profile = (folder / "profile").as_uri()
    line = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", format_]
    subprocess.run([*line, "--outdir", str(out), str(path)], check=True, capture_output=True)
    return out / f"{path.stem}.{format_}"
