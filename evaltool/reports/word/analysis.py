"""四、各级指标分析: level by level what was reached and earned, then the execution, then the totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.lines import told
from evaltool.reports.word.parts import Heading, Paragraph, Part
from evaltool.reports.word.phrases import (
    clauses,
    earned,
    graded,
    interval,
    named,
    one_line,
    points,
    prose,
    quoted,
    said,
    worked,
)
from evaltool.wording import term
from scoring.scores import (
    OWN_OBJECTIVES,
    ExecutionScore,
    IndicatorScore,
    LevelScore,
    Method,
    ProjectScore,
    Status,
    levels_of,
)

MEANS = frozenset({"budget_weighted", "plain_mean", "given_weights"})
"""Figures over projects; no document makes one of them the department's score."""

AS_USUAL = frozenset({"total", "total.open"})
"""Steps of a total that say no more than its sum."""


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    score = card.score
    counting = score.applying
    yield Heading(1, _("各级指标分析"))
    every = [line for project in counting for line in project.indicators]
    for level1 in dict.fromkeys(line.indicator.level1 for line in every):
        yield Heading(2, level1 or _("未注明一级指标"))
        if len(counting) > 1:
            yield from _level(_("各项目合计，"), [line for line in every if line.indicator.level1 == level1])
        for project in counting:
            yield from _of_project(project, level1, is_alone=len(counting) == 1)
    if counting:
        yield Heading(2, _("预算执行率"))
        yield Paragraph(prose(*(_execution(quoted(project.name), project.execution) for project in counting)))
    if score.objectives:
        yield Heading(2, _("部门绩效目标"))
        yield from _own(card)
    yield Heading(2, _("综合得分"))
    for project in score.projects:
        yield Paragraph(prose(_total(project)))
    if not score.projects:
        yield Paragraph(prose(_("没有申报项目，没有项目总分")))
    elif card.rulebook.rounding.point.value == "total":
        words = _("总分由未舍入的各行得分相加，只舍入一次，可能与各行之和略有出入")
        yield Paragraph(prose(words))
    shown = dict.fromkeys((score.headline, OWN_OBJECTIVES))
    for code in shown:
        yield Paragraph(prose(*_figure(score.methods[code], is_headline=code == score.headline)))


def _of_project(project: ProjectScore, level1: str, *, is_alone: bool) -> Iterator[Part]:
    lines = [line for line in project.indicators if line.indicator.level1 == level1]
    if not lines:
        return
    if not is_alone:
        yield Heading(3, named(project.name))
    if is_alone or len(lines) > 1:
        yield from _level("", lines)
    for level2, inside in groupby(lines, key=lambda line: line.indicator.level2):
        words = _("{level}：{sentences}") if level2 else "{sentences}"
        yield Paragraph(words.format(level=one_line(level2), sentences=prose(*map(told, inside))))


def _level(of: str, lines: Sequence[IndicatorScore]) -> Iterator[Part]:
    """The level's points in one sentence; none where nothing of it counts."""
    level = next((level for level in levels_of(lines) if not level.level2), None)
    if level is not None:
        yield Paragraph(prose(of + _level_sentence(level)))


def _level_sentence(level: LevelScore) -> str:
    head = _("计分的指标{count}项").format(count=level.lines)
    if level.unweighted:
        return clauses(head, _("分值尚未确定，暂不计分"))
    facts = {"head": head, "weight": points(level.weight), "earned": earned(level.score)}
    body = _("{head}，分值{weight}分，{earned}").format(**facts)
    if level.earned is None:
        return body
    return clauses(body, _("得分率{rate}").format(rate=texts.percent(level.earned)))


def _execution(name: str, execution: ExecutionScore) -> str:
    if execution.status is Status.NOT_APPLICABLE:
        return _("{name}预算执行率不适用，不计分").format(name=name)
    weight = points(execution.weight)
    if execution.score.value is None:
        facts = {"name": name, "interval": interval(execution.score), "weight": weight}
        words = _("{name}得分{interval}（满分{weight}分），{why}")
        return words.format(**facts, why=said(execution.working))
    scored = _("{earned}（满分{weight}分）").format(earned=earned(execution.score), weight=weight)
    rate = _("执行率{rate}").format(rate=texts.percent(execution.rate)) if execution.rate is not None else ""
    is_usual = execution.rule == "execution" and rate and not execution.budget_inferred
    why = "" if is_usual else worked(execution.working)
    return _("{name}{told}").format(name=name, told=clauses(rate, scored, why))


def _own(card: Scorecard) -> Iterator[Part]:
    """The department's own clauses by objective, in the points of its own-objectives figure."""
    method = card.score.methods[OWN_OBJECTIVES]
    if method.score is None:
        why = said(method.working)
        yield Paragraph(prose(_("部门绩效目标的得分无法评定：{why}").format(why=why)))
        return
    yield Paragraph(prose(_("以下得分按“{method}”的口径计算").format(method=term(method.code))))
    for objective, inside in groupby(method.lines, key=lambda line: line.indicator.key.objective):
        lines = list(inside)
        yield Heading(3, named(objective), is_numbered=False)
        if len(lines) > 1:
            yield from _level("", lines)
        yield Paragraph(prose(*map(told, lines)))
    if method.execution is not None:
        yield Paragraph(prose(_execution(_("部门整体支出"), method.execution)))


def _total(project: ProjectScore) -> str:
    name = quoted(project.name)
    if project.score is None:
        why = said(step for step in project.working if not step.code.startswith("weights."))
        return _("{name}没有总分：{why}").format(name=name, why=why)
    if project.score.value is None:
        total = _("{name}总分{interval}").format(name=name, interval=interval(project.score))
    else:
        total = _("{name}总分{score}分").format(name=name, score=points(project.score.value))
    steps = [step for step in project.working if step.code.startswith("total") and step.code not in AS_USUAL]
    return clauses(total, graded(project.grade), said(steps))


def _figure(method: Method, *, is_headline: bool) -> Iterator[str]:
    """A figure for the department as a whole, named as what it is."""
    name = quoted(term(method.code))
    words = _("评分规则采用的部门口径为{name}") if is_headline else _("另一口径为{name}")
    head = words.format(name=name)
    if method.score is None:
        yield _("{head}，无法评定：{why}").format(head=head, why=said(method.working))
        return
    yield clauses(head, earned(method.score), graded(method.grade))
    yield one_line(term(f"{method.code}.what"))
    if method.code in MEANS:
        yield _("该数不是部门整体自评得分")
