"""Importing in the workbench: every line is seen beside its text, corrected or left out, then adopted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from textual.widgets import OptionList
from tui_bench import BEIDAIHE, JULU, Bench, Start, open_desk

from evaltool import operations as ops
from evaltool.tui.cells import cells
from evaltool.tui.review_book import ReviewBook
from evaltool.tui.screens.importing import ImportScreen
from evaltool.tui.screens.reviewing import ReviewScreen
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.review_bar import ReviewBar
from scoring.findings import finding
from scoring.model import (
    Actual,
    Department,
    Funds,
    Money,
    Outcome,
    Outcomes,
    ProjectOutcome,
    Reading,
    Subject,
)
from scoring.record import Entry

CODE, YEAR = "131001", 2022
PROJECT = "13052922P00584010141N"
IN_TIME = 4
"""The row of 经费支付及时率."""


async def look_at(bench: Bench, path: Path = JULU) -> None:
    """F7, the path, Enter."""
    await bench.press("f7")
    await bench.enter(str(path))
    assert isinstance(bench.app.screen, ReviewScreen)


def said(bench: Bench) -> str:
    return bench.app.screen.query_one(MessageLine).said[-1]


def line_of(bench: Bench, text: str) -> str:
    return next(line for line in bench.lines if text in line)


def declared(db: Path) -> Department:
    with open_desk(db) as desk:
        (one,) = desk.departments()
        return desk.dossier(one.code, one.year).department


def changed(path: Path, **texts: str) -> Path:
    """巨鹿's document with other texts, as it would be published again."""
    text = JULU.read_text("utf-8")
    for old, new in texts.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_the_text_as_found_stands_beside_what_it_is_read_as(
    db: Path, start: Start, size: tuple[int, int]
):
    async with start(db, size) as bench:
        await look_at(bench, BEIDAIHE)
        await bench.press("enter", *["down"] * 3)
        assert "原文“≥9595%及以上”" in bench.screen
        assert "”  第" in bench.screen
        assert "读作 不低于 95%" in bench.screen
        assert "像是几列连在了一起" in bench.screen
        assert "采用 5 个项目、15 个指标" in bench.screen
        assert all(cell_len(line) == size[0] for line in bench.lines)


async def test_nothing_is_adopted_before_it_was_confirmed(db: Path, start: Start):
    async with start(db) as bench:
        await look_at(bench)
        await bench.press("enter", "ctrl+s")
        assert "采用之前" in bench.screen
        await bench.press("escape", "escape", "escape", "escape")
        assert "工作区里还没有单位" in bench.screen


async def test_a_target_is_corrected_and_adopted_as_corrected(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME)
        await bench.type("≥９８％")
        assert "读作 不低于 98%" in bench.screen
        await bench.press("enter")
        assert said(bench).startswith("已更正指标值")
        assert "已改" in line_of(bench, "经费支付及时率")
        await bench.press("ctrl+s")
        assert "指标值原文为“≥95%”，导入时人工更正为“≥９８％”" in bench.screen
        await bench.press("enter")
    targets = {one.name: one.target.value for one in declared(db).indicators()}
    assert targets["经费支付及时率"] == Decimal(98)
    with open_desk(db) as desk:
        kept = [odd for odd in desk.document_findings(CODE, YEAR) if odd.code == "document.corrected"]
    assert [odd.facts["text"] for odd in kept] == ["≥95%"]


async def test_tab_goes_through_name_levels_and_weight(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME, "tab", "tab", "tab")
        assert "【二级指标】" in bench.screen
        await bench.type("时效")
        await bench.press("tab")
        await bench.type("12.5")
        await bench.press("ctrl+s", "enter")
    (one,) = [one for one in declared(db).indicators() if one.name == "经费支付及时率"]
    assert (one.level2, one.weight) == ("时效指标", Decimal("12.5"))


async def test_of_a_long_text_the_place_is_seen_all_the_same(db: Path, tmp_path: Path, start: Start):
    document = changed(tmp_path / "长.txt", **{"≥95%": "≥95%" + "以及其他要求" * 30})
    async with start(db) as bench:
        await look_at(bench, document)
        await bench.press("enter", *["down"] * IN_TIME)
        title = line_of(bench, "经费支付及时率  原文“≥95%")
        assert "…" in title
        assert title.rstrip().endswith("行")


async def test_a_text_nobody_can_read_is_refused_and_stays(db: Path, start: Start):
    async with start(db) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME)
        await bench.enter("3 5 6")
        bar = bench.app.screen.query_one(ReviewBar)
        assert said(bench).startswith("没有采用：")
        assert bar.entering.value == "3 5 6"
        await bench.press("ctrl+s", "f8")
        assert bar.entering.value == "3 5 6"
        await bench.press("escape")
        assert bar.entering.value == "≥95%"


async def test_an_indicator_and_a_project_are_left_out_and_the_rest_is_said(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench, BEIDAIHE)
        await bench.press("f8")
        assert said(bench) == "采用 4 个项目、12 个指标；不采用 1 个项目、3 个指标"
        await bench.press("ctrl+down", "enter", *["down"] * 3, "f8")
        assert said(bench) == "采用 4 个项目、11 个指标；不采用 1 个项目、4 个指标"
        assert "不采用；按 F8 恢复" in bench.screen
        await bench.press("escape", "f8")
        assert "整个项目不采用；在项目上按 F8 恢复" in bench.screen
        await bench.press("f8", "enter")
        await bench.press("f8", "f8", "ctrl+z")
        assert said(bench).startswith("已撤回。采用 4 个项目、12 个指标")
        await bench.press("f8", "ctrl+s", "enter")
    assert (len(declared(db).projects), len(declared(db).indicators())) == (4, 11)


async def test_of_two_targets_that_differ_one_is_chosen(db: Path, start: Start):
    async with start(db, (120, 40)) as bench:
        await look_at(bench)
        await bench.press("up", "enter", *["down"] * 5, "f4")
        assert "只采用 95%，总体绩效目标" in bench.screen
        assert "只采用 达100%" in bench.screen
        await bench.press("down", "enter")
        assert "不采用 0 个项目、1 个指标" in said(bench)
        await bench.press("f4", "end", "enter")
        assert said(bench) == "采用 1 个项目、16 个指标"
        await bench.press("f4", "enter", "ctrl+s", "enter")
    assert [i.target.text for i in declared(db).own_indicators() if i.name == "提案交办率"] == ["95%"]


@pytest.mark.parametrize("document", [JULU, BEIDAIHE])
def test_every_doubt_stands_in_the_row_that_it_leads_to(document: Path):
    reading = ops.read(document)
    book = ReviewBook(ops.Review(reading))
    for odd in reading.findings:
        _place, row = book.way_to(odd.subject)
        assert odd in book.doubts_of(row)


async def test_a_doubt_leads_to_its_row(db: Path, start: Start):
    async with start(db, (120, 40)) as bench:
        await look_at(bench)
        await bench.press("f5")
        found = bench.app.screen.query_one(OptionList)
        prompts = [str(found.get_option_at_index(n).prompt) for n in range(found.option_count)]
        await bench.press(*["down"] * next(n for n, text in enumerate(prompts) if "经费支付及时率" in text))
        await bench.press("enter")
        bar = bench.app.screen.query_one(ReviewBar)
        assert bar.row is not None
        assert bar.row.found is not None
        assert bar.row.found.name == "经费支付及时率"
        assert bench.app.focused is bar.entering


async def test_corrections_are_given_up_only_when_asked_twice(db: Path, start: Start):
    async with start(db) as bench:
        await look_at(bench)
        await bench.press("f8", "escape")
        assert said(bench).startswith("更正和取舍还没有采用")
        assert isinstance(bench.app.screen, ReviewScreen)
        await bench.press("escape")
        assert isinstance(bench.app.screen, ImportScreen)
        await bench.enter(str(BEIDAIHE))
        assert "北戴河区政协-2020.txt" in bench.screen
        assert isinstance(bench.app.screen, ReviewScreen)


async def test_the_program_is_left_without_decisions_only_when_asked_twice(db: Path, start: Start):
    async with start(db) as bench:
        await look_at(bench)
        await bench.press("f8", "ctrl+q")
        assert said(bench).endswith("再按 Ctrl+Q 放弃并退出")
        assert isinstance(bench.app.screen, ReviewScreen)


async def test_the_list_stays_at_the_project_whose_text_cannot_be_kept(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench, BEIDAIHE)
        await bench.press("enter", *["down"] * 3)
        await bench.type("50%abc")
        await bench.press("ctrl+down")
        assert said(bench).startswith("没有采用：")
        await bench.press("escape", "escape", "f8")
        assert "不采用" in line_of(bench, "调研视察  ")
        await bench.press("ctrl+down", "f8")
        assert "采用 3 个项目" in said(bench)


async def test_the_list_comes_back_with_its_names_on_a_narrow_screen(db: Path, start: Start):
    async with start(db, (80, 24)) as bench:
        await look_at(bench, BEIDAIHE)
        await bench.press("enter", *["down"] * 3, "f8", "escape")
        assert "委员活动           提醒 6" in bench.screen


async def test_the_first_weight_that_is_typed_brings_its_column(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME, *["tab"] * 4)
        await bench.enter("12.5")
        assert "12.5" in line_of(bench, "已改")
        await bench.press("ctrl+z")
        assert "12.5" not in bench.screen


async def test_a_clause_of_the_department_takes_a_weight(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("up", "enter", *["down"] * 5, "tab", "tab")
        assert "【分值】" in bench.screen
        await bench.enter("7.5")
        assert "7.5" in line_of(bench, "已改")
        await bench.press("ctrl+s", "enter")
    weights = [one.weight for one in declared(db).own_indicators()]
    assert weights.count(Decimal("7.5")) == 1


async def test_a_document_without_a_year_is_adopted_once_a_person_gives_it(
    db: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    found = ops.read(JULU)
    bare = replace(found, department=replace(found.department, year=None))
    monkeypatch.setattr(ops, "read", lambda _path: bare)
    async with start(db) as bench:
        await look_at(bench)
        assert said(bench).startswith("年度不明，采用前请填写。疑点：")
        await bench.press("ctrl+s")
        assert said(bench) == "年度不明，请先填写"
        assert "【年度】" in bench.screen
        await bench.type("２０２３")
        await bench.press("ctrl+s", "enter")
    assert declared(db).year == 2023


def result() -> Reading:
    """巨鹿's document as a result document would be read: with two actuals."""
    found = ops.read(JULU)
    keys = [one.key for one in found.department.projects[0].indicators[:2]]
    figures = (Actual(Decimal(3), "次", text="3次"), Actual(Decimal(96), "%", text="96%"))
    achieved = {key: Outcome(figure) for key, figure in zip(keys, figures, strict=True)}
    achieved[keys[0]] = replace(achieved[keys[0]], reason="多开了一次会")
    money = Money(adjusted=Funds(Decimal(143)), spent=Funds(Decimal("138.6")))
    outcomes = Outcomes(achieved, {PROJECT: ProjectOutcome(money)})
    return replace(found, outcomes=outcomes)


async def test_results_are_shown_counted_and_recorded_where_nothing_is(
    known: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    found = result()
    monkeypatch.setattr(ops, "read", lambda _path: found)
    async with start(known, (140, 40)) as bench:
        await look_at(bench)
        assert "实际完成值 2 个" in bench.screen
        assert "3次" in line_of(bench, "会议培训次数")
        await bench.press("ctrl+s")
        assert "文本中的完成情况，录入 5 项" in bench.screen
        assert "会议培训次数 偏差原因 多开了一次会" in bench.screen
        assert "专项运转保障经费 全年执行数 138.6" in bench.screen
        await bench.press("enter", "enter")
        assert "3次" in bench.row_of("会议培训次数")


async def test_what_is_recorded_otherwise_is_named_before_adopting(
    known: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    found = result()
    monkeypatch.setattr(ops, "read", lambda _path: found)
    with open_desk(known) as desk:
        key = found.department.projects[0].indicators[1].key
        entry = Entry(Subject(PROJECT, key, "actual"), Actual(Decimal(90), "%", text="90%"), "90%")
        desk.record(CODE, YEAR, [entry], "record")
    async with start(known, (140, 40)) as bench:
        await look_at(bench)
        await bench.press("ctrl+s")
        assert f"{key.name} 实际完成值 90%，文本为 96%" in bench.screen


async def test_a_removed_project_is_named_before_adopting(db: Path, start: Start):
    found = ops.read(BEIDAIHE)
    with open_desk(db) as desk:
        desk.adopt(found).result()
    gone, *rest = found.department.projects
    fewer = replace(found, department=replace(found.department, projects=tuple(rest)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ops, "read", lambda _path: fewer)
        async with start(db, (120, 60)) as bench:
            await look_at(bench, BEIDAIHE)
            await bench.press("ctrl+s")
            assert f"减少  {gone.name} " in bench.screen
            assert gone.code not in bench.screen


async def test_last_years_results_start_this_year_with_empty_actuals(
    db: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    found = result()
    monkeypatch.setattr(ops, "read", lambda _path: found)
    async with start(db, (140, 40)) as bench:
        await look_at(bench)
        await bench.press("f6")
        assert "实际完成值 2 个，不采用" in said(bench)
        await bench.press("up", "enter", "down", "down")
        await bench.enter("2023")
        await bench.press("ctrl+s", "enter")
    with open_desk(db) as desk:
        dossier = desk.dossier(CODE, 2023)
    assert dossier.outcomes.indicators == {}
    assert len(dossier.department.indicators()) == 16


async def test_a_text_that_is_being_typed_is_kept_when_only_the_targets_are_taken(
    db: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    found = result()
    monkeypatch.setattr(ops, "read", lambda _path: found)
    async with start(db, (140, 40)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME)
        await bench.type("≥98%")
        await bench.press("f6")
        assert "已改" in line_of(bench, "经费支付及时率")
        assert "3次" not in line_of(bench, "会议培训次数").split("≥")[0]
        await bench.press("ctrl+z")
        assert "实际完成值 2 个" in said(bench)
        assert "实际完成值" in line_of(bench, "读作")


async def test_a_changed_document_shows_what_changes_and_a_rename_takes_the_actual_along(
    known: Path, tmp_path: Path, start: Start
):
    document = changed(tmp_path / "新.txt", 经费支付及时率="资金支付及时率", 会议培训次数="会议次数")
    with open_desk(known) as desk:
        (one,) = [i for i in desk.dossier(CODE, YEAR).department.indicators() if i.name == "经费支付及时率"]
        subject = Subject(PROJECT, one.key, "actual")
        desk.record(CODE, YEAR, [Entry(subject, Actual(Decimal(96), "%", text="96%"), "96%")], "record")
    async with start(known, (120, 60)) as bench:
        await look_at(bench, document)
        assert "新增 2，减少 2" in said(bench)
        await bench.press("ctrl+s")
        asked = "[不带] 专项运转保障经费 · 经费支付及时率 → 资金支付及时率（实际完成值 96%）"
        assert asked in bench.screen
        assert "不再有这一项，已录入的仍然保存" in bench.screen
        await bench.press("enter")
        assert "[带过去]" in line_of(bench, "→")
        await bench.press("ctrl+s", "enter")
        assert "96%" in bench.row_of("资金支付及时率")


async def test_what_lost_its_place_is_found_in_the_check_and_moved(known: Path, tmp_path: Path, start: Start):
    document = changed(tmp_path / "新.txt", 经费支付及时率="资金拨付速度")
    async with start(known, (120, 60)) as bench:
        await bench.press("enter", *["down"] * 3)
        await bench.enter("96%")
        await look_at(bench, document)
        await bench.press("ctrl+s", "ctrl+s", "f5")
        found = bench.app.screen.query_one(OptionList)
        prompts = [str(found.get_option_at_index(n).prompt) for n in range(found.option_count)]
        assert any("“经费支付及时率”已录入的内容仍然保存" in text for text in prompts)
        await bench.press(*["down"] * next(n for n, text in enumerate(prompts) if "仍然保存" in text))
        await bench.press("enter")
        assert "移到现在的绩效目标" in bench.screen
        assert "实际完成值 96%" in bench.screen
        offered = bench.app.screen.query_one(OptionList)
        names = [str(offered.get_option_at_index(n).prompt) for n in range(offered.option_count)]
        await bench.press(*["down"] * next(n for n, text in enumerate(names) if "资金拨付速度" in text))
        await bench.press("enter")
        assert "96%" in bench.row_of("资金拨付速度")
        await bench.press("f5")
        assert "仍然保存" not in bench.screen


async def test_a_folder_is_read_one_document_after_the_other(db: Path, tmp_path: Path, start: Start):
    folder = tmp_path / "文件"
    folder.mkdir()
    for name, content in {"1.txt": BEIDAIHE.read_bytes(), "2.txt": b"", "3.txt": JULU.read_bytes()}.items():
        (folder / name).write_bytes(content)
    async with start(db) as bench:
        await look_at(bench, folder)
        assert "1.txt" in bench.screen
        assert "后面还有 2 个文件" in bench.screen
        await bench.press("ctrl+s", "enter")
        assert "3.txt" in bench.screen
        await bench.press("ctrl+s", "enter")
        assert isinstance(bench.app.screen, ImportScreen)
        assert "2.txt" in bench.screen
        assert "文件是空的" in bench.screen
    with open_desk(db) as desk:
        assert len(desk.departments()) == 2


async def test_several_files_are_marked_with_the_space_bar(
    db: Path, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    for document in (JULU, BEIDAIHE):
        (tmp_path / document.name).write_bytes(document.read_bytes())
    (tmp_path / "另一份.docx").write_bytes(b"")
    (tmp_path / "无关.png").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    async with start(db) as bench:
        await bench.press("f7", "down", "space", "down", "down", "space")
        assert "另一份.docx" in bench.screen
        assert "无关.png" not in bench.screen
        assert bench.screen.count("[选定]") == 2
        names = [line for line in bench.lines if line.rstrip().endswith((".docx", ".txt"))]
        assert len({cells(line[: line.index(line.split()[-1])]) for line in names}) == 1
        await bench.press("enter", "escape", "ctrl+s", "enter")
    with open_desk(db) as desk:
        assert [one.code for one in desk.departments()] == [CODE]


async def test_esc_stops_waiting_for_a_document_that_takes_long(
    db: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    opened, read = Event(), ops.read

    def slow(path: Path) -> Reading:
        opened.wait()
        return read(path)

    monkeypatch.setattr(ops, "read", slow)
    async with start(db) as bench:
        await bench.press("f7")
        await bench.type(str(JULU))
        await bench.pilot.press("enter")
        await bench.pilot.pause()
        assert "正在读入 巨鹿县政协-2022.txt" in bench.screen
        await bench.pilot.press("escape")
        await bench.pilot.pause()
        assert "不再等待" in bench.screen
        opened.set()
        await bench.settle()
        assert isinstance(bench.app.screen, ImportScreen)
        await bench.press("escape")
        assert "工作区里还没有单位" in bench.screen


async def test_what_is_corrected_while_it_is_left_out_is_shown(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME, "f8")
        await bench.enter("≥98%")
        assert "不低于 98%" in line_of(bench, "经费支付及时率")
        assert "不采用" in line_of(bench, "经费支付及时率")


async def test_a_project_is_renamed_in_the_list_while_it_is_left_out(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("f8", "enter", "down")
        await bench.enter("另一名称")
        assert any(line.lstrip("│┃ ").startswith("另一名称") for line in bench.lines)


async def test_of_more_doubts_than_there_are_lines_the_rest_is_counted(
    db: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    found = ops.read(JULU)
    subject = Subject(PROJECT, found.department.projects[0].indicators[0].key, "target")
    odd = [finding("target.unread", subject, text=f"{n}") for n in range(4)]
    monkeypatch.setattr(ops, "read", lambda _path: replace(found, findings=(*odd,)))
    async with start(db) as bench:
        await look_at(bench)
        await bench.press("f5", "enter")
        assert "（另有 2 条，按 F5）" in bench.screen


async def test_the_same_document_again_offers_the_earlier_decisions(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME)
        await bench.enter("≥98%")
        await bench.press("f8", "ctrl+s", "enter")
        await look_at(bench)
        greeting = said(bench)
        assert greeting.startswith("按 F9 沿用以前的 2 处更正和取舍。新增 1，减少 0，改动 1。疑点：提醒")
        assert cell_len(greeting.partition("提示")[0]) <= 80
        await bench.press("f9", "ctrl+s")
        assert "绩效目标与工作区里的一致" in bench.screen


async def test_earlier_decisions_join_those_of_now(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME)
        await bench.enter("≥98%")
        await bench.press("ctrl+s", "enter")
        await look_at(bench)
        await bench.press("enter", *["down"] * IN_TIME)
        await bench.enter("≥97%")
        await bench.press("up", "tab")
        await bench.enter("另一名称")
        await bench.press("f9", "ctrl+s")
        assert "另一名称" in bench.screen
        assert "人工更正为“≥97%”" in bench.screen
