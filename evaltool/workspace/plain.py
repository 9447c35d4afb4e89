"""The one form in which values become text to keep: plain JSON, canonical, exact.

Frozen dataclasses are written as objects without the fields that hold their default, so that a field added
later leaves what is kept readable, and one value has one text: texts can be compared and hashed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def figure_text(figure: Decimal) -> str:
    """A figure's own text: it keeps trailing zeros and an exponent. ValueError for NaN and infinities."""
    if not figure.is_finite():
        raise ValueError(figure)
    return str(figure)


def canonical(plain: object) -> str:
    """JSON without white space, keys in order, characters as they are."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def to_plain(value: object, *, omit: str = "") -> Any:
    """A value of `scoring.model` as JSON knows it; fields named `omit` are left out at every depth."""
    match value:
        case Enum():
            return value.value
        case Decimal():
            return figure_text(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {name: to_plain(each, omit=omit) for name, each in value.items()}
        case tuple():
            return [to_plain(each, omit=omit) for each in value]
        case _ if is_dataclass(value):
            filled = ((each, getattr(value, each.name)) for each in fields(value) if each.name != omit)
            return {
                each.name: to_plain(content, omit=omit)
                for each, content in filled
                if content != _default_of(each)
            }
        case _:
            return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The value of type `kind` that `to_plain` wrote; what is absent has its default."""
    return _read(kind, plain)  # type: ignore[no-any-return]


def _read(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if get_origin(kind) is UnionType:
        return _read(next(each for each in get_args(kind) if each is not type(None)), plain)
    if get_origin(kind) is Mapping:
        return MappingProxyType({name: _read(get_args(kind)[1], each) for name, each in plain.items()})
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in plain)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], content) for name, content in plain.items()})
    if issubclass(kind, tuple):
        return kind(*plain)
    if kind is date:
        return date.fromisoformat(plain)
    return kind(plain)


def _default_of(each: Field[Any]) -> object:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
