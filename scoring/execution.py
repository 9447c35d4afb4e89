"""预算执行率: what was spent of the budget, as points."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import Project, ProjectOutcome, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, ExecutionScore, Fact, Score, Status, Step, rounding


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
    return score_amounts(budget, outcome.money.spent.known, weight, rulebook, subject, inferred=inferred)


def score_amounts(
    budget: Decimal | None,
    spent: Decimal | None,
    weight: Decimal,
    rulebook: Rulebook,
    subject: Subject,
    *,
    inferred: bool = False,
) -> tuple[ExecutionScore, tuple[Finding, ...]]:
    """Score spent against budget, both in 万元; open while one is missing, or cannot be computed with."""
    if budget is None or spent is None:
        step = Step("execution.waiting", {"weight": weight}, "execution.method")
        return _open(budget, spent, weight, Status.WAITING, step, inferred=inferred), ()
    if budget <= 0 or spent < 0:
        code = "execution.zero_budget" if budget == 0 else "execution.negative"
        step = Step(code, {"budget": budget, "spent": spent}, "execution.zero_budget")
        odd = finding(code, subject, budget=budget, spent=spent)
        return _open(budget, spent, weight, Status.UNREADABLE, step, inferred=inferred), (odd,)
    rate = Fraction(spent) / Fraction(budget)
    exact = rules.execution(Fraction(weight), Fraction(spent), Fraction(budget))
    points = rules.round_half_up(exact, rulebook.places)
    facts: dict[str, Fact] = {"weight": weight, "spent": spent, "budget": budget, "points": exact}
    working = [Step("execution", facts, "execution.method"), *rounding(exact, points)]
    if inferred:
        working.insert(
            0, Step("execution.declared_budget", {"budget": budget}, "execution.unrecorded_budget")
        )
    score = Score.settled(points)
    return ExecutionScore(
        budget, spent, rate, weight, score, Status.SCORED, "execution", inferred, tuple(working)
    ), ()


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
    return ExecutionScore(budget, spent, None, weight, score, status, "execution", inferred, (step,))
