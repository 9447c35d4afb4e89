"""Figures that a narrow cell broke over two lines, told from two figures that stand below each other."""

from __future__ import annotations

import re

_WHOLE = r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)"
_FIGURE = re.compile(rf"{_WHOLE}(?:\.[0-9]{{1,6}})?%?")
_INSIDE = re.compile(r"(?:[0-9,]*,[0-9]{0,2}\n|[0-9,]*[0-9]\n(?=[,.]))[0-9,]*(?:\.[0-9]{1,6})?%?")
_DECIMALS = re.compile(rf"{_WHOLE}\.(?:\n[0-9]{{1,2}}|[0-9]\n[0-9])%?")


def is_surely_broken(text: str) -> bool:
    """Whether two lines are one figure because one of them is none by itself: 1,329,12 and 0.67.

    Digits without a point or a comma may as well be two figures, or a code.
    """
    return bool(_INSIDE.fullmatch(text)) and _FIGURE.fullmatch(text.replace("\n", "")) is not None


def may_be_broken(text: str) -> bool:
    """Whether two lines are one figure, of two decimals at most, if the first had no room: 880.0 and 0."""
    return _DECIMALS.fullmatch(text) is not None
