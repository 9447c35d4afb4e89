"""Help at the cursor: how this field is filled in, then every key, then what was said last."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget

from evaltool import wording
from evaltool.language import N_, _
from evaltool.tui import words
from evaltool.tui.cells import cells, pad
from evaltool.tui.commands import APART, COMMANDS, WHERE, Where, as_bound, help_of, keys_of
from evaltool.tui.field import Field
from evaltool.tui.hints import hint
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section

HERE = {
    Where.TREE: N_("左边是单位（年度）和项目，右边是它的表格。上下移动，Enter 进入表格。"),
    Where.TABLE: N_(
        "一行是一个指标或一笔资金。直接输入，Enter 保存并到下一行，Tab 到这一行的下一项，"
        "Esc 还原或回到左边。输入时下面随时显示读法和得分。从表格软件复制的一列，可以粘贴在一行的第一项："
        "逐行对应光标以下各行，看过之后一次录入。"
    ),
    Where.REVIEW: N_(
        "左边是单位和项目，右边是读到的内容：原文在左，读作在右。Enter 进入表格；直接输入更正，"
        "Enter 到下一行，Tab 到这一行的下一项。Ctrl+S 看清变化再采用；"
        "Esc 还原、回到左边，在左边再按则不采用。"
    ),
    Where.DECLARE: N_(
        "左边是单位、目标和项目，右边是它们的内容和指标。Enter 进入表格，直接输入，Enter 保存并到下一行，"
        "Tab 到这一行的下一项。Ctrl+N 在光标处新增：新指标沿用上一行的级次，输入名称、指标值、分值即可。"
        "上方随时显示距 100 分还差多少。每一处改动随即保存，Ctrl+Z 撤销；Esc 回到左边，再按回到工作界面。"
    ),
    Where.ANYWHERE: N_("按 F7 导入绩效目标表或自评表，按 Ctrl+Q 退出。"),
}


class HelpScreen(Dialog[None]):
    """One page."""

    def __init__(self, where: Where, at: Field | None, said: Sequence[str]) -> None:
        super().__init__(_("帮助"), _("上下翻看，Esc 返回"))
        self._where = where
        self._at = at
        self._said = said

    def body(self) -> list[Widget]:
        """The page."""
        said = [Line(text) for text in reversed(self._said)]
        sections = [self._here(), _keys(self._where), *([Section(_("最近的提示"), said)] if said else [])]
        return [Page(sections)]

    def _here(self) -> Section:
        lines = [as_bound(_(HERE[self._where]), *_places(self._where))]
        if self._at is not None and self._where is Where.TABLE:
            name, field = words.row_name(self._at.row), wording.field_name(self._at.name)
            lines.append(_("当前：{name}，{field}").format(name=name, field=field))
            lines.append(hint(self._at.book, self._at.row, self._at.name))
            if self._at.row.indicator is not None and self._at.row.indicator.description:
                lines.append(_("指标描述：{text}").format(text=self._at.row.indicator.description))
        return Section(_("光标所在处"), [Line(line) for line in lines])


def _places(here: Where) -> tuple[Where, ...]:
    """The places whose keys hold here."""
    return (here, Where.TABLE) if here in APART else (here,)


def _keys(here: Where) -> Section:
    """All keys; on a screen apart only those that hold there."""
    lines: list[Line] = []
    widest = max(cells(keys_of(command)) for command in COMMANDS)
    for where in _places(here) if here in APART else WHERE:
        lines.append(Line(_(WHERE[where])))
        for command in COMMANDS:
            if command.where is where:
                said = _("{name}：{help}").format(name=_(command.name), help=help_of(command))
                lines.append(Line(said, 2, pad(keys_of(command), widest + 2)))
    return Section(_("按键"), lines)
