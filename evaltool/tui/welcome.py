"""The first steps, said where there is nothing yet."""

from __future__ import annotations

from evaltool.language import _
from evaltool.tui.cells import pad
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.widgets.page import Line, Section

LEAD = 8
"""Cells of that column."""


def empty_workspace() -> Section:
    """How to begin in a workspace without departments."""
    return Section(
        _("工作区里还没有单位"),
        [
            Line(_("三种开始的办法，任选一种：")),
            Line(""),
            Line(
                _("导入绩效目标表或自评表（Word、Excel、WPS、PDF、网页或文本），核对后采用"), 2, _lead("F7")
            ),
            Line(_("没有文件的，自己编制：单位、目标、项目、指标和分值"), 2, _lead("Ctrl+D")),
            Line(_("退出后输入 evaltool demo，用两份已公开的绩效文本看一遍全过程"), 2, _lead("Ctrl+Q")),
            Line(""),
            Line(
                as_bound(
                    _("采用之后，左边是单位和项目，右边是指标：按 Enter 进入表格，逐行录入，得分随时显示。"),
                    Where.TREE,
                )
            ),
            Line(as_bound(_("录入的内容随时存盘。在任何地方按 F1，都能看到光标所在处怎么填。"))),
        ],
    )


def _lead(key: str) -> str:
    """The key that a line begins with, in a column of its own."""
    return pad(as_bound(key), LEAD)
