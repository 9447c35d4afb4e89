"""Tables whose indicators stand side by side are stood up: one row for each indicator, as others have it."""

from __future__ import annotations

from evaltool.documents.blocks import Cell, Row, Table
from evaltool.documents.recognition.columns import COLUMN_OF, Column, role_of

_LINES = frozenset(
    {Column.LEVEL1, Column.LEVEL2, Column.NAME, Column.TARGET, Column.LATER, Column.UNIT, Column.ACTUAL}
    | {Column.WEIGHT, Column.SCORE, Column.REASON, Column.DESCRIPTION, Column.SIGN}
)


def upright(table: Table) -> Table:
    """`table` with its rows that begin with 三级指标, 年度目标值 … turned into rows of indicators."""
    rows: list[Row] = []
    block: list[Row] = []
    for row in (*table.rows, None):
        if row is not None and _begins_line(row):
            block.append(row)
            continue
        rows.extend(_turned(block) if _is_lying(block) else block)
        block = []
        if row is not None:
            rows.append(row)
    return Table(tuple(rows))


def _role(row: Row) -> tuple[Column | None, int]:
    """The role that a row's label gives it, and the place of that label."""
    for place, cell in enumerate(row.cells):
        role = role_of(COLUMN_OF, cell.text) if cell.text else None
        if role in _LINES:
            return role, place
        if cell.text and place > 1:
            break
    return None, 0


def _begins_line(row: Row) -> bool:
    role, place = _role(row)
    others = [role_of(COLUMN_OF, cell.text) for cell in row.cells[place + 1 :] if cell.text]
    return role is not None and bool(others) and not any(other in _LINES for other in others)


def _is_lying(block: list[Row]) -> bool:
    roles = [_role(row)[0] for row in block]
    return Column.NAME in roles and Column.TARGET in roles and len(set(roles)) == len(roles)


def _turned(block: list[Row]) -> list[Row]:
    labels = [row.cells[_role(row)[1]] for row in block]
    first = max(_role(row)[1] for row in block) + 1
    width = max(len(row.cells) for row in block)
    columns = [[_at(row, place) for row in block] for place in range(first, width)]
    return [Row(tuple(labels)), *(Row(tuple(cells)) for cells in columns if any(cell.text for cell in cells))]


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else Cell("", row.cells[-1].source)
