"""How a text was read: sentences for targets, actuals and amounts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

READINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # targets and figures
        "text.repaired": (N_("“{text}”像是几列连在了一起，读作 {read}"), N_("请与原文核对")),
        "text.unread": (N_("“{text}”无法判读"), N_("请人工核对后写明，如 ≥95%、4次、12月底前")),
        "text.blank": (N_("没有指标值"), N_("请补充")),
        "text.several": (N_("“{text}”中有不止一个数"), N_("请写明以哪个为准")),
        "text.contradiction": (N_("“{text}”前后的方向相反"), N_("请写明是不低于还是不高于")),
        "text.exponent": (N_("“{text}”是科学计数法，不作为数"), N_("请写成普通数字")),
        "text.too_long": (N_("“{text}”的有效数字超过 28 位"), N_("请核对数字")),
        "text.negative": (N_("“{text}”是负数"), N_("请核对正负号")),
        "text.bad_date": (N_("“{text}”中的日期不存在"), N_("请更正日期")),
        "text.no_year": (N_("“{text}”没有写年份，年度也不明"), N_("请补写年份")),
        "text.overlong": (N_("文字过长，未按指标值判读：“{text}”"), N_("请缩短")),
        "text.odd_digit": (N_("“{text}”中有特殊数字字符 {characters}，未作为数"), N_("请改用普通数字")),
        "text.doubled": (N_("“{text}”的数字可能重复，读作 {read}"), N_("请与原文核对")),
        "text.over_hundred": (N_("“{text}”高于 100%"), N_("请核对是否多写了数字")),
        "text.approximate": (N_("“{text}”写的是约数，读作 {read}"), N_("请写明确数")),
        "text.decline": (N_("“{text}”说的是下降，读作 {read}"), N_("请核对方向")),
        "text.no_figure": (N_("“{text}”有方向而没有数"), N_("请补写数字，或按定性指标评价")),
        "text.like_date": (N_("“{text}”既像日期又像数值，读作 {read}"), N_("请核对")),
        "text.before": (N_("“{text}”是否含当期不明确，读作 {read}"), N_("请写明到哪一天")),
        "text.reversed": (N_("“{text}”的上下限颠倒，读作 {read}"), N_("请核对上下限")),
        "text.unit_unknown": (N_("“{text}”的单位“{unit}”不认识"), N_("请核对单位")),
        "text.aside": (N_("“{text}”中“{aside}”未作为指标值的一部分"), ""),
        "text.strictness": (N_("“{text}”是否含端点写法不一，读作 {read}"), ""),
        "text.period": (N_("“{text}”是一段时间，以最后一天 {read} 为准"), ""),
        "text.numeral": (N_("“{text}”中的“{numeral}”未作为数"), ""),
        "text.none_allowed": (N_("“{text}”读作 {read}"), ""),
        # actuals
        "actual.unread": (N_("实际完成值“{text}”无法判读"), N_("请按指标值的写法填写")),
        "actual.ask_band": (N_("“{text}”属于哪一档不明确"), N_("请写 达成、部分达成 或 未达成")),
        "actual.sign": (N_("实际完成值“{text}”带有比较符号，读作 {read}"), N_("请只填实际数")),
        "actual.negative": (N_("实际完成值“{text}”是负数"), N_("请核对正负号")),
        "actual.echo": (N_("实际完成值“{text}”照抄了指标值"), N_("请核对是否为实际情况")),
        "actual.unit_completed": (N_("“{text}”读作 {read}"), ""),
        "actual.none": (N_("“{text}”读作 {read}"), ""),
        # amounts
        "amount.unread": (N_("金额“{text}”无法判读"), N_("请填数字，不写单位即为万元")),
        "amount.unit": (N_("“{text}”的单位“{unit}”不是金额单位"), N_("请用元、万元或亿元")),
        "amount.negative": (N_("金额“{text}”是负数"), N_("请核对正负号")),
        # score tables
        "steps.read": (N_("“{text}”作为该指标的评分标准，读作 {read}"), N_("请与原文核对")),
        "steps.unread": (
            N_("评分标准“{text}”无法判读，未采用"),
            N_("请逐档写明，如 ≥70%得3分，≥65%得1分，<65%不得分"),
        ),
    }
)
