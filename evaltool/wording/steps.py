"""Steps of working, as sentences. Facts stand in braces; figures come exact, as typed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

STEPS: Mapping[str, str] = MappingProxyType(
    {
        # one line
        "convert": N_("单位换算：{figure}{unit} = {converted}{to}"),
        "negative_actual": N_("实际完成值为负，按 0 计算"),
        "forward.met": N_("实际 {actual} 达到指标值 {target}，得满分 {weight}"),
        "forward.short": N_("{weight} × {actual} ÷ {target} = {points}"),
        "forward.gate": N_("{weight} ×（{actual} ÷ {target} - {gate}）÷（1 - {gate}），不低于 0：{points}"),
        "reverse.met": N_("实际 {actual} 未超过指标值 {target}，得满分 {weight}"),
        "reverse.ratio": N_("{weight} × {target} ÷ {actual} = {points}"),
        "reverse.linear": N_("{weight} ×（1 -（{actual} - {target}）÷ {target}），不低于 0：{points}"),
        "zero_target.met": N_("指标值为 0，实际 {actual}，达到，得满分 {weight}"),
        "zero_target.missed": N_("指标值为 0，实际 {actual}，未达到，不得分"),
        "tolerance.met": N_("实际 {actual} 在 {lower} 至 {upper} 之内，得满分 {weight}"),
        "tolerance.missed": N_("实际 {actual} 不在 {lower} 至 {upper} 之内，不得分"),
        "between.inside": N_("实际 {actual} 在 {lower} 至 {upper} 之内，得满分 {weight}"),
        "between.below": N_("低于下限：{weight} × {actual} ÷ {lower} = {points}"),
        "between.above": N_("实际 {actual} 高于上限 {upper}，得满分 {weight}，并提示"),
        "due_date.met": N_("{actual} 完成，不晚于 {target}，得满分 {weight}"),
        "due_date.missed": N_("{actual} 完成，晚于 {target}，不得分"),
        "yes_no.met": N_("实际为“{actual}”，得满分 {weight}"),
        "yes_no.missed": N_("实际为“{actual}”，不得分"),
        "qualitative": N_("{band}（{low}%–{high}%），得分比例 {share}%：{weight} × {share}% = {points}"),
        "qualitative.open": N_("{band}（{low}%–{high}%），尚未确定得分比例，得分在该档区间内"),
        "round": N_("四舍五入：{exact} → {score}"),
        "override": N_("人工评分 {score}（{who}）：{reason}"),
        "waiting": N_("尚未录入实际完成值，得分在 0 与 {weight} 之间"),
        "unread": N_("指标值尚待人工判读，暂不评分"),
        "actual_unread": N_("实际完成值无法识别，暂不评分"),
        "unit": N_("实际完成值与指标值的单位不能比较，暂不评分"),
        "negative_target": N_("指标值为负，不评分"),
        "not_applicable": N_("不适用：{reason}"),
        # execution
        "execution": N_("预算执行率：{weight} × min(1, {spent} ÷ {budget}) = {points}"),
        "execution.declared_budget": N_("未录入全年预算数，以申报的预算数 {budget} 万元代替"),
        "execution.waiting": N_("预算数或执行数未录入，得分在 0 与 {weight} 之间"),
        "execution.zero_budget": N_("预算数为 0，执行率无法计算，暂不评分"),
        "execution.negative": N_("预算数或执行数为负，执行率无法计算，暂不评分"),
        "execution.not_applicable": N_("预算执行率不适用：{reason}"),
        # weights
        "weights.declared": N_("采用申报的分值，合计 {sum}"),
        "weights.no_execution": N_("申报的分值合计 {sum}，按人工选择不另计预算执行率"),
        "weights.scaled": N_("申报的分值合计 {sum}，按人工选择折算为 {to}"),
        "weights.inside": N_("{level}并入{inside}计分"),
        "weights.absent_to": N_("无{level}，其 {points} 分并入{to}"),
        "weights.absent": N_("无{level}，其 {points} 分按比例分给已有的一级指标"),
        "weights.execution_spread": N_("预算执行率不适用，其 {points} 分按比例分给一级指标"),
        "weights.spread": N_("{level} {points} 分，平均分给 {count} 个三级指标"),
        # totals
        "total": N_("各行得分合计 {low}，可得分 {available}"),
        "total.open": N_("尚有未确定的得分：合计在 {low} 与 {high} 之间"),
        "total.rescaled": N_("不适用的指标不计入：{low} ÷ {available} × 100 = {score}"),
        "total.rescaled_open": N_(
            "不适用的指标不计入，可得分 {available}，折算后在 {score} 与 {score_high} 之间"
        ),
        "total.unsettled": N_("分值尚未确定，暂无总分"),
        "total.nothing": N_("没有计分的指标，暂无总分"),
        "project.not_applicable": N_("项目不适用：{reason}"),
        # the department
        "department.weighted_mean": N_("{projects} 个项目以预算 {budget} 万元加权：{low}"),
        "department.weighted_mean_open": N_("{projects} 个项目以预算 {budget} 万元加权：{low} 至 {high}"),
        "department.no_project": N_("没有可计分的项目"),
        "department.no_budget": N_("缺少预算数的项目：{project}"),
        "department.zero_budget": N_("各项目预算数合计为 0"),
        "department.no_measurable": N_("部门绩效目标中没有可衡量的内容"),
        "department.no_actual": N_("部门绩效目标的 {count} 项可衡量内容均未录入实际完成值"),
        "department.no_money": N_("未录入部门的基本支出和项目支出（预算数、执行数）"),
        "department.own_objectives": N_(
            "{objectives} 个目标、{clauses} 项内容，共 {points} 分，另加预算执行率"
        ),
    }
)
