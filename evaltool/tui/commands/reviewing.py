"""The commands of the screen that shows what a document says, before it is adopted."""

from __future__ import annotations

from evaltool.language import N_
from evaltool.tui.commands.kinds import Command, Where

REVIEWING = (
    Command(
        "adopt",
        ("ctrl+s",),
        N_("采用"),
        N_("看清采用后会有什么变化，再确认采用"),
        Where.REVIEW,
        2,
        listed=False,
    ),
    Command("help", ("f1",), N_("帮助"), N_("核对时有哪些按键"), Where.REVIEW, 8, listed=False),
    Command("edit", ("f2",), N_("更正"), N_("接着原来的文字更正"), Where.REVIEW, 9, listed=False),
    Command(
        "choose",
        ("f4",),
        N_("择一"),
        N_("同名指标的指标值互不相同时，采用其中一个或都保留"),
        Where.REVIEW,
        5,
        listed=False,
    ),
    Command(
        "check",
        ("f5",),
        N_("疑点"),
        N_("这份文本的全部疑点，到它所在的地方去"),
        Where.REVIEW,
        4,
        listed=False,
    ),
    Command(
        "targets_only",
        ("f6",),
        N_("只取目标"),
        N_("不采用文本中的完成情况，只取绩效目标；再按一次恢复"),
        Where.REVIEW,
        7,
        listed=False,
    ),
    Command(
        "leave_out",
        ("f8",),
        N_("取舍"),
        N_("不采用光标所在的指标或项目；再按一次恢复"),
        Where.REVIEW,
        3,
        listed=False,
    ),
    Command(
        "again",
        ("f9",),
        N_("沿用"),
        N_("沿用这份文本以前导入时的更正和取舍，原文已变的除外"),
        Where.REVIEW,
        10,
        listed=False,
    ),
    Command("undo", ("ctrl+z",), N_("撤回"), N_("撤回刚才的更正或取舍"), Where.REVIEW, 6, listed=False),
    Command("next_project", ("ctrl+down",), N_("下一个"), N_("到下一个项目"), Where.REVIEW, listed=False),
    Command("previous_project", ("ctrl+up",), N_("上一个"), N_("到上一个项目"), Where.REVIEW, listed=False),
    Command("quit", ("ctrl+q",), N_("退出"), N_("不采用，离开程序"), Where.REVIEW, listed=False),
)
