"""Places: in a file, and in the data. An indicator is known by its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file. Lines, pages, tables and rows count from 1; 0 means not known."""

    file: str = ""
    line: int = 0
    page: int = 0
    table: int = 0
    row: int = 0
    sheet: str = ""
    cell: str = ""


class Key(NamedTuple):
    """An indicator's identity inside one department and year.

    `project` is the project's code, empty for the department's own objectives; `ordinal` counts from 1
    among indicators that share everything else.
    """

    project: str
    objective: str
    level1: str
    level2: str
    name: str
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class Subject:
    """A place in the data: a project (empty: the department), an indicator of it, a field of that."""

    project: str = ""
    indicator: Key | None = None
    field: str = ""
