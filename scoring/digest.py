"""The hash of what a score was computed from, so that two prints of it can be told apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from scoring.model import Dossier
from scoring.rulebook import Rulebook

HEX_DIGITS = 12

PLACE = "source"
"""The field that says where in a file something stood."""


def digest(dossier: Dossier) -> str:
    """12 hex digits that anything declared, recorded or decided changes, and any clause of the rulebook.

    Where a value stood in a file does not count, nor in which order values were recorded.
    """
    text = json.dumps(_plain(dossier), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HEX_DIGITS]


def _plain(value: object) -> object:
    """A value as JSON knows it; a mapping as its sorted pairs, because keys may be tuples."""
    match value:
        case Rulebook():
            return [value.id, value.version, value.hash]
        case Decimal():
            return _figure(value)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Mapping():
            pairs = [[_plain(key), _plain(one)] for key, one in value.items()]
            return sorted(pairs, key=lambda pair: json.dumps(pair[0], ensure_ascii=False))
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value):
            names = (one.name for one in fields(value) if one.name != PLACE)
            return {name: _plain(getattr(value, name)) for name in names}
    return value


def _figure(figure: Decimal) -> str:
    """A figure without the zeros that say nothing: 95.0 is 95."""
    text = format(figure, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
