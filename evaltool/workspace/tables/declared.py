"""The tables of what is declared: a row for each thing, replaced as a whole by an import."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from evaltool.workspace.columns import About, Exact, Facts, Place, Steps, Words
from evaltool.workspace.tables.base import Kept, row_id, row_of, text_column
from scoring.model import NOTHING, Source, StepTable, Subject


class DepartmentRow(Kept, table=True):
    """A department and year. `year` is 0 where it is not known: NULLs would not be unique."""

    __tablename__ = "department"
    __table_args__ = (UniqueConstraint("code", "year"),)

    id: int | None = row_id()
    code: str = text_column()
    year: int
    name: str = text_column()
    objective: str = text_column()
    inferred: tuple[str, ...] = Field(default=(), sa_type=Words)
    source: Source | None = Field(default=None, sa_type=Place)


class ObjectiveRow(Kept, table=True):
    """A numbered objective of a department."""

    __tablename__ = "objective"

    id: int | None = row_id()
    department_id: int = row_of("department")
    position: int
    title: str = text_column()
    text: str = text_column()
    source: Source | None = Field(default=None, sa_type=Place)


class MeasureRow(Kept, table=True):
    """A safeguard measure of a department."""

    __tablename__ = "measure"

    id: int | None = row_id()
    department_id: int = row_of("department")
    position: int
    text: str = text_column()
    items: tuple[str, ...] = Field(default=(), sa_type=Words)


class ProjectRow(Kept, table=True):
    """A budget project. Amounts are 万元."""

    __tablename__ = "project"

    id: int | None = row_id()
    department_id: int = row_of("department")
    position: int
    code: str = text_column()
    name: str = text_column()
    unit: str = text_column()
    budget: Decimal | None = Field(default=None, sa_type=Exact)
    fiscal: Decimal | None = Field(default=None, sa_type=Exact)
    other: Decimal | None = Field(default=None, sa_type=Exact)
    purpose: str = text_column()
    objectives: tuple[str, ...] = Field(default=(), sa_type=Words)
    source: Source | None = Field(default=None, sa_type=Place)


class CheckpointRow(Kept, table=True):
    """One line of a project's spending plan: 万元 and percent."""

    __tablename__ = "checkpoint"

    id: int | None = row_id()
    project_id: int = row_of("project")
    position: int
    month: int
    amount: Decimal | None = Field(default=None, sa_type=Exact)
    percent: Decimal | None = Field(default=None, sa_type=Exact)
    text: str = text_column()


class IndicatorRow(Kept, table=True):
    """An indicator with its target: of a project, of a numbered objective, or else of the overall one.

    `subject` is its identity in the form that records have it, so that the two are joined by an index.
    """

    __tablename__ = "indicator"
    __table_args__ = (Index(None, "department_id", "subject"),)

    id: int | None = row_id()
    department_id: int = row_of("department", index=False)
    project_id: int | None = Field(default=None, foreign_key="project.id", ondelete="CASCADE", index=True)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", ondelete="CASCADE", index=True)
    position: int
    # its identity
    project: str = text_column()
    objective: str = text_column()
    level1: str = text_column()
    level2: str = text_column()
    name: str = text_column()
    ordinal: int = 1
    # its target
    sense: str = text_column()
    value: Decimal | None = Field(default=None, sa_type=Exact)
    upper: Decimal | None = Field(default=None, sa_type=Exact)
    unit: str = text_column()
    day: date | None = None
    inferred: tuple[str, ...] = Field(default=(), sa_type=Words)
    text: str = text_column()
    # what else the document says of it
    description: str = text_column()
    basis: str = text_column()
    weight: Decimal | None = Field(default=None, sa_type=Exact)
    source: Source | None = Field(default=None, sa_type=Place)
    subject: str = text_column()
    nominal: Decimal | None = Field(default=None, sa_type=Exact)  # of its target
    steps: StepTable | None = Field(default=None, sa_type=Steps)


class FindingRow(Kept, table=True):
    """A doubt that the document raised when it was read."""

    __tablename__ = "finding"

    id: int | None = row_id()
    department_id: int = row_of("department")
    position: int
    code: str = text_column()
    severity: str = text_column()
    subject: Subject = Field(default=Subject(), sa_type=About)
    facts: Mapping[str, str] = Field(default=NOTHING, sa_type=Facts)
    source: Source | None = Field(default=None, sa_type=Place)
