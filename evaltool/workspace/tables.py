"""The tables of a workspace: what is declared, what is recorded, and the journal of both.

Declared things have a table each and are replaced as a whole by an import. Recorded things share one table,
found by identity and not by row, so that they survive an import. A change of these tables is a new revision
under `migrations`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Column, Index, MetaData, PrimaryKeyConstraint, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from evaltool.workspace.columns import Exact, Place, Words
from scoring.model import Source

NAMES = {
    # Every constraint has a name, so that a migration can speak of it.
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Kept(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """A table of the workspace, in a metadata of its own."""


def _id() -> Any:
    return Field(default=None, primary_key=True)


def _text() -> Any:
    return Field(default="", sa_type=Text)


def _of(table: str, *, index: bool = True) -> Any:
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=index)


class DepartmentRow(Kept, table=True):
    """A department and year. `year` is 0 where it is not known: NULLs would not be unique."""

    __tablename__ = "department"
    __table_args__ = (UniqueConstraint("code", "year"),)

    id: int | None = _id()
    code: str = _text()
    year: int
    name: str = _text()
    objective: str = _text()
    inferred: tuple[str, ...] = Field(default=(), sa_type=Words)
    source: Source | None = Field(default=None, sa_type=Place)


class ObjectiveRow(Kept, table=True):
    """A numbered objective of a department."""

    __tablename__ = "objective"

    id: int | None = _id()
    department_id: int = _of("department")
    position: int
    title: str = _text()
    text: str = _text()
    source: Source | None = Field(default=None, sa_type=Place)


class MeasureRow(Kept, table=True):
    """A safeguard measure of a department."""

    __tablename__ = "measure"

    id: int | None = _id()
    department_id: int = _of("department")
    position: int
    text: str = _text()
    items: tuple[str, ...] = Field(default=(), sa_type=Words)


class ProjectRow(Kept, table=True):
    """A budget project. Amounts are 万元."""

    __tablename__ = "project"

    id: int | None = _id()
    department_id: int = _of("department")
    position: int
    code: str = _text()
    name: str = _text()
    unit: str = _text()
    budget: Decimal | None = Field(default=None, sa_type=Exact)
    fiscal: Decimal | None = Field(default=None, sa_type=Exact)
    other: Decimal | None = Field(default=None, sa_type=Exact)
    purpose: str = _text()
    objectives: tuple[str, ...] = Field(default=(), sa_type=Words)
    source: Source | None = Field(default=None, sa_type=Place)


class CheckpointRow(Kept, table=True):
    """One line of a project's spending plan: 万元 and percent."""

    __tablename__ = "checkpoint"

    id: int | None = _id()
    project_id: int = _of("project")
    position: int
    month: int
    amount: Decimal | None = Field(default=None, sa_type=Exact)
    percent: Decimal | None = Field(default=None, sa_type=Exact)
    text: str = _text()


class IndicatorRow(Kept, table=True):
    """An indicator with its target: of a project, of a numbered objective, or else of the overall one.

    `subject` is its identity in the form that records have it, so that the two are joined by an index.
    """

    __tablename__ = "indicator"
    __table_args__ = (Index(None, "department_id", "subject"),)

    id: int | None = _id()
    department_id: int = _of("department", index=False)
    project_id: int | None = Field(default=None, foreign_key="project.id", ondelete="CASCADE", index=True)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", ondelete="CASCADE", index=True)
    position: int
    # its identity
    project: str = _text()
    objective: str = _text()
    level1: str = _text()
    level2: str = _text()
    name: str = _text()
    ordinal: int = 1
    # its target
    sense: str = _text()
    value: Decimal | None = Field(default=None, sa_type=Exact)
    upper: Decimal | None = Field(default=None, sa_type=Exact)
    unit: str = _text()
    day: date | None = None
    inferred: tuple[str, ...] = Field(default=(), sa_type=Words)
    text: str = _text()
    # what else the document says of it
    description: str = _text()
    basis: str = _text()
    weight: Decimal | None = Field(default=None, sa_type=Exact)
    source: Source | None = Field(default=None, sa_type=Place)
    subject: str = _text()


class RecordRow(Kept, table=True):
    """One recorded value as `evaltool.workspace.fields` writes it, beside the text that was typed.

    Its department cannot be removed while it is there: the foreign key has no cascade on purpose.
    """

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("department_id", "subject", "field"),)

    id: int | None = _id()
    department_id: int = Field(foreign_key="department.id")
    subject: str = _text()
    field: str = _text()
    value: str = _text()
    typed: str = _text()


class ChangeRow(Kept, table=True):
    """One change: who, when, what for. `reverts` is unique: nothing is reverted twice."""

    __tablename__ = "change"

    id: int | None = _id()
    at: str = _text()
    who: str = _text()
    session: str = _text()
    operation: str = _text()
    reason: str = _text()
    reverts: int | None = Field(default=None, foreign_key="change.id", unique=True)
    prev_hash: str = _text()
    hash: str = _text()


class ChangeItemRow(Kept, table=True):
    """One field of a change, before and after, as kept and as typed. NULL: not recorded.

    `department` is the JSON list of code and year: the journal outlives the rows that it speaks of.
    """

    __tablename__ = "change_item"
    __table_args__ = (Index(None, "department", "subject", "field"),)

    id: int | None = _id()
    change_id: int = Field(foreign_key="change.id", index=True)
    department: str = _text()
    subject: str = _text()
    field: str = _text()
    old: str | None = Field(default=None, sa_type=Text)
    old_typed: str = _text()
    new: str | None = Field(default=None, sa_type=Text)
    new_typed: str = _text()


def _table(row: type[Kept]) -> Table:
    return cast("Table", row.__table__)  # type: ignore[attr-defined]


def columns(table: Table, *names: str) -> list[Column[Any]]:
    """Some columns of a table, to select."""
    return [table.c[name] for name in names]


department = _table(DepartmentRow)
objective = _table(ObjectiveRow)
measure = _table(MeasureRow)
project = _table(ProjectRow)
checkpoint = _table(CheckpointRow)
indicator = _table(IndicatorRow)
record = _table(RecordRow)
change = _table(ChangeRow)
change_item = _table(ChangeItemRow)

# Alembic's own table, as Alembic makes it: a fresh file is stamped without loading Alembic.
alembic_version = Table(
    "alembic_version",
    Kept.metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
