"""Findings, as sentences: what was found, and what a person may do about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_
from evaltool.wording.documents import DOCUMENTS
from evaltool.wording.evidence import EVIDENCE
from evaltool.wording.forms import FORMS
from evaltool.wording.readings import READINGS
from evaltool.wording.rechecking import DOUBTS
from evaltool.wording.templates import TEMPLATES

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **READINGS,
        **DOCUMENTS,
        **DOUBTS,
        **FORMS,
        **EVIDENCE,
        **TEMPLATES,
        # weights
        "weights.no_indicators": (N_("项目没有绩效指标"), N_("请补充绩效指标")),
        "weights.incomplete": (
            N_("有 {count} 个指标没有分值，已有分值合计 {sum}"),
            N_("请补齐全部分值，或全部不填由规则分配"),
        ),
        "weights.not_positive": (N_("“{name}”的分值为 {weight}，应大于 0"), N_("请更正分值")),
        "weights.no_room": (
            N_("指标分值合计 {sum}，没有给预算执行率留出分值（应为 {room}）"),
            N_("请在“分值合计为100时”一行填写：不另计预算执行率，或折算（将指标分值折算为 {room}）"),
        ),
        "weights.sum": (N_("指标分值合计 {sum}，应为 {room}"), N_("请更正分值")),
        "weights.level_differs": (
            N_("{level}的分值合计 {sum}，评分规则为 {points}"),
            N_("一级指标分值可以调整，请核对是否有意为之"),
        ),
        "weights.unknown_level": (
            N_("评分规则没有一级指标“{level}”的分值（{count} 个指标）"),
            N_("请更正一级指标，或换用有该一级指标的评分规则"),
        ),
        "weights.inside": (N_("本评分规则下，{level}并入{inside}计分"), ""),
        # a target and its actual
        "target.unread": (N_("指标值“{text}”尚待人工判读，暂不评分"), N_("请核对原文，写明指标值")),
        "target.negative": (N_("指标值“{text}”为负，不评分"), N_("请核对指标值")),
        "between.above": (N_("实际完成值 {actual} 高于上限 {upper}"), N_("请核对是否符合目标本意")),
        "unit.differs": (
            N_("实际完成值的单位“{actual}”与指标值的单位“{target}”不能比较"),
            N_("请按指标值的单位填写"),
        ),
        "unit.asks": (
            N_("实际完成值的单位“{actual}”与指标值的单位“{target}”是否相同，无法确定"),
            N_("若相同，请只填数字，不写单位"),
        ),
        "share.outside": (
            N_("得分比例 {share}% 不在“{band}”的 {low}%–{high}% 之内"),
            N_("请更正得分比例或完成档次"),
        ),
        "share.unused": (N_("定量指标不使用得分比例 {share}%"), N_("可删去得分比例")),
        "override.no_reason": (N_("人工评分 {score} 没有说明理由，未采用"), N_("请填写理由")),
        "override.outside": (
            N_("人工评分 {score} 不在 0 与分值 {weight} 之间，未采用"),
            N_("请更正人工评分"),
        ),
        "override.unused": (N_("不适用的指标不使用人工评分 {score}"), N_("可删去人工评分")),
        # execution
        "execution.zero_budget": (
            N_("预算数为 0，预算执行率无法计算"),
            N_("请核对预算数；项目确无预算的，在“预算执行率”一行填写不适用，并写明原因"),
        ),
        "execution.negative": (N_("预算数 {budget}、执行数 {spent} 中有负数"), N_("请核对金额")),
        "execution.over_budget": (
            N_("执行数 {spent} 万元超过预算数 {budget} 万元"),
            N_("请核对金额或说明原因"),
        ),
        "execution.rate_differs": (
            N_("表中预算执行率为 {printed}%，按金额计算为 {rate}%"),
            N_("请核对金额和执行率"),
        ),
        "execution.missing": (N_("未录入全年执行数"), N_("请录入全年执行数")),
        "execution.reason_missing": (
            N_("预算执行率 {rate}%，低于 {limit}%，没有说明原因"),
            N_("请在全年执行数一行填写偏差原因"),
        ),
        "execution.no_reason": (N_("预算执行率标为不适用，没有说明原因"), N_("请填写原因")),
        "execution.has_budget": (
            N_("预算数为 {budget} 万元，预算执行率却标为不适用"),
            N_("有预算的项目应计算执行率，请核对"),
        ),
        "department.objective_weights": (
            N_("只给了部分目标的权重，“{objective}”没有，部门自身目标无法评定"),
            N_("请给每个目标填写权重，或全部不填"),
        ),
        "department.clause_weights": (
            N_("{objective}：只给了部分内容的分值，“{name}”没有，部门自身目标无法评定"),
            N_("请给该目标的每项内容填写分值，或全部不填"),
        ),
        "department.weights_unused": (
            N_("评分规则给出 {count} 个目标的权重，可衡量的目标有 {objectives} 个，未采用，各目标权重相同"),
            N_("请核对评分规则中各目标的权重"),
        ),
        "department.not_judged": (
            N_("评分规则采用的“{method}”无法评定"),
            N_("请补录所缺内容，或选用其他评分规则"),
        ),
        "rulebook.not_in_force": (
            N_("评分规则 {id} 的施行期间为 {start} 至 {end}，与 {year} 年度不符"),
            N_("请核对是否应当选用其他评分规则"),
        ),
        "execution.completion_open": (
            N_("执行率 {rate}%，未说明是否已完成，按未完成计分"),
            N_("请在“项目完成情况”（单位整体为“部门完成情况”）一行填写：已完成或未完成"),
        ),
        # declarations
        "sense.inferred": (N_("“{text}”没有写明方向，按“{sense}”理解"), N_("如有不符，请更正")),
        "sense.other_words": (
            N_("“{text}”没有写明方向，已按“{sense}”理解，与本评分规则的词表不符"),
            N_("请核对方向，并在指标值前写明符号"),
        ),
        "level2.mismatch": (N_("“{name}”列在{level2}下，内容更像{suggested}"), N_("请核对指标归类")),
        "unit.count_in_percent": (N_("“{name}”是数量，指标值却是百分比：{text}"), N_("请核对指标值")),
        "description.differs": (N_("“{name}”与其描述“{description}”说的不是一件事"), N_("请核对名称与描述")),
        "outputs.incomplete": (N_("产出指标不完整，缺少{missing}"), N_("必要时补充指标")),
        "targets.conflict": (
            N_("“{name}”有两个不同的指标值：{one}（{where}）与 {other}"),
            N_("两个都已保留，请确认以哪个为准"),
        ),
        "indicator.twice": (N_("指标“{name}”重复出现"), N_("请核对是否重复")),
        "cost.at_least": (
            N_("成本指标“{name}”的指标值写作“{text}”，方向可能有误"),
            N_("成本一般应不高于指标值"),
        ),
        "cost.equals_budget": (N_("成本指标值 {text} 等于预算数 {budget} 万元"), ""),
        "target.vague": (N_("“{name}”的指标值“{text}”不够具体"), N_("评分时请附佐证材料")),
        # a table of actuals
        "actuals.no_header": (
            N_("这不是实际完成值表：没有找到“三级指标”一列和可录入的列，如“实际完成值”"),
            N_(
                "列名可用：项目编码、三级指标、实际完成值、得分比例、偏差原因、改进措施、佐证材料、分值、二级指标、所属目标"
            ),
        ),
        "actuals.unknown_column": (N_("不认识的列“{column}”，未读取"), ""),
        "actuals.line_as_column": (
            N_("“{column}”应当填成行，不是列，这一列未读取"),
            N_("请另起一行，“三级指标”填“{column}”，“实际完成值”填内容；目标权重还要填“所属目标”"),
        ),
        "actuals.no_result": (
            N_("公式“{text}”没有计算结果，整行未录入"),
            N_("请用表格软件打开并保存后再试"),
        ),
        "actuals.extra_cell": (N_("这一行比表头多出“{text}”，整行未录入"), N_("请核对是否多了分隔符")),
        "actuals.unknown_project": (N_("没有编码为“{code}”的项目"), N_("最接近的是：{nearest}")),
        "actuals.unknown_indicator": (N_("没有名为“{name}”的指标（{project}）"), N_("最接近的是：{nearest}")),
        "actuals.ambiguous": (
            N_("名为“{name}”的指标不止一个（{project}）"),
            N_("请加“二级指标”“所属目标”或“同名序号”一列加以区分"),
        ),
        "actuals.twice": (N_("“{name}”在第 {line} 行已经填过，本行未录入"), N_("请只保留一行")),
        "actuals.no_reason": (N_("“{name}”标为不适用，没有写明原因，未录入"), N_("请填写偏差原因一列")),
        "actuals.no_reason_yet": (
            N_("不适用要写明原因，请先填写“{field}”"),
            N_("填写原因之后，再填写不适用"),
        ),
        "actuals.state_beside": (
            N_("不适用的，请先填写原因，再在“{field}”一栏填写不适用"),
            "",
        ),
        "actuals.bad_figure": (N_("“{name}”的{field}“{text}”不是 0 至 100 的数"), N_("请更正")),
        "actuals.not_positive": (N_("{field}“{text}”不是大于 0 的数"), N_("请更正")),
        "actuals.bad_choice": (N_("{field}“{text}”应为：{choices}"), N_("请更正")),
        "actuals.no_objective": (
            N_("“目标权重”一行没有写明是哪个目标，未录入"),
            N_("请在“所属目标”一列填写该目标，如（一）"),
        ),
        "actuals.unknown_objective": (
            N_("没有唯一的所属目标“{name}”，目标权重未录入"),
            N_("最接近的是：{nearest}"),
        ),
        "actuals.unused": (N_("“{name}”这一行用不上“{text}”，未录入"), N_("如有用，请填在对应的行和列")),
        # outcomes
        "outcome.missing": (N_("“{name}”未录入实际完成值"), N_("请录入")),
        "outcome.no_place": (
            N_("“{name}”已录入的内容仍然保存，但现在的绩效目标中没有这一项"),
            N_("名称有变的，请把录入的内容移到现在的指标"),
        ),
        "share.missing": (
            N_("“{name}”只确定了档次，没有得分比例"),
            N_("请在 {low}%–{high}% 之内确定得分比例"),
        ),
        "reason.missing": (
            N_("“{name}”得 {score} 分，未满 {weight} 分，没有说明偏差原因"),
            N_("请填写偏差原因和改进措施"),
        ),
        "reason.needless": (
            N_("“{name}”得满分，却写有偏差原因：{reason}"),
            N_("请核对得分；确无偏差的，可删去偏差原因"),
        ),
        "reason.not_applicable": (N_("“{name}”标为不适用，没有说明原因"), N_("请填写原因")),
        "over.note": (N_("“{name}”完成率 {attainment}%，明显高于指标值"), N_("请核对指标值是否偏低")),
        "over.reason": (N_("“{name}”完成率 {attainment}%，没有说明原因"), N_("请说明大幅超额完成的原因")),
        "satisfaction.no_evidence": (
            N_("满意度指标“{name}”填了 {actual}，没有列明佐证材料"),
            N_("请注明问卷等满意度调查材料"),
        ),
        "qualitative.no_evidence": (
            N_("定性指标“{name}”只填了完成档次，没有说明和佐证材料"),
            N_("请说明完成情况，并列明佐证材料"),
        ),
        "override.no_actual": (
            N_("“{name}”没有实际完成值，人工评分却给了满分 {score}"),
            N_("请补录实际完成值，或核对人工评分"),
        ),
        "override.converted": (
            N_("“{name}”人工评分 {score}，正好是分值 {weight} 再乘以 {weight}%"),
            N_("折算得分等于得分乘以权重；请核对是否把分值当作得分重复折算"),
        ),
        "override.met_but_deducted": (
            N_("“{name}”已达到指标值，人工评分 {score}，未给满 {weight} 分"),
            N_("请核对人工评分及其理由"),
        ),
        "override.missed_but_full": (
            N_("“{name}”未达到指标值，人工评分却是满分 {score}，按规则为 {computed}"),
            N_("请核对人工评分及其理由"),
        ),
        "override.rounded": (
            N_("“{name}”人工评分 {score}，按规则为 {computed}，差别在于小数取舍"),
            "",
        ),
        "override.differs": (
            N_("“{name}”人工评分 {score}，按规则为 {computed}"),
            N_("请核对人工评分及其理由"),
        ),
        "score.all_full": (
            N_("{count} 个指标和预算执行率全部得满分"),
            N_("请核对指标值是否偏低、得分是否属实"),
        ),
        "adjusted.no_approval": (
            N_("“{name}”的指标值年中作了调整，没有填批准文号"),
            N_("请填写批准文号：调整后指标值；批准文号"),
        ),
        "actual.far_off": (
            N_("“{name}”实际完成值 {actual} 与指标值 {target} 相差约 {times} 倍"),
            N_("请核对小数点、百分号和单位"),
        ),
        "actual.like_ratio": (
            N_("“{name}”实际完成值 {actual} 读作 {actual}%，指标值为 {target}，像是没有换算成百分数"),
            N_("若为 {percent}%，请填 {percent}"),
        ),
        "money.far_off": (
            N_("{field} {amount} 万元，与相应的预算数或计划 {against} 万元相差约 {times} 倍"),
            N_("请核对小数点和单位（万元、元）"),
        ),
        "money.parts_differ": (N_("{kind}合计 {total} 万元，与分项之和 {parts} 万元不符"), N_("请核对金额")),
        "money.ahead": (
            N_("指标得分 {earned}（满分 90）明显高于预算执行率 {rate}%"),
            N_("请核对完成情况与支出进度是否相符"),
        ),
        "money.unspent": (N_("预算执行率 {rate}%，结余较多"), N_("请说明原因")),
    }
)
