"""The words of a form.

What people choose, and formulas compare with, is what a table of actuals knows too: it is the same in every
language, as what comes back is read by it. What stands for a result is in the language of the person who
sends the form out: nothing reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_
from scoring.model import Band, Completion, State

NOT_APPLICABLE, APPLIES = "不适用", "适用"
STATES: Mapping[State, str] = MappingProxyType({State.APPLIES: APPLIES, State.NOT_APPLICABLE: NOT_APPLICABLE})

BANDS: Mapping[Band, str] = MappingProxyType(
    {Band.MET: "达成", Band.PARTLY: "部分达成", Band.UNMET: "未达成"}
)
YES, NO = "是", "否"

FINISHED = "已完成"
COMPLETIONS: Mapping[Completion, str] = MappingProxyType(
    {Completion.FINISHED: FINISHED, Completion.UNFINISHED: "未完成"}
)

BEYOND = N_("见程序计算")
"""A score that no formula can say exactly."""

UNREAD = N_("待核实")
"""The target has to be read by a person first."""

UNSETTLED = N_("分值未定")
SHARE_OPEN = N_("待填比例")
SHARE_OUTSIDE = N_("比例超档")
NO_DATA = N_("无数据")
OPEN = N_("待定（{low}–{high}）")
TOO_LITTLE = N_("未录入")
UNSCORED = N_("不计分")
