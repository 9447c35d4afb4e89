"""Files written whole or not at all: what stood there is replaced only by a complete file."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter
from itertools import count
from pathlib import Path

from evaltool.language import _


@contextmanager
def replacing(path: Path, aside: Path | None = None) -> Iterator[BufferedWriter]:
    """A stream whose content becomes `path` once all of it is on the disk. Raises `OSError`.

    What stands at `path` is given the name `aside` at that moment, where there is one, and else replaced.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if aside is not None:
            path.rename(aside)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """The first free name for an older file beside its newer one: NAME（旧）, then NAME（旧2）."""
    marks = (_("（旧{number}）").format(number=number if number > 1 else "") for number in count(1))
    names = (path.with_name(f"{path.stem}{mark}{path.suffix}") for mark in marks)
    return next(name for name in names if not os.path.lexists(name))
