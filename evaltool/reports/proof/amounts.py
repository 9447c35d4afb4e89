"""The budget that counts for 预算执行率 and what was spent of it, with the parts that these are sums of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaltool.formulas.exact import FIFTEEN, decimals, number
from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Formula, Value
from scoring.model import DepartmentOutcome, Funds, Project, ProjectOutcome
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore

BUDGET, INITIAL, SPENT = N_("全年预算数（万元）"), N_("年初预算数（万元）"), N_("全年执行数（万元）")
SUMMED, DECLARED, BOTH = N_("各来源合计"), N_("未录入，以申报的预算数代替"), N_("基本支出与项目支出合计")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in 万元: its parts where it is their sum, and what there is to say of it."""

    label: str
    figure: Decimal | None
    parts: Sequence[Decimal] = ()
    said: str = ""

    @property
    def typed(self) -> Decimal:
        """What a spreadsheet keeps of it."""
        return FIFTEEN.create_decimal(self.figure or Decimal(0))

    @property
    def value(self) -> Value:
        """The amount, or the sum of its parts as a formula."""
        if self.figure is None:
            return texts.NOTHING
        if len(self.parts) < 2 or self.typed != self.figure:
            return self.typed
        summed = "+".join(number(part) for part in self.parts).replace("+-", "-")
        return Formula(f"ROUND({summed},{max(map(decimals, self.parts))})")


Amounts = tuple[Amount, Amount]
"""The budget, and what was spent of it."""


def of_project(
    project: Project, outcome: ProjectOutcome, execution: ExecutionScore, rulebook: Rulebook
) -> Amounts:
    """The budget of a project that counts, and what was spent of it."""
    is_adjusted = rulebook.execution.budget.value == "adjusted"
    label = _(BUDGET) if is_adjusted else _(INITIAL)
    budget = _funds(label, outcome.money.adjusted if is_adjusted else outcome.money.initial)
    if execution.budget_inferred:
        budget = Amount(label, project.budget, said=_(DECLARED))
    return budget, _funds(_(SPENT), outcome.money.spent)


def of_department(outcome: DepartmentOutcome, execution: ExecutionScore) -> Amounts:
    """The budget of a department and what was spent of it, both 基本支出 + 项目支出."""
    kinds = (
        (_(BUDGET), execution.budget, (outcome.basic_budget, outcome.project_budget)),
        (_(SPENT), execution.spent, (outcome.basic_spent, outcome.project_spent)),
    )
    budget, spent = (
        Amount(label, figure, tuple(one for one in parts if one is not None), _(BOTH))
        for label, figure, parts in kinds
    )
    return budget, spent


def _funds(label: str, funds: Funds) -> Amount:
    parts = tuple(one for one in (funds.fiscal, funds.carried, funds.other) if one is not None)
    if funds.total is not None or not parts:
        return Amount(label, funds.known)
    return Amount(label, funds.known, parts, _(SUMMED))
