"""Keep rulebooks by content, what was odd about a document, a tolerance's centre and printed score tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make two tables and two columns; nothing that is kept changes."""
    op.create_table(
        "rulebook",
        *_texts("hash", "id", "version", "title", "content", "kept_at"),
        sa.PrimaryKeyConstraint("hash", name="pk_rulebook"),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("code", "severity", "subject", "facts"),
        sa.Column("source", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_finding_department_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_finding_department_id", "finding", ["department_id"])
    with op.batch_alter_table("indicator", recreate="always") as batch:
        batch.add_column(sa.Column("nominal", sa.Text(), nullable=True))
        batch.add_column(sa.Column("steps", sa.Text(), nullable=True))


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
