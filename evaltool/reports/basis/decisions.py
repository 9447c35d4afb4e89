"""What people decided, with their reasons: a computed score is a proposal, and who changes it says why."""

from __future__ import annotations

from collections.abc import Iterator

from evaltool.language import N_, _
from evaltool.reports import own_methods, texts, titles
from evaltool.reports.basis.columns import LAST
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE, POINTS
from evaltool.wording import field_name, term
from scoring.findings import plain
from scoring.model import ProjectOutcome, State
from scoring.scores import DepartmentScore, IndicatorScore, Status

SET: Columns = (
    (1, 1, N_("指标")),
    (2, 2, N_("计算得分")),
    (3, 3, N_("人工评分")),
    (4, 4, N_("评分人")),
    (5, LAST, N_("理由")),
)
ADJUSTED: Columns = (
    (1, 1, N_("指标")),
    (2, 3, N_("申报的指标值")),
    (4, 5, N_("调整后指标值")),
    (6, 6, N_("批复")),
)
LEFT_OUT: Columns = ((1, 1, N_("项目")), (2, 4, N_("不适用的内容")), (5, LAST, N_("理由")))
WEIGHTS: Columns = (
    (1, 1, N_("指标")),
    (2, 3, N_("申报的分值")),
    (4, 4, N_("设定的分值")),
    (5, LAST, N_("说明")),
)
OTHERS: Columns = ((1, 1, N_("项目或目标")), (2, 4, N_("事项")), (5, LAST, N_("决定")))


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write a table for each kind of decision that was made; none where nobody decided anything."""
    _scores(sheet, card)
    _targets(sheet, card)
    _left_out(sheet, card)
    _weights(sheet, card)
    _others(sheet, card)


def _of_projects(score: DepartmentScore) -> Iterator[tuple[str, IndicatorScore]]:
    return ((project.name, line) for project in score.projects for line in project.indicators)


def _once(score: DepartmentScore) -> Iterator[tuple[str, IndicatorScore]]:
    """Every line once, with the project or the objective that it belongs to."""
    yield from _of_projects(score)
    yield from ((line.indicator.key.objective, line) for line in score.objectives)


def _printed(score: DepartmentScore) -> Iterator[tuple[str, IndicatorScore]]:
    """Every line printed; a clause of the department once for each way of scoring it, which is named."""
    yield from _of_projects(score)
    methods = own_methods.shown(score)
    for method in methods:
        way = term(method.code) if len(methods) > 1 else ""
        yield from ((titles.coded(line.indicator.key.objective, way), line) for line in method.lines)


def _scores(sheet: Sheet, card: Scorecard) -> None:
    found = [
        (whose, line, line.override) for whose, line in _printed(card.score) if line.override is not None
    ]
    if found:
        sheet.table(_("人工评分"), SET)
    for whose, line, override in found:
        sheet.add(
            Box(1, 1, _at(whose, line.indicator.name)),
            Box(2, 2, texts.total(line.computed), POINTS),
            Box(3, 3, line.score.value, POINTS),
            Box(4, 4, override.who or texts.NOTHING, CENTRE),
            Box(5, LAST, override.reason),
        )


def _targets(sheet: Sheet, card: Scorecard) -> None:
    found = [(whose, line, at) for whose, line in _once(card.score) if (at := line.outcome.adjusted)]
    if found:
        sheet.table(_("年度中调整的绩效目标"), ADJUSTED)
    for whose, line, adjusted in found:
        sheet.add(
            Box(1, 1, _at(whose, line.indicator.name)),
            Box(2, 3, texts.declared(line.indicator.target), CENTRE),
            Box(4, 5, texts.declared(adjusted.target), CENTRE),
            Box(6, 6, texts.approval(adjusted)),
        )


def _left_out(sheet: Sheet, card: Scorecard) -> None:
    found = list(_not_applicable(card))
    if found:
        sheet.table(_("不适用的内容及理由"), LEFT_OUT)
    for whose, what, reason in found:
        sheet.add(Box(1, 1, whose), Box(2, 4, what), Box(5, LAST, reason or _("未写明")))


def _not_applicable(card: Scorecard) -> Iterator[tuple[str, str, str]]:
    """Whose it is, what of it does not apply, and why; a project as a whole stands for all its lines."""
    recorded = card.dossier.outcomes.projects
    whole = {code for code, one in recorded.items() if one.state is State.NOT_APPLICABLE}
    for project in card.score.projects:
        outcome = recorded.get(project.code)
        if outcome is None:
            continue
        if project.code in whole:
            yield project.name, _("整个项目"), outcome.reason
        elif outcome.execution is State.NOT_APPLICABLE:
            yield project.name, _("预算执行率"), outcome.execution_reason
    for whose, line in _once(card.score):
        if line.status is Status.NOT_APPLICABLE and line.indicator.key.project not in whole:
            yield whose, line.indicator.name, line.outcome.reason


def _weights(sheet: Sheet, card: Scorecard) -> None:
    weights = card.dossier.weights
    found = [(whose, line) for whose, line in _once(card.score) if line.indicator.key in weights]
    if found:
        sheet.table(_("由人设定的分值"), WEIGHTS)
    for whose, line in found:
        given = weights[line.indicator.key]
        said = ""
        if line.weight not in (None, given) and line.status is not Status.NOT_APPLICABLE:
            said = _("折算后为 {weight} 分").format(weight=plain(line.weight))
        sheet.add(
            Box(1, 1, _at(whose, line.indicator.name)),
            Box(2, 3, texts.amount(line.indicator.weight), POINTS),
            Box(4, 4, given, POINTS),
            Box(5, LAST, said),
        )


def _others(sheet: Sheet, card: Scorecard) -> None:
    found = list(_decided(card))
    if found:
        sheet.table(_("其他由人决定的事项"), OTHERS)
    for whose, field, decided in found:
        sheet.add(Box(1, 1, whose), Box(2, 4, field_name(field)), Box(5, LAST, decided))


def _decided(card: Scorecard) -> Iterator[tuple[str, str, str]]:
    """Whose it is, the field's name in the record, and what was decided."""
    recorded = card.dossier.outcomes
    for project in card.score.projects:
        outcome = recorded.projects.get(project.code, ProjectOutcome())
        if outcome.weight_choice:
            yield project.name, "weight_choice", term(outcome.weight_choice)
        if outcome.completion:
            yield project.name, "completion", term(outcome.completion)
        if outcome.mean_weight is not None:
            yield project.name, "mean_weight", plain(outcome.mean_weight)
    for whose, line in _once(card.score):
        if line.outcome.steps is not None:
            yield _at(whose, line.indicator.name), "steps", line.outcome.steps.text
    if recorded.department.completion:
        yield card.department.name, "completion", term(recorded.department.completion)
    for title, weight in recorded.department.objective_weights.items():
        yield title, f"objective_weights:{title}", plain(weight)


def _at(whose: str, name: str) -> str:
    return " · ".join(part for part in (whose, name) if part)
