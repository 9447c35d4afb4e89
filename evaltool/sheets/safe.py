"""Text from people made safe for a workbook, for the name of a sheet and for the name of a file.

Nothing is dropped in silence: a sign that cannot stand is replaced by one that shows it stood there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count
from unicodedata import normalize

from evaltool.language import _

CELL_LIMIT = 32767
"""UTF-16 units that a cell holds in Excel and WPS."""

SHEET_LIMIT = 31
FILE_LIMIT = 180
"""Bytes of a file's name in UTF-8: below the 255 of Linux, with room for what a sync tool adds."""

FOOT_LIMIT = 24
"""Signs of a name at the foot of a page: all three parts together may have 255, and must not overlap."""

REPLACEMENT = "�"

# What XML 1.0 cannot hold: controls other than tab and line feed, lone surrogates, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# What no name may hold: controls but white space, and marks that turn the direction of reading, by which it
# would show another ending than it has.
_UNSEEN = re.compile("[\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

# Spreadsheets read _x0041_ inside a text as the sign with that number; its underscore is written as one such.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

# Signs that a spreadsheet takes for the start of a formula when a person edits the cell.
_STARTS_FORMULA = frozenset("=+-@\t\r＝＋－＠")

_WIDE = str.maketrans('[]:*?/\\<>|"', "［］：＊？／＼＜＞｜＂")
_WIDE_START = str.maketrans("=+-@", "＝＋－＠")

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


def cell_text(text: str) -> str:
    """`text` as a cell can hold it: line feeds only, illegal signs shown as �, cut visibly at the limit."""
    if text.isprintable() and len(text) < CELL_LIMIT // 2 and "_x" not in text:
        return text
    text = legal(text)
    text = _ESCAPE.sub("_x005F_", text)
    if _units(text) <= CELL_LIMIT:
        return text
    notice = _("…（单元格已满，其余 {rest} 字见原文）")
    kept = _cut(text, CELL_LIMIT - _units(notice.format(rest=len(text))))
    return kept + notice.format(rest=len(text) - len(kept))


def legal(text: str) -> str:
    """`text` as XML can hold it: line feeds only, illegal signs shown as �."""
    return _ILLEGAL.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula once a person edits its cell."""
    return text[:1] in _STARTS_FORMULA or text.lstrip()[:1] in _STARTS_FORMULA


def foot_text(text: str) -> str:
    """`text` for the head or foot of a page, where & would begin a command; cut visibly where it is long."""
    line = _unescaped(_one_line(text)).replace("&", "＆")
    return line if len(line) <= FOOT_LIMIT else f"{line[: FOOT_LIMIT - 1]}…"


def _unescaped(text: str) -> str:
    """A text in which nothing reads as _x0041_, for places where that cannot be escaped.

    A formula names a sheet as its name stands there, and spreadsheets disagree on what an escape means in it.
    """
    return _ESCAPE.sub("＿", text)


def sheet_names(wanted: Iterable[str]) -> list[str]:
    r"""A sheet name after each of `wanted`, all different.

    Excel's limits: 31 UTF-16 units, none of []:*?/\, no ' at either end, not "History", case does not count.
    """
    taken = {"history"}
    names = []
    for text in wanted:
        base = _unescaped(_one_line(text)).translate(_WIDE)
        base = base[:1].translate(_WIDE_START) + base[1:]
        base = re.sub("^'|'$", "’", base) or _("未命名")
        name = next(name for name in _numbered(base) if name.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def known_as(code: str, name: str) -> str:
    """Code and name in one word; what has no code of its own is known by its name."""
    return name if code == name else f"{code}{name}"


def file_name(of: str, year: int | None, ending: str, suffix: str = "xlsx") -> str:
    """The name of a file, without a folder: whose it is, the year and what it is.

    Legal on Windows, macOS and Linux; two spellings of one text are one name, as they are on macOS.
    """
    when = _("{year}年度").format(year=year) if year is not None else ""
    base = _one_line(f"{of}{when}").translate(_WIDE).strip(". ")
    if _RESERVED.fullmatch(base.partition(".")[0].rstrip()):
        base = f"_{base}"
    room = FILE_LIMIT - len(ending.encode())
    if len(base.encode()) > room:
        # Two long names with the same beginning stay two files.
        mark = "~" + hashlib.sha256(base.encode()).hexdigest()[:8]
        base = base.encode()[: room - len(mark)].decode(errors="ignore").rstrip(". ") + mark
    return f"{base}{ending}.{suffix}"


def _numbered(base: str) -> Iterator[str]:
    """The name, then with (2), (3) … behind it, each cut to what a sheet's name may hold."""
    for number in count(1):
        mark = f"({number})" if number > 1 else ""
        yield _cut(base, SHEET_LIMIT - len(mark)).rstrip("' ") + mark


def _one_line(text: str) -> str:
    """A text as a name: one line, one spelling of each sign, none that cannot be seen or turns the others."""
    return " ".join(_UNSEEN.sub(REPLACEMENT, _ILLEGAL.sub(REPLACEMENT, normalize("NFC", text))).split())


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
