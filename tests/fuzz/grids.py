"""Tables by chance, of the words that headers and labels are known by, and true layouts that are mixed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from originals import block_lists

from evaltool.documents.blocks import Cell, CellState, Paragraph, Row, Table
from evaltool.documents.recognition.columns import COLUMN_OF, GOAL_OF, MONEY_OF
from evaltool.documents.recognition.labels import LOOKED_FOR
from scoring.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaltool.documents.blocks import Block


def words(said: str) -> list[str]:
    return said.split()


WORDS = (*COLUMN_OF, *MONEY_OF, *GOAL_OF, *words("四级指标 绩效指标 目标值 单位 目标值名称 预算数"))
LABELS = (
    *LOOKED_FOR.split("、"),
    *words("项目名称：甲 项目编码 131001某县政协办公室 主管部门 实施单位 单位：万元 金额单位：元 总分 合计"),
    *words(
        "年度资金总额 其中：当年财政拨款 上年结转资金 其他资金 预算规模及资金用途 资金支出计划（%） 3月底"
    ),
    *words(
        "年度总体目标 预期目标 实际完成情况 部门整体绩效目标 1、委员活动绩效目标表 绩效指标 12月底 2022年"
    ),
)
LEVELS = (
    *words("产出指标 效益指标 满意度指标 成本指标 数量指标 质量指标 时效指标 社会效益指标 预算执行率"),
    *words("产出指标（50分） ★数量指标 指标1：培训次数 …… / 其中：甲 小计 培训次数 满意度≥95%"),
)
FIGURES = (
    *("", "\n", "一\n二", "≥90% 优", "9" * 400, "0." + "0" * 400 + "1"),
    *words(
        "0 1 10 100 10.00 -5 1,234.50 １０ ② 10² 1e9 1/0 0/0 100- -- =1+1 #DIV/0! 31 2022-02-30 99999年13月"
    ),
    *words("4次 ≥95% ≥9595%及以上 ≤0 95% 95%-98% 2022年12月31日前 12月底前 有效提高 143万元 7月 ±5%"),
    *words("≥ ≤ = ＞ 正向 反向 定性 % 次 万元 优 达成 未达成 不适用 无 是 否"),
)

text = st.one_of(
    st.sampled_from(FIGURES), st.sampled_from(LEVELS), st.sampled_from(WORDS), st.sampled_from(LABELS)
)
any_text = st.one_of(text, st.text(max_size=12), st.builds("{}{}".format, text, text))


def joined(lines: str) -> str:
    """A text as cells have it."""
    return "\n".join(map(str.strip, lines.strip().split("\n")))


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    """Rows below one or two headers, of their width or nearly so."""
    header = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    width = st.integers(max(len(header) - 2, 1), len(header) + 2)
    row = width.flatmap(lambda wide: st.lists(any_text, min_size=wide, max_size=wide))
    above = draw(st.lists(st.lists(any_text, min_size=1, max_size=6), max_size=4))
    return [*above, header, *draw(st.lists(row, max_size=12))]


def table(
    rows: Sequence[Sequence[str]], number: int, *, is_sheet: bool, states: Sequence[CellState]
) -> Table:
    def place(row: int) -> Source:
        return Source("文件", row=row, sheet="表" if is_sheet else "", table=0 if is_sheet else number)

    return Table(
        tuple(
            Row(
                tuple(
                    Cell(joined(said), place(at), states[(at + across) % len(states)])
                    for across, said in enumerate(row)
                )
            )
            for at, row in enumerate(rows, 1)
        )
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[Block, ...]:
    """Paragraphs and tables by chance."""
    is_sheet = draw(st.booleans())
    states = draw(st.sampled_from([(CellState.SHOWN,), (CellState.BARE,), tuple(CellState)]))
    blocks: list[Block] = []
    for number in range(1, draw(st.integers(2, 5))):
        said = joined(draw(any_text))
        if said:
            blocks.append(Paragraph(said, Source("文件")))
        blocks.append(table(draw(grids()), number, is_sheet=is_sheet, states=states))
    return tuple(blocks)


@st.composite
def mixed_up(draw: st.DrawFn) -> tuple[Block, ...]:
    """A true layout with rows, cells and columns that are left out, moved, doubled or say something else."""
    blocks = list(block_lists()[draw(st.sampled_from(sorted(block_lists())))])
    tables = [place for place, block in enumerate(blocks) if isinstance(block, Table)]
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.sampled_from(tables))
        block = blocks[place]
        assert isinstance(block, Table)
        rows = draw(st.sampled_from(WAYS))(draw, [list(row.cells) for row in block.rows])
        kept = tuple(Row(tuple(cells)) for cells in rows if cells)
        if kept:
            blocks[place] = Table(kept)
    return tuple(blocks)


def _any_place(draw: st.DrawFn, rows: list[list[Cell]]) -> tuple[int, int]:
    row = draw(st.integers(0, len(rows) - 1))
    return row, draw(st.integers(0, max(len(rows[row]) - 1, 0)))


def _say(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    row, column = _any_place(draw, rows)
    if rows[row]:
        state = draw(st.sampled_from(CellState))
        rows[row][column] = Cell(joined(draw(any_text)), rows[row][column].source, state)
    return rows


def _swap(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    (one, left), (two, right) = _any_place(draw, rows), _any_place(draw, rows)
    if rows[one] and rows[two]:
        rows[one][left], rows[two][right] = rows[two][right], rows[one][left]
    return rows


def _move_row(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    moved = rows.pop(_any_place(draw, rows)[0])
    rows.insert(draw(st.integers(0, len(rows))), moved)
    return rows


def _double_row(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    row = _any_place(draw, rows)[0]
    return [*rows[:row], rows[row], *rows[row:]]


def _drop_row(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    row = _any_place(draw, rows)[0]
    return rows[:row] + rows[row + 1 :]


def _drop_column(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    column = _any_place(draw, rows)[1]
    return [cells[:column] + cells[column + 1 :] for cells in rows]


def _drop_cell(draw: st.DrawFn, rows: list[list[Cell]]) -> list[list[Cell]]:
    row, column = _any_place(draw, rows)
    rows[row] = rows[row][:column] + rows[row][column + 1 :]
    return rows


WAYS: tuple[Callable[[st.DrawFn, list[list[Cell]]], list[list[Cell]]], ...] = (
    *(_say, _say, _swap, _move_row, _double_row, _drop_row, _drop_column, _drop_cell),
)
