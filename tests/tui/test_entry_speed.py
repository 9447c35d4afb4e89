"""Entering with less to type and to look for: filters, questions about slips, repeats, long texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import OptionList, TextArea
from tui_bench import WHO, Bench, Start, open_desk

from evaltool import operations as ops
from scoring.model import AdjustedTarget, Override, State, Subject
from scoring.record import Value

PROJECT = "13052922P00584010141N"
ALL_BUT_ONE = ("143", "138.6", "3次", "96%", "90%", "138.6万元", "1", "90")


def value(bench: Bench, row: int, field: str) -> Value:
    work = bench.app.work
    assert work.book is not None
    return work.book.value(work.rows[row].at(field))


def names(bench: Bench) -> list[str]:
    return [row.indicator.name if row.indicator else row.subject.field for row in bench.app.work.rows]


async def paste(bench: Bench, text: str) -> None:
    bench.app.post_message(events.Paste(text))
    await bench.settle()


async def test_f12_shows_what_is_left_and_enter_goes_from_one_empty_figure_to_the_next(
    known: Path, start: Start
):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter(*ALL_BUT_ONE[:4])
        await bench.press("f12")
        assert names(bench) == ["完成率", "经费成本", "委员履职能力提升", "满意度"]
        assert bench.message == "筛选 未录入 4/8"
        assert "筛选 未录入 4/8" in bench.screen
        await bench.enter("90%")
        assert "完成率" in names(bench), "what was dealt with stays while the filter is on"
        await bench.press("down", "down")
        await bench.enter("94.67%")
        assert bench.bar.at is not None
        assert bench.bar.at.row.indicator is not None
        assert bench.bar.at.row.indicator.name == "经费成本", "after the last row the first that is empty"
        await bench.enter("138.6万元", "1", "90")
        assert bench.message.endswith("这里的数字都已录入，按 Ctrl+Down 到下一个项目")
        await bench.press("enter")
        assert bench.message == "这里的数字都已录入，按 Ctrl+Down 到下一个项目"


async def test_a_filter_stays_on_the_way_to_another_project_and_says_why_it_shows_nothing(
    known: Path, start: Start
):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter(*ALL_BUT_ONE, "94.67%")
        await bench.press("f12")
        assert "这里的数字都已录入" in bench.screen
        assert "F12" in bench.screen
        await bench.press("ctrl+down")
        assert len(names(bench)) > 2
        assert "筛选 未录入" in bench.screen
        await bench.type("5")
        assert bench.bar.entering.value == "5", "typing goes on where it was left off"
        await bench.press("escape", "ctrl+up", "f12")
        assert bench.message == "筛选 未达标 5/8"
        await bench.press("f12", "f12")
        assert bench.message == "筛选已取消，显示全部 8 行"
        assert len(names(bench)) == 8


async def test_what_falls_short_and_what_is_doubtful_are_filters_of_their_own(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter("143", "143", "4次", "96%", "90%")
        await bench.press("f12", "f12")
        assert names(bench) == ["完成率"]
        await bench.press("f12")
        assert bench.message == "筛选 有疑点 1/8"
        assert names(bench) == ["完成率"], "a reason is asked for where points are lost"


async def test_each_filter_is_a_command_of_the_palette(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("ctrl+p")
        await bench.enter("筛选：未录入")
        assert "筛选 未录入 8/8" in bench.screen
        await bench.press("ctrl+p")
        await bench.enter("筛选：全部")
        assert "筛选 未录入" not in bench.screen


async def test_going_to_what_a_filter_leaves_out_takes_the_filter_off(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter("143")
        await bench.press("f12")
        assert len(names(bench)) == 7
        await bench.press("ctrl+z")
        assert bench.message == "撤销：全年预算数 143 → 空"
        assert len(names(bench)) == 8


@pytest.mark.parametrize(
    ("downs", "typed", "asked", "kept"),
    [
        (3, "0.95", "像是没有换算成百分数", "0.95"),
        (3, "9.5", "相差约 10 倍", "9.5"),
        (5, "1386000", "相差约 10000 倍", "1386000"),
        (5, "138.6元", "相差约 10000 倍", "138.6元"),
        (2, "40", "相差约 10 倍", "40"),
        (0, "1430", "相差约 10 倍", "1430"),
        (1, "1386000", "相差约 10000 倍", "1386000"),
    ],
)
async def test_a_slip_asks_before_it_is_kept(
    known: Path, start: Start, downs: int, typed: str, asked: str, kept: str
):
    async with start(known) as bench:
        await bench.press("enter", *["down"] * downs)
        await bench.enter(typed)
        assert asked in bench.message
        assert bench.message.startswith("没有保存：再按 Enter 照此保存，或改正")
        assert "再按 Enter 照此保存，或改正" in bench.lines[-4]
        assert bench.bar.entering.value == typed
        assert value(bench, downs, bench.app.work.rows[downs].fields[0]) is None
        await bench.press("enter")
        assert bench.message.startswith("已保存")
        await bench.press("up")
        assert bench.bar.entering.value == kept


async def test_another_text_is_asked_about_anew_and_a_right_one_not_at_all(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "down")
        await bench.enter("0.95")
        await bench.press("backspace")
        await bench.press("enter")
        assert "再按 Enter 照此保存" in bench.message
        await bench.press("ctrl+u")
        await bench.enter("95")
        assert bench.message.startswith("已保存：经费支付及时率 空 → 95%")


async def test_a_question_holds_up_what_would_leave_the_field(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "down")
        await bench.type("950")
        await bench.press("f9")
        assert "再按 Enter 照此保存" in bench.message
        assert "经费支付及时率" in bench.screen
        await bench.press("escape", "f9")
        assert "年初预算数" in bench.screen


async def test_the_last_reason_is_put_in_again_and_kept_by_enter(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "tab", "ctrl+r")
        assert bench.message == "前面还没有填过“偏差原因”"
        await bench.type("受疫情影响")
        await bench.press("enter", "tab", "ctrl+r")
        assert bench.bar.entering.value == "受疫情影响"
        assert value(bench, 3, "reason") is None
        await bench.press("tab", "ctrl+r")
        assert value(bench, 3, "reason") == "受疫情影响"
        assert bench.message == "前面还没有填过“改进措施”"
        await bench.press("shift+tab", "shift+tab", "ctrl+r")
        assert "可以沿用上一条" in bench.message
    async with start(known) as bench:
        await bench.press("enter", *["down"] * 5, "tab", "ctrl+r")
        assert bench.bar.entering.value == "受疫情影响", "else the nearest row above"


async def test_a_long_text_has_a_screen_of_its_own_and_keeps_its_lines(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "tab", "f2")
        await paste(bench, "一是受疫情影响，[red]两次会议推迟；\n二是经费到位较晚。")
        assert "29 字" in bench.screen
        await bench.press("escape")
        assert "文字已改动" in bench.screen
        await bench.press("ctrl+s")
        assert value(bench, 2, "reason") == "一是受疫情影响，[red]两次会议推迟；\n二是经费到位较晚。"
        assert "一是受疫情影响，[red]两次会议推迟；↵二是经费到位较晚。" in bench.screen
        await bench.press("f2")
        area = bench.app.screen.query_one(TextArea)
        assert area.text.count("\n") == 1
        await bench.press("escape")
        assert not bench.app.screen.query(TextArea)


async def test_a_changed_long_text_is_given_up_only_when_asked_twice(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "tab", "f2")
        await bench.type("会议推迟")
        await bench.press("escape", "escape")
        assert value(bench, 2, "reason") is None
        assert bench.bar.entering.value == ""


async def test_an_adjusted_target_and_a_score_by_hand_stand_beside_what_they_replace(
    known: Path, start: Start
):
    async with start(known, (120, 30)) as bench:
        await bench.press("enter", "down", "down")
        await bench.type("3次")
        await bench.press(*["tab"] * 5)
        await bench.type("≥3次；冀财〔2022〕5号")
        assert "申报 4次，调整为 ≥3次，批准文号 冀财〔2022〕5号" in bench.screen
        await bench.press("tab")
        adjusted = value(bench, 2, "adjusted")
        assert isinstance(adjusted, AdjustedTarget)
        assert adjusted.approval == "冀财〔2022〕5号"
        assert "指标值 ≥3次  （申报 4次，批准文号 冀财〔2022〕5号）" in bench.screen
        assert "100.00%" in bench.row_of("会议培训次数")
        await bench.type("11")
        assert "没有说明理由" in bench.screen
        await bench.press("enter")
        assert bench.message.startswith("没有保存：人工评分 11 没有说明理由")
        await bench.type("；抽查发现一次没有签到")
        assert "人工评分 11，理由：抽查发现一次没有签到" in bench.screen
        await bench.press("tab")
        by_hand = value(bench, 2, "override")
        assert isinstance(by_hand, Override)
        assert (by_hand.reason, by_hand.who) == ("抽查发现一次没有签到", WHO)
    async with start(known) as bench:
        await bench.press("enter", "down", "down", *["tab"] * 5)
        assert bench.bar.entering.value == "≥3次；冀财〔2022〕5号"
        await bench.press("tab")
        assert bench.bar.entering.value == "11；抽查发现一次没有签到"


async def test_an_adjusted_target_without_approval_is_kept_and_warned_of(known: Path, start: Start):
    async with start(known, (120, 30)) as bench:
        await bench.press("enter", "down", "down", *["tab"] * 5)
        await bench.enter("≥3次")
        assert bench.message.startswith("已保存")
        await bench.press("up")
        assert "没有填批准文号" in bench.screen


async def test_a_project_that_does_not_apply_is_said_on_the_page_of_its_money(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("enter", "f9", *["down"] * 24)
        assert "【是否适用】" in bench.screen
        await bench.enter("不适用")
        assert "请先填写“偏差原因”" in bench.message
        await bench.press("escape", "tab")
        await bench.type("项目取消")
        await bench.press("shift+tab")
        await bench.enter("2")
        book = bench.app.work.book
        assert book is not None
        assert book.value(Subject(PROJECT, field="state")) is State.NOT_APPLICABLE
        assert "不适用" in bench.row_of("项目是否适用")


async def test_the_total_is_said_as_it_was_and_as_it_would_be(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter(*ALL_BUT_ONE)
        await bench.type("94.67%")
        assert "总分 82.91–92.91 → 92.88 优" in bench.screen
        assert "正向指标，按比例计分" in bench.screen
        await bench.press("enter", "up")
        assert "总分 92.88 优" in bench.screen
        assert "→ 92.88" not in bench.lines[-4]


async def test_the_execution_rate_appears_while_money_of_a_source_is_typed(known: Path, start: Start):
    async with start(known, (100, 34)) as bench:
        await bench.press("enter", "f9", *["down"] * 13)
        assert bench.bar.at is not None
        assert bench.bar.at.name == "money.spent.fiscal"
        await bench.type("71.5")
        assert "执行率 50.00%" in bench.screen


async def test_figures_in_one_burst_meet_their_rows(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        for figure in (*ALL_BUT_ONE, "94.67%"):
            for character in figure:
                bench.app.post_message(events.Key(character, character))
            bench.app.post_message(events.Key("enter", "\r"))
        await bench.settle()
        assert "92.88 优" in bench.screen


async def test_corrections_in_a_burst_meet_what_was_typed_before_them(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "down")
        first = ("9", "9", "backspace", "5", "enter")
        second = ("8", "ctrl+u", "9", "0", "left", "left", "delete", "enter")
        for key in first + second:
            bench.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await bench.settle()
        assert "95%" in bench.row_of("经费支付及时率")
        assert bench.message.startswith("已保存：完成率 空 → 0%")


async def test_a_name_is_found_and_gone_to(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("ctrl+f")
        await bench.type("满意")
        assert bench.app.screen.query_one(OptionList).option_count > 0
        await bench.press("enter")
        assert bench.bar.at is not None
        assert bench.bar.at.row.indicator is not None
        assert bench.bar.at.row.indicator.name == "满意度"
        await bench.press("ctrl+f")
        await bench.type("没有这样的指标")
        assert "没有这样的名称" in bench.screen
        await bench.press("enter", "escape")
        await bench.press("ctrl+f")
        await bench.enter("北戴河")
        assert bench.app.work.place is not None
        assert "北戴河" in bench.screen


async def test_a_text_from_another_window_is_seen_with_its_line_breaks(known: Path, start: Start):
    with open_desk(known) as desk:
        dossier = desk.dossier("131001", 2022)
        subject = Subject(PROJECT, field="achieved")
        edit = ops.Edit(subject, None, "一\n二")
        desk.submit(dossier.department.code, 2022, [edit]).result()
    async with start(known, (120, 40)) as bench:
        await bench.press("enter", "f9", *["down"] * 23)
        assert bench.bar.entering.value == "一↵二"
        await bench.press("end")
        await bench.type("三")
        await bench.press("enter")
        assert value(bench, 23, "achieved") == "一\n二三"
