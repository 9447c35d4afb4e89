"""The clauses of a rulebook by name, as a finance bureau would say them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

CLAUSES: Mapping[str, str] = MappingProxyType(
    {
        "execution.points": N_("预算执行率分值"),
        "execution.method": N_("预算执行率计分方法"),
        "execution.steps": N_("预算执行率计分档次"),
        "execution.finished": N_("项目完成且未超预算时的预算执行率得分"),
        "execution.budget": N_("预算执行率所用的预算数"),
        "execution.unrecorded_budget": N_("未填全年预算数时的处理"),
        "execution.zero_budget": N_("预算数为 0 时的处理"),
        "execution.not_applicable": N_("预算执行率不适用时其分值的处理"),
        "execution.reason_below": N_("预算执行率低于多少须说明原因（%）"),
        "weights.levels": N_("一级指标分值"),
        "weights.absent": N_("缺少的一级指标其分值的处理"),
        "weights.absent_to": N_("缺少的一级指标其分值并入"),
        "weights.inside": N_("并入其他一级指标计分的一级指标"),
        "weights.spread": N_("未申报分值时三级指标的分值"),
        "weights.declared": N_("已申报的分值"),
        "weights.not_applicable": N_("不适用的指标其分值的处理"),
        "quantitative.forward": N_("正向指标未完成时的计分方法"),
        "quantitative.gate": N_("正向指标的及格线（%）"),
        "quantitative.reverse": N_("反向指标超出时的计分方法"),
        "quantitative.reverse_deduct": N_("反向指标每超出一个单位扣分"),
        "quantitative.strict": N_("“大于”“小于”的读法"),
        "quantitative.missed_equal_cost": N_("成本指标写作“等于”而超出时的计分方法"),
        "quantitative.zero_target": N_("指标值为 0 时的计分方法"),
        "quantitative.negative_actual": N_("实际完成值为负时的处理"),
        "quantitative.between": N_("区间指标的计分方法"),
        "quantitative.tolerance": N_("允许偏差指标的计分方法"),
        "steps.printed": N_("指标自带的计分档次"),
        "steps.named": N_("按指标名称规定的计分档次"),
        "steps.satisfaction": N_("满意度指标计分方法"),
        "steps.satisfaction_steps": N_("满意度指标计分档次"),
        "other.yes_no": N_("是否类指标的计分方法"),
        "other.due_date": N_("时限指标的计分方法"),
        "other.late_deduct": N_("每逾期一天扣分"),
        "other.bands": N_("定性指标三档的比例下限（%）"),
        "over.points": N_("超额完成时的得分"),
        "over.reduce_beyond": N_("超额完成超过多少开始调减（%）"),
        "over.deduct_from": N_("超额完成达到多少扣分（%）"),
        "over.deduct_points": N_("超额完成扣分"),
        "over.note_from": N_("超额完成达到多少给出提示（%）"),
        "over.reason_from": N_("超额完成达到多少须说明原因（%）"),
        "rounding.places": N_("得分的小数位数"),
        "rounding.mode": N_("舍入方法"),
        "rounding.point": N_("舍入环节"),
        "total.caps": N_("总分按预算执行率封顶"),
        "grades.limits": N_("等级的分数线"),
        "department.headline": N_("部门得分采用的方法"),
        "department.own_points": N_("部门自身目标的分值"),
        "department.goal_points": N_("按目标计分时各目标合计的分值"),
        "department.objective_weights": N_("部门各目标的权重"),
        "department.overall_clauses": N_("部门总体目标中可衡量内容的处理"),
        "checks.severity": N_("疑点的轻重"),
        "lexicon.less_is_better": N_("表示越低越好的词"),
        "lexicon.more_is_better": N_("表示越高越好的词"),
    }
)
"""A name for every clause of the schema; a test sees to it."""
