"""What every table shares: names of constraints, and the shapes that columns have."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Column, MetaData, Table, Text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NAMES = {
    # Every constraint has a name, so that a migration can speak of it.
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Kept(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """A table of the workspace, in a metadata of its own."""


def row_id() -> Any:
    """The number of a row."""
    return Field(default=None, primary_key=True)


def text_column() -> Any:
    """A text that is never NULL."""
    return Field(default="", sa_type=Text)


def row_of(table: str, *, index: bool = True) -> Any:
    """The row of another table that a row belongs to and goes with."""
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=index)


def table_of(row: type[Kept]) -> Table:
    """The table of a class of rows."""
    return cast("Table", row.__table__)  # type: ignore[attr-defined]


def columns(table: Table, *names: str) -> list[Column[Any]]:
    """Some columns of a table, to select."""
    return [table.c[name] for name in names]
