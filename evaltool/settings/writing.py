"""One setting written into the file, everything else in it left as it is: comments, order, unknown lines.

The new file is made beside the old one and takes its place in one step: a reader, or a power cut, meets the
old file or the new one and never half of one.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

from evaltool.language import _


class NotWritten(Exception):  # noqa: N818 - a refusal, said as a sentence
    """Why the file was left as it is, in the language in use."""


def write(path: Path, name: str, value: object) -> Path:
    """Write one setting, or the keys of one command as `keys.help`; give the file. Raises `NotWritten`.

    A value of None takes the line out, so that the default holds.
    """
    target = path.resolve() if path.is_symlink() else path  # a link to a folder of settings stays a link
    document = _document(target)
    table, _dot, line = name.rpartition(".")
    holder: MutableMapping[str, object] = document
    if table:
        if not isinstance(document.get(table), MutableMapping):
            document[table] = {}
        holder = document[table]
    if value is None:
        holder.pop(line, None)
    else:
        holder[line] = list(value) if isinstance(value, tuple) else value
    try:
        _replace(target, document.as_string())
    except OSError as error:
        raise NotWritten(_("设置没有写进 {path}：{why}").format(path=path, why=error.strerror)) from error
    return path


def _document(path: Path) -> TOMLDocument:
    """What stands in the file; a file that nobody can read is not written over."""
    import tomlkit
    from tomlkit.exceptions import ParseError

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:  # line ends stay as they are
            return tomlkit.parse(file.read())
    except FileNotFoundError:
        return tomlkit.document()
    except (OSError, ValueError, ParseError, RecursionError) as error:
        said = _("看不懂设置文件 {path}，没有改动它；请先改正或移走")
        raise NotWritten(said.format(path=path)) from error


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # as open to others as before
            Path(beside).chmod(stat.S_IMODE(path.stat().st_mode))
        os.replace(beside, path)  # noqa: PTH105 - the one that is atomic on every system
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
