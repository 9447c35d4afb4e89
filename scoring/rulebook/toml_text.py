"""Values as TOML writes them: the standard library reads TOML but does not write it."""

from __future__ import annotations

import json
import re
from datetime import date, time
from decimal import Decimal

BARE = re.compile(r"[A-Za-z0-9_-]+")


def value_text(value: object) -> str:
    """A value as `tomllib` gave it, written on one line so that reading it gives the same value again."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            # A basic string is one of JSON, but for the sign 127, which TOML wants escaped.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case int():
            return str(value)
        case Decimal():
            return str(value) if value.is_finite() else str(value).lower().replace("infinity", "inf")
        case date() | time():
            return value.isoformat()
        case dict():
            inner = ", ".join(f"{key_text(name)} = {value_text(part)}" for name, part in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case list():
            return f"[{', '.join(map(value_text, value))}]"
        case _:
            raise TypeError(type(value))


def key_text(name: str) -> str:
    """A key, in quotes where it has other signs than a bare key may have."""
    return name if BARE.fullmatch(name) else value_text(name)
