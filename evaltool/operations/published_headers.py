"""Which rows of a published table are headers, and what their columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from evaltool.operations.published_names import COLUMNS, MONEY_COLUMNS
from scoring.notation import normalise

_FIGURE = re.compile("[0-9]")
_IN_BRACKETS = re.compile(r"\([^()]*\)$")


def _header_of(cells: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """The column that each cell names; empty where it names none, or one that stood before."""
    columns: list[str] = []
    for cell in cells:
        said = plain(cell)
        column = names.get(said) or names.get(_IN_BRACKETS.sub("", said), "")
        columns.append("" if column in columns else column)
    # 绩效指标 also stands beside 三级指标, as the title of the block: then it names no column.
    own_name = "" if "indicator" in columns else "indicator"
    return [own_name if column == "name" else column for column in columns]


def plain(text: str) -> str:
    """A header or label without white space, full-width forms and a colon at its end."""
    return normalise(text).replace(" ", "").lower().rstrip(":")


def is_column(cell: str) -> bool:
    """Whether a cell is the name of a column of indicators."""
    return any(_header_of([cell], COLUMNS))


def named_twice(cells: Sequence[str]) -> Iterator[str]:
    """The known names of columns that stand a second time in a header, where only the first can be read."""
    said = [plain(cell) for cell in cells]
    for place, name in enumerate(said):
        if name in COLUMNS and name in said[:place]:
            yield cells[place]


def indicator_header(cells: Sequence[str], below: Sequence[str]) -> tuple[list[str], bool] | None:
    """The columns of a header that names indicators and their scores, and whether its second row was used."""
    header = _header_of(cells, COLUMNS)
    if "indicator" not in header:
        return None
    second = _header_of(below, COLUMNS)
    has_second = (
        len([column for column in second if column]) > 1
        and "indicator" not in second
        and not _FIGURE.search("".join(below))
    )
    if has_second:
        length = max(len(header), len(second))
        header += [""] * (length - len(header))
        second += [""] * (length - len(second))
        kept = [column if column not in second else "" for column in header]
        header = [own or above for own, above in zip(second, kept, strict=True)]
    return (header, has_second) if {"score", "actual"} <= set(header) else None


def money_header(cells: Sequence[str]) -> list[str] | None:
    """The columns of a header that names budgets and spending."""
    header = _header_of(cells, MONEY_COLUMNS)
    if "target" not in header:
        header = ["target" if column == "initial" else column for column in header]
    return header if {"target", "actual"} <= set(header) else None
