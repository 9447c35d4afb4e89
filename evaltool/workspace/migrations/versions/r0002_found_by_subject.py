"""Find by subject: indicators carry their identity as records do; the journal is indexed by field."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

IDENTITY = ("project", "objective", "level1", "level2", "name", "ordinal")


def upgrade() -> None:
    """Write every indicator's identity as the JSON list that its records are kept under, and index it."""
    op.add_column("indicator", sa.Column("subject", sa.Text(), nullable=True))
    indicator = sa.table("indicator", *(sa.column(name) for name in ("id", "subject", *IDENTITY)))
    connection = op.get_bind()
    rows = connection.execute(sa.select(indicator.c.id, *(indicator.c[name] for name in IDENTITY)))
    for row, *identity in rows.all():
        subject = json.dumps(identity, ensure_ascii=False, separators=(",", ":"))
        connection.execute(sa.update(indicator).where(indicator.c.id == row).values(subject=subject))
    op.drop_index("ix_indicator_department_id", "indicator")
    with op.batch_alter_table("indicator") as batch:
        batch.alter_column("subject", existing_type=sa.Text(), nullable=False)
        batch.create_index("ix_indicator_department_id_subject", ["department_id", "subject"])
    op.create_index(
        "ix_change_item_department_subject_field", "change_item", ["department", "subject", "field"]
    )
