"""预算执行率 in the proof: the amounts that count, and their points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import at
from evaltool.formulas.exact import FIFTEEN, TOO_LONG, Inexpressible, Quotient, decimals, is_exact_at, number
from evaltool.formulas.execution_points import NO_CAP, cap_of_zero, execution_points, known_cap, least_cap
from evaltool.formulas.total_formulas import Execution
from evaltool.formulas.words import COMPLETIONS
from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.proof.checks import AGREES, EXACT, IMPOSSIBLE, UNROUNDED, Check
from evaltool.reports.proof.columns import ACTUAL, CHECK, NAME, PRINTED, SCALED, SHARE, TARGET, WHOLE
from evaltool.reports.proof.rows import Row, Writer
from evaltool.reports.sheet import Box, Formula, Value
from evaltool.sheets.looks import MONEY, PERCENT
from scoring.model import Completion, DepartmentOutcome, Funds, Project, ProjectOutcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, Status

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


@dataclass(frozen=True, slots=True)
class Rate:
    """What the others need of a rate: the row of its budget, and what a total takes from it.

    `caps`: how a total under its caps is compared; some limits no formula can say.
    """

    budget_row: int
    execution: Execution
    caps: Check = EXACT


def write(
    writer: Writer,
    amounts: Amounts,
    execution: ExecutionScore,
    completion: Completion,
    subject: Subject | None,
) -> Rate:
    """Write the amounts and the rate."""
    scale = 10 ** max(decimals(one.typed) for one in amounts)
    rows = [_amount(writer, one, scale) for one in amounts]
    wholes = at(SCALED, rows[0]), at(SCALED, rows[1])
    cells, place = writer.cells(), writer.sheet.row
    is_out = execution.status is Status.NOT_APPLICABLE
    text, low, high, check = "", "0", cells.weight if execution.weight else "0", EXACT
    caps, of_caps = _open_caps(execution, writer.rulebook), EXACT
    is_unrounded = writer.rulebook.rounding.point.value == "total"
    if execution.status is Status.SCORED:
        points = _Points(execution, amounts, wholes, at(TARGET, place), writer.rulebook, scale)
        text, check = points.text()
        low = high = cells.score
        if not check.is_possible:
            low = high = at(PRINTED, place)
        elif is_unrounded:
            low = high = points.unrounded()
        elif check.within:
            low = high = f'IF({at(CHECK, place)}="{_(AGREES)}",{at(PRINTED, place)},{cells.score})'
        caps, of_caps = points.caps()
    elif execution.score.value is not None:
        text, low, high = "" if is_out else "0", "0", "0"
    rate = None if execution.rate is None else Formula(f"{at(ACTUAL, rows[1])}/{at(ACTUAL, rows[0])}")
    is_asked = writer.rulebook.execution.finished.value == "full_within_budget"
    writer.row(
        Row(
            _("预算执行率"),
            texts.points(execution.score, execution.status),
            execution.score,
            "" if is_out else texts.template(execution.status),
            subject,
            rule=_said(writer, execution),
            target=COMPLETIONS.get(completion, "") if is_asked else "",
            actual=rate,
            look=PERCENT,
            weight=texts.NOTHING if is_out else execution.weight,
            text=text,
            low=low,
            high=high,
            counted=number(execution.weight),
            check=check,
        )
    )
    return Rate(rows[0], Execution(execution.weight, cells.low, cells.high, "", caps), of_caps)


def _amount(writer: Writer, amount: Amount, scale: int) -> int:
    row = writer.sheet.row
    boxes = [
        Box(NAME, TARGET, amount.label),
        Box(ACTUAL, ACTUAL, amount.value, MONEY),
        Box(SHARE, CHECK, amount.said),
    ]
    if amount.figure is not None:
        boxes.append(Box(SCALED, SCALED, Formula(f"ROUND({at(ACTUAL, row)}*{scale},0)"), WHOLE))
    return writer.sheet.add(*boxes)


def _said(writer: Writer, execution: ExecutionScore) -> str:
    if execution.status is not Status.SCORED or execution.rate is None:
        return writer.said(execution.working)
    return writer.rule(execution.rule, execution.working)


def _open_caps(execution: ExecutionScore, rulebook: Rulebook) -> tuple[str, str]:
    """While the rate is open any cap may still come; where it does not apply none does."""
    if not rulebook.total.caps.value or execution.status is Status.NOT_APPLICABLE:
        return "", ""
    return least_cap(rulebook), NO_CAP


@dataclass(frozen=True, slots=True)
class _Points:
    """The points of a rate that is known, from the whole amounts in two cells."""

    execution: ExecutionScore
    amounts: Amounts
    wholes: tuple[str, str]
    finished: str
    rulebook: Rulebook
    scale: int

    def text(self) -> tuple[str, Check]:
        """The formula, and how it is compared."""
        if self.execution.rate is None:
            return f"IF({self.wholes[0]}=0,0,0)", EXACT
        try:
            rounds = self._is_exact()
            if not rounds and self.rulebook.execution.method.value == "steps":
                return "", IMPOSSIBLE
            return self._of(rounds=rounds), EXACT if rounds else UNROUNDED
        except Inexpressible:
            return "", IMPOSSIBLE

    def unrounded(self) -> str:
        """The points before any rounding."""
        return "0" if self.execution.rate is None else self._of(rounds=False)

    def caps(self) -> tuple[tuple[str, str], Check]:
        """The cap that this rate puts on a total, and how that one is compared."""
        if not self.rulebook.total.caps.value:
            return ("", ""), EXACT
        if self.execution.rate is None:
            return (cap_of_zero(self.rulebook),) * 2, EXACT
        try:
            cap = known_cap(*self.wholes, self.rulebook)
        except Inexpressible:
            return ("", ""), IMPOSSIBLE
        return (cap, cap), EXACT

    def _of(self, *, rounds: bool) -> str:
        weight = self.execution.weight
        return execution_points(
            weight, number(weight), *self.wholes, self.finished, self.rulebook, rounds=rounds
        )

    def _is_exact(self) -> bool:
        budget, spent = (Fraction(one.typed) * self.scale for one in self.amounts)
        if any(one.typed != one.figure for one in self.amounts) or max(budget, spent) >= TOO_LONG:
            return False
        cents = Fraction(self.execution.weight) * 10**self.rulebook.places
        if self.rulebook.execution.method.value == "proportion":
            return is_exact_at(Quotient(Fraction(0), cents, budget), cents, spent)
        return max(budget, spent) * 10**4 < TOO_LONG
