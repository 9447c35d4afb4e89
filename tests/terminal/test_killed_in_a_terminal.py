"""A day's work in a real terminal: two undos, a machine that fails in the middle, and a reopening."""

from __future__ import annotations

from tmux_pane import Open

from evaltool import operations as ops

JULU = ops.examples()[0].document


def test_what_was_said_to_be_saved_is_there_after_a_kill(run: Open):
    run("import", str(JULU), "--yes").wait_for_end()
    pane = run()
    pane.wait_for("专项运转保障经费", "预算 143.00", "已打开工作区")
    pane.press("enter")
    pane.wait_for("Enter 保存")
    for typed, kept in (("143", "143"), ("138.6", "138.6"), ("3次", "3次"), ("96", "96%")):
        pane.type(typed)
        pane.press("enter")
        pane.wait_for("已保存", f"空 → {kept}")
    for undone in ("96% → 空", "3次 → 空"):
        pane.press("ctrl+z")
        pane.wait_for("撤销", undone)
    pane.press("ctrl+y")
    pane.wait_for("重做", "空 → 3次")
    pane.type("9")
    pane.kill()

    again = run()
    again.wait_for("录入中 1/6")
    again.press("enter")
    shown = again.wait_for("138.6", "3次", "9.69")
    assert "96%" not in shown
    again.press("ctrl+z")
    again.wait_for("撤销", "3次 → 空")
    again.press("ctrl+q")
    again.wait_for_end()
