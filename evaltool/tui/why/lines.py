"""Why a line of a scorecard has its score: what it rests on, the rule, the working, the rounding."""

from __future__ import annotations

from collections.abc import Iterable

from evaltool import wording
from evaltool.language import _
from evaltool.tui.cells import one_line
from evaltool.tui.why import inputs
from evaltool.tui.why.branch import Branch
from evaltool.tui.why.clauses import of_rule, of_working
from scoring.findings import plain
from scoring.model import Dossier, Project
from scoring.scores import ExecutionScore, IndicatorScore, Score, Status, Step

OVERRIDE = "override"


def said(name: str, score: Score | None, weight: object) -> str:
    """A name with its score and the points that it is out of."""
    facts = {"name": one_line(name), "score": wording.score(score)}
    if weight is None:
        return _("{name}：得分 {score}（分值未定）").format(**facts)
    return _("{name}：得分 {score}（分值 {weight}）").format(**facts, weight=plain(weight))


def said_line(name: str, line: IndicatorScore | ExecutionScore) -> str:
    """A line's name with its score, or that it does not count."""
    if line.status is Status.NOT_APPLICABLE:
        return _("{name}：不计分").format(name=one_line(name))
    return said(name, line.score, line.weight)


def of_line(
    line: IndicatorScore, dossier: Dossier, weights: Iterable[Step], then: Iterable[Branch] = ()
) -> Branch:
    """An indicator's score; `weights` tell how points were spread, `then` is what the score counts into."""
    computed = [step for step in line.working if step.code != OVERRIDE]
    under = [
        *inputs.of_line(line, dossier, weights),
        of_rule(line.rule, computed, dossier.rulebook),
        *of_working(computed, dossier.rulebook),
        *_by_hand(line),
        *then,
    ]
    return Branch(said_line(line.indicator.name, line), tuple(under))


def _by_hand(line: IndicatorScore) -> list[Branch]:
    """The score that a person set instead, beside the computed one."""
    steps = [step for step in line.working if step.code == OVERRIDE]
    beside = Branch(_("按规则计算的得分：{score}").format(score=wording.score(line.computed)))
    return [Branch(one_line(wording.say(step)), (beside,)) for step in steps]


def of_execution(
    execution: ExecutionScore,
    dossier: Dossier,
    project: Project | None,
    then: Iterable[Branch] = (),
) -> Branch:
    """The score of spending against budget, of a project or of the department as a whole."""
    under = [
        *inputs.of_execution(execution, dossier, project),
        of_rule(execution.rule, execution.working, dossier.rulebook),
        *of_working(execution.working, dossier.rulebook),
        *then,
    ]
    return Branch(said_line(_("预算执行率"), execution), tuple(under))
