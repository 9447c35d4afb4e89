"""One shape for the characters that people type: an explicit table, and nothing that makes up digits.

Unicode's own compatibility form (NFKC) turns ①3次 into 13次 and 10² into 102, so it is not used: what it
would make a digit of is named by `odd_digits` and is never part of a figure.
"""

from __future__ import annotations

import re
import unicodedata

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}

_LOOKALIKES = {
    "≥": "≥≧⩾⪰≽≮",  # ≮ (not less) says the same
    "≤": "≤≦⩽⪯≼≯",
    ">": "﹥〉›",
    "<": "﹤〈‹",
    "=": "═﹦꞊⹀",
    "≈": "≈≒≅∽≃",
    "-": "‐‑‒–—―−﹣─━﹘",
    "~": "〜∼˜∾",
    "·": "•・∙⋅‧",
    ":": "∶︰﹕",
    ",": "﹐",
    ";": "﹔",
    "。": "｡",
    "%": "﹪٪",
    "¥": "￥",
    "*": "∗﹡",
    "/": "∕⁄",
    "±": "﹢±",
    "(": "﹙❨〔",
    ")": "﹚❩〕",
    "〇": "○◯",
    " ": "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
}

_IN_WORDS = {
    "㎡": "平方米",
    "㎥": "立方米",
    "㎢": "平方公里",
    "㎞": "km",
    "㎏": "kg",
    "㎝": "cm",
    "㎜": "mm",
    "㎎": "mg",
}

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f\u200e\u200f\u202a\u202b\u202c\u202d\u202e"

_TABLE = str.maketrans(
    {
        **_FULL_WIDTH,
        **{look: sign for sign, looks in _LOOKALIKES.items() for look in looks},
        **_IN_WORDS,
        **dict.fromkeys(_UNSEEN, ""),
    }
)

_RAISED_UNITS = {"m²": "平方米", "m³": "立方米", "米²": "平方米", "米³": "立方米"}

_NEEDLESS_SPACE = re.compile(r"(?<![0-9A-Za-z.,]) | (?![0-9A-Za-z.,])")


def normalise(text: str) -> str:
    """The text with full-width forms, lookalike signs and all kinds of white space in their plain shape."""
    plain = text.translate(_TABLE)
    if "²" in plain or "³" in plain:
        for raised, word in _RAISED_UNITS.items():
            plain = plain.replace(raised, word)
    return " ".join(plain.split())


def compact(text: str) -> str:
    """A normalised text without the spaces that hold nothing apart: `1 份` is 1份, `5 10` stays."""
    return _NEEDLESS_SPACE.sub("", text)


def odd_digits(text: str) -> str:
    """The characters of a normalised text that look like digits and are none: ① ² ½ Ⅲ ٣."""
    if text.isascii():
        return ""
    return "".join(char for char in text if not char.isascii() and _is_odd_digit(char))


def _is_odd_digit(char: str) -> bool:
    if char == "〇" or "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff":
        return False  # 三 is a numeral, not something that looks like one
    if unicodedata.numeric(char, None) is not None:
        return True
    return any("0" <= part <= "9" for part in unicodedata.normalize("NFKC", char))
