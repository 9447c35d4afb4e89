"""The tables of a workspace: what is declared, what is recorded, and the journal of both.

Declared things have a table each and are replaced as a whole by an import. Recorded things share one table,
found by identity and not by row, so that they survive an import. A change of these tables is a new revision
under `migrations`.
"""

from __future__ import annotations

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table

from evaltool.workspace.tables import declared, kept
from evaltool.workspace.tables.base import Kept, columns, table_of

__all__ = [
    "Kept",
    "alembic_version",
    "change",
    "change_item",
    "checkpoint",
    "columns",
    "department",
    "finding",
    "indicator",
    "measure",
    "objective",
    "project",
    "record",
    "rulebook",
    "version",
]

department = table_of(declared.DepartmentRow)
objective = table_of(declared.ObjectiveRow)
measure = table_of(declared.MeasureRow)
project = table_of(declared.ProjectRow)
checkpoint = table_of(declared.CheckpointRow)
indicator = table_of(declared.IndicatorRow)
finding = table_of(declared.FindingRow)
record = table_of(kept.RecordRow)
rulebook = table_of(kept.RulebookRow)
change = table_of(kept.ChangeRow)
change_item = table_of(kept.ChangeItemRow)
version = table_of(kept.VersionRow)

# Alembic's own table, as Alembic makes it: a fresh file is stamped without loading Alembic.
alembic_version = Table(
    "alembic_version",
    Kept.metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
