"""A day's work in words: only keys, from an empty workspace to a graded scorecard."""

from __future__ import annotations

from pathlib import Path

from tui_bench import JULU, Start, open_desk

from evaltool import operations as ops
from evaltool.tui.going import way_to
from evaltool.tui.widgets.department_tree import DepartmentTree
from scoring.model import Completion, State, Subject

PROJECT = "13052922P00584010141N"


async def test_from_the_published_document_to_92_88_by_keys_alone(db: Path, start: Start):
    async with start(db) as bench:
        assert "F7 导入" in bench.screen
        await bench.press("f7")
        await bench.enter(str(JULU))
        assert "专项运转保障经费" in bench.screen
        assert "疑点" in bench.screen
        await bench.press("ctrl+s", "enter")
        assert "未录入" in bench.screen

        await bench.press("enter")
        await bench.enter("143", "138.6")
        await bench.enter("3次", "96%", "90%", "138.6万元", "1", "90", "94.67%")

        assert "92.88 优" in bench.screen
        assert "已录完" in bench.screen
        for name, score in {"会议培训次数": "9.38", "完成率": "11.84", "满意度": "9.97"}.items():
            assert bench.row_of(name).rstrip().endswith(score)
        assert "96.92%" in bench.row_of("全年执行数")


async def test_what_was_entered_is_there_when_the_workspace_is_opened_again(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter("143", "138.6", "3次")
    async with start(known) as bench:
        await bench.press("enter")
        assert "3次" in bench.row_of("会议培训次数")
        assert "录入中 1/6" in bench.screen


async def test_an_empty_workspace_says_how_to_import(db: Path, start: Start):
    async with start(db) as bench:
        assert "工作区里还没有单位" in bench.screen
        assert "F7" in bench.screen
        assert "evaltool demo" in bench.screen
        await bench.press("f2", "f4", "f9", "enter", "ctrl+down")
        assert "工作区里还没有单位" in bench.screen


async def test_undo_and_redo_say_what_they_did(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "down", "down")
        await bench.enter("90")
        assert bench.message == "已保存：完成率 空 → 90%"
        await bench.press("ctrl+z")
        assert bench.message == "撤销：完成率 90% → 空"
        assert "90%" not in bench.row_of("完成率")
        await bench.press("ctrl+y")
        assert bench.message == "重做：完成率 空 → 90%"
        assert "90%" in bench.row_of("完成率")
        assert "11.84" in bench.row_of("完成率")
        await bench.press("ctrl+y")
        assert "没有可以重做的操作" in bench.message


async def test_undo_takes_back_what_is_being_typed_first(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.enter("3次")
        await bench.press("up")
        await bench.type("7")
        await bench.press("ctrl+z")
        assert bench.bar.entering.value == "3次"
        assert "3次" in bench.row_of("会议培训次数")


async def test_an_import_is_undone_as_one_step(db: Path, start: Start):
    async with start(db) as bench:
        await bench.press("f7")
        await bench.enter(str(JULU))
        await bench.press("ctrl+s", "enter")
        assert "专项运转保障经费" in bench.screen
        await bench.press("ctrl+z")
        assert "工作区里还没有单位" in bench.screen
        await bench.press("ctrl+y")
        assert "专项运转保障经费" in bench.screen


async def test_importing_the_same_document_again_changes_nothing(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f7")
        await bench.enter(str(JULU))
        assert "与工作区里的一致" in bench.screen
        await bench.press("ctrl+s", "enter")
        assert bench.message == "与工作区里的一致，没有变化"


async def test_a_file_that_is_no_document_is_named_and_the_dialog_stays(
    known: Path, tmp_path: Path, start: Start
):
    empty = tmp_path / "empty.txt"
    empty.touch()
    async with start(known) as bench:
        await bench.press("f7")
        await bench.enter(str(empty))
        assert "文件是空的" in bench.screen
        await bench.press("escape")
        assert "专项运转保障经费" in bench.screen


async def test_a_qualitative_target_takes_a_band_and_then_a_share_inside_it(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", *["down"] * 6)
        assert "1 达成（80%–100%）" in bench.screen
        await bench.enter("达成")
        assert "【得分比例】" in bench.screen
        await bench.type("70")
        assert "不在“达成”的 80%–100% 之内" in bench.screen
        await bench.press("ctrl+a", "ctrl+k")
        await bench.enter("90")
        row = bench.row_of("委员履职能力提升")
        assert "达成" in row
        assert row.rstrip().endswith("27.00")


async def test_a_share_outside_its_band_asks_before_it_is_kept_and_its_doubt_leads_back_to_it(
    known: Path, start: Start
):
    async with start(known) as bench:
        await bench.press("enter", *["down"] * 6)
        await bench.enter("2", "85")
        assert bench.message.startswith(
            "没有保存：再按 Enter 照此保存，或改正。得分比例 85% 不在“部分达成”的"
        )
        assert "【得分比例】" in bench.screen
        await bench.press("enter")
        assert bench.message.startswith("已保存")
        book = bench.app.work.book
        assert book is not None
        doubt = next(one for one in book.score.findings if one.code == "share.outside")
        assert way_to(book.dossier, book.id, doubt.subject)[1].field == "share"


async def test_another_band_asks_for_a_share_that_fits_it(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", *["down"] * 6)
        await bench.enter("1", "90")
        await bench.press("up")
        await bench.enter("3")
        assert "未达成（0%–60%）" in bench.screen
        assert "【得分比例】" in bench.screen


async def test_tab_goes_through_reason_action_and_evidence_of_a_row(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", *["down"] * 4)
        await bench.type("90")
        await bench.press("tab")
        await bench.type("人员不足")
        await bench.press("tab")
        await bench.type("补充人员")
        await bench.press("tab")
        await bench.type("台账")
        await bench.press("shift+tab", "shift+tab")
        assert bench.bar.entering.value == "人员不足"
        assert "佐证材料（有）" in bench.screen
        await bench.press("down")
        assert "11.84" in bench.row_of("完成率")
        book = bench.app.work.book
        assert book is not None
        row = bench.app.work.rows[4]
        assert [book.value(row.at(field)) for field in row.fields[1:4]] == ["人员不足", "补充人员", "台账"]


async def test_escape_restores_what_was_recorded(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.enter("3次")
        await bench.press("up")
        await bench.type("999")
        await bench.press("escape")
        assert bench.bar.entering.value == "3次"
        assert bench.app.focused is bench.bar.entering
        await bench.press("escape")
        assert bench.app.focused is bench.app.work.query_one(DepartmentTree)
        assert "3次" in bench.row_of("会议培训次数")


async def test_a_text_that_cannot_be_read_stays_and_the_reason_is_said(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.enter("三四次吧")
        assert bench.bar.entering.value == "三四次吧"
        assert bench.message.startswith("没有保存：")
        await bench.press("f9", "ctrl+down", "f7")
        assert bench.bar.entering.value == "三四次吧"
        await bench.press("ctrl+q")
        assert bench.app.is_running
        await bench.press("escape")
        assert bench.bar.entering.value == ""


async def test_all_the_money_is_on_a_page_of_its_own(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "f9")
        assert "年初预算数" in bench.screen
        await bench.enter("150", "150")
        await bench.press(*["down"] * 15)
        assert "6月底" in bench.screen
        await bench.press("up", "up", "up", "up", "up")
        await bench.enter("138.6")
        assert "执行率 96.92%" in bench.screen
        book = bench.app.work.book
        assert book is not None
        assert str(book.value(Subject(PROJECT, field="money.initial.fiscal"))) == "150"
        await bench.press("f9")
        assert "会议培训次数" in bench.screen


async def test_the_execution_rate_moves_while_the_amount_is_typed(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter("143")
        await bench.type("71.5")
        assert "执行率 50.00%" in bench.screen
        await bench.type("0")
        assert "71.50 万元" in bench.screen


async def test_the_next_project_is_one_key_away_while_figures_are_entered(known: Path, start: Start):
    async with start(known, (120, 34)) as bench:
        await bench.press("enter")
        await bench.enter("143")
        await bench.press("ctrl+down")
        assert bench.app.work.place is not None
        assert bench.app.work.place.year == 2020
        assert bench.message == "已保存：全年预算数 空 → 143"
        assert "基本支出预算数" in bench.screen
        await bench.press("ctrl+up")
        assert "143" in bench.row_of("全年预算数")


async def test_the_department_has_a_table_of_its_own_objectives(known: Path, start: Start):
    async with start(known, (160, 40)) as bench:
        await bench.press("up", "enter")
        assert bench.app.focused is bench.bar.entering
        assert "部门目标 未录入" in bench.screen
        await bench.enter("500", "480", "143", "138.6")
        await bench.press(*["down"] * 5)
        await bench.type("95%")
        assert "得分" in bench.screen
        await bench.press("enter")
        assert "部门目标 录入中 1/10" in bench.screen


async def test_the_scorecards_are_written_where_the_person_says(known: Path, tmp_path: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f6", "f2")
        await bench.press("ctrl+a", "ctrl+k")
        await bench.enter(str(tmp_path / "交表"))
        assert "已写出文件 1 个" in bench.screen
        assert [path.suffix for path in (tmp_path / "交表").iterdir()] == [".xlsx"]


async def test_leaving_keeps_what_is_still_being_typed(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.type("3次")
        await bench.press("ctrl+q")
        assert not bench.app.is_running
    with open_desk(known) as desk:
        dossier = desk.dossier("131001", 2022)
        actuals = [outcome.actual for outcome in dossier.outcomes.indicators.values()]
        assert [actual.text for actual in actuals if actual] == ["3次"]


async def test_ctrl_c_says_how_to_leave(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("ctrl+c")
        assert bench.message == "按 Ctrl+Q 退出"


async def test_a_command_is_found_by_name_in_the_palette(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("ctrl+p")
        await bench.enter("依据")
        assert "得分依据" in bench.screen
        assert "项目总分 专项运转保障经费" in bench.screen


async def test_help_says_how_the_field_at_the_cursor_is_filled_in(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "f1")
        assert "当前：会议培训次数，实际完成值" in bench.screen
        assert "单位 次" in bench.screen
        await bench.press("escape")
        assert bench.app.focused is bench.bar.entering


async def test_the_mouse_does_what_the_keys_do(known: Path, start: Start):
    async with start(known, (120, 34)) as bench:
        await bench.pilot.click("#tree", offset=(6, 1))
        await bench.settle()
        await bench.pilot.click("#sheet", offset=(14, 5))
        await bench.settle()
        assert bench.bar.at is not None
        assert bench.bar.at.row.subject.indicator is not None
        assert bench.bar.at.row.subject.indicator.name == "完成率"
        assert bench.app.focused is bench.bar.entering
        keys = next(line for line in bench.lines if "F1 帮助" in line)
        await bench.pilot.click("#keys", offset=(keys.encode("gbk").index("F1".encode("gbk")), 0))
        await bench.settle()
        assert "光标所在处" in bench.screen


async def test_f2_goes_on_with_what_is_recorded_instead_of_typing_over_it(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter("143")
        await bench.press("up", "f2")
        await bench.enter(".5")
        assert "143.5" in bench.row_of("全年预算数")


async def test_a_page_of_rows_is_one_key(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "f9", "pagedown")
        assert bench.sheet.cursor_row == bench.sheet.page
        await bench.press("pagedown")
        assert bench.sheet.cursor_row == len(bench.app.work.rows) - 1
        await bench.press("pageup", "pageup")
        assert bench.sheet.cursor_row == 0


async def test_what_belongs_to_a_project_beside_its_indicators_stands_on_the_page_of_its_money(
    known: Path, start: Start
):
    async with start(known) as bench:
        await bench.press("enter", "f9", *["down"] * 20)
        assert "1 已完成  2 未完成" in bench.screen
        await bench.enter("1")
        assert "年内已完成" in bench.row_of("是否已完成")
        assert "1 不另计预算执行率  2 折算" in bench.screen
        await bench.enter("2")
        assert "折算" in bench.row_of("分值合计为100时")
        await bench.enter("60", "全年培训三次")
        book = bench.app.work.book
        assert book is not None
        fields = ("completion", "weight_choice", "mean_weight", "achieved")
        values = [book.value(Subject(PROJECT, field=field)) for field in fields]
        assert values == ["finished", "scale", 60, "全年培训三次"]
        await bench.press("up", "up", "up")
        assert bench.bar.entering.value == "折算"
        await bench.press("up")
        assert bench.bar.entering.value == "已完成"


async def test_the_reason_for_little_spending_is_one_tab_from_what_was_spent(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down")
        await bench.type("50")
        await bench.press("tab")
        await bench.enter("项目推迟到下年")
        book = bench.app.work.book
        assert book is not None
        assert book.value(Subject(PROJECT, field="execution_reason")) == "项目推迟到下年"
        assert "50" in bench.row_of("全年执行数")


async def test_a_department_has_weights_of_objectives_and_people_on_its_second_page(
    known: Path, start: Start
):
    async with start(known, (120, 40)) as bench:
        await bench.press("up", "f9", "enter", *["down"] * 4)
        assert "1 已完成  2 未完成" in bench.screen
        await bench.enter("1")
        assert "目标权重" in bench.screen
        assert "填报人" in bench.screen
        await bench.enter("60")
        assert bench.message.startswith("已保存：")
        assert "。提醒：只给了部分目标的权重，“" in bench.message
        await bench.enter("0")
        assert bench.message.startswith("没有保存：")
        await bench.press("escape", *["down"] * 20)
        await bench.enter("2023年1月")
        book = bench.app.work.book
        assert book is not None
        whole = book.dossier.outcomes.department
        assert list(whole.objective_weights.values()) == [60]
        assert whole.people.prepared_on == "2023年1月"
        assert whole.completion is Completion.FINISHED
        await bench.press("ctrl+z", "f9")
        assert "基本支出预算数" in bench.screen


async def test_an_indicator_takes_points_and_score_steps_of_its_own(known: Path, start: Start):
    async with start(known, (120, 34)) as bench:
        await bench.press("enter")
        await bench.enter("143", "143", "3次")
        await bench.press("up", *["tab"] * 7)
        assert "【分值】" in bench.screen
        await bench.type("20")
        await bench.press("tab")
        assert bench.message.startswith("已保存：会议培训次数·分值 空 → 20。错误：有 5 个指标没有分值")
        await bench.type("≥4次 得10分，≥3次 得6分，<3次 不得分")
        assert "没有保存" not in bench.screen
        await bench.press("enter")
        row = bench.app.work.rows[2]
        book = bench.app.work.book
        assert book is not None
        assert book.value(row.at("weight")) == 20
        assert book.dossier.outcomes.indicators[row.indicator.key].steps is not None  # type: ignore[union-attr]
        line = book.standing(PROJECT).lines[row.indicator.key]  # type: ignore[union-attr]
        assert line.score.value == 12


async def test_an_indicator_that_does_not_apply_is_led_from_its_actual_to_reason_and_state(
    known: Path, start: Start
):
    async with start(known, (120, 34)) as bench:
        await bench.press("enter", *["down"] * 2)
        await bench.enter("不适用")
        assert bench.message.startswith(
            "没有保存：先按 Esc 还原；不适用的，请先填写原因，再在“是否适用”一栏填写不适用"
        )
        await bench.press("escape", *["tab"] * 4)
        assert "【是否适用】" in bench.screen
        assert "1 适用  2 不适用；不适用的，先填写“偏差原因”" in bench.screen
        await bench.enter("2")
        assert bench.message == "没有保存：先按 Esc 还原；不适用要写明原因，请先填写“偏差原因”"
        await bench.press("escape", *["shift+tab"] * 3)
        await bench.type("会议取消")
        await bench.press(*["tab"] * 3)
        await bench.enter("不适用")
        assert bench.message == "已保存：会议培训次数·是否适用 适用 → 不适用"
        assert "不适用" in bench.row_of("会议培训次数")
        assert bench.row_of("会议培训次数").split()[-1] == "不计"
        await bench.press("up", *["tab"] * 4)
        assert "不适用  不计分  总分" in bench.screen
        await bench.press(*["shift+tab"] * 4)
        await bench.enter("3次")
        row = bench.app.work.rows[2]
        book = bench.app.work.book
        assert book is not None
        assert book.value(row.at("state")) is None
        assert "3次" in bench.row_of("会议培训次数")


async def test_a_project_without_a_budget_is_led_from_what_was_spent_to_the_state_of_its_rate(
    known: Path, start: Start
):
    async with start(known, (120, 34)) as bench:
        await bench.press("enter")
        await bench.enter("0", "不适用")
        assert "再在“预算执行率是否适用”一栏填写不适用" in bench.message
        await bench.press("escape", "tab")
        await bench.type("预算收回")
        await bench.press("tab")
        await bench.enter("2")
        book = bench.app.work.book
        assert book is not None
        assert book.value(Subject(PROJECT, field="execution")) is State.NOT_APPLICABLE


async def test_what_came_from_a_form_is_taken_back_by_the_name_of_its_file(known: Path, start: Start):
    with open_desk(known) as desk:
        project = desk.dossier("131001", 2022).department.projects[0]
        subject = Subject(project.code, field="reason")
        desk.submit("131001", 2022, [ops.Edit(subject, None, "疫情")], "collect", who="李四.xlsx").result()
    async with start(known, (120, 30)) as bench:
        await bench.press("ctrl+z")
        assert bench.message.startswith("撤销：从 李四.xlsx 收回的 ")
