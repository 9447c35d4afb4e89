"""Column types that keep a value exactly: SQLite's own numerics would change a long decimal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from evaltool.workspace.plain import canonical, figure_text, from_plain, to_plain
from scoring.model import Source, StepTable, Subject

T = TypeVar("T")


class Exact(TypeDecorator[Decimal]):
    """A figure as its own text, in a column of text affinity."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """A figure becomes text."""
        return None if value is None else figure_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Text becomes the figure again."""
        return None if value is None else Decimal(value)


class Words(TypeDecorator[tuple[str, ...]]):
    """Several texts in their order, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The texts become one."""
        return canonical(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """One text becomes several again."""
        return tuple(json.loads(value or "[]"))


class Facts(TypeDecorator[Mapping[str, str]]):
    """What a finding is made of, as a JSON object."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, str] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The facts become one text."""
        return canonical(dict(value or {}))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, str] | None:  # noqa: ARG002
        """One text becomes the facts again."""
        return MappingProxyType(json.loads(value or "{}"))


class _Whole(TypeDecorator[T]):
    """A dataclass of `scoring.model` as a JSON object."""

    impl = Text
    cache_ok = True
    kind: type[T]

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The value becomes text."""
        return None if value is None else canonical(to_plain(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:  # noqa: ARG002
        """Text becomes the value again."""
        return None if value is None else from_plain(self.kind, json.loads(value))


class Place(_Whole[Source]):
    """Where in a file something was found."""

    cache_ok = True
    kind = Source


class About(_Whole[Subject]):
    """What a doubt is about."""

    cache_ok = True
    kind = Subject


class Steps(_Whole[StepTable]):
    """A score table printed with an indicator."""

    cache_ok = True
    kind = StepTable
