"""What is odd about a table, noted while the code of its project may still be unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaltool.documents.blocks import Cell, Row
from scoring.findings import Finding, finding
from scoring.model import Source, Subject

INDICATORS = "indicators"
"""The part of a project that most of its tables are about."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding to be. `field` is the part of the project that it is about."""

    code: str
    source: Source
    facts: Mapping[str, str]
    field: str = INDICATORS

    def about(self, project: str) -> Finding:
        """The finding, now that the project's code is known."""
        return finding(self.code, Subject(project, field=self.field), self.source, **self.facts)


def doubt(code: str, cell: Cell, field: str = INDICATORS, **facts: str) -> Doubt:
    """A doubt about a cell."""
    return Doubt(code, cell.source, facts, field)


def extra_cells(cells: Sequence[Cell], row: Row, field: str = INDICATORS) -> list[Doubt]:
    """One doubt for all the cells of a row that belong to nothing; none where they say nothing."""
    said = [cell for cell in cells if cell.text]
    if not said:
        return []
    return [doubt("table.extra_cell", said[0], field, text=Row(tuple(said)).text, row=row.text)]
