"""The commands of the screen for declaring by hand: a department, its objectives, projects and indicators."""

from __future__ import annotations

from evaltool.language import N_
from evaltool.tui.commands.kinds import Command, Where

DECLARING = (
    Command(
        "add",
        ("ctrl+n",),
        N_("新增"),
        N_("在表格里新增一个指标，沿用光标所在行的级次；在左边新增项目、目标或单位"),
        Where.DECLARE,
        3,
        listed=False,
    ),
    Command(
        "remove_here",
        ("f8",),
        N_("删除"),
        N_("删除光标所在的指标、项目或目标；已有录入内容的先问"),
        Where.DECLARE,
        4,
        listed=False,
    ),
    Command(
        "spread",
        ("f6",),
        N_("均分"),
        N_("按评分规则把分值平均分给各级指标，合计 100 分；可以撤销"),
        Where.DECLARE,
        5,
        listed=False,
    ),
    Command(
        "copy_project",
        ("f7",),
        N_("复制"),
        N_("复制往年或其他单位的项目，完成情况留空"),
        Where.DECLARE,
        6,
        listed=False,
    ),
    Command("help", ("f1",), N_("帮助"), N_("编制时有哪些按键"), Where.DECLARE, 8, listed=False),
    Command("edit", ("f2",), N_("修改"), N_("接着原来的文字修改"), Where.DECLARE, 9, listed=False),
    Command(
        "undo",
        ("ctrl+z",),
        N_("撤销"),
        N_("撤销上一次操作，并说明撤销了什么"),
        Where.DECLARE,
        7,
        listed=False,
    ),
    Command("redo", ("ctrl+y",), N_("重做"), N_("重做刚才撤销的操作"), Where.DECLARE, 10, listed=False),
    Command(
        "next_project", ("ctrl+down",), N_("下一个"), N_("到下一个项目或目标"), Where.DECLARE, listed=False
    ),
    Command(
        "previous_project", ("ctrl+up",), N_("上一个"), N_("到上一个项目或目标"), Where.DECLARE, listed=False
    ),
    Command("quit", ("ctrl+q",), N_("退出"), N_("存完之后离开"), Where.DECLARE, listed=False),
)
