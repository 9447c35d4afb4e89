"""The names that stand at the top of an OLE compound file, the container of the older Office formats.

A text may hold a workbook and a workbook a text: what the file itself is, only its own directory says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import Struct

_SIZE = Struct("<30xH")
_DIRECTORY = Struct("<48xI")
_TABLES = Struct("<76x109I")
"""Of the header: a sector's size as a power of two, where the directory begins, and the sectors that say
which sector follows which; more than these has no file that we read."""

_ENTRY = Struct("<64sH2x3I48x")
"""An entry of the directory: its name, its length in bytes; the entries before, after and below it."""

_NONE = 0xFFFFFFFA
"""From this number on there is no such sector or entry."""


def names_at_top(data: bytes) -> frozenset[str]:
    """The names of what lies in a compound file itself, not in a thing within it; none where it is broken."""
    entries = _entries(data)
    names: set[str] = set()
    seen: set[int] = set()
    waiting = [entries[0][4]] if entries else []
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        name, length, before, after, _below = entries[number]
        names.add(name[: max(length - 2, 0)].decode("utf-16-le", "replace"))
        waiting += before, after
    return frozenset(names)


def _entries(data: bytes) -> Sequence[tuple[bytes, int, int, int, int]]:
    if len(data) < _TABLES.size:
        return ()
    (power,) = _SIZE.unpack_from(data)
    if power not in (9, 12):
        return ()
    size = 1 << power
    (first,) = _DIRECTORY.unpack_from(data)
    directory = b"".join(_sectors(data, size, first))
    return list(_ENTRY.iter_unpack(directory[: len(directory) // _ENTRY.size * _ENTRY.size]))


def _sectors(data: bytes, size: int, number: int) -> Iterator[bytes]:
    """The sectors of a chain; it ends where it is broken or comes back to itself."""
    tables = _TABLES.unpack_from(data)
    seen: set[int] = set()
    while number < _NONE and number not in seen:
        seen.add(number)
        yield data[(number + 1) * size : (number + 2) * size]
        table, place = divmod(number, size // 4)
        at = (tables[table] + 1) * size + 4 * place if table < len(tables) else len(data)
        number = int.from_bytes(data[at : at + 4], "little") if at + 4 <= len(data) else _NONE
