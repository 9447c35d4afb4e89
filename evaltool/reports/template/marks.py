"""Placeholders in a text: where they stand, and which one is meant by a name that nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from evaltool.reports.template.names import PLACEHOLDERS

_WIDE = str.maketrans("｛｝", "{}")
_MARK = re.compile(r"\{\{([^{}]*)\}\}")
_ALIKE = str.maketrans(":(){}", "：（）｛｝")
_LONGEST = 40
"""Signs of a name that are compared: comparing takes long for long ones."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A placeholder in a text, from `start` to `end`, and the name in it without blanks."""

    start: int
    end: int
    name: str


def marks_in(text: str) -> tuple[Mark, ...]:
    """The placeholders of a text, in braces of either width."""
    found = _MARK.finditer(text.translate(_WIDE))
    return tuple(Mark(one.start(), one.end(), "".join(one[1].split()).translate(_ALIKE)) for one in found)


def is_unclosed(text: str) -> bool:
    """Whether double braces are left over that open or close no placeholder."""
    rest = _MARK.sub("", text.translate(_WIDE))
    return "{{" in rest or "}}" in rest


def nearest(name: str) -> str:
    """The known name that looks most like `name`."""
    known = tuple(PLACEHOLDERS)
    return next(iter(get_close_matches(name[:_LONGEST], known, n=1, cutoff=0.0)), known[0])


def written(name: str) -> str:
    """A placeholder as it stands in a cell."""
    return f"{{{{{name}}}}}"
