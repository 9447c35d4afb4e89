"""The bytes of a text become characters: which encoding it is, and how much damage is borne."""

from __future__ import annotations

import codecs
import re

from evaltool.documents.unreadable import Unreadable

DAMAGE_SHARE = 100
"""One character in so many, beside ASCII, may be damaged before an encoding counts as the wrong one."""
DAMAGED = "\ufffd"
"""What stands for a character that could not be read."""

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_BYTE_ORDERS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes, file: str) -> str:
    """The text, read as UTF-8 if nearly all of it is, else as GB18030 if nearly all of it is.

    A cut-off character is damage. UTF-16 begins with its own mark. Raises `Unreadable`.
    """
    utf16 = data.startswith(_BYTE_ORDERS)
    if b"\0" in data and not utf16:
        raise Unreadable("document.binary", file)
    for encoding in ("utf-16",) if utf16 else ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        telling = len(text) - len(text.encode("ascii", errors="ignore"))
        if text.count(DAMAGED) <= 1 + telling // DAMAGE_SHARE:
            return text
    raise Unreadable("document.encoding", file)


def visible(text: str) -> str:
    """`text` without characters of no width, which editors leave between words."""
    return _INVISIBLE.sub("", text)
