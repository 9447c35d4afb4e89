"""The one table of commands. Keys, the key bar, the palette, the help screen and README are all made of it.

Main actions have function keys or ctrl chords: a single letter never arrives while a Chinese input method is
on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from evaltool.language import N_, _


class Where(StrEnum):
    """Where a command can be given."""

    ANYWHERE = "anywhere"
    TREE = "tree"
    TABLE = "table"
    REVIEW = "review"
    """The screen that shows what a document says; of the other places only the table's keys hold there."""


WHERE = {
    Where.ANYWHERE: N_("任何地方"),
    Where.TREE: N_("单位与项目"),
    Where.TABLE: N_("表格与编辑栏"),
    Where.REVIEW: N_("导入时核对"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can order. `id` is the action's name.

    `bar` is its rank in the key bar, the smallest most wanted; 0 keeps it out. `listed`: in the palette.
    """

    id: str
    keys: tuple[str, ...]
    name: str
    help: str
    where: Where = Where.ANYWHERE
    bar: int = 0
    listed: bool = True


COMMANDS = (
    Command("help", ("f1",), N_("帮助"), N_("光标所在处怎么填，有哪些按键"), bar=1),
    Command("edit", ("f2",), N_("修改"), N_("接着原来的内容修改；直接输入会替换原来的内容"), bar=12),
    Command("scores", ("f3",), N_("汇总"), N_("部门的几种得分并列；项目和部门各级指标的得分与完成率"), bar=8),
    Command("why", ("f4",), N_("依据"), N_("光标所在行的得分是怎么算出来的，依据哪一条"), bar=4),
    Command("check", ("f5",), N_("疑点"), N_("交表前还有什么缺漏和可疑之处，到它所在的地方去"), bar=5),
    Command("report", ("f6",), N_("自评表"), N_("把当前单位的自评表写成 Excel 工作簿"), bar=6),
    Command("import", ("f7",), N_("导入"), N_("读入绩效目标表或自评表，核对、更正之后再采用"), bar=7),
    Command("rulebook", ("f8",), N_("规则"), N_("评分规则逐条的内容和依据；与另一套比较得分；换用"), bar=9),
    Command("money", ("f9",), N_("资金"), N_("在绩效指标与资金明细、完成情况、权重、填报人之间切换"), bar=10),
    Command("undo", ("ctrl+z",), N_("撤销"), N_("撤销上一次操作，并说明撤销了什么"), bar=3),
    Command("redo", ("ctrl+y",), N_("重做"), N_("重做刚才撤销的操作"), bar=13),
    Command("retry", ("ctrl+s",), N_("重试保存"), N_("再次保存没有存下来的内容"), bar=15),
    Command("next_project", ("ctrl+down",), N_("下一个"), N_("到下一个项目或单位"), bar=14),
    Command("previous_project", ("ctrl+up",), N_("上一个"), N_("到上一个项目或单位")),
    Command("palette", ("ctrl+p",), N_("命令"), N_("按名称查找命令"), bar=11, listed=False),
    Command("quit", ("ctrl+q",), N_("退出"), N_("存完之后离开"), bar=2),
    Command("enter", ("enter", "right"), N_("进入"), N_("展开单位，或进入表格"), Where.TREE, 1, listed=False),
    Command("close", ("left",), N_("收起"), N_("收起单位，或回到项目的单位"), Where.TREE, listed=False),
    Command("toggle", ("space",), N_("展开收起"), N_("展开或收起单位"), Where.TREE, listed=False),
    Command("commit", ("enter",), N_("保存"), N_("保存，并到下一行"), Where.TABLE, 1, listed=False),
    Command(
        "next_field", ("tab",), N_("下一项"), N_("保存，并到这一行的下一项"), Where.TABLE, 2, listed=False
    ),
    Command(
        "previous_field",
        ("shift+tab",),
        N_("上一项"),
        N_("保存，并到这一行的上一项"),
        Where.TABLE,
        listed=False,
    ),
    Command("row_down", ("down",), N_("下一行"), N_("保存，并到下一行"), Where.TABLE, listed=False),
    Command("row_up", ("up",), N_("上一行"), N_("保存，并到上一行"), Where.TABLE, listed=False),
    Command("page_down", ("pagedown",), N_("下一页"), N_("保存，并往下翻一页"), Where.TABLE, listed=False),
    Command("page_up", ("pageup",), N_("上一页"), N_("保存，并往上翻一页"), Where.TABLE, listed=False),
    Command(
        "restore",
        ("escape",),
        N_("还原"),
        N_("还原；没有改动的，回到单位与项目"),
        Where.TABLE,
        3,
        listed=False,
    ),
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

NAMES = {"escape": "Esc", "pageup": "PageUp", "pagedown": "PageDown"}


def bindings(where: Where) -> list[BindingType]:
    """The bindings of one place, hidden from Textual's own footer, which is not used."""
    return [
        Binding(",".join(command.keys), command.id, show=False)
        for command in COMMANDS
        if command.where is where
    ]


def key_name(key: str) -> str:
    """A key as people call it: Ctrl+Z, F2, Esc."""
    parts = key.split("+")
    return "+".join(NAMES.get(part, part.capitalize()) for part in parts)


def keys_of(command: Command) -> str:
    """All keys of a command, as people call them."""
    return " / ".join(map(key_name, command.keys))


def first_key(command: Command) -> str:
    """The key that the key bar shows."""
    return key_name(command.keys[0])


def bar(where: Where) -> tuple[Command, ...]:
    """What the key bar offers in a place, most wanted first; a key that means something nearer goes first."""
    near = [command for command in COMMANDS if command.where is where and command.bar]
    everywhere = [
        command
        for command in COMMANDS
        if command.where is Where.ANYWHERE and command.bar and where is not Where.REVIEW
    ]
    ranked = [*sorted(near, key=lambda one: one.bar), *sorted(everywhere, key=lambda one: one.bar)]
    return tuple(ranked)


def key_table_markdown() -> str:
    """The table of keys as README prints it, in the language in use."""
    header = (_("按键"), _("命令"), _("在哪里"), _("作用"))
    lines = [f"| {' | '.join(header)} |", "|---|---|---|---|"]
    lines += [
        f"| {keys_of(command)} | {_(command.name)} | {_(WHERE[command.where])} | {_(command.help)} |"
        for command in COMMANDS
    ]
    return "\n".join(lines)
