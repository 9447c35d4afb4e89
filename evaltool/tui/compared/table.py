"""All projects of a department as one table: its columns, what stands in them, and how they fit.

Where there is no room for a name beside the figures it has lines of its own; where the figures alone are
too wide, columns give way, and which ones is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaltool import wording
from evaltool.language import N_, _
from evaltool.tui import words
from evaltool.tui.cells import cells, fold, one_line, pad
from scoring.compared import Column, ProjectRow
from scoring.findings import plain

HEADINGS = {
    Column.NAME: N_("项目"),
    Column.BUDGET: N_("预算"),
    Column.SPENT: N_("支出"),
    Column.RATE: N_("执行率"),
    Column.RECORDED: N_("已录入"),
    Column.LOST: N_("失分"),
    Column.TOTAL: N_("总分"),
    Column.GRADE: N_("等级"),
}
"""In the order of the digits that sort by them."""

GIVING_WAY = (Column.SPENT, Column.BUDGET, Column.RECORDED)
"""Columns that go first where there is no room: the rate says the most of the money."""

GAP = 2
LEAST_NAME = 20
INSIDE = 2


@dataclass(frozen=True, slots=True)
class Order:
    """What the table is sorted by (None: the order printed), and whether from the greatest down."""

    by: Column | None = None
    falling: bool = False

    def pressed(self, by: Column | None) -> Order:
        """The order after a column's key: figures fall at first, names rise; once more turns it round."""
        if by is None or by is not self.by:
            return Order(by, by not in (None, Column.NAME))
        return Order(by, not self.falling)

    def said(self) -> str:
        """The order in words, and how to have another one."""
        if self.by is None:
            return _("按数字键排序，如 7 按总分；再按一次倒过来")
        word = _("从高到低") if self.falling else _("从低到高")
        if self.by is Column.NAME:
            word = _("倒序") if self.falling else _("顺序")
        return _("按{column}{word}；0 恢复原来的顺序").format(column=_(HEADINGS[self.by]), word=word)


@dataclass(frozen=True, slots=True)
class Table:
    """The table laid out for a width: its heading, the lines of each row, and the columns it leaves out."""

    heading: str
    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[Column, ...]


def laid_out(rows: Sequence[ProjectRow], order: Order, room: int) -> Table:
    """The table in `room` cells."""
    texts = [cells_of(row) for row in rows]
    headings = {column: _heading(column, order) for column in Column}
    widths: dict[Column, int] = {
        column: max(cells(headings[column]), *(cells(text[column]) for text in texts), 0)
        for column in Column
        if column is not Column.NAME
    }
    left_out: list[Column] = []
    for column in GIVING_WAY:
        if _total(widths) > room:
            left_out.append(column)
            del widths[column]
    longest = max(cells(headings[Column.NAME]), *(cells(text[Column.NAME]) for text in texts), 0)
    beside = room - _total(widths) - GAP
    if beside < min(longest, LEAST_NAME):
        below = [_below(text, widths, room) for text in (headings, *texts)]
        return Table("\n".join(below[0]), tuple(below[1:]), tuple(left_out))
    name = min(longest, beside)
    heading = pad(headings[Column.NAME], name) + " " * GAP + _figures(headings, widths)
    return Table(heading, tuple(_beside(text, widths, name) for text in texts), tuple(left_out))


def cells_of(row: ProjectRow) -> dict[Column, str]:
    """What stands in a project's row."""
    money = {
        column: "-" if amount is None else plain(amount)
        for column, amount in ((Column.BUDGET, row.budget), (Column.SPENT, row.spent))
    }
    return money | {
        Column.NAME: one_line(row.name) or one_line(row.code),
        Column.RATE: words.percent(row.rate) or "-",
        Column.RECORDED: f"{row.recorded}/{row.indicators}",
        Column.LOST: "-" if row.lost is None else wording.points(row.lost),
        Column.TOTAL: words.table_score(row.score) or _("不计分"),
        Column.GRADE: wording.term(row.grade) or "-",
    }


def _heading(column: Column, order: Order) -> str:
    """The digit that sorts by a column, its name, and a sign where it is the one sorted by."""
    digit = list(Column).index(column) + 1
    sign = ("v" if order.falling else "^") if column is order.by else ""
    return f"{digit}{_(HEADINGS[column])}{sign}"


def _figures(text: dict[Column, str], widths: dict[Column, int]) -> str:
    return (" " * GAP).join(pad(text[column], width, right=True) for column, width in widths.items())


def _beside(text: dict[Column, str], widths: dict[Column, int], name: int) -> tuple[str, ...]:
    first, *others = fold(text[Column.NAME], name)
    return (pad(first, name) + " " * GAP + _figures(text, widths), *others)


def _below(text: dict[Column, str], widths: dict[Column, int], room: int) -> tuple[str, ...]:
    return (*fold(text[Column.NAME], room), " " * INSIDE + _figures(text, widths))


def _total(widths: dict[Column, int]) -> int:
    return INSIDE + sum(widths.values()) + GAP * (len(widths) - 1)
