"""Whatever bytes a file has, its reader gives blocks that keep their promises, or refuses it with a sentence.

The readers run in the process that they run in for people, with its limits of memory and time. A few examples
are tried each time; EVALTOOL_FUZZ=5000 tries so many of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import fuzz_calls
import pytest
from damage import damaged
from fuzzing import often
from hypothesis import given
from hypothesis import strategies as st
from originals import forms, originals

from evaltool.documents.confined import Readers
from evaltool.documents.kinds import Kind, kind_of
from evaltool.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

FORMATS = (Kind.TEXT, Kind.DOCX, Kind.XLSX, Kind.ODS, Kind.XLS, Kind.PDF, Kind.HTML)
"""All that are read without LibreOffice, which is a program of its own with limits of its own."""

BEGINNINGS = {
    Kind.TEXT: "总体绩效目标\n\t项目编码\n\t".encode(),
    Kind.DOCX: b"PK\x03\x04\x14\0\0\0\x08\0",
    Kind.XLSX: b"PK\x05\x06",
    Kind.ODS: b"PK\x03\x04",
    Kind.XLS: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0",
    Kind.PDF: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    Kind.HTML: b"<html><table><tr><td>",
}


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as own:
        yield own


def refusal(readers: Readers, function: Callable[[Kind, bytes, str], str], kind: Kind, data: bytes) -> str:
    """The code that a reader refuses a file with; empty where it reads it. Anything else fails the test.

    The library that reads xls may end its process, which nobody in it can prevent.
    """
    try:
        return readers.run(function, kind, data, "文件", file="文件", kind=kind, seconds=60)
    except Unreadable as why:
        has_crashed = why.code == "document.died" and why.__cause__ is None
        if has_crashed and kind is Kind.XLS:
            return why.code
        pytest.fail(f"{why}: {why.__cause__}")


@pytest.mark.parametrize("kind", FORMATS)
def test_an_original_is_read(kind: Kind, readers: Readers):
    for name, data in originals(kind).items():
        refused = refusal(readers, fuzz_calls.read_and_check, kind, data)
        assert kind_of(data) is kind, name
        assert refused in {"", "document.not_recognised", "document.no_text", "document.locked"}, name


@pytest.mark.parametrize("kind", FORMATS)
@often
@given(rest=st.binary(max_size=3000), has_beginning=st.booleans())
def test_any_bytes_are_read_or_refused(kind: Kind, readers: Readers, rest: bytes, has_beginning: bool):
    data = BEGINNINGS[kind] + rest if has_beginning else rest
    kind_of(data)
    refusal(readers, fuzz_calls.read_and_check, kind, data)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("function", [fuzz_calls.read_and_check, fuzz_calls.read_scores])
@often
@given(chance=st.randoms(use_true_random=False), data=st.data())
def test_a_damaged_document_is_read_or_refused(
    kind: Kind,
    function: Callable[[Kind, bytes, str], str],
    readers: Readers,
    chance: Random,
    data: st.DataObject,
):
    name = data.draw(st.sampled_from(sorted(originals(kind))))
    content = damaged(chance, kind, originals(kind)[name])
    kind_of(content)
    refusal(readers, function, kind, content)


@often
@given(chance=st.randoms(use_true_random=False), data=st.data())
def test_a_damaged_table_of_scores_takes_remarks_or_is_refused(
    readers: Readers, chance: Random, data: st.DataObject
):
    documents = originals(Kind.XLSX)
    content = damaged(chance, Kind.XLSX, documents[data.draw(st.sampled_from(sorted(documents)))])
    refusal(readers, fuzz_calls.put_remarks, Kind.XLSX, content)


@often
@given(chance=st.randoms(use_true_random=False), data=st.data())
def test_a_damaged_form_is_collected_or_refused(readers: Readers, chance: Random, data: st.DataObject):
    content = damaged(chance, Kind.XLSX, forms()[data.draw(st.sampled_from(sorted(forms())))])
    refusal(readers, fuzz_calls.read_returned, Kind.XLSX, content)
