"""Steps of working, as sentences. Facts stand in braces; figures come exact, as typed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_
from evaltool.wording.rechecking import REASONS

STEPS: Mapping[str, str] = MappingProxyType(
    {
        **REASONS,
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
        "due_date.met": N_("实际 {actual}，期限 {target}，按期，得满分 {weight}"),
        "due_date.missed": N_("实际 {actual}，期限 {target}，逾期，不得分"),
        "yes_no.met": N_("实际为“{actual}”，得满分 {weight}"),
        "yes_no.missed": N_("实际为“{actual}”，不得分"),
        "qualitative": N_("{band}（{low}%–{high}%），得分比例 {share}%：{weight} × {share}% = {points}"),
        "qualitative.open": N_("{band}（{low}%–{high}%），尚未确定得分比例，得分在该档区间内"),
        "forward.whole.met": N_("实际 {actual} 达到指标值 {target}，得满分 {weight}"),
        "forward.whole.missed": N_("实际 {actual} 未达到指标值 {target}，不得分"),
        "reverse.per_unit": N_("{weight} - {deduct} ×（{actual} - {target}），不低于 0：{points}"),
        "reverse.met_or_nothing": N_("实际 {actual} 超过指标值 {target}，不得分"),
        "between.whole.met": N_("实际 {actual} 在 {lower} 至 {upper} 之内，得满分 {weight}"),
        "between.whole.missed": N_("实际 {actual} 不在 {lower} 至 {upper} 之内，不得分"),
        "due_date.late": N_(
            "{actual} 完成，晚于 {target} {days} 天：{weight} - {deduct} × {days}，不低于 0：{points}"
        ),
        "due_date.days_open": N_("“{actual}”，晚于 {target}，逾期天数不明：得分在 0 与 {high} 之间"),
        "over.method": N_("实际完成值远超指标值，按本规则调整得分"),
        "over.reduced": N_("{weight} ×（1 -（{actual} ÷ {target} - {beyond}）），不低于 0：{points}"),
        "over.deducted": N_("{weight} - {deduct}，不低于 0：{points}"),
        "steps.reached": N_("{figure} 达到“{sign}{limit}”一档：{weight} × {award} ÷ {full} = {points}"),
        "steps.none": N_("{figure} 未达到任何一档，不得分"),
        "round.half_up": N_("四舍五入：{exact} → {score}"),
        "round.half_even": N_("四舍六入五成双：{exact} → {score}"),
        "round.cut": N_("截去尾数：{exact} → {score}"),
        "override": N_("人工评分 {score}（{who}）：{reason}"),
        "no_weight": N_("分值尚未确定，暂不计分"),
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
        "execution.zero_budget_zero": N_("预算数为 0，按本规则执行率得 0 分"),
        "execution.steps": N_("执行率 {rate}%，按“≥{limit}%”一档：{weight} × {award}% = {points}"),
        "execution.unfinished": N_("未填或尚未完成，按未完成计分"),
        "execution.finished": N_("项目已完成，执行数 {spent} 未超过预算数 {budget}，得满分 {weight}"),
        "execution.not_applicable": N_("预算执行率不适用：{reason}"),
        # weights
        "weights.given": N_("采用人工给定的分值，合计 {sum}"),
        "weights.declared": N_("采用申报的分值，合计 {sum}"),
        "weights.no_execution": N_("申报的分值合计 {sum}，按人工选择不另计预算执行率"),
        "weights.scaled": N_("申报的分值合计 {sum}，按人工选择折算为 {to}"),
        "weights.inside": N_("{level}并入{inside}计分"),
        "weights.absent_to": N_("无{level}，其 {points} 分并入{to}"),
        "weights.absent": N_("无{level}，其 {points} 分按比例分给已有的一级指标"),
        "weights.absent_out": N_("无{level}，其 {points} 分不计入可得分"),
        "weights.family": N_("采用的一级指标分值：{levels}"),
        "weights.over_indicators": N_("{points} 分平均分给全部 {count} 个三级指标"),
        "weights.spread_level2": N_(
            "{level} {points} 分，先平均分给各二级指标，再分给其下共 {count} 个三级指标"
        ),
        "weights.moved": N_("{level}中不适用指标的 {points} 分，按比例分给同级的 {count} 个指标"),
        "weights.execution_spread": N_("预算执行率不适用，其 {points} 分按比例分给一级指标"),
        "weights.spread": N_("{level} {points} 分，平均分给 {count} 个三级指标"),
        # totals
        "total": N_("各行得分合计 {low}，可得分 {available}"),
        "total.open": N_("尚有未确定的得分：合计在 {low} 与 {high} 之间"),
        "total.rescaled": N_("可得分 {available}，折算为百分制：{low} ÷ {available} × 100 = {score}"),
        "total.rescaled_open": N_("可得分 {available}，折算为百分制后在 {score} 与 {score_high} 之间"),
        "total.capped": N_("执行率 {rate}%，总分不超过 {cap}：{before} → {cap}"),
        "total.cap_open": N_("执行率尚未确定，总分可能受其限制：在 {low} 与 {high} 之间"),
        "total.unsettled": N_("分值尚未确定，暂无总分"),
        "total.nothing": N_("没有计分的指标，暂无总分"),
        "project.not_applicable": N_("项目不适用：{reason}"),
        # the department
        "department.budget_weighted": N_("{projects} 个项目以预算 {weight} 万元加权：{low}"),
        "department.budget_weighted_open": N_("{projects} 个项目以预算 {weight} 万元加权：{low} 至 {high}"),
        "department.plain_mean": N_("{projects} 个项目总分的平均数：{low}"),
        "department.plain_mean_open": N_("{projects} 个项目总分的平均数：{low} 至 {high}"),
        "department.given_weights": N_("{projects} 个项目以人工给定的权重（合计 {weight}）加权：{low}"),
        "department.given_weights_open": N_(
            "{projects} 个项目以人工给定的权重（合计 {weight}）加权：{low} 至 {high}"
        ),
        "department.no_weights": N_("未给定各项目的权重"),
        "department.no_weight": N_("未给定权重的项目：{project}"),
        "department.bad_weights": N_("给定的项目权重须为正数"),
        "department.bad_objective_weights": N_("各目标的权重须全部给定，且为正数"),
        "department.bad_clause_weights": N_("{goal}：各项内容的权重须全部给定，且为正数"),
        "department.weights_given": N_("各目标的权重由人工给定：{weights}"),
        "department.weights_of_rulebook": N_("各目标的权重按评分规则：{weights}"),
        "department.weights_unused": N_(
            "评分规则给出 {count} 个目标的权重，可衡量的目标有 {objectives} 个，未采用，各目标权重相同"
        ),
        "department.goal": N_("{goal}：得分 {low} × {points}% = {score}"),
        "department.goal_out": N_("{goal}：各项内容均不适用，其 {points} 分不计入"),
        "department.goal_open": N_("{goal}：得分 {low} 至 {high}，× {points}% 为 {score} 至 {score_high}"),
        "department.goal_weighted": N_("预算执行率（{execution} 分）与各目标合计：{low}"),
        "department.goal_weighted_open": N_("预算执行率（{execution} 分）与各目标合计：{low} 至 {high}"),
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
