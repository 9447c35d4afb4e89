"""Ways in which tags, their attributes and the texts between them are mixed up, or made to do harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from byte_damage import Damage

ODD = (
    *("", " ", "0", "-1", "1", "2", "63", "1000", "999999999", "1048577", "99999999999999999999", "1e400"),
    *(
        "NaN",
        "-inf",
        "0.1",
        "٣",
        "²",
        "１",
        "true",
        "false",
        "A1",
        "XFD1048576",
        "A0",
        "ZZZZZZ9",
        "A1:XFD1048576",
    ),
    *("../../../../etc/hostname", "file:///etc/hostname", "http://127.0.0.1:9/", "=cmd|' /C calc'!A0"),
    *(
        "_x000D_",
        "_xD83D_",
        "&#xFFFF;",
        "&#0;",
        "&amp;",
        "≥9595%及以上",
        "年度指标值",
        "指标",
        "\u202e",
        "\ud7ff",
        "😀",
    ),
    *(
        "s",
        "n",
        "b",
        "d",
        "e",
        "str",
        "inlineStr",
        "string",
        "percentage",
        "date",
        "boolean",
        "restart",
        "continue",
    ),
)
_TAG = re.compile(rb"<[^<>!?]{1,400}>")
_VALUE = re.compile(rb"=\s*\"([^\"<>]{0,200})\"")
_NAME = re.compile(rb"[A-Za-z:]{1,30}(?==\")")
_SAID = re.compile(rb">([^<>]{1,80})<")
_DEEP = (
    (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
    (b"<w:p><w:r>", b"</w:r></w:p>"),
    (b"<table><tr><td>", b"</td></tr></table>"),
    (b"<ol><li>", b"</li></ol>"),
    (b"<text:span>", b"</text:span>"),
    (
        b"<table:table><table:table-row><table:table-cell>",
        b"</table:table-cell></table:table-row></table:table>",
    ),
    (b"<r><t>", b"</t></r>"),
)


def odd_value(random: Random, data: bytes) -> bytes:
    return put(random, data, _VALUE, 1, random.choice(ODD).encode())


def odd_text(random: Random, data: bytes) -> bytes:
    return put(random, data, _SAID, 1, random.choice(ODD).encode() * random.choice((1, 1, 1, 5000)))


def other_value(random: Random, data: bytes) -> bytes:
    """The value of another attribute, as if they had been mixed up."""
    return put_other(random, data, _VALUE, 1)


def other_name(random: Random, data: bytes) -> bytes:
    return put_other(random, data, _NAME, 0)


def other_tag(random: Random, data: bytes) -> bytes:
    return put_other(random, data, _TAG, 0)


def no_tag(random: Random, data: bytes) -> bytes:
    return put(random, data, _TAG, 0, b"")


def two_tags(random: Random, data: bytes) -> bytes:
    found = anywhere(random, data, _TAG)
    return data[: found.end()] + found[0] + data[found.end() :] if found else data


def deep(random: Random, data: bytes) -> bytes:
    """The same elements inside each other, hundreds deep."""
    found = anywhere(random, data, _TAG)
    before, after = random.choice(_DEEP)
    times = random.choice((3, 10, 200, 3000))
    inside = before * times + random.choice((b"", "甲".encode())) + after * random.choice((times, times - 1))
    return data[: found.end()] + inside + data[found.end() :] if found else data


def anywhere(random: Random, data: bytes, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """A place where the pattern fits: the first behind a place taken by chance, or the first of all."""
    return pattern.search(data, random.randrange(len(data) + 1)) or pattern.search(data)


def put(random: Random, data: bytes, pattern: re.Pattern[bytes], group: int, text: bytes) -> bytes:
    found = anywhere(random, data, pattern)
    return data[: found.start(group)] + text + data[found.end(group) :] if found else data


def put_other(random: Random, data: bytes, pattern: re.Pattern[bytes], group: int) -> bytes:
    other = anywhere(random, data, pattern)
    return put(random, data, pattern, group, other[group]) if other else data


TAGS: tuple[Damage, ...] = (
    *(odd_value, odd_value, odd_text, other_value, other_name, other_tag, no_tag, two_tags, deep),
)
