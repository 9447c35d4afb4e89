"""What a form may say of a project: the same words and figures as in the national form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from evaltool.language import N_
from evaltool.reports import texts, titles
from evaltool.reports.form_parts import notes
from evaltool.reports.money import money_shown
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Value
from evaltool.reports.template.names.kinds import Kind, Placeholder
from scoring.model import Funds, Money, Project, ProjectOutcome
from scoring.scores import ProjectScore


@dataclass(frozen=True)
class ProjectPart:
    """A project as a form sees it: what was declared, and what it scored."""

    card: Scorecard
    project: Project
    score: ProjectScore

    @property
    def outcome(self) -> ProjectOutcome:
        """What was recorded."""
        return self.card.outcome_of(self.project.code)

    @cached_property
    def money(self) -> Money:
        """The money as forms print it."""
        return money_shown(self.project, self.outcome.money, self.score.execution)

    @property
    def spent(self) -> Decimal | None:
        """全年执行数 as scored."""
        return self.score.execution.spent

    @property
    def execution_points(self) -> Value:
        """What 预算执行率 earned."""
        return texts.points(self.score.execution.score, self.score.execution.status)


SOURCES = (("财政拨款", "fiscal"), ("上年结转", "carried"), ("其他", "other"))
"""Where money comes from: as it stands behind the colon of a placeholder, and as it is recorded."""

_MONEY: tuple[tuple[str, str, Callable[[ProjectPart], Funds]], ...] = (
    (
        "年初预算数",
        N_("年初预算数（万元），可加“：财政拨款”“：上年结转”“：其他”"),
        lambda part: part.money.initial,
    ),
    ("全年预算数", N_("全年预算数（万元），可加来源"), lambda part: part.money.adjusted),
    ("资金到位数", N_("资金到位数（万元），可加来源"), lambda part: part.money.received),
    ("全年执行数", N_("全年执行数（万元），可加来源"), lambda part: part.money.spent),
)


def _of_money() -> Iterator[Placeholder[ProjectPart]]:
    for name, meaning, funds in _MONEY:
        if name == "全年执行数":
            yield Placeholder(name, meaning, lambda part: texts.amount(part.spent), Kind.AMOUNT)
        else:
            yield Placeholder(name, meaning, _total(funds), Kind.AMOUNT)
        for source, field in SOURCES:
            yield Placeholder(f"{name}：{source}", "", _part(funds, field), Kind.AMOUNT)


def _total(funds: Callable[[ProjectPart], Funds]) -> Callable[[ProjectPart], Value]:
    return lambda part: texts.amount(funds(part).known)


def _part(funds: Callable[[ProjectPart], Funds], field: str) -> Callable[[ProjectPart], Value]:
    return lambda part: texts.amount(getattr(funds(part), field))


OF_PROJECT: tuple[Placeholder[ProjectPart], ...] = (
    Placeholder("项目名称", N_("项目名称"), lambda part: part.project.name),
    Placeholder(
        "项目编码", N_("项目编码"), lambda part: titles.own_code(part.project.code, part.project.name)
    ),
    Placeholder(
        "项目名称及编码",
        N_("项目名称，编码在括号内"),
        lambda part: titles.coded(part.project.name, part.project.code),
    ),
    Placeholder("实施单位", N_("实施单位，即部门（单位）的名称"), lambda part: part.card.department.name),
    Placeholder("项目用途", N_("项目的用途或内容"), lambda part: part.project.purpose),
    *_of_money(),
    Placeholder("执行率", N_("预算执行率"), lambda part: texts.rate(part.score.execution.rate), Kind.RATE),
    Placeholder(
        "执行率分值",
        N_("预算执行率的分值"),
        lambda part: texts.execution_weight(part.score.execution),
        Kind.POINTS,
    ),
    Placeholder("执行率得分", N_("预算执行率的得分"), lambda part: part.execution_points, Kind.POINTS),
    Placeholder("预期目标", N_("年度总体目标的预期"), lambda part: "\n".join(part.project.objectives)),
    Placeholder("实际完成情况", N_("年度总体目标的实际完成情况"), lambda part: part.outcome.achieved),
    Placeholder(
        "总分", N_("项目总分；未定时写明可能的范围"), lambda part: texts.total(part.score.score), Kind.POINTS
    ),
    Placeholder("等级", N_("项目的等级"), lambda part: texts.grade(part.score.grade)),
    Placeholder("可计分值", N_("可计分的分值合计"), lambda part: part.score.available, Kind.POINTS),
    Placeholder(
        "评分说明",
        N_("分值如何分配、总分如何得出，每句一行"),
        lambda part: notes(part.score, part.outcome, part.card.rulebook),
    ),
)
