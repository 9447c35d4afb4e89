"""From `evaltool demo` to the written workbook in a real terminal, by keys alone, as a new user does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tmux_pane import Open

SIZES = [(80, 24), (160, 48)]


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_from_the_demo_to_the_written_workbook(run: Open, tmp_path: Path, size: tuple[int, int]):
    pane = run("demo", "演示", size=size)
    pane.wait_for("总分 92.88 优", "已打开工作区")
    pane.press("enter")
    pane.wait_for("总分 92.88 优", "Enter 保存")
    pane.press("down", "down", "down", "down")
    pane.wait_for("完成率", "【实际完成值】")
    pane.type("95")
    pane.wait_for("92.88 优 → 93.54 优")
    pane.press("enter")
    pane.wait_for("已保存：完成率 90% → 95%", "93.54 优")
    pane.press("ctrl+z")
    pane.wait_for("撤销：完成率 95% → 90%", "92.88 优")
    pane.press("f6")
    pane.wait_for("F2 写自评表", "已录入 6/6")
    pane.press("f2")
    pane.wait_for("写到哪个文件夹")
    pane.press("enter")
    pane.wait_for("已写出文件 1 个")
    (path,) = (tmp_path / "自评表").glob("*.xlsx")
    book = load_workbook(path)
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert any(str(value) == "92.88" for value in cells)
    pane.press("escape", "escape")
    pane.wait_for("完成率", "Enter 保存")
    pane.press("ctrl+q")
    pane.wait_for_end()
