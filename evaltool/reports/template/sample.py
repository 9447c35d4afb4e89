"""A department whose every text is a placeholder and whose every figure stands for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from evaltool.reports import texts
from evaltool.reports.money import rate
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Value
from evaltool.reports.template.marks import written
from scoring import rulebook
from scoring.model import (
    OVERALL,
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
    Step,
)
from scoring.weighting import HUNDRED

YEAR, NOTES = 9999, "〔〕"
"""What stands for the year, and what marks the cell of the notes, until the form is written."""

RATES = MappingProxyType({"执行率": Fraction(7777, 10000), "部门执行率": Fraction(8888, 10000)})
_SOURCES = ("", "：财政拨款", "：上年结转", "：其他")
_FIGURES = (
    *(f"{name}{source}" for name in ("年初预算数", "全年预算数", "全年执行数") for source in _SOURCES),
    "执行率分值",
    "执行率得分",
    "分值",
    "得分",
    "总分",
    "基本支出预算数",
    "基本支出执行数",
    "项目支出预算数",
    "项目支出执行数",
    "部门预算数",
    "部门执行数",
    "部门执行率分值",
    "部门执行率得分",
    "部门得分",
)


class _Marked(ProjectScore):
    """The score of such a project. A form to be filled has no table of levels: only one row of it repeats."""

    @property
    def levels(self) -> tuple[LevelScore, ...]:
        """None."""
        return ()


def sample(unit: str = "部门名称", code: str = "部门编码") -> Scorecard:
    """The scorecard of such a department, known by these placeholders; a project of it has one indicator."""
    rules = replace(
        rulebook.load(),
        title=written("评分规则"),
        id=written("规则编号"),
        version=written("规则版本"),
        hash=written("规则校验"),
    )
    number, name = written("项目编码"), written("项目名称")
    key = Key(number, written("所属目标"), written("一级指标"), written("二级指标"), written("三级指标"))
    line = Indicator(key, Target(Sense.QUALITATIVE, text=written("指标值")))
    project = Project(number, name, objectives=(written("预期目标"),), indicators=(line,))
    department = Department(
        written(code), written(unit), YEAR, objective=written("部门目标"), projects=(project,)
    )
    outcome = Outcome(Actual(text=written("实际完成值")), reason=written("偏差原因及改进措施"))
    money = Money(_funds("年初预算数"), _funds("全年预算数"), Funds(), _funds("全年执行数"))
    recorded = ProjectOutcome(money, achieved=written("实际完成情况"), execution_reason=NOTES)
    people = People(*map(written, ("主管部门", "填报人", "联系电话", "审核人", "填报日期")))
    outcomes = Outcomes({key: outcome}, {number: recorded}, _whole(people))
    scored = _Marked(
        number,
        name,
        Score.settled(_figure("总分")),
        written("等级"),
        _execution(),
        (_line(line, outcome),),
        HUNDRED,
    )
    own, headline = _own(scored.indicators), written("部门得分方式")
    methods = {
        OWN_OBJECTIVES: own,
        headline: Method(headline, Score.settled(_figure("部门得分")), written("部门等级")),
    }
    score = DepartmentScore(department.code, department.name, YEAR, rules, headline, methods, (scored,))
    return Scorecard(Dossier(department, rules, outcomes), score, date(YEAR, 1, 1))


def _whole(people: People) -> DepartmentOutcome:
    return DepartmentOutcome(
        _figure("基本支出预算数"),
        _figure("基本支出执行数"),
        _figure("项目支出预算数"),
        _figure("项目支出执行数"),
        achieved={OVERALL: written("部门完成情况")},
        people=people,
    )


def _own(lines: tuple[IndicatorScore, ...]) -> Method:
    """How the department's own clauses are scored."""
    execution = _execution("部门")
    total = Score.total([execution.score, *(line.score for line in lines)])
    code, working = written("部门目标计分方式"), (Step(NOTES),)
    return Method(code, total, written("部门目标等级"), working, lines, execution)


def _execution(of: str = "") -> ExecutionScore:
    """The execution of a project's budget, or of the whole department's."""
    points, earned = _figure(f"{of}执行率分值"), Score.settled(_figure(f"{of}执行率得分"))
    budget, spent = (
        _figure(f"{of}{name}") for name in (("预算数", "执行数") if of else ("全年预算数", "全年执行数"))
    )
    return ExecutionScore(budget, spent, RATES[f"{of}执行率"], points, earned, Status.SCORED, "execution")


def _line(line: Indicator, outcome: Outcome) -> IndicatorScore:
    points, earned = _figure("分值"), Score.settled(_figure("得分"))
    return IndicatorScore(line, line.target, outcome, points, None, earned, earned, Status.SCORED, "")


def _funds(name: str) -> Funds:
    return Funds(*(_figure(f"{name}{source}") for source in _SOURCES))


def _figure(name: str) -> Decimal:
    return Decimal(f"{7000 + _FIGURES.index(name) ** 2}.25")


def _stands_for() -> Iterator[tuple[Value, str]]:
    """Each figure with the placeholder that it stands for."""
    for name in _FIGURES:
        yield _figure(name), name
    for name, ratio in RATES.items():
        yield texts.rate(ratio), name
    for kind in ("基本支出", "项目支出"):
        yield texts.rate(rate(_figure(f"{kind}预算数"), _figure(f"{kind}执行数"))), f"{kind}执行率"
    yield _figure("部门执行率得分") + _figure("得分"), "部门目标得分"


STANDS_FOR = MappingProxyType({str(figure): name for figure, name in _stands_for()})
"""The placeholders by the figures that stand for them, as these are written into a cell."""
