"""五、扣分与偏差原因: lines that lost points, scores that a person set, targets far surpassed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.parts import Heading, Paragraph, Part
from evaltool.reports.word.phrases import gap, named, one_line, points, prose, quoted, written
from evaltool.wording import score as score_text
from evaltool.wording import term
from scoring.compared import Loss, Losses, losses_of, losses_of_project, own_losses
from scoring.scores import OWN_OBJECTIVES, ExecutionScore, IndicatorScore

FAR_ABOVE = frozenset({"over.note", "over.reason"})
"""Findings about a line far above its target."""


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    yield Heading(1, _("扣分与偏差原因"))
    yield Heading(2, _("扣分情况"))
    yield Paragraph(prose(*_summary(_("各项目"), losses_of(card.score, card.dossier))))
    for project in card.score.applying:
        losses = losses_of_project(project, card.dossier)
        if losses.lines:
            yield Heading(3, named(project.name))
            yield from _lost(card, losses.lines)
    own = own_losses(card.score)
    if card.score.objectives:
        words = _("部门绩效目标（{method}）").format(method=term(OWN_OBJECTIVES))
        yield Heading(3, words)
        yield Paragraph(prose(*_summary(_("部门绩效目标"), own)))
        yield from _lost(card, own.lines)
    lines = [line for project in card.score.projects for line in project.indicators]
    yield from _by_hand([*lines, *card.score.objectives])
    yield from _far_above(card, [*lines, *card.score.objectives])


def _summary(of: str, losses: Losses) -> Iterator[str]:
    if losses.lines:
        facts = {"of": of, "count": len(losses.lines), "points": points(losses.points)}
        yield _("{of}扣分共{count}项，合计扣{points}分").format(**facts)
    else:
        yield _("{of}没有已确定的扣分").format(of=of)
    if losses.open:
        yield _("另有{count}项得分尚未确定，是否扣分待定").format(count=losses.open)


def _lost(card: Scorecard, lines: Sequence[Loss]) -> Iterator[Part]:
    for loss in lines:
        reason = _reason(card, loss)
        facts = {"name": quoted(_name(loss)), "lost": points(loss.points), "reason": reason}
        weight, earned = loss.line.weight or loss.points, loss.line.score.low
        words = _("{name}扣{lost}分（满分{weight}分，得{earned}分），偏差原因：{reason}")
        yield Paragraph(prose(words.format(**facts, weight=points(weight), earned=points(earned))))


def _name(loss: Loss) -> str:
    return _("预算执行率") if isinstance(loss.line, ExecutionScore) else loss.line.indicator.name


def _reason(card: Scorecard, loss: Loss) -> str:
    missing = _("未填写偏差原因")
    if isinstance(loss.line, IndicatorScore):
        return written(loss.line.outcome.reason, missing)
    return written(card.outcome_of(loss.project).execution_reason, missing)


def _by_hand(lines: Sequence[IndicatorScore]) -> Iterator[Part]:
    """Scores set by a person, beside the computed ones."""
    changed = [line for line in lines if line.override is not None]
    if changed:
        yield Heading(2, _("人工评分"))
    for line in changed:
        override = line.override
        assert override is not None  # noqa: S101 - filtered above
        facts = {
            "name": quoted(line.indicator.name),
            "computed": score_text(line.computed),
            "score": points(line.score.low),
            "reason": written(override.reason, _("未填写评分理由")),
            "who": one_line(override.who) or gap(_("评分人")),
        }
        words = _("{name}计算得分{computed}分，人工评定为{score}分，理由：{reason}，评分人：{who}")
        yield Paragraph(prose(words.format(**facts)))


def _far_above(card: Scorecard, lines: Sequence[IndicatorScore]) -> Iterator[Part]:
    """Lines that the checks found far above their targets, with the reason given for it."""
    keys = {one.subject.indicator for one in card.score.findings if one.code in FAR_ABOVE}
    found = [
        (line, line.attainment)
        for line in lines
        if line.indicator.key in keys and line.attainment is not None
    ]
    if found:
        yield Heading(2, _("明显高于指标值的指标"))
    for line, attainment in found:
        facts = {
            "name": quoted(line.indicator.name),
            "target": one_line(texts.target(line)),
            "actual": one_line(texts.actual(line)),
            "rate": texts.percent(attainment),
            "reason": written(line.outcome.reason, _("未填写偏差原因")),
        }
        words = _("{name}指标值为{target}，实际完成{actual}，完成率{rate}，原因：{reason}")
        yield Paragraph(prose(words.format(**facts)))
