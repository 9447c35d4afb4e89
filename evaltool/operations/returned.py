"""Returned files opened: which of a folder's files are looked at, and what each of them says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaltool.documents.confined import READERS
from evaltool.documents.files import read_bytes
from evaltool.documents.folder import documents_in
from evaltool.documents.kinds import Kind, kind_of
from evaltool.documents.unreadable import Unreadable
from evaltool.forms.read import Returned, read_form
from evaltool.language import _
from scoring.findings import Finding, finding
from scoring.model import Source

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".ods"})
"""Files of a folder that may be forms; those that are, in a format we cannot take back, are refused."""

OTHER_WORKBOOKS = frozenset({Kind.XLS, Kind.ODS})


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it came back: its content, empty where it could not be read, and what that says."""

    path: Path
    data: bytes
    returned: Returned


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named and the workbooks in folders named, each once, without annotated copies of ours."""
    seen: set[Path] = set()
    for path in paths:
        for file in _in_folder(path) if path.is_dir() else [path]:
            if file.absolute() not in seen:
                seen.add(file.absolute())
                yield file


def open_form(path: Path) -> Opened:
    """Read a file in a process of its own. Never raises: what is wrong with it stands in its findings."""
    data = b""
    try:
        data = read_bytes(path)
        kind = kind_of(data)
        if kind is Kind.XLSX:
            returned = READERS.run(read_form, data, path.name, file=path.name, kind=kind.value)
            return Opened(path, data, returned)
        odd = _other(kind, path.name)
    except Unreadable as why:
        odd = why.finding
    return Opened(path, data, Returned(None, (), (odd,)))


def _other(kind: Kind, file: str) -> Finding:
    """What a file is that is no xlsx."""
    if kind is Kind.LOCKED:
        return finding("document.locked", None, Source(file))
    return finding("form.not_xlsx" if kind in OTHER_WORKBOOKS else "form.not_ours", None, Source(file))


def copy_of(path: Path) -> Path:
    """Where the annotated copy of a file is written: beside it."""
    ending = _("-批注")
    return path.with_name(f"{path.stem}{ending}.xlsx")


def _in_folder(folder: Path) -> list[Path]:
    """To any depth, as an import does; a folder that may not be looked into then says so itself."""
    files, _left_out = documents_in([folder])
    found = [path for path in files if path.suffix.lower() in SUFFIXES or path.is_dir()]
    copies = {copy_of(path) for path in found}
    return [path for path in found if path not in copies]
