"""Which columns the table has, and how wide: all where there is room, else the edit bar has the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evaltool.language import N_, _
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.cells import cells, one_line
from evaltool.tui.rows import Part, Row
from evaltool.tui.standing import Standing
from scoring.findings import plain

GAP = 2
"""Blank cells after a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the fewest cells it makes sense in, and whether figures stand at its right.

    `rank` says what goes first where there is no room: the highest.
    """

    id: str
    heading: str
    least: int
    rank: int = 0
    right: bool = False
    width: int = 0


LEVELS = Column("levels", N_("指标类别"), 9, rank=2)
LEVEL1 = Column("level1", N_("一级指标"), 8)
LEVEL2 = Column("level2", N_("二级指标"), 8)
NAME = Column("name", N_("三级指标"), 12)
TARGET = Column("target", N_("指标值"), 7, rank=3)
ACTUAL = Column("actual", N_("实际完成值"), 10, rank=1)
RATE = Column("rate", N_("完成率"), 7, rank=5, right=True)
WEIGHT = Column("weight", N_("分值"), 5, rank=4, right=True)
SCORE = Column("score", N_("得分"), 7, right=True)

KIND = Column("kind", N_("资金（万元）及其他"), 10)
SOURCE = Column("source", N_("来源、时点"), 10)
DECLARED = Column("target", N_("申报数"), 8, rank=1, right=True)
AMOUNT = Column("actual", N_("录入内容"), 12, right=True)

MARK = Column("mark", N_("标记"), 9)
FOUND = Column("found", N_("原文"), 8)
READ = Column("read", N_("读作"), 10)
SAID = Column("actual", N_("实际完成值"), 10, rank=1)

Layouts = Sequence[tuple[Column, ...]]
"""The columns of a table: the widest choice first."""

LAYOUTS: Mapping[Part, Layouts] = {
    Part.INDICATORS: (
        (LEVEL1, LEVEL2, NAME, TARGET, ACTUAL, RATE, WEIGHT, SCORE),
        (LEVELS, NAME, TARGET, ACTUAL, RATE, WEIGHT, SCORE),
    ),
    Part.MONEY: ((KIND, SOURCE, DECLARED, AMOUNT),),
}
"""The columns of each part."""

REVIEW: Layouts = (
    (MARK, LEVEL1, LEVEL2, NAME, FOUND, READ, WEIGHT, SAID),
    (MARK, LEVELS, NAME, FOUND, READ, WEIGHT, SAID),
)
"""The columns while a document is looked at."""

MAY_BE_ABSENT = (WEIGHT, SAID)

ELASTIC = ("name", "read", "found", "target", "levels", "level2", "actual", "kind", "source")
"""Columns of words, which give way in turn, widest first."""

Cells = Mapping[str, str]


def cells_of(row: Row, book: Book, standing: Standing) -> Cells:
    """What stands in a row, by column."""
    value = book.value(row.first)
    shown = "" if value is None else words.value_text(value, row.target)
    if "state" in row.fields and book.value(row.at("state")) is not None:
        shown = words.value_text(book.value(row.at("state")))
    marks = (("! ", book.unsaved), ("* ", book.tried))
    mark = next((sign for sign, of in marks if any(row.at(field) in of for field in row.fields)), "")
    common = {
        "levels": words.short_levels(row),
        **words.money_names(row),
        "name": words.row_name(row),
        "target": words.target_text(row),
        "actual": mark + shown,
    }
    return common | (
        _money_cells(row, standing) if row.indicator is None else _line_cells(row, book, standing)
    )


def _line_cells(row: Row, book: Book, standing: Standing) -> dict[str, str]:
    assert row.indicator is not None  # noqa: S101 - the caller has looked
    levels = {"level1": one_line(row.indicator.level1), "level2": one_line(row.indicator.level2)}
    line = standing.lines.get(row.indicator.key)
    if line is None:
        return levels
    weight = "" if line.weight is None else plain(line.weight)
    share = book.value(row.at("share")) if row.is_band else None
    rate = f"{plain(share)}%" if share is not None else words.percent(line.attainment)
    return levels | {"rate": rate, "weight": weight, "score": words.line_score(line)}


def _money_cells(row: Row, standing: Standing) -> dict[str, str]:
    levels = {"level1": _("资金"), "level2": ""}
    execution = standing.execution
    if row.subject.field != "money.spent.total" or execution is None:
        return levels
    return levels | {
        "rate": words.percent(execution.rate),
        "weight": plain(execution.weight),
        "score": words.line_score(execution),
    }


def filled(layouts: Layouts, rows: Sequence[Cells]) -> Layouts:
    """The same columns without those that may be missing from a document and are."""
    absent = [column for column in MAY_BE_ABSENT if not any(row.get(column.id) for row in rows)]
    return [tuple(column for column in columns if column not in absent) for columns in layouts]


def plan(layouts: Layouts, rows: Sequence[Cells], room: int) -> tuple[Column, ...]:
    """The columns for `room` cells, each as wide as its longest text where all of that fits."""
    for columns in layouts:
        sized = [replace(column, width=_natural(column, rows)) for column in columns]
        if _total(sized) <= room:
            return tuple(sized)
    while sum(map(_fewest, sized)) > room and any(column.rank for column in sized):
        sized.remove(max(sized, key=lambda column: column.rank))
    while _total(sized) > room:
        giving = [column for column in sized if column.id in ELASTIC and column.width > column.least]
        if not giving:
            break
        widest = max(giving, key=lambda column: column.width - column.least)
        sized[sized.index(widest)] = replace(widest, width=widest.width - 1)
    return tuple(sized)


def _natural(column: Column, rows: Sequence[Cells]) -> int:
    texts = (row.get(column.id, "") for row in rows)
    return max(column.least, cells(_(column.heading)), *(cells(text) for text in texts), 0)


def _fewest(column: Column) -> int:
    return (column.least if column.id in ELASTIC else column.width) + GAP


def _total(columns: Sequence[Column]) -> int:
    return sum(column.width + GAP for column in columns)
