"""Column types that keep a value exactly: SQLite's own numerics would change a long decimal."""

from __future__ import annotations

import json
from decimal import Decimal

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from evaltool.workspace.plain import canonical, figure_text, from_plain, to_plain
from scoring.model import Source


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


class Place(TypeDecorator[Source]):
    """Where in a file something was found, as a JSON object."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Source | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """A place becomes text."""
        return None if value is None else canonical(to_plain(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Source | None:  # noqa: ARG002
        """Text becomes the place again."""
        return None if value is None else from_plain(Source, json.loads(value))
