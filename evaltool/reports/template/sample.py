"""A department whose every text is a placeholder and whose every figure stands for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from evaltool.reports.scorecard import Scorecard
from evaltool.reports.template.marks import written
from scoring import rulebook
from scoring.model import (
    Actual,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcome,
    Outcomes,
    People,
    Project,
    ProjectOutcome,
    Sense,
    Target,
)
from scoring.scores import (
    OWN_OBJECTIVES,
    DepartmentScore,
    ExecutionScore,
    IndicatorScore,
    LevelScore,
    Method,
    ProjectScore,
    Score,
    Status,
)
from scoring.weighting import HUNDRED

YEAR, NOTES = 9999, "〔〕"
"""What stands for the year, and what marks the cell of the notes, until the form is written."""

_RATE = Fraction(7777, 10000)
_SOURCES = ("", "：财政拨款", "：上年结转", "：其他")
_FIGURES = (
    *(f"{name}{source}" for name in ("年初预算数", "全年预算数", "全年执行数") for source in _SOURCES),
    "执行率分值",
    "执行率得分",
    "分值",
    "得分",
    "总分",
)

STANDS_FOR = MappingProxyType(
    {**{f"{7000 + n}.25": name for n, name in enumerate(_FIGURES)}, "0.7777": "执行率"}
)
"""The placeholders by the figures that stand for them, as these are written into a cell."""


class _Marked(ProjectScore):
    """The score of such a project. A form to be filled has no table of levels: only one row of it repeats."""

    @property
    def levels(self) -> tuple[LevelScore, ...]:
        """None."""
        return ()


def sample() -> Scorecard:
    """The scorecard of such a department, with one project that has one indicator."""
    rules = replace(
        rulebook.load(),
        title=written("评分规则"),
        id=written("规则编号"),
        version=written("规则版本"),
        hash=written("规则校验"),
    )
    code, name = written("项目编码"), written("项目名称")
    key = Key(code, "", written("一级指标"), written("二级指标"), written("三级指标"))
    line = Indicator(key, Target(Sense.QUALITATIVE, text=written("指标值")))
    project = Project(code, name, objectives=(written("预期目标"),), indicators=(line,))
    department = Department(written("部门编码"), written("实施单位"), YEAR, projects=(project,))
    outcome = Outcome(Actual(text=written("实际完成值")), reason=written("偏差原因及改进措施"))
    money = Money(_funds("年初预算数"), _funds("全年预算数"), Funds(), _funds("全年执行数"))
    recorded = ProjectOutcome(money, achieved=written("实际完成情况"), execution_reason=NOTES)
    people = People(*map(written, ("主管部门", "填报人", "联系电话", "审核人", "填报日期")))
    outcomes = Outcomes({key: outcome}, {code: recorded}, DepartmentOutcome(people=people))
    scored = _Marked(
        code,
        name,
        Score.settled(_figure("总分")),
        written("等级"),
        _execution(),
        (_line(line, outcome),),
        HUNDRED,
    )
    method = Method(
        OWN_OBJECTIVES,
        scored.score,
        scored.grade,
        lines=scored.indicators,
        execution=scored.execution,
    )
    score = DepartmentScore(
        department.code, department.name, YEAR, rules, method.code, {method.code: method}, (scored,)
    )
    return Scorecard(Dossier(department, rules, outcomes), score, date(YEAR, 1, 1))


def _execution() -> ExecutionScore:
    points, earned = _figure("执行率分值"), Score.settled(_figure("执行率得分"))
    budget, spent = _figure("全年预算数"), _figure("全年执行数")
    return ExecutionScore(budget, spent, _RATE, points, earned, Status.SCORED, "execution")


def _line(line: Indicator, outcome: Outcome) -> IndicatorScore:
    points, earned = _figure("分值"), Score.settled(_figure("得分"))
    return IndicatorScore(line, line.target, outcome, points, None, earned, earned, Status.SCORED, "")


def _funds(name: str) -> Funds:
    return Funds(*(_figure(f"{name}{source}") for source in _SOURCES))


def _figure(name: str) -> Decimal:
    return Decimal(f"{7000 + _FIGURES.index(name)}.25")
