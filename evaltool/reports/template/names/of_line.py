"""What a form may say of an indicator, in the row that repeats for each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.hebei.lines import is_split, sign
from evaltool.reports.sheet import Value
from evaltool.reports.template.names.kinds import Kind, Placeholder
from evaltool.wording import clause as name_of
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator's line and its number in the form, from 1."""

    number: int
    score: IndicatorScore
    rulebook: Rulebook


def _figure(line: Line) -> Value:
    """The target's figure; dates, two limits and words as they were declared."""
    target = line.score.indicator.target
    return target.value if is_split(target) else texts.declared(target)


def _unit(line: Line) -> str:
    target = line.score.indicator.target
    return target.unit if is_split(target) else ""


def _evidence(line: Line) -> str:
    outcome = line.score.outcome
    return "\n".join(
        text for text in (outcome.evidence, *(file.path for file in outcome.evidence_files)) if text
    )


def _clauses(line: Line) -> str:
    """The clauses that the steps of its working follow, each once, with what they cite."""
    followed = {step.clause for step in line.score.working}
    return "\n".join(
        _("{name}（{source}）").format(name=name_of(clause.key), source=clause.cite)
        if clause.cite
        else name_of(clause.key)
        for clause in line.rulebook.clauses()
        if clause.key in followed
    )


OF_LINE: tuple[Placeholder[Line], ...] = (
    Placeholder("序号", N_("指标的序号，从 1 起"), lambda line: Decimal(line.number), Kind.AMOUNT),
    Placeholder("所属目标", N_("部门自身目标的名称"), lambda line: line.score.indicator.key.objective),
    Placeholder(
        "一级指标", N_("一级指标，相同的上下合并"), lambda line: line.score.indicator.level1 or texts.NOTHING
    ),
    Placeholder(
        "二级指标", N_("二级指标，相同的上下合并"), lambda line: line.score.indicator.level2 or texts.NOTHING
    ),
    Placeholder("三级指标", N_("三级指标名称"), lambda line: line.score.indicator.name),
    Placeholder("指标说明", N_("指标的内容说明"), lambda line: line.score.indicator.description),
    Placeholder("确定依据", N_("指标值的确定依据"), lambda line: line.score.indicator.basis),
    Placeholder("指标值", N_("年度指标值，调整过的写明原值和批复"), lambda line: texts.target(line.score)),
    Placeholder("符号", N_("指标值的符号：≥ > = ≤ <"), lambda line: sign(line.score.indicator.target)),
    Placeholder("值", N_("指标值中的数，没有数的写原文"), _figure, Kind.AMOUNT),
    Placeholder("单位", N_("指标值的单位"), _unit),
    Placeholder("实际完成值", N_("实际完成值"), lambda line: texts.actual(line.score)),
    Placeholder("完成率", N_("指标完成率"), lambda line: texts.rate(line.score.attainment), Kind.RATE),
    Placeholder("分值", N_("分值"), lambda line: texts.weight(line.score), Kind.POINTS),
    Placeholder(
        "得分",
        N_("得分；未定时写明可能的范围"),
        lambda line: texts.points(line.score.score, line.score.status),
        Kind.POINTS,
    ),
    Placeholder("偏差原因", N_("偏差原因"), lambda line: line.score.outcome.reason),
    Placeholder("改进措施", N_("改进措施"), lambda line: line.score.outcome.action),
    Placeholder(
        "偏差原因及改进措施", N_("两者合写，人工评分的也写明"), lambda line: texts.reasons(line.score)
    ),
    Placeholder("佐证材料", N_("佐证材料及文件"), _evidence),
    Placeholder("计算过程", N_("计算过程，每步一行"), lambda line: texts.working(line.score.working)),
    Placeholder("评分依据条款", N_("所依据的评分规则条款及出处"), _clauses),
)
