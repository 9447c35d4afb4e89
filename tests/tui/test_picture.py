"""README's picture is drawn by the program."""

from __future__ import annotations

from pathlib import Path

from tui_bench import NOW, open_desk

from evaltool.tui.picture import PICTURES, draw


def test_the_picture_shows_tree_table_and_edit_bar(known: Path, tmp_path: Path):
    path = draw(lambda: open_desk(known), tmp_path / "workbench.svg", clock=lambda: NOW)
    svg = path.read_text("utf-8")
    assert svg.startswith("<svg")
    for shown in ("会议培训次数", "专项运转保障经费", "完成率", "F1"):
        assert shown in svg


def test_every_picture_of_readme_is_drawn(known: Path, tmp_path: Path):
    shown = {"workbench": "会议培训次数", "compare": "指标值", "why": "评分规则"}
    assert shown.keys() == PICTURES.keys()
    for name, keys in PICTURES.items():
        path = draw(lambda: open_desk(known), tmp_path / f"{name}.svg", clock=lambda: NOW, keys=keys)
        assert shown[name] in path.read_text("utf-8").replace("&#160;", " ")
