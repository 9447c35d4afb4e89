"""The tables of what is recorded, of the rulebooks it was scored by, and of the journal of everything."""

from __future__ import annotations

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from evaltool.workspace.tables.base import Kept, row_id, text_column


class RecordRow(Kept, table=True):
    """One recorded value as `evaltool.workspace.fields` writes it, beside the text that was typed.

    Its department cannot be removed while it is there: the foreign key has no cascade on purpose.
    """

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("department_id", "subject", "field"),)

    id: int | None = row_id()
    department_id: int = Field(foreign_key="department.id")
    subject: str = text_column()
    field: str = text_column()
    value: str = text_column()
    typed: str = text_column()


class RulebookRow(Kept, table=True):
    """A rulebook by its content, complete: nothing else is needed to score by it, and no row ever changes."""

    __tablename__ = "rulebook"

    hash: str = Field(primary_key=True, sa_type=Text)
    id: str = text_column()
    version: str = text_column()
    title: str = text_column()
    content: str = text_column()
    kept_at: str = text_column()


class VersionRow(Kept, table=True):
    """What was handed in, whole: JSON texts of what was declared, recorded and scored. No row ever changes.

    `department` is the JSON list of code and year, as in the journal; `places` that of the locked projects,
    an empty code the department's own part. `hash` is over all the other columns but the row's number.
    """

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("department", "number"),)

    id: int | None = row_id()
    department: str = text_column()
    number: int
    at: str = text_column()
    who: str = text_column()
    places: str = text_column()
    declared: str = text_column()
    recorded: str = text_column()
    rulebook: str = Field(foreign_key="rulebook.hash", sa_type=Text)
    scores: str = text_column()
    hash: str = text_column()


class ChangeRow(Kept, table=True):
    """One change: who, when, what for. `reverts` is unique: nothing is reverted twice."""

    __tablename__ = "change"

    id: int | None = row_id()
    at: str = text_column()
    who: str = text_column()
    session: str = text_column()
    operation: str = text_column()
    reason: str = text_column()
    reverts: int | None = Field(default=None, foreign_key="change.id", unique=True)
    prev_hash: str = text_column()
    hash: str = text_column()


class ChangeItemRow(Kept, table=True):
    """One field of a change, before and after, as kept and as typed. NULL: not recorded.

    `department` is the JSON list of code and year: the journal outlives the rows that it speaks of.
    """

    __tablename__ = "change_item"
    __table_args__ = (Index(None, "department", "subject", "field"),)

    id: int | None = row_id()
    change_id: int = Field(foreign_key="change.id", index=True)
    department: str = text_column()
    subject: str = text_column()
    field: str = text_column()
    old: str | None = Field(default=None, sa_type=Text)
    old_typed: str = text_column()
    new: str | None = Field(default=None, sa_type=Text)
    new_typed: str = text_column()
