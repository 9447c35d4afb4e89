"""What holds for every dossier, not only for the ones somebody thought of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from dossier_strategies import dossiers, outcomes
from hypothesis import event, given
from hypothesis import strategies as st

from scoring.evaluate import evaluate, evaluate_line, evaluate_project
from scoring.model import (
    Actual,
    Band,
    Dossier,
    Funds,
    Money,
    Outcome,
    Outcomes,
    ProjectOutcome,
    Sense,
    State,
    Target,
)
from scoring.rulebook.schema import METHODS
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, Score, Status


def _every_line(score: DepartmentScore) -> list[IndicatorScore]:
    return [*score.objectives, *(line for project in score.projects for line in project.indicators)]


def _every_execution(score: DepartmentScore) -> list[ExecutionScore]:
    own = [score.execution] if score.execution else []
    return [*own, *(project.execution for project in score.projects)]


@given(dossiers(readable=False, most=2))
def test_whatever_was_recorded_evaluation_gives_scores_and_findings_and_never_raises(dossier: Dossier):
    score = evaluate(dossier)
    assert len(score.projects) == len(dossier.department.projects)
    assert tuple(score.methods) == METHODS


@given(dossiers(readable=False))
def test_no_line_scores_below_nothing_or_above_its_weight(dossier: Dossier):
    score = evaluate(dossier)
    for part in (*_every_line(score), *_every_execution(score)):
        assert 0 <= part.score.low <= part.score.high <= (part.weight or 0)
    for line in _every_line(score):
        assert 0 <= line.computed.low <= line.computed.high <= (line.weight or 0)


@given(dossiers(readable=False))
def test_every_total_lies_between_0_and_100_and_a_settled_one_is_one_figure(dossier: Dossier):
    score = evaluate(dossier)
    totals = [project.score for project in score.projects] + [m.score for m in score.methods.values()]
    for total in totals:
        if total is not None:
            assert 0 <= total.low <= total.high <= 100
            assert total.value is None or total.low == total.high == total.value


@given(dossiers(readable=False))
def test_a_working_cites_only_clauses_that_the_rulebook_has(dossier: Dossier):
    score = evaluate(dossier)
    steps = [step for line in _every_line(score) for step in line.working]
    steps += [step for one in _every_execution(score) for step in one.working]
    steps += [step for project in score.projects for step in project.working]
    steps += [step for method in score.methods.values() for step in method.working]
    known = {clause.key for clause in score.rulebook.clauses()}
    assert {step.clause for step in steps} - {""} <= known


@given(dossiers())
def test_the_lines_add_up_to_the_total_to_the_last_hundredth(dossier: Dossier):
    for project in evaluate(dossier).projects:
        counted = [line for line in project.indicators if line.status is not Status.NOT_APPLICABLE]
        low = sum((line.score.low for line in counted), project.execution.score.low)
        high = sum((line.score.high for line in counted), project.execution.score.high)
        points = sum((line.weight or Decimal(0) for line in counted), project.execution.weight)
        assert project.available == points
        if project.score is not None and points == 100:
            assert (project.score.low, project.score.high) == (low, high)
        event(f"{'rescaled' if points != 100 else 'full'} total, {'open' if low != high else 'settled'}")


@given(dossiers(readable=False))
def test_levels_hold_every_line_that_counts_exactly_once(dossier: Dossier):
    for project in evaluate(dossier).projects:
        counted = [line for line in project.indicators if line.status is not Status.NOT_APPLICABLE]
        for second in (False, True):
            parts = [level for level in project.levels if bool(level.level2) == second]
            assert sum(part.weight for part in parts) == sum(line.weight or 0 for line in counted)
            assert sum(part.score.low for part in parts) == sum(line.score.low for line in counted)


def _just_met(target: Target) -> Outcome:
    if target.sense is Sense.QUALITATIVE:
        return Outcome(Actual(band=Band.MET), Decimal(100))
    if target.sense is Sense.YES_NO:
        return Outcome(Actual(yes=True))
    return Outcome(Actual(target.value, target.unit, target.date))


@given(dossiers(), st.sampled_from(sorted(State)))
def test_where_all_is_just_met_and_all_is_spent_the_total_is_100(dossier: Dossier, execution: State):
    (project,) = dossier.department.projects
    achieved = {line.key: _just_met(line.target) for line in project.indicators}
    money = Money(adjusted=Funds(Decimal(7)), spent=Funds(Decimal(7)))
    recorded = Outcomes(achieved, {project.code: ProjectOutcome(money, execution=execution)})
    (score,) = evaluate(replace(dossier, outcomes=recorded, overrides={})).projects
    assert score.score == Score.settled(Decimal(100))


@given(dossiers(most=3))
def test_the_weighted_mean_is_that_of_the_printed_totals(dossier: Dossier):
    score = evaluate(dossier)
    mean = score.methods["budget_weighted"].score
    counted = [project for project in score.projects if project.score is not None]
    if mean is None or mean.value is None:
        return
    parts: Mapping[str, Fraction] = {p.code: Fraction(p.execution.budget or 0) for p in counted}
    exact = sum(parts[p.code] * Fraction(p.score.low) for p in counted if p.score) / sum(parts.values())
    assert abs(Fraction(mean.value) - exact) <= Fraction(1, 2 * 10**score.rulebook.places)


@given(dossiers(most=3), st.permutations(range(3)))
def test_the_order_of_projects_changes_no_score(dossier: Dossier, order: list[int]):
    projects = dossier.department.projects
    turned = tuple(projects[i] for i in order if i < len(projects))
    other = replace(dossier, department=replace(dossier.department, projects=turned))
    assert {p.code: p for p in evaluate(other).projects} == {p.code: p for p in evaluate(dossier).projects}
    assert (
        evaluate(other).methods["budget_weighted"].score == evaluate(dossier).methods["budget_weighted"].score
    )


@given(st.data())
def test_scoring_one_line_again_gives_what_scoring_the_whole_project_gives(data: st.DataObject):
    dossier = data.draw(dossiers(readable=False))
    for project in dossier.department.projects:
        before, _findings = evaluate_project(project, dossier)
        for indicator in project.indicators:
            key = indicator.key
            achieved = {
                **dossier.outcomes.indicators,
                key: data.draw(outcomes(indicator.target, readable=False)),
            }
            after = replace(dossier, outcomes=replace(dossier.outcomes, indicators=achieved))
            whole, findings = evaluate_project(project, after)
            mine = tuple(one for one in findings if one.subject.indicator == key)
            assert evaluate_line(key, before, after) == (whole, mine)
