"""预算执行率: what was spent of the budget, as points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import Completion, Project, ProjectOutcome, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, ExecutionScore, Fact, Score, Status, Step, printed, rounding


def budget_of(project: Project, outcome: ProjectOutcome, rulebook: Rulebook) -> tuple[Decimal | None, bool]:
    """The budget that counts, in 万元, and whether the declared one had to serve."""
    money = outcome.money
    recorded = (money.adjusted if rulebook.execution.budget.value == "adjusted" else money.initial).known
    if recorded is not None or rulebook.execution.unrecorded_budget.value != "declared":
        return recorded, False
    return project.budget, project.budget is not None


def score_execution(
    project: Project, outcome: ProjectOutcome, weight: Decimal, rulebook: Rulebook
) -> tuple[ExecutionScore, tuple[Finding, ...]]:
    """Score a project's execution; open while an amount is missing or the budget is 0."""
    subject = Subject(project.code, field="money.spent.total")
    budget, inferred = budget_of(project, outcome, rulebook)
    if outcome.execution is State.NOT_APPLICABLE:
        step = Step(
            "execution.not_applicable", {"reason": outcome.execution_reason}, "execution.not_applicable"
        )
        spent = outcome.money.spent.known
        nothing = Score.settled(ZERO)
        return ExecutionScore(
            budget, spent, None, ZERO, nothing, Status.NOT_APPLICABLE, "not_applicable", inferred, (step,)
        ), ()
    spent = outcome.money.spent.known
    done = outcome.completion
    return score_amounts(budget, spent, weight, rulebook, subject, inferred=inferred, completion=done)


def score_amounts(
    budget: Decimal | None,
    spent: Decimal | None,
    weight: Decimal,
    rulebook: Rulebook,
    subject: Subject,
    *,
    inferred: bool = False,
    completion: Completion = Completion.OPEN,
) -> tuple[ExecutionScore, tuple[Finding, ...]]:
    """Score spent against budget, both in 万元; open while one is missing, or cannot be computed with."""
    rules_of = rulebook.execution
    amounts = (budget, spent, None, weight)
    if budget is None or spent is None:
        step = Step("execution.waiting", {"weight": weight}, rules_of.method.key)
        return _open(budget, spent, weight, Status.WAITING, step, inferred=inferred), ()
    if budget <= 0 or spent < 0:
        code = "execution.zero_budget" if budget == 0 else "execution.negative"
        odd = finding(code, subject, budget=budget, spent=spent)
        facts: dict[str, Fact] = {"budget": budget, "spent": spent}
        if budget == 0 and rules_of.zero_budget.value == "zero":
            step = Step("execution.zero_budget_zero", facts, rules_of.zero_budget.key)
            nothing = Score.settled(ZERO)
            return ExecutionScore(*amounts, nothing, Status.SCORED, "execution", inferred, (step,)), (odd,)
        step = Step(code, facts, rules_of.zero_budget.key)
        return _open(budget, spent, weight, Status.UNREADABLE, step, inferred=inferred), (odd,)
    rate = Fraction(spent) / Fraction(budget)
    exact, working = _points(rate, spent, budget, weight, rulebook, completion)
    points = printed(exact, weight, rulebook)
    if inferred:
        working = (
            Step("execution.declared_budget", {"budget": budget}, rules_of.unrecorded_budget.key),
            *working,
        )
    return ExecutionScore(
        budget,
        spent,
        rate,
        weight,
        Score.settled(points),
        Status.SCORED,
        "execution" if rules_of.method.value == "proportion" else "execution.steps",
        inferred,
        (*working, *rounding(exact, points, rulebook)),
        (exact, exact),
    ), tuple(_unsaid(rate, rulebook, completion, subject))


def _points(
    rate: Fraction, spent: Decimal, budget: Decimal, weight: Decimal, rulebook: Rulebook, done: Completion
) -> tuple[Fraction, tuple[Step, ...]]:
    """Points of an execution rate: in proportion or in steps, or all of them for a finished project."""
    rules_of, w = rulebook.execution, Fraction(weight)
    facts: dict[str, Fact] = {"weight": weight, "spent": spent, "budget": budget}
    if rules_of.method.value == "proportion":
        exact = rules.execution(w, Fraction(spent), Fraction(budget))
        return exact, (Step("execution", {**facts, "points": exact}, rules_of.method.key),)
    if _asks_whether_finished(rate, rulebook) and done is Completion.FINISHED:
        return w, (Step("execution.finished", {**facts, "rate": rate}, rules_of.finished.key),)
    table = rules_of.steps.value
    reached = rules.step(rate * 100, table)
    limit, award = reached or (Fraction(0), Fraction(0))
    exact = w * award / Fraction(table.full)
    said: dict[str, Fact] = {**facts, "rate": rate * 100, "limit": limit, "award": award, "points": exact}
    step = Step("execution.steps", said, rules_of.steps.key)
    if not _asks_whether_finished(rate, rulebook):
        return exact, (step,)
    return exact, (Step("execution.unfinished", clause=rules_of.finished.key), step)


def _asks_whether_finished(rate: Fraction, rulebook: Rulebook) -> bool:
    """Whether it matters that all was finished: spent within the budget, and not all of it."""
    execution = rulebook.execution
    return execution.method.value == "steps" and execution.finished.value == "full_within_budget" and rate < 1


def _unsaid(
    rate: Fraction, rulebook: Rulebook, completion: Completion, subject: Subject
) -> Iterator[Finding]:
    """Where it matters and nobody has said whether all was finished, it counts as unfinished."""
    if _asks_whether_finished(rate, rulebook) and completion is Completion.OPEN:
        place = Subject(subject.project, field="completion")
        yield finding("execution.completion_open", place, rate=rules.round_half_up(rate * 100))


def _open(
    budget: Decimal | None,
    spent: Decimal | None,
    weight: Decimal,
    status: Status,
    step: Step,
    *,
    inferred: bool,
) -> ExecutionScore:
    score = Score.open(ZERO, weight) if weight else Score.settled(ZERO)
    exact = (Fraction(0), Fraction(weight))
    return ExecutionScore(budget, spent, None, weight, score, status, "execution", inferred, (step,), exact)
