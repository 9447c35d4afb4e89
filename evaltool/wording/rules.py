"""The rules that a line can be scored by: what each is called, and how it computes, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

RULES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "forward": (
            N_("正向指标，按比例计分"),
            N_("达到指标值得满分；未达到的，得分 = 分值 × 实际完成值 ÷ 指标值"),
        ),
        "forward.gate": (
            N_("正向指标，及格线以上按比例计分"),
            N_("达到指标值得满分；未达到的，得分 = 分值 ×（完成率 - 及格线）÷（1 - 及格线），不低于 0"),
        ),
        "forward.whole": (N_("正向指标，达到得满分"), N_("达到指标值得满分，未达到不得分")),
        "reverse.ratio": (
            N_("反向指标，按比值计分"),
            N_("不超过指标值得满分；超过的，得分 = 分值 × 指标值 ÷ 实际完成值"),
        ),
        "reverse.linear": (
            N_("反向指标，按超出幅度计分"),
            N_("不超过指标值得满分；超过的，得分 = 分值 ×（1 - 超出部分 ÷ 指标值），不低于 0"),
        ),
        "reverse.per_unit": (
            N_("反向指标，每超出一个单位扣分"),
            N_("不超过指标值得满分；超过的，得分 = 分值 - 每单位扣分 × 超出部分，不低于 0"),
        ),
        "reverse.met_or_nothing": (
            N_("反向指标，不超过得满分"),
            N_("不超过指标值得满分，超过不得分"),
        ),
        "zero_target": (N_("指标值为 0"), N_("达到得满分，未达到不得分；不按比例计算")),
        "tolerance": (N_("允许偏差"), N_("在允许的范围之内得满分，之外不得分")),
        "between": (
            N_("区间指标，低于下限按比例计分"),
            N_("在区间之内得满分；低于下限的，得分 = 分值 × 实际完成值 ÷ 下限；高于上限得满分，并提示"),
        ),
        "between.whole": (N_("区间指标"), N_("在区间之内得满分，之外不得分")),
        "due_date": (N_("时限指标"), N_("按期完成得满分，逾期的按评分规则扣分或不得分")),
        "yes_no": (N_("是否类指标"), N_("做到得满分，未做到不得分")),
        "qualitative": (N_("定性指标，分三档"), N_("得分 = 分值 × 档内的得分比例")),
        "steps.printed": (N_("指标自带的计分档次"), N_("达到哪一档，得哪一档的分")),
        "steps.named": (N_("按指标名称规定的计分档次"), N_("达到哪一档，得哪一档的分")),
        "steps.satisfaction": (N_("满意度的计分档次"), N_("达到哪一档，得哪一档的分")),
        "execution": (N_("预算执行率，按比例计分"), N_("得分 = 分值 × 执行数 ÷ 预算数，不超过分值")),
        "execution.steps": (N_("预算执行率，按档计分"), N_("执行率达到哪一档，得哪一档的分")),
        "waiting": (N_("尚未录入，还没有用上规则"), ""),
        "unread": (N_("指标值尚待人工判读，还没有用上规则"), ""),
        "actual_unread": (N_("实际完成值无法识别，还没有用上规则"), ""),
        "unit": (N_("单位不能比较，还没有用上规则"), ""),
        "negative_target": (N_("指标值为负，没有可用的规则"), ""),
        "not_applicable": (N_("不适用，不计分"), ""),
    }
)
