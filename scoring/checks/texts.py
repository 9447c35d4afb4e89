"""What several checks ask: whether a text says anything, and where a line's value stands."""

from __future__ import annotations

from scoring.model import Key, Subject
from scoring.notation import is_blank

NOTHING_SAID = frozenset({"无", "没有", "无偏差", "不存在偏差", "无偏差原因", "不涉及", "略"})


def says_something(text: str) -> bool:
    """Whether a text is more than a stroke or a word for nothing (无, 无偏差)."""
    said = text.strip().rstrip("。.")
    return bool(said) and said not in NOTHING_SAID and not is_blank(said)


def place_of(key: Key, field: str) -> Subject:
    """The place of a value of one line."""
    return Subject(key.project, key, field)
