"""What a form may say of the department, of the rulebook and of the print itself."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from evaltool import __version__
from evaltool.language import N_, _
from evaltool.reports import texts, titles
from evaltool.reports.money import rate
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Value
from evaltool.reports.template.names.kinds import Kind, Placeholder
from evaltool.reports.whole.form import in_force, notes
from evaltool.wording import term
from scoring.model import OVERALL, DepartmentOutcome, People
from scoring.scores import ExecutionScore, Method


def _people(card: Scorecard) -> People:
    return _outcome(card).people


def _outcome(card: Scorecard) -> DepartmentOutcome:
    return card.dossier.outcomes.department


def _titled(title: str, text: str) -> str:
    return _("{name}：{text}").format(name=title, text=text) if text else title


def _expected(card: Scorecard) -> str:
    """The overall objective, then the numbered ones under their titles."""
    numbered = [_titled(one.title, one.text) for one in card.department.objectives]
    return "\n".join(text for text in (card.department.objective, *numbered) if text)


def _achieved(card: Scorecard) -> str:
    """What was achieved of each of them, likewise."""
    achieved = _outcome(card).achieved
    numbered = [_titled(title, text) for title, text in achieved.items() if text and title != OVERALL]
    return "\n".join(text for text in (achieved.get(OVERALL, ""), *numbered) if text)


def _of_execution(part: Callable[[ExecutionScore], Value]) -> Callable[[Scorecard], Value]:
    """A part of the execution of the whole; — where the department has no clauses of its own."""

    def value(card: Scorecard) -> Value:
        execution = in_force(card.score).execution
        return texts.NOTHING if execution is None else part(execution)

    return value


def _amount(name: str) -> Callable[[Scorecard], Value]:
    def value(card: Scorecard) -> Value:
        figure: Decimal | None = getattr(_outcome(card), name)
        return texts.amount(figure)

    return value


def _rate(kind: str) -> Callable[[Scorecard], Value]:
    def value(card: Scorecard) -> Value:
        outcome = _outcome(card)
        return texts.rate(rate(getattr(outcome, f"{kind}_budget"), getattr(outcome, f"{kind}_spent")))

    return value


def _score(method: Method) -> Value:
    return texts.figure(method.score)


def _grade(method: Method) -> str:
    return texts.grade_of(method.score, method.grade)


def _coded(card: Scorecard) -> str:
    return titles.coded(card.department.name, card.department.code)


def _headline(card: Scorecard) -> Method:
    return card.score.methods[card.score.headline]


OF_DEPARTMENT: tuple[Placeholder[Scorecard], ...] = (
    Placeholder("部门名称", N_("部门（单位）的名称"), lambda card: card.department.name),
    Placeholder(
        "部门编码",
        N_("部门（单位）的编码"),
        lambda card: titles.own_code(card.department.code, card.department.name),
    ),
    Placeholder("年度", N_("年度，四位数"), lambda card: str(card.department.year or "    ")),
    Placeholder("主管部门", N_("主管部门"), lambda card: _people(card).authority),
    Placeholder("填报人", N_("填报人"), lambda card: _people(card).preparer),
    Placeholder("联系电话", N_("联系电话"), lambda card: _people(card).phone),
    Placeholder("审核人", N_("审核人"), lambda card: _people(card).reviewer),
    Placeholder("填报日期", N_("填报日期"), lambda card: _people(card).prepared_on),
    Placeholder("部门名称及编码", N_("部门（单位）的名称，编码在括号内"), _coded),
    Placeholder(
        "部门得分",
        N_("部门得分，按评分规则所定的计算方式"),
        lambda card: _score(_headline(card)),
        Kind.POINTS,
    ),
    Placeholder("部门等级", N_("部门得分的等级"), lambda card: _grade(_headline(card))),
    Placeholder("部门得分方式", N_("部门得分的计算方式"), lambda card: term(card.score.headline)),
    Placeholder("部门得分说明", N_("该方式的说明"), lambda card: term(f"{card.score.headline}.what")),
    Placeholder(
        "部门目标得分",
        N_("部门自身绩效目标与预算执行的得分"),
        lambda card: _score(in_force(card.score)),
        Kind.POINTS,
    ),
    Placeholder("部门目标等级", N_("部门自身绩效目标得分的等级"), lambda card: _grade(in_force(card.score))),
    Placeholder(
        "部门目标计分方式", N_("部门自身绩效目标的计分方式"), lambda card: term(in_force(card.score).code)
    ),
    Placeholder(
        "部门评分说明",
        N_("部门得分如何得出，每句一行"),
        lambda card: notes(card, in_force(card.score)),
    ),
    Placeholder("部门目标", N_("部门总体绩效目标和各项目标"), _expected),
    Placeholder("部门完成情况", N_("部门绩效目标的实际完成情况"), _achieved),
    Placeholder("基本支出预算数", N_("基本支出预算数（万元）"), _amount("basic_budget"), Kind.AMOUNT),
    Placeholder("基本支出执行数", N_("基本支出执行数（万元）"), _amount("basic_spent"), Kind.AMOUNT),
    Placeholder("基本支出执行率", N_("基本支出的预算执行率"), _rate("basic"), Kind.RATE),
    Placeholder("项目支出预算数", N_("项目支出预算数（万元）"), _amount("project_budget"), Kind.AMOUNT),
    Placeholder("项目支出执行数", N_("项目支出执行数（万元）"), _amount("project_spent"), Kind.AMOUNT),
    Placeholder("项目支出执行率", N_("项目支出的预算执行率"), _rate("project"), Kind.RATE),
    Placeholder(
        "部门预算数",
        N_("部门整体预算数（万元）"),
        _of_execution(lambda one: texts.amount(one.budget)),
        Kind.AMOUNT,
    ),
    Placeholder(
        "部门执行数",
        N_("部门整体执行数（万元）"),
        _of_execution(lambda one: texts.amount(one.spent)),
        Kind.AMOUNT,
    ),
    Placeholder(
        "部门执行率", N_("部门整体预算执行率"), _of_execution(lambda one: texts.rate(one.rate)), Kind.RATE
    ),
    Placeholder(
        "部门执行率分值", N_("部门预算执行率的分值"), _of_execution(texts.execution_weight), Kind.POINTS
    ),
    Placeholder(
        "部门执行率得分",
        N_("部门预算执行率的得分"),
        _of_execution(lambda one: texts.points(one.score, one.status)),
        Kind.POINTS,
    ),
    Placeholder("评分规则", N_("评分规则的名称"), lambda card: card.rulebook.title),
    Placeholder("规则编号", N_("评分规则的编号"), lambda card: card.rulebook.id),
    Placeholder("规则版本", N_("评分规则的版本"), lambda card: card.rulebook.version),
    Placeholder("规则校验", N_("评分规则的内容校验"), lambda card: card.rulebook.hash),
    Placeholder("数据校验", N_("全部计分数据的校验"), lambda card: card.inputs),
    Placeholder("页脚标识", N_("规则编号、版本、校验和数据校验，可放在页脚"), lambda card: card.mark),
    Placeholder("生成日期", N_("生成本表的日期"), lambda card: card.made_on.isoformat()),
    Placeholder("程序版本", N_("evaltool 的版本"), lambda _card: __version__),
)
