"""The two published documents as workbooks of every kind: the same cells, and the same department."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from document_samples import JULU, PUBLISHED, ROOT
from office_made import made_by_office
from published_workbooks import workbook_of

from evaltool.documents import read
from evaltool.documents.blocks import CellState, Paragraph, Table
from evaltool.documents.opening import blocks_of, read_apart
from evaltool.documents.readers.ods import read_ods
from evaltool.documents.readers.text import read_text
from evaltool.documents.readers.xls import read_xls
from evaltool.documents.readers.xlsx import read_xlsx
from scoring.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from evaltool.documents.blocks import Block, Blocks, Cell

DATA = ROOT / "tests" / "data" / "documents"
MADE: dict[str, Callable[[Path], bytes]] = {
    "xlsx, a sheet for each project": workbook_of,
    "xlsx, all on one sheet": lambda path: workbook_of(path, together=True),
    "xlsx, targets typed as text": lambda path: workbook_of(path, typed=True),
    "ods": lambda path: (DATA / f"{path.stem}.ods").read_bytes(),
    "xls, targets typed as text": lambda path: (DATA / f"{path.stem}.xls").read_bytes(),
}
READERS: dict[str, Callable[[bytes, str], Blocks]] = {"xlsx": read_xlsx, "ods": read_ods, "xls": read_xls}

made_in_each_way = pytest.mark.parametrize("made", MADE.values(), ids=MADE.keys())
published = pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)


def cells_of(blocks: Sequence[Block]) -> Iterator[Cell]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.filled)


def said(blocks: Sequence[Block]) -> list[str]:
    """All texts in their order, without white space, figures without zeros that say nothing."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts.extend(cell.text for row in block.rows for cell in row.filled)
    return [
        re.sub(r"^\d+\.\d+$", lambda figure: f"{Decimal(figure[0]).normalize():f}", "".join(text.split()))
        for text in texts
    ]


def unspaced(value: Any) -> Any:
    """A value of the model without white space in its texts."""
    if isinstance(value, str) and type(value) is str:
        return "".join(value.split())
    if isinstance(value, tuple):
        return tuple(map(unspaced, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: unspaced(getattr(value, each.name)) for each in fields(value) if each.init}
        )
    return value


@made_in_each_way
@published
def test_a_workbook_gives_the_same_department_as_the_text(
    path: Path, made: Callable[[Path], bytes], tmp_path: Path
):
    (tmp_path / "目标").write_bytes(made(path))
    assert unspaced(read(tmp_path / "目标").department) == unspaced(read(path).department)


@made_in_each_way
@published
def test_a_workbook_says_what_the_text_says_in_the_same_order(path: Path, made: Callable[[Path], bytes]):
    blocks, notes = read_apart(blocks_of, made(path), "目标")
    assert said(blocks) == said(read_text(path.read_bytes(), path.name)[0])
    assert notes == ()


@pytest.mark.parametrize("to", ["ods", "xls"])
@published
def test_what_libreoffice_makes_today_is_read_like_the_kept_file(path: Path, to: str, tmp_path: Path):
    content = made_by_office(workbook_of(path, typed=to == "xls"), f"{path.stem}.xlsx", to, tmp_path)
    kept = (DATA / f"{path.stem}.{to}").read_bytes()
    assert READERS[to](content, "目标") == READERS[to](kept, "目标")


def of_xlsx(path: Path) -> Blocks:
    return read_xlsx(workbook_of(path), "目标")


def of_ods(path: Path) -> Blocks:
    return read_ods((DATA / f"{path.stem}.ods").read_bytes(), "目标")


def of_xls(path: Path) -> Blocks:
    return read_xls((DATA / f"{path.stem}.xls").read_bytes(), "目标")


@pytest.mark.parametrize("read_it", [of_xlsx, of_ods, of_xls])
@published
def test_each_cell_knows_its_sheet_row_and_address(path: Path, read_it: Callable[[Path], Blocks]):
    first, *projects = [block for block in read_it(path)[0] if isinstance(block, Table)]
    assert first.rows[0].cells[0].source == Source("目标", sheet="部门整体绩效目标", row=1, cell="A1")
    for number, table in enumerate(projects, 1):
        for row, cells in enumerate((row.cells for row in table.rows), 1):
            assert [cell.source.cell for cell in cells] == [f"{letter}{row}" for letter in "ABCDEFG"]
            assert {cell.source.row for cell in cells} == {row}
            assert {cell.source.sheet.partition(".")[0] for cell in cells} == {str(number)}


def test_a_figure_of_an_xls_is_bare_because_its_format_is_not_known():
    blocks, _notes = read_xls((DATA / "巨鹿县政协-2022-数字.xls").read_bytes(), "目标")
    bare = [cell.text for cell in cells_of(blocks) if cell.state is CellState.BARE]
    assert bare == ["143", "143", "35.75", "71.5", "119", "143", "4", "0.95", "0.95", "143", "0.95"]


def test_levels_and_prose_that_are_merged_stand_once():
    (prose, project), _notes = read_xlsx(workbook_of(JULU), "目标")
    assert isinstance(prose, Table)
    assert isinstance(project, Table)
    assert {len(row.filled) for row in prose.rows} == {1}
    levels = [row.cells[0].text for row in project.rows[9:]]
    assert levels == ["产出指标", "", "", "", "效益指标", "满意度指标"]
