"""Whether a file is exactly what this program once wrote can be seen by the file alone."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.sheets.seals import ROW_SEAL, is_untouched, sealed


def archive(text: str = "内容") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        book.writestr("xl/workbook.xml", text)
    return stream.getvalue()


CONTENTS = {
    "xlsx": archive(),
    "docx": archive("报告"),
    "html": "<p>一页</p>\n".encode(),
    "pdf": b"%PDF-1.6\n%%EOF\n",
    "json": b'{\n  "evaltool": "0.1.0"\n}\n',
    "csv": f"甲,文件校验\r\n=1,{ROW_SEAL}\r\n2,{ROW_SEAL}\r\n".encode(),
}


@pytest.mark.parametrize("suffix", CONTENTS)
def test_a_sealed_file_is_known_again_until_any_of_its_bytes_changes(suffix: str) -> None:
    whole = sealed(CONTENTS[suffix], suffix)
    assert whole != CONTENTS[suffix]
    assert is_untouched(whole, suffix)
    assert not is_untouched(CONTENTS[suffix], suffix)
    for at in range(len(whole)):
        assert not is_untouched(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], suffix)
    assert not is_untouched(whole + b"\n", suffix)
    assert not is_untouched(whole[:-1], suffix)


@pytest.mark.parametrize("suffix", CONTENTS)
@given(data=st.binary(max_size=300))
def test_foreign_bytes_are_never_taken_for_ours(suffix: str, data: bytes) -> None:
    assert not is_untouched(data, suffix)


def test_a_workbook_stays_an_archive_and_one_that_is_saved_again_has_no_seal() -> None:
    whole = sealed(archive(), "xlsx")
    with zipfile.ZipFile(io.BytesIO(whole)) as book:
        assert len(book.comment) == 64
        assert book.testzip() is None
        text = book.read("xl/workbook.xml")
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as other:
        other.writestr("xl/workbook.xml", text)
    assert not is_untouched(saved.getvalue(), "xlsx")


def test_a_sealed_json_is_json_and_its_first_key_is_the_seal() -> None:
    assert list(json.loads(sealed(CONTENTS["json"], "json"))) == ["seal", "evaltool"]


def test_every_row_of_a_table_has_the_same_seal_and_a_row_taken_out_breaks_it() -> None:
    lines = sealed(CONTENTS["csv"], "csv").decode().splitlines(keepends=True)
    assert len({line.rpartition(",")[2] for line in lines[1:]}) == 1
    assert not is_untouched("".join([lines[0], lines[2]]).encode(), "csv")
