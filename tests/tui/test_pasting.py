"""A column copied from a spreadsheet and pasted: looked at first, recorded as one change."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from tui_bench import Bench, Start, open_desk

from evaltool import operations as ops
from evaltool.tui.cells import cells
from evaltool.tui.pasting import match
from evaltool.tui.rows import Place, rows_of

COLUMN = "143\r\n138.6\r\n3次\r\n96%\r\n很好\r\n138.6万元\r\n达成\r\n94.67%\r\n"
CODE, YEAR, PROJECT = "131001", 2022, "13052922P00584010141N"


async def paste(bench: Bench, text: str) -> None:
    bench.app.post_message(events.Paste(text))
    await bench.settle()


async def test_a_column_is_shown_row_by_row_before_it_is_recorded(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await paste(bench, COLUMN)
        assert "粘贴 8 行：录入 7，与原来相同 0，空白 0，不录入 1" in bench.screen
        assert bench.row_of("会议培训次数").split() == ["会议培训次数", "4次", "3次", "3次", "空"]
        assert bench.row_of("完成率").split() == ["完成率", "≥95%", "很好", "不录入", "空"]
        assert "实际完成值“很好”无法判读" in bench.screen
        assert all(cells(line) == 80 for line in bench.lines)
        assert "Enter 录入" in bench.lines[-1]
        await bench.press("escape")
        assert bench.message == "没有录入粘贴的内容"
        assert "3次" not in bench.row_of("会议培训次数")


async def test_enter_records_what_reads_as_one_change_and_one_undo_takes_it_back(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await paste(bench, COLUMN)
        await bench.press("enter")
        assert bench.message == "已保存：全年预算数 空 → 143 等 7 项"
        assert "3次" in bench.row_of("会议培训次数")
        assert "很好" not in bench.screen
        await bench.press("ctrl+z")
        assert bench.message == "撤销：满意度 94.67% → 空 等 7 项"
        assert "3次" not in bench.row_of("会议培训次数")
    with open_desk(known) as desk:
        operations = [change.operation for change in desk._workspace.journal(2)]
    assert operations == ["undo", "paste"]


async def test_lines_meet_the_rows_from_the_cursor_on_and_those_beyond_are_said(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", *["down"] * 6)
        await paste(bench, "达成\n95%\n1\n2\n")
        assert "只有 2 行，最后 2 行没有对应的行，不录入" in bench.screen
        assert bench.row_of("委员履职能力提升").split()[2:] == ["达成", "达成", "空"]
        assert "会议培训次数" not in bench.screen


async def test_an_empty_line_leaves_its_row_alone(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.enter("2次")
        await bench.press("up")
        await paste(bench, "\n96%\n90%")
        assert "（空）" in bench.row_of("会议培训次数")
        await bench.press("enter")
        assert "2次" in bench.row_of("会议培训次数")
        assert "90%" in bench.row_of("完成率")


async def test_of_several_columns_the_first_is_taken_and_that_is_said(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await paste(bench, "3次\t很好\n96%\t一般")
        assert "粘贴的内容有 2 列，只取第一列" in bench.screen
        assert "一般" not in bench.screen


async def test_what_is_the_same_is_not_recorded_again(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.enter("3次", "96%")
        await bench.press("up", "up")
        await paste(bench, "3次\n96.0%\n")
        assert "录入 0，与原来相同 2" in bench.screen
        assert "没有可录入的内容" in bench.lines[-1]
        await bench.press("enter")
        assert "没有可录入的内容" in bench.lines[-1]
        await bench.press("escape")
        assert "96%" in bench.row_of("经费支付及时率")


async def test_a_figure_in_a_unit_of_another_family_is_left_out(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await paste(bench, "3元\n96%")
        assert bench.row_of("会议培训次数").split()[2:] == ["3元", "不录入", "空"]
        assert "不能比较" in bench.screen


async def test_a_reason_of_several_lines_keeps_its_line_breaks(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "tab")
        await paste(bench, "受疫情影响\n会议推迟\n")
        assert bench.bar.entering.value == "受疫情影响↵会议推迟"
        await bench.press("enter")
        book, row = bench.app.work.book, bench.app.work.rows[2]
        assert book is not None
        assert book.value(row.at("reason")) == "受疫情影响\n会议推迟"


async def test_of_several_lines_in_a_short_field_the_first_is_taken_and_that_is_said(
    known: Path, start: Start
):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", *["tab"] * 7)
        assert bench.bar.at is not None
        assert bench.bar.at.name == "weight"
        await paste(bench, "20\n30")
        assert bench.bar.entering.value == "20"
        assert bench.message == "粘贴的内容有 2 行，只取了第一行"


async def test_a_column_that_meets_another_windows_change_is_refused_as_a_whole(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await paste(bench, "3次\n96%\n")
        with open_desk(known) as other:
            dossier = other.dossier(CODE, YEAR)
            row = rows_of(dossier, Place(CODE, YEAR, PROJECT))[3]
            entry, _odd = ops.read_entry(dossier, row.first, "90%")
            assert entry is not None
            other.record(CODE, YEAR, [entry], "record")
        await bench.press("enter")
        assert "粘贴的 2 项都没有保存" in bench.message
        assert "3次" not in bench.row_of("会议培训次数")
        assert "90%" in bench.row_of("经费支付及时率")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("a\rb\r", ["a", "b"]),
        ('"a\nb"\nc', ["a\nb", "c"]),
        ('5"\n6', ['5"', "6"]),
        ("\n\nc", ["", "", "c"]),
        ("a\n\n\n", ["a"]),
    ],
)
def test_a_copied_column_falls_into_its_cells(known: Path, text: str, lines: list[str]):
    from evaltool.tui.book import Book

    with open_desk(known) as desk:
        book = Book(desk.dossier(CODE, YEAR))
    rows = rows_of(book.dossier, Place(CODE, YEAR, PROJECT))
    assert [line.text for line in match(book, rows, text).lines] == lines
