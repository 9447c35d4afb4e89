"""The hash of a rulebook: of what it says, so that layout, comments and the order of clauses do not count."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from scoring.rulebook.schema import Clause, Effective


def digest(names: Iterable[str], effective: Effective, clauses: Iterable[Clause[Any]]) -> str:
    """12 hex digits of id, version and title, the days in force, and everything that the clauses say."""
    period = [_plain(effective)] if effective != Effective() else []
    said = sorted([one.key, _plain(one.value), one.cite, *one.evidence, one.note] for one in clauses)
    text = json.dumps([*names, *period, *said], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _plain(value: object) -> Any:
    """A value as lists of texts, in which two values that differ never look alike."""
    if isinstance(value, Mapping):
        return [[str(name), _plain(inner)] for name, inner in value.items()]
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if is_dataclass(value):
        return [_plain(getattr(value, item.name)) for item in fields(value)]
    return None if value is None else str(value)
