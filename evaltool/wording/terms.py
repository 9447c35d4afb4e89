"""The field's words for codes: senses, bands, states, methods, and what can be recorded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_
from evaltool.wording.rechecking import VERDICTS

TERMS: Mapping[str, str] = MappingProxyType(
    {
        **VERDICTS,
        # senses
        "at_least": N_("不低于（≥）"),
        "above": N_("高于（>）"),
        "equal": N_("等于（=）"),
        "at_most": N_("不高于（≤）"),
        "below": N_("低于（<）"),
        "between": N_("区间"),
        "by_date": N_("按期"),
        "yes_no": N_("是否"),
        "qualitative": N_("定性"),
        "unread": N_("待判读"),
        # bands
        "met": N_("达成"),
        "partly": N_("部分达成"),
        "unmet": N_("未达成"),
        # what may be inferred
        "sense": N_("方向"),
        "year": N_("年度"),
        # how sure a survey is
        "certainly_met": N_("有把握达标"),
        "undecided": N_("无法判断"),
        "certainly_missed": N_("有把握未达标"),
        # operations in the journal
        "record": N_("录入"),
        "import": N_("导入绩效文本"),
        "rulebook": N_("选用评分规则"),
        "undo": N_("撤销"),
        "redo": N_("重做"),
        # states and statuses
        "applies": N_("适用"),
        "not_applicable": N_("不适用"),
        "finished": N_("年内已完成"),
        "unfinished": N_("年内未完成"),
        "no_execution": N_("不另计预算执行率"),
        "scale": N_("折算"),
        "scored": N_("已评分"),
        "waiting": N_("未录入"),
        "unreadable": N_("待核实"),
        "no_weight": N_("缺分值"),
        # severities
        "error": N_("错误"),
        "warning": N_("提醒"),
        "note": N_("提示"),
        # methods
        "budget_weighted": N_("项目加权平均分（管理参考）"),
        "plain_mean": N_("项目简单平均分（管理参考）"),
        "given_weights": N_("项目赋权平均分（管理参考）"),
        "goal_weighted": N_("部门目标加权得分"),
        "own_objectives": N_("部门自身目标与预算执行"),
        # what each method is
        "budget_weighted.what": N_(
            "各项目总分以全年预算数加权平均；没有文件规定由项目得分推出部门总分，仅供管理参考"
        ),
        "plain_mean.what": N_("各项目总分的平均数，不论预算大小，仅供管理参考"),
        "given_weights.what": N_("各项目总分以评价人给定的权重加权平均，仅供管理参考"),
        "own_objectives.what": N_("部门绩效目标中可衡量的内容，加基本支出与项目支出合计的执行率"),
        "goal_weighted.what": N_("每个目标按百分制评分后乘以其权重，加执行率；见于湖北的表格"),
        # kinds of money
        "initial": N_("年初预算数"),
        "adjusted": N_("全年预算数"),
        "received": N_("资金到位数"),
        "spent": N_("全年执行数"),
        # grades
        "优": N_("优"),
        "良": N_("良"),
        "中": N_("中"),
        "差": N_("差"),
        # values of clauses
        "proportion": N_("按比例"),
        "steps": N_("按档计分"),
        "no_matter": N_("不看项目是否完成"),
        "full_within_budget": N_("得满分"),
        "gate": N_("及格线以上按比例"),
        "ratio": N_("按比值"),
        "linear": N_("按超出幅度"),
        "per_unit": N_("每超出一个单位扣分"),
        "reverse": N_("按反向指标"),
        "forward": N_("按正向指标"),
        "met_or_nothing": N_("达到得满分，否则不得分"),
        "deduct_per_day": N_("逾期按天扣分"),
        "as_inclusive": N_("> 同 ≥，< 同 ≤"),
        "proportion_below": N_("低于下限按比例"),
        "zero": N_("按 0 计算"),
        "declared": N_("以申报数代替"),
        "no_data": N_("不评分，列为疑点"),
        "spread": N_("分给一级指标"),
        "pro_rata": N_("按比例分给其余"),
        "over_indicators": N_("平均分给全部三级指标"),
        "by_level2": N_("先平均分给二级指标，再平均分给三级指标"),
        "even": N_("平均分配"),
        "as_declared": N_("按申报"),
        "rescale": N_("总分折算为百分制"),
        "within_level": N_("按比例分给同一一级指标下的其他指标"),
        "follow": N_("按指标所载标准计分"),
        "ignore": N_("不采用"),
        "as_quantitative": N_("与其他定量指标相同"),
        "full": N_("得满分，不加分"),
        "reduce": N_("按超出部分调减"),
        "deduct": N_("扣固定分数"),
        "half_up": N_("四舍五入"),
        "half_even": N_("四舍六入五成双"),
        "cut": N_("截去尾数"),
        "line": N_("逐行"),
        "total": N_("合计后一次"),
        "cross_check": N_("只作核对"),
        "never": N_("不设"),
        # what the limits of a table of steps are of
        "actual": N_("实际完成值"),
        "attainment": N_("完成率"),
        "distance": N_("与指标值的偏离"),
        # evidence of a clause
        "law": N_("法规原文"),
        "form": N_("已公布表格"),
        "system": N_("在用系统"),
        "second-hand": N_("转引"),
        "own": N_("本工具约定"),
        "unverified": N_("待核对原文"),
    }
)

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "actual": N_("实际完成值"),
        "share": N_("得分比例"),
        "state": N_("是否适用"),
        "reason": N_("偏差原因"),
        "action": N_("改进措施"),
        "evidence": N_("佐证材料"),
        "adjusted": N_("调整后指标值"),
        "steps": N_("评分标准"),
        "override": N_("人工评分"),
        "weight": N_("分值"),
        "target": N_("指标值"),
        "declared": N_("申报的绩效目标"),
        "findings": N_("绩效文本中的疑点"),
        "money.initial": N_("年初预算数"),
        "money.adjusted": N_("全年预算数"),
        "money.received": N_("资金到位数"),
        "money.spent": N_("全年执行数"),
        "source.fiscal": N_("财政资金"),
        "source.carried": N_("上年结转"),
        "source.other": N_("其他"),
        "achieved": N_("年度总体目标实际完成情况"),
        "execution": N_("预算执行率是否适用"),
        "execution_reason": N_("预算执行率不适用或偏低的原因"),
        "weight_choice": N_("分值合计为100时"),
        "completion": N_("是否已完成"),
        "mean_weight": N_("部门加权权重"),
        "basic_budget": N_("基本支出预算数"),
        "basic_spent": N_("基本支出执行数"),
        "project_budget": N_("项目支出预算数"),
        "project_spent": N_("项目支出执行数"),
        "people.authority": N_("主管部门"),
        "people.preparer": N_("填报人"),
        "people.phone": N_("联系电话"),
        "people.reviewer": N_("审核人"),
        "people.prepared_on": N_("填报日期"),
        "rulebook": N_("评分规则"),
    }
)
