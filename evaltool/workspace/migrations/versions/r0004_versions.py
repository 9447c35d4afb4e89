"""Keep what is handed in: versions with their figures, their rulebook and their scores."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXTS = ("at", "who", "places", "declared", "recorded", "rulebook", "scores", "hash")


def upgrade() -> None:
    """Make one table; nothing that is kept changes."""
    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(["rulebook"], ["rulebook.hash"], name="fk_version_rulebook"),
        sa.UniqueConstraint("department", "number", name="uq_version_department_number"),
    )
