"""Scoring again what somebody scored: verdicts as a reviewer prints them, and the sentences on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "not_checkable": N_("无法复核"),
        "agrees": N_("一致"),
        "met_but_deducted": N_("达标却扣分"),
        "missed_but_full": N_("未达标却满分"),
        "rounded": N_("按位数取舍一致"),
        "lower": N_("偏低"),
        "higher": N_("偏高"),
    }
)

REASONS: Mapping[str, str] = MappingProxyType(
    {
        # beside a figure
        "recheck.agrees": N_("按规则应得 {expected}，得分 {score}，一致"),
        "recheck.met_but_deducted": N_("按规则应得满分 {expected}，得分却为 {score}"),
        "recheck.missed_but_full": N_("按规则应得 {expected}，不到分值 {weight}，得分却为 {score}"),
        "recheck.rounded": N_("按规则应得 {expected}，得分 {score} 是减少小数位数的结果"),
        "recheck.lower": N_("按规则应得 {expected}，得分 {score} 偏低"),
        "recheck.higher": N_("按规则应得 {expected}，得分 {score} 偏高"),
        "recheck.outside_band": N_("所写的完成档次应得 {low} 至 {high}，得分 {score} 不在其中"),
        "recheck.total": N_("各行得分合计 {sum}，总分写作 {score}"),
        # why not
        "recheck.part": N_("分项只列示，不计分"),
        "recheck.shown": N_("只列示金额，此处不计分"),
        "recheck.no_target": N_("没有指标值"),
        "recheck.no_actual": N_("没有实际完成值"),
        "recheck.no_result": N_("公式没有计算结果，请用表格软件打开并保存后再试"),
        "recheck.no_weight": N_("没有可用的分值"),
        "recheck.no_score": N_("没有得分"),
        "recheck.no_sum": N_("各行得分不全，总分无从核对"),
        "recheck.no_figure": N_("按规则得不出确定的得分"),
        "recheck.target_unread": N_("指标值“{target}”无法判读"),
        "recheck.actual_unread": N_("实际完成值“{actual}”不能与指标值“{target}”比较"),
        "recheck.words": N_("指标值“{target}”、完成情况“{actual}”是文字，得分由人判断"),
        "recheck.amounts": N_("预算数“{target}”或执行数“{actual}”不是金额"),
        "recheck.unit.differs": N_("实际完成值的单位“{actual}”与指标值的单位“{target}”不能比较"),
        "recheck.unit.asks": N_("实际完成值的单位“{actual}”与指标值的单位“{target}”是否相同，无法确定"),
        "recheck.target.negative": N_("指标值“{text}”为负"),
        "recheck.execution.zero_budget": N_("预算数为 0，预算执行率无法计算"),
        "recheck.execution.negative": N_("预算数 {budget}、执行数 {spent} 中有负数"),
    }
)

DOUBTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "recheck.no_header": (
            N_("这不是评过分的表：没有找到“三级指标”“指标值”“实际完成值”“得分”等列"),
            N_("列名可用：项目名称、一级指标、二级指标、三级指标、年度指标值、实际完成值、分值、得分"),
        ),
        "recheck.header_twice": (N_("有两列的列名都是“{header}”，只读取第一列"), N_("请更正列名")),
        "recheck.below_zero": (N_("“{name}”得 {score} 分，低于 0 分"), N_("请更正得分")),
        "recheck.above_weight": (N_("“{name}”得 {score} 分，高于分值 {weight}"), N_("请更正得分")),
        "recheck.blank_but_full": (N_("“{name}”没有实际完成值，却得满分"), N_("请补充实际完成值")),
        "recheck.weights_sum": (N_("各行分值合计 {sum}，应为 {wanted}"), N_("请更正分值")),
        "recheck.level_sum": (N_("{level}各行分值合计 {sum}，表中写明为 {wanted}"), N_("请更正分值")),
        "recheck.weights_total": (N_("分值总计写作 {printed}，各行合计为 {sum}"), N_("请更正分值")),
        "recheck.total_differs": (N_("总分写作 {printed}，各行得分合计为 {sum}"), N_("请更正总分")),
        "recheck.shrunk_total": (
            N_("总分写作 {printed}，各行得分合计为 {sum}；得分似又乘了一次权重"),
            N_("得分已按分值给出的，不再乘以权重"),
        ),
        "recheck.shrunk": (
            N_("“{name}”得 {score} 分（分值 {weight}），折算得分却为 {converted}，权重乘了两次"),
            N_("单项得分应按百分制填写，再乘以权重"),
        ),
        "recheck.rate_differs": (
            N_("预算执行率写作 {printed}，按预算数 {budget}、执行数 {spent} 计算为 {rate}%"),
            N_("请更正预算执行率或金额"),
        ),
        "recheck.parts_differ": (N_("{kind}总额 {total}，分项合计 {parts}，两者不符"), N_("请核对金额")),
        "recheck.all_full": (N_("{count} 行全部得满分"), N_("请核对是否如实评分")),
    }
)
