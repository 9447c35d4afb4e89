"""Words that people choose in a form and formulas compare with: those that a table of actuals knows too.

They are the same in every language, as what comes back is read by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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

BEYOND = "见程序计算"
"""A score that no formula can say exactly."""

UNREAD = "待核实"
"""The target has to be read by a person first."""

UNSETTLED = "分值未定"
SHARE_OPEN = "待填比例"
SHARE_OUTSIDE = "比例超档"
NO_DATA = "无数据"
OPEN = "待定"
TOO_LITTLE = "未录入"
UNSCORED = "不计分"
