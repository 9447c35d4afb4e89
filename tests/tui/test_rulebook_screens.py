"""Which rulebook scores a department: chosen, compared and taken back in the workbench."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_bench import Bench, Start, open_desk

from evaltool import operations as ops
from evaltool import wording

LOCAL = """
id = "ourcounty"
version = "7"
title = "本县评分规则[试行]"
extends = "national-2020"

[quantitative.reverse]
value = "linear"
cite = "县财绩〔2026〕1号 第九条"
evidence = ["own"]
"""


@pytest.fixture
def recorded(known: Path) -> Path:
    """The example office with its figures."""
    (example,) = (one for one in ops.examples() if "巨鹿" in one.document.name)
    with open_desk(known) as desk:
        dossier = desk.dossier("131001", 2022)
        desk.record("131001", 2022, ops.read_actuals(example.actuals, dossier).entries, "record")
    return known


async def _choose(bench: Bench, name: str) -> None:
    """Put the cursor of the list on a rulebook."""
    for _ in range(8):
        if f" {name} " in bench.screen and _at_cursor(bench).startswith(name):
            return
        await bench.press("down")
    raise AssertionError(bench.screen)


def _at_cursor(bench: Bench) -> str:
    """What the page says of the rulebook that the cursor is on: its id comes first on the second line."""
    lines = [line.strip() for line in bench.lines]
    return next((line for line in lines if "内容摘要" in line), "")


async def test_every_shipped_rulebook_is_listed_and_the_one_in_force_is_marked(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f8")
        for rulebook in ops.rulebooks():
            assert rulebook.id in bench.screen
        (marked,) = (line for line in bench.lines if line.startswith(" * "))
        assert "national-2020" in marked
        assert "（现行）" in marked
        assert f"内容摘要 {ops.rulebooks()[-1].hash}" in bench.screen


async def test_a_clause_is_shown_with_value_citation_evidence_and_where_it_is_inherited_from(
    known: Path, start: Start
):
    async with start(known, (100, 120)) as bench:
        await bench.press("f8")
        await _choose(bench, "core-2021")
        assert "正向指标未完成时的计分方法：及格线以上按比例" in bench.screen
        assert "财预〔2021〕101号：完成率 60% 以下不得分" in bench.screen
        assert "［沿用 national-2020］" in bench.screen
        assert "（待核对原文）" in bench.screen


async def test_a_rulebook_put_in_force_moves_the_score_and_undo_moves_it_back(recorded: Path, start: Start):
    async with start(recorded, (120, 40)) as bench:
        assert "总分 92.88 优" in bench.screen
        await bench.press("f8")
        await _choose(bench, "core-2021")
        await bench.press("enter")
        assert bench.message.startswith("已采用评分规则：项目支出核心绩效指标取值")
        assert "总分 84.55 良" in bench.screen
        await bench.press("ctrl+z")
        assert bench.message.startswith("撤销：评分规则")
        assert "总分 92.88 优" in bench.screen
        await bench.press("ctrl+y")
        assert "总分 84.55 良" in bench.screen
    with open_desk(recorded) as desk:
        assert desk.rulebook("131001", 2022).id == "core-2021"


async def test_the_cursor_stays_in_its_row_when_the_rulebook_changes(recorded: Path, start: Start):
    async with start(recorded) as bench:
        await bench.press("enter", "down", "down", "down", "down", "f8")
        await _choose(bench, "core-2021")
        await bench.press("enter")
        assert bench.bar.at is not None
        assert bench.bar.at.row.subject.indicator is not None
        assert bench.bar.at.row.subject.indicator.name == "完成率"
        assert "10.86" in bench.row_of("完成率")


async def test_choosing_the_rulebook_in_force_changes_nothing(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f8", "enter")
        assert bench.message == "评分规则与原来相同，没有变化"


async def test_two_rulebooks_are_compared_on_the_departments_own_figures(recorded: Path, start: Start):
    async with start(recorded, (120, 120)) as bench:
        await bench.press("f8")
        await _choose(bench, "core-2021")
        await bench.press("f3")
        total = next(line for line in bench.lines if "总分" in line)
        assert total.split()[1:] == ["92.88", "优", "84.55", "良", "-8.33"]
        line = next(line for line in bench.lines if "会议培训次数" in line)
        assert line.split()[1:] == ["9.38/12.50", "4.69/12.50", "-4.69"]
        assert "正向指标未完成时的计分方法：按比例 → 及格线以上按比例" in bench.screen
        assert "财预〔2021〕101号：完成率 60% 以下不得分" in bench.screen
        assert "项相同（相同的不列出）" in bench.screen
        assert "经费支付及时率" not in bench.screen
        await bench.press("escape", "escape")
        assert "总分 92.88 优" in bench.screen


async def test_the_rulebook_in_force_is_not_compared_with_itself(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f8", "f3")
        assert "这就是现行的评分规则" in bench.screen
        await bench.press("end", "f3")
        assert "先选一套评分规则" in bench.screen


async def test_a_local_rulebook_is_taken_from_its_file_and_kept_without_it(
    known: Path, tmp_path: Path, start: Start
):
    path = tmp_path / "本县.toml"
    path.write_text(LOCAL, "utf-8")
    async with start(known) as bench:
        await bench.press("f8", "end", "enter")
        await bench.enter(str(path))
        assert "本县评分规则[试行]" in bench.screen
        assert "文件没有问题" in bench.screen
        await bench.press("enter")
        assert "本县评分规则[试行]" in bench.message
        path.unlink()
        await bench.press("f8")
        (marked,) = (line for line in bench.lines if line.startswith(" * "))
        assert "ourcounty" in marked
        await bench.press("escape", "ctrl+z", "f8")
        (marked,) = (line for line in bench.lines if line.startswith(" * "))
        assert "national-2020" in marked


async def test_a_rulebook_once_kept_stays_in_the_list_and_is_chosen_again_without_its_file(
    known: Path, tmp_path: Path, start: Start
):
    path = tmp_path / "本县.toml"
    path.write_text(LOCAL, "utf-8")
    with open_desk(known) as desk:
        desk.use_rulebook("131001", 2022, ops.rulebook_named(str(path))).result()
        desk.use_rulebook("131001", 2022, ops.rulebook_named("core-2021")).result()
    path.unlink()
    async with start(known) as bench:
        await bench.press("f8")
        (kept,) = (line for line in bench.lines if line.startswith("   ourcounty"))
        assert "本县评分规则[试行]（工作区）" in kept
        assert sum(line.startswith("   national-2020") for line in bench.lines) == 1
        await _choose(bench, "ourcounty")
        await bench.press("enter")
        assert "本县评分规则[试行]" in bench.message
        await bench.press("f8")
        (marked,) = (line for line in bench.lines if line.startswith(" * "))
        assert "（工作区）（现行）" in marked
        (other,) = (line for line in bench.lines if line.startswith("   core-2021"))
        assert "工作区" not in other


async def test_two_contents_of_one_id_are_told_apart_in_the_list(known: Path, tmp_path: Path, start: Start):
    path = tmp_path / "本县.toml"
    hashes = []
    for method in ("linear", "ratio"):
        path.write_text(LOCAL.replace("linear", method), "utf-8")
        with open_desk(known) as desk:
            rulebook = ops.rulebook_named(str(path))
            desk.use_rulebook("131001", 2022, rulebook).result()
            hashes.append(rulebook.hash)
    async with start(known) as bench:
        await bench.press("f8")
        (marked,) = (line for line in bench.lines if line.startswith(" * "))
        (other,) = (line for line in bench.lines if line.startswith(f"   ourcounty@{hashes[0]}"))
        assert f"ourcounty@{hashes[1]}" in marked
        assert "（工作区）" in other


async def test_the_list_stands_where_the_workspace_cannot_be_asked(
    known: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    def locked(_desk: ops.Desk) -> None:
        raise ops.WorkspaceError("workspace.locked", {"path": str(known)})

    monkeypatch.setattr(ops.Desk, "usable_rulebooks", locked)
    async with start(known) as bench:
        await bench.press("f8")
        assert "其他程序占用" in bench.screen
        await _choose(bench, "core-2021")


async def test_what_is_wrong_with_a_rulebook_file_is_said_with_its_line(
    known: Path, tmp_path: Path, start: Start
):
    path = tmp_path / "wrong.toml"
    path.write_text(LOCAL.replace('"linear"', '"sideways"'), "utf-8")
    async with start(known, (120, 30)) as bench:
        await bench.press("f8", "end", "enter")
        await bench.enter(str(path))
        assert "这个文件不能采用" in bench.screen
        assert "sideways" in bench.screen
        assert "第 8 行" in bench.screen
        await bench.enter("")
        await bench.press("escape")
        assert "从文件选用" in bench.screen


async def test_without_a_department_there_is_nothing_to_choose_a_rulebook_for(db: Path, start: Start):
    async with start(db) as bench:
        for key in ("f3", "f5", "f8"):
            await bench.press(key)
            assert "按 F7 导入" in bench.message


async def test_the_way_that_a_rulebook_uses_stands_first_over_the_table(recorded: Path, start: Start):
    async with start(recorded) as bench:
        await bench.press("up", "enter", "f8")
        await _choose(bench, "hubei-2020")
        await bench.press("enter")
        assert f"总分 {wording.score(None)}" in bench.lines[0]
        assert bench.lines[1].strip().startswith(f"部门目标加权得分 {wording.score(None)}")


async def test_clauses_that_move_nothing_here_are_counted_apart(recorded: Path, start: Start):
    async with start(recorded, (120, 120)) as bench:
        await bench.press("f8")
        await _choose(bench, "jiangxi-steps")
        await bench.press("f3")
        assert "条规定不同，不单独影响这些得分" in bench.screen
