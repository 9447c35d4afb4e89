"""The first form of a workspace: what is declared, what is recorded, the journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "department",
        _id(),
        *_texts("code"),
        _integer("year"),
        *_texts("name", "objective", "inferred"),
        *_optional("source"),
        sa.PrimaryKeyConstraint("id", name="pk_department"),
        sa.UniqueConstraint("code", "year", name="uq_department_code_year"),
    )
    op.create_table(
        "objective",
        _id(),
        _integer("department_id"),
        _integer("position"),
        *_texts("title", "text"),
        *_optional("source"),
        sa.PrimaryKeyConstraint("id", name="pk_objective"),
        _of("objective", "department"),
    )
    op.create_table(
        "measure",
        _id(),
        _integer("department_id"),
        _integer("position"),
        *_texts("text", "items"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        _of("measure", "department"),
    )
    op.create_table(
        "project",
        _id(),
        _integer("department_id"),
        _integer("position"),
        *_texts("code", "name", "unit"),
        *_optional("budget", "fiscal", "other"),
        *_texts("purpose", "objectives"),
        *_optional("source"),
        sa.PrimaryKeyConstraint("id", name="pk_project"),
        _of("project", "department"),
    )
    op.create_table(
        "checkpoint",
        _id(),
        _integer("project_id"),
        _integer("position"),
        _integer("month"),
        *_optional("amount", "percent"),
        *_texts("text"),
        sa.PrimaryKeyConstraint("id", name="pk_checkpoint"),
        _of("checkpoint", "project"),
    )
    op.create_table(
        "indicator",
        _id(),
        _integer("department_id"),
        _integer("project_id", nullable=True),
        _integer("objective_id", nullable=True),
        _integer("position"),
        *_texts("project", "objective", "level1", "level2", "name"),
        _integer("ordinal"),
        *_texts("sense"),
        *_optional("value", "upper"),
        *_texts("unit"),
        sa.Column("day", sa.Date(), nullable=True),
        *_texts("inferred", "text", "description", "basis"),
        *_optional("weight", "source"),
        sa.PrimaryKeyConstraint("id", name="pk_indicator"),
        _of("indicator", "department"),
        _of("indicator", "project"),
        _of("indicator", "objective"),
    )
    op.create_table(
        "record",
        _id(),
        _integer("department_id"),
        *_texts("subject", "field", "value", "typed"),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint(
            "department_id", "subject", "field", name="uq_record_department_id_subject_field"
        ),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name="fk_record_department_id"),
    )
    op.create_table(
        "change",
        _id(),
        *_texts("at", "who", "session", "operation", "reason"),
        _integer("reverts", nullable=True),
        *_texts("prev_hash", "hash"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sa.UniqueConstraint("reverts", name="uq_change_reverts"),
        sa.ForeignKeyConstraint(["reverts"], ["change.id"], name="fk_change_reverts"),
    )
    op.create_table(
        "change_item",
        _id(),
        _integer("change_id"),
        *_texts("department", "subject", "field"),
        *_optional("old"),
        *_texts("old_typed"),
        *_optional("new"),
        *_texts("new_typed"),
        sa.PrimaryKeyConstraint("id", name="pk_change_item"),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name="fk_change_item_change_id"),
    )
    for table, column in (
        ("objective", "department_id"),
        ("measure", "department_id"),
        ("project", "department_id"),
        ("checkpoint", "project_id"),
        ("indicator", "department_id"),
        ("indicator", "project_id"),
        ("indicator", "objective_id"),
        ("change_item", "change_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _integer(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _optional(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _of(table: str, parent: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{parent}_id"
    return sa.ForeignKeyConstraint([f"{parent}_id"], [f"{parent}.id"], name=name, ondelete="CASCADE")
