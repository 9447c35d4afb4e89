"""Planned against actual spending at the checkpoints of the year, on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.execution import budget_of
from scoring.model import CHECKPOINT_MONTHS, Checkpoint, Dossier, Project, ProjectOutcome
from scoring.rules import EXACT

YEAR_END = 12


@dataclass(frozen=True, slots=True)
class Spent:
    """What was to be spent by the end of a month and what was, in 万元; None where it is not known.

    `is_year` says that nothing was recorded for the year's end but what was spent in the whole year, which is
    the same. `plans` of several projects have an amount planned, and `actuals` of these one spent.
    """

    month: int
    planned: Decimal | None
    actual: Decimal | None
    is_year: bool = False
    plans: int = 0
    actuals: int = 0

    @property
    def ahead(self) -> Decimal | None:
        """How much more was spent than planned, in 万元; below 0 where it was less."""
        return None if self.planned is None or self.actual is None else self.actual - self.planned


@dataclass(frozen=True, slots=True)
class Spending:
    """The checkpoints, and the budget in 万元 that their percentages are of (None: there is none)."""

    budget: Decimal | None
    months: tuple[Spent, ...]

    @property
    def scale(self) -> Decimal:
        """The greatest amount there is: what a bar of full length stands for. 0 where there is none."""
        amounts = [self.budget, *(each for one in self.months for each in (one.planned, one.actual))]
        return max(amount or Decimal(0) for amount in (Decimal(0), *amounts))

    def of_budget(self, amount: Decimal | None) -> Fraction | None:
        """An amount as a share of the budget."""
        return None if amount is None or not self.budget else Fraction(amount) / Fraction(self.budget)


def spending(project: Project, dossier: Dossier) -> Spending:
    """A project's plan and spending. A plan in percent is of the declared budget, as documents have it."""
    outcome = dossier.outcomes.projects.get(project.code, ProjectOutcome())
    budget, _ = budget_of(project, outcome, dossier.rulebook)
    plan = {checkpoint.month: checkpoint for checkpoint in project.plan}
    return Spending(
        budget if budget is not None else project.budget,
        tuple(_month(month, plan.get(month), project, outcome) for month in CHECKPOINT_MONTHS),
    )


def spending_together(parts: Sequence[Spending]) -> Spending:
    """Several projects' plans and spending added up; an amount that one of them lacks leaves the sum open.

    What is spent is added up over the projects that have a plan for the month.
    """
    budgets = [part.budget for part in parts]
    months = zip(*(part.months for part in parts), strict=True)
    return Spending(_whole(budgets), tuple(map(_together, months)))


def _month(month: int, planned: Checkpoint | None, project: Project, outcome: ProjectOutcome) -> Spent:
    recorded = outcome.money.checkpoints.get(month)
    is_year = recorded is None and month == YEAR_END and outcome.money.spent.known is not None
    actual = outcome.money.spent.known if is_year else recorded
    amount = _amount(planned, project.budget)
    return Spent(month, amount, actual, is_year, int(amount is not None), int(actual is not None))


def _amount(planned: Checkpoint | None, budget: Decimal | None) -> Decimal | None:
    if planned is None:
        return None
    if planned.amount is not None:
        return planned.amount
    if planned.percent is None or budget is None:
        return None
    return EXACT.multiply(planned.percent, budget).scaleb(-2, EXACT)


def _together(parts: Sequence[Spent]) -> Spent:
    planned = [part for part in parts if part.planned is not None]
    actuals = [part.actual for part in planned]
    return Spent(
        parts[0].month,
        _whole([part.planned for part in planned]),
        _whole(actuals),
        any(part.is_year for part in planned),
        len(planned),
        sum(actual is not None for actual in actuals),
    )


def _whole(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where one is missing, or where there is none."""
    many = list(amounts)
    known = [amount for amount in many if amount is not None]
    return sum(known, Decimal(0)) if many and len(known) == len(many) else None
