"""六、改进措施: the corrective actions recorded, by project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.language import _
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.parts import Heading, Paragraph, Part
from evaltool.reports.word.phrases import gap, listed, named, one_line, prose, quoted
from scoring.checks.texts import says_something
from scoring.scores import ExecutionScore, IndicatorScore


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    yield Heading(1, _("改进措施"))
    for project in card.score.applying:
        yield Heading(2, named(project.name))
        yield from _of(project.indicators, project.execution)
    if card.score.objectives:
        yield Heading(2, _("部门绩效目标"))
        yield from _of(card.score.objectives, card.score.execution)
    if not card.score.applying and not card.score.objectives:
        yield Paragraph(prose(_("没有计分的项目和部门绩效目标，改进措施{gap}").format(gap=gap())))


def _of(lines: Sequence[IndicatorScore], execution: ExecutionScore | None) -> Iterator[Part]:
    """The actions recorded, then what lost points without one; of execution no action can be recorded."""
    acted = [line for line in lines if says_something(line.outcome.action)]
    for line in acted:
        facts = {"name": quoted(line.indicator.name), "action": one_line(line.outcome.action)}
        yield Paragraph(prose(_("{name}：{action}").format(**facts)))
    without = [line.indicator.name for line in lines if _is_lossy(line) and line not in acted]
    if execution is not None and _is_lossy(execution):
        without.append(_("预算执行率"))
    if without:
        missing = gap(_("未填写改进措施"))
        yield Paragraph(prose(_("扣分的{names}：{gap}").format(names=listed(without), gap=missing)))
    if not acted and not without:
        yield Paragraph(prose(_("没有已确定的扣分，改进措施{gap}").format(gap=gap())))


def _is_lossy(line: IndicatorScore | ExecutionScore) -> bool:
    return line.lost is not None and line.lost > 0
