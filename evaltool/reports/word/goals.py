"""三、绩效目标完成情况: goals beside what is said to have come of them, and how many were met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.language import _
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.lines import counted, told
from evaltool.reports.word.parts import Heading, Paragraph, Part
from evaltool.reports.word.phrases import gap, named, one_line, prose, quoted
from scoring.model import OVERALL
from scoring.scores import IndicatorScore


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    yield Heading(1, _("绩效目标完成情况"))
    yield Heading(2, _("部门总体绩效目标"))
    yield from _overall(card)
    if card.department.objectives:
        yield Heading(2, _("部门分项绩效目标"))
        yield from _objectives(card)
    if card.department.projects:
        yield Heading(2, _("项目年度目标"))
        yield from _projects(card)
    yield Heading(2, _("指标完成情况"))
    yield from _counts(card)


def _overall(card: Scorecard) -> Iterator[Part]:
    department, recorded = card.department, card.dossier.outcomes.department.achieved
    if not department.objective:
        yield Paragraph(
            prose(_("没有申报部门总体绩效目标"), _achieved(recorded.get(OVERALL, ""), is_asked=False))
        )
        return
    yield Paragraph(_("预期目标：{text}").format(text=prose(one_line(department.objective))))
    yield Paragraph(prose(_achieved(recorded.get(OVERALL, ""))))
    if department.objective_indicators:
        names = [
            _("{name}（{target}）").format(name=quoted(one.name), target=one_line(one.target.text))
            for one in department.objective_indicators
        ]
        words = _("总体绩效目标中可衡量的内容共{count}项，只与分项目标核对，不重复计分：{names}")
        if any(line.indicator.key.objective == OVERALL for line in card.score.objectives):
            words = _("总体绩效目标中可衡量的内容共{count}项：{names}")
        yield Paragraph(prose(words.format(count=len(names), names=_("、").join(names))))
    yield from _clauses(card, OVERALL)


def _objectives(card: Scorecard) -> Iterator[Part]:
    recorded = card.dossier.outcomes.department.achieved
    for objective in card.department.objectives:
        yield Heading(3, named(objective.title), is_numbered=False)
        yield from (Paragraph(prose(one_line(line))) for line in objective.text.splitlines() if line.strip())
        yield Paragraph(prose(_achieved(recorded.get(objective.title, ""))))
        yield from _clauses(card, objective.title)


def _clauses(card: Scorecard, objective: str) -> Iterator[Part]:
    """The measurable clauses of an objective, each a sentence."""
    for line in card.score.objectives:
        if line.indicator.key.objective == objective:
            yield Paragraph(prose(told(line, with_points=False)))


def _projects(card: Scorecard) -> Iterator[Part]:
    for project in card.department.projects:
        recorded = card.outcome_of(project.code)
        yield Heading(3, named(project.name))
        expected = _("；").join(one_line(text) for text in project.objectives if text.strip())
        yield Paragraph(prose(_("预期目标：{text}").format(text=expected or gap(_("没有申报年度目标")))))
        yield Paragraph(prose(_achieved(recorded.achieved)))


def _achieved(text: str, *, is_asked: bool = True) -> str:
    """What is said to have come of a goal; nothing where none was asked for."""
    missing = gap(_("未填写实际完成情况")) if is_asked else ""
    achieved = one_line(text) or missing
    return _("实际完成情况：{text}").format(text=achieved) if achieved else ""


def _counts(card: Scorecard) -> Iterator[Part]:
    score = card.score
    counting = score.applying
    if not score.projects:
        yield Paragraph(prose(_("没有申报项目，没有项目绩效指标")))
    elif not counting:
        yield Paragraph(prose(_("申报的项目均不适用，没有计分的项目绩效指标")))
    else:
        everything = [line for project in counting for line in project.indicators]
        yield Paragraph(prose(_("各项目{counted}").format(counted=counted(everything))))
    if len(counting) > 1:
        each = ((project.name, project.indicators) for project in counting)
        yield Paragraph(prose(*(_counted(name, lines) for name, lines in each)))
    if score.objectives:
        yield Paragraph(prose(_counted(_("部门绩效目标"), score.objectives)))


def _counted(name: str, lines: Sequence[IndicatorScore]) -> str:
    return _("{name}{counted}").format(name=quoted(name), counted=counted(lines))
