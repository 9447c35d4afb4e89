"""A mark in a file by which this program knows its own prints again, for as long as nobody has touched them.

A print may be replaced by a newer one, but what somebody has written into it may not. Every mark is a hash
of everything else in the file; a program that opens and saves the file breaks it or drops it. It guards
against losing work, not against forgery.
"""

from __future__ import annotations

import hashlib
import re

_HEX = rb"([0-9a-f]{64})"
_END_OF_ZIP = b"PK\x05\x06"
_END_LENGTH = 22

_LAST_LINE = {"html": b"<!-- evaltool sha256:%b -->\n", "pdf": b"%% evaltool sha256:%b\n"}
"""Behind the end of a page or of a print there may stand a comment."""

_JSON_START = b'{\n  "seal": '

ROW_SEAL = "\x1a"
"""What a table's rows hold where their seal will stand: a sign that no text in them can have."""

_ROW_DIGITS = 16
_ROW_END = re.compile(rb",([0-9a-f]{16})\r\n\Z")


def sealed(content: bytes, suffix: str) -> bytes:
    """The content of a file with its seal; of a suffix that has none, as it is."""
    if suffix in ("xlsx", "docx"):
        comment = _digest(content[:-2])
        return content[:-2] + len(comment).to_bytes(2, "little") + comment
    if suffix in _LAST_LINE:
        return content + _LAST_LINE[suffix] % _digest(content)
    if suffix == "json":
        return b'%b"%b",%b' % (_JSON_START, _digest(content), content.removeprefix(b"{"))
    if suffix == "csv":
        return content.replace(ROW_SEAL.encode(), _digest(content)[:_ROW_DIGITS])
    return content


def is_untouched(content: bytes, suffix: str) -> bool:
    """Whether the content of a file is exactly what `sealed` gave once."""
    plain = _unsealed(content, suffix)
    return plain is not None and sealed(plain, suffix) == content


def _unsealed(content: bytes, suffix: str) -> bytes | None:
    """What would have been sealed, if the content were ours; None where it cannot be."""
    if suffix in ("xlsx", "docx"):
        end = len(content) - _END_LENGTH - 64
        return content[: end + _END_LENGTH - 2] + b"\0\0" if content[end:].startswith(_END_OF_ZIP) else None
    if suffix in _LAST_LINE:
        line = re.escape(_LAST_LINE[suffix] % b"|").replace(rb"\|", _HEX)
        found = re.search(line + rb"\Z", content)
        return content[: found.start()] if found else None
    if suffix == "json":
        found = re.match(re.escape(_JSON_START) + b'"' + _HEX + b'",', content)
        return b"{" + content[found.end() :] if found else None
    if suffix == "csv" and (found := _ROW_END.search(content)):
        return content.replace(found[1], ROW_SEAL.encode())
    return None


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
