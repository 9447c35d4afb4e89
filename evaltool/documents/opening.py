"""The door of this room: a path goes in, a `Reading` comes out, whatever the file is."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from evaltool.documents.blocks import Blocks
from evaltool.documents.files import read_bytes
from evaltool.documents.kinds import Kind, is_archive, kind_of
from evaltool.documents.own_sheets import without_explanations
from evaltool.documents.unreadable import Unreadable
from scoring.model import Reading

if TYPE_CHECKING:
    from evaltool.documents.confined import Readers

_READERS = {
    Kind.TEXT: "text:read_text",
    Kind.DOCX: "docx:read_docx",
    Kind.XLSX: "xlsx:read_xlsx",
    Kind.ODS: "ods:read_ods",
    Kind.XLS: "xls:read_xls",
    Kind.PDF: "pdf:read_pdf",
    Kind.HTML: "html:read_html",
    Kind.OFFICE: "office:read_office",
}
"""Module and function of each reader: bytes and a file's name go in, `Blocks` come out, or `Unreadable`."""

_SECONDS = {Kind.OFFICE: 60}
"""What reading may take where it is more than `confined.SECONDS`: LibreOffice alone starts for ten."""

Result = TypeVar("Result")

_AHEAD = 4
"""Documents that are read, or wait to be, for each job, while nobody has asked for them yet."""


def read(path: Path, readers: Readers | None = None) -> Reading:
    """What a document says. Its format is known by its content, never by its name.

    All but plain text is read in a process of its own, of `readers` where they are given. Raises
    `Unreadable` where there is no document at all; everything else that is odd is in the findings.
    """
    return read_apart(_reading, read_bytes(path), path.name, readers)


def read_many(paths: Iterable[Path], jobs: int) -> Iterator[tuple[Path, Reading | Unreadable]]:
    """Each path with what it says, or why it says nothing, in the order given; `jobs` at the same time.

    Whoever stops asking ends what is still being read.
    """
    from evaltool.documents.confined import Readers

    def attempt(path: Path) -> Reading | Unreadable:
        try:
            return read(path, readers)
        except Unreadable as why:
            return why
        except Exception as fault:  # noqa: BLE001 - a fault of ours in one text does not stop the others
            died = Unreadable("document.died", path.name, format=Kind.TEXT)
            died.__cause__ = fault
            return died

    rest = iter(paths)
    begun: deque[tuple[Path, Future[Reading | Unreadable]]] = deque()
    with ThreadPoolExecutor(jobs) as threads, Readers() as readers:
        try:
            while True:
                for path in islice(rest, jobs * _AHEAD - len(begun)):
                    begun.append((path, threads.submit(attempt, path)))
                if not begun:
                    return
                path, future = begun.popleft()
                yield path, future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


def stop_reading() -> None:
    """End what `read` is reading in other threads: it is "document.died" there. A text is read to its end."""
    confined = sys.modules.get("evaltool.documents.confined")
    if confined is not None:
        confined.READERS.stop()


def read_apart(
    function: Callable[[Kind, bytes, str], Result], data: bytes, file: str, readers: Readers | None = None
) -> Result:
    """What a function at the top of a module makes of a file's content and kind.

    It is called here for a text, and for everything else where it can do no harm: even to look into an
    archive may take long. What it gives comes through a pipe, so it should be little. Raises `Unreadable`.
    """
    if not is_archive(data) and kind_of(data) is Kind.TEXT:
        return function(Kind.TEXT, data, file)
    from evaltool.documents.confined import READERS, SECONDS

    run = (readers or READERS).run
    kind = run(kind_of, data, file=file, kind="zip") if is_archive(data) else kind_of(data)
    return run(function, kind, data, file, file=file, kind=kind, seconds=_SECONDS.get(kind, SECONDS))


def _reading(kind: Kind, data: bytes, file: str) -> Reading:
    # Thirty modules that a start of the workbench does without.
    from evaltool.documents.recognition.recognise import recognise

    blocks, damage = blocks_of(kind, data, file)
    reading = recognise(blocks, file)
    return replace(reading, findings=(*damage, *reading.findings))


def blocks_of(kind: Kind, data: bytes, file: str) -> Blocks:
    """The blocks of a file's content, read in this process. Raises `Unreadable`.

    A reader and its library are loaded when the first file needs them.
    """
    if kind is Kind.LOCKED:
        raise Unreadable("document.locked", file)
    if kind is Kind.UNKNOWN:
        raise Unreadable("document.unknown", file)
    module, _, function = _READERS[kind].partition(":")
    reader = getattr(import_module(f"evaltool.documents.readers.{module}"), function)
    blocks: Blocks = reader(data, file)
    return without_explanations(blocks, file)
