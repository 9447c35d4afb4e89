"""An interval holds every total that can still come of it, whatever is filled in later."""

from __future__ import annotations

from dataclasses import replace

from dossier_strategies import actuals, dossiers, figures, shares
from hypothesis import event, given
from hypothesis import strategies as st

from scoring.evaluate import evaluate
from scoring.model import Dossier, Funds, Key, Outcome, ProjectOutcome, State, Target
from scoring.scores import ProjectScore, Score


def _within(inner: Score, outer: Score) -> bool:
    return outer.low <= inner.low <= inner.high <= outer.high


@st.composite
def completions(draw: st.DrawFn, dossier: Dossier) -> Dossier:
    """The dossier with some of what is missing filled in: actuals, shares, money, or 不适用."""
    achieved: dict[Key, Outcome] = dict(dossier.outcomes.indicators)
    for indicator in dossier.department.indicators():
        if indicator.key in dossier.overrides:
            continue  # a person has settled it
        achieved[indicator.key] = draw(_completed(achieved[indicator.key], indicator.target))
    money: dict[str, ProjectOutcome] = dict(dossier.outcomes.projects)
    for code, outcome in money.items():
        if outcome.money.spent.known is None:
            money[code] = draw(_spent(outcome))
    return replace(dossier, outcomes=replace(dossier.outcomes, indicators=achieved, projects=money))


def _completed(outcome: Outcome, target: Target) -> st.SearchStrategy[Outcome]:
    if outcome.state is State.NOT_APPLICABLE:
        return st.just(outcome)
    if outcome.actual is None:
        cancelled = replace(outcome, state=State.NOT_APPLICABLE, reason="取消")
        answered = actuals(target).map(lambda pair: replace(outcome, actual=pair[0], share=pair[1]))
        return st.one_of(answered, answered, st.just(outcome), st.just(cancelled))
    if outcome.actual.band is not None and outcome.share is None:
        # What has a band does apply: to cancel it now would be to change what was recorded.
        chosen = shares(outcome.actual.band).map(lambda share: replace(outcome, share=share))
        return st.one_of(chosen, st.just(outcome))
    return st.just(outcome)


def _spent(outcome: ProjectOutcome) -> st.SearchStrategy[ProjectOutcome]:
    spent = figures(0, 400).map(
        lambda amount: replace(outcome, money=replace(outcome.money, spent=Funds(amount)))
    )
    without = replace(outcome, execution=State.NOT_APPLICABLE, execution_reason="预算收回")
    return st.one_of(spent, st.just(outcome), st.just(without))


@given(st.data())
def test_whatever_is_filled_in_later_the_total_stays_inside_the_interval(data: st.DataObject):
    dossier = data.draw(dossiers())
    before = evaluate(dossier)
    after = evaluate(data.draw(completions(dossier)))
    for one, other in zip(before.projects, after.projects, strict=True):
        if one.score is not None and other.score is not None:
            assert _within(other.score, one.score), (one.score, other.score)
            event(_kind(one, other))


def _kind(before: ProjectScore, after: ProjectScore) -> str:
    was_open = before.score is not None and before.score.value is None
    settled = after.score is not None and after.score.value is not None
    return f"{'open' if was_open else 'settled'} before, {'settled' if settled else 'open'} after"


@given(st.data())
def test_the_department_figure_stays_inside_its_interval_while_every_project_counts(data: st.DataObject):
    dossier = data.draw(dossiers(most=3))
    before = evaluate(dossier)
    after = evaluate(data.draw(completions(dossier)))
    counted = [[project.score is not None for project in score.projects] for score in (before, after)]
    one, other = before.methods["budget_weighted"].score, after.methods["budget_weighted"].score
    if one is not None and other is not None and counted[0] == counted[1]:
        assert _within(other, one)
