"""Figures as they are typed: 1,030,700.00, 12。5, 四, 百分之九十五. Their digits are kept as typed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

MOST_DIGITS = 28
"""Significant digits that are still computed with; more is no measurement."""

_RUN = re.compile(r"[0-9][0-9,.。]*")
_PLAIN = re.compile(r"[0-9]+(?:[.。][0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:[.。][0-9]+)?")
_EXPONENT = re.compile(r"[eE][+-]?[0-9]+")

_DIGITS = {char: place // 2 for place, char in enumerate("零〇一壹二贰三叁四肆五伍六陆七柒八捌九玖")} | {
    "两": 2
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
NUMERALS = "".join((*_DIGITS, *_TENS, *_MYRIADS))
"""The characters that Chinese numbers are written with."""

_WRITTEN = re.compile(rf"([{NUMERALS}]+)(?:点([{''.join(_DIGITS)}]+))?")
_PARTS = {"百": "%", "千": "‰", "万": "‱"}
_OUT_OF = re.compile(rf"([{NUMERALS}]+)分之")


class Written(NamedTuple):
    """A figure found in a text up to `end`. `value` is None where it cannot be taken, and `problem` says why.

    `unit` is set where the figure brings it along (百分之五); `chinese` marks numerals, which words hold too.
    """

    value: Decimal | None
    end: int
    problem: str = ""
    unit: str = ""
    chinese: bool = False


def written_at(text: str, start: int) -> Written | None:
    """The figure that begins at `start` of a compact, normalised text, if one does."""
    if "0" <= text[start] <= "9":
        return _in_digits(text, start)
    if text[start] in NUMERALS:
        return _in_words(text, start)
    return None


def _in_digits(text: str, start: int) -> Written:
    run = _RUN.match(text, start)
    assert run is not None  # noqa: S101 - the caller has seen a digit
    raw = run[0].rstrip(",.。")
    end = start + len(raw)
    if exponent := _EXPONENT.match(text, end):
        return Written(None, exponent.end(), "text.exponent")
    if not (_PLAIN.fullmatch(raw) or _GROUPED.fullmatch(raw)):
        return Written(None, end, "text.unread")
    digits = raw.replace(",", "").replace("。", ".")
    if len(digits.replace(".", "").lstrip("0")) > MOST_DIGITS:
        return Written(None, end, "text.too_long")
    return Written(Decimal(digits), end)


def _in_words(text: str, start: int) -> Written | None:
    if text.startswith("百分百", start):
        return Written(Decimal(100), start + 3, unit="%")
    if share := _OUT_OF.match(text, start):
        return _out_of(text, share.end(), _PARTS.get(share[1]))
    found = _WRITTEN.match(text, start)
    if found is None:
        return None
    whole, part = found.groups()
    # 三万元 is 3 万元 as 3万元 is: the myriad belongs to the unit.
    stem = whole.rstrip("万亿") if len(whole) < MOST_DIGITS else ""
    value = chinese_numeral(stem)
    if value is None or (part and stem != whole):
        return None
    if part:
        return Written(
            Decimal(f"{value}.{''.join(str(_DIGITS[char]) for char in part)}"), found.end(), chinese=True
        )
    return Written(Decimal(value), start + len(stem), chinese=True)


def _out_of(text: str, start: int, unit: str | None) -> Written:
    """What follows 百分之: a figure, or 百 for all of it. Other parts (三分之一) have no exact decimal."""
    if unit == "%" and text.startswith("百", start):
        return Written(Decimal(100), start + 1, unit=unit)
    above = written_at(text, start) if unit and start < len(text) else None
    if above is None or above.value is None or unit is None:
        return Written(None, start, "text.unread", chinese=True)
    return Written(above.value, above.end, unit=unit)


def chinese_numeral(text: str) -> int | None:
    """The number that Chinese numerals write, or None where they are not one number (三五, 三百二, 万).

    三百二 is left alone since people mean 320 by it and the characters say 302.
    """
    if not text or len(text) > MOST_DIGITS:
        return None
    total, ceiling = 0, 10**12
    for mark, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        if mark and mark not in text:
            continue
        head, _, text = text.partition(mark) if mark else (text, "", "")
        value = _section(head.removeprefix("零") if total else head, after_more=bool(total))
        if value is None or value * size >= ceiling:
            return None
        total += value * size
        ceiling = size
        if not text:
            return total
    return total if not text else None


def _section(text: str, *, after_more: bool) -> int | None:
    """The number below a myriad that the numerals write."""
    if len(text) > 1 and text[-1] in "零〇":
        return None
    total, digit, last, gap = 0, None, 10**4, after_more
    for place, char in enumerate(text):
        if char in _TENS:
            size = _TENS[char]
            if size >= last or (digit is None and (size != 10 or (place > 0 and not gap))) or digit == 0:
                return None
            total += (1 if digit is None else digit) * size
            digit, last, gap = None, size, False
        elif char in _DIGITS:
            value = _DIGITS[char]
            if value == 0 and text != char:
                if gap and place > 0:
                    return None
                gap = True
                continue
            if digit is not None:
                return None
            digit = value
        else:
            return None
    if digit is None:
        return total if last < 10**4 else None
    # A last digit stands for ones: right after 千 or 百 it needs a 零 between.
    return total + digit if last in (10, 10**4) or gap else None
