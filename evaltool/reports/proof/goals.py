"""The department by its goals: each out of 100, counted by its ratio, beside execution."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import at
from evaltool.formulas.exact import Quotient, decimals, is_exact_at, number, rounded
from evaltool.formulas.total_formulas import Block, Execution
from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.own_methods import GOAL, GOAL_STEPS, shown
from evaltool.reports.proof import amounts, means, money
from evaltool.reports.proof.checks import EXACT, IMPOSSIBLE, TWICE, Check
from evaltool.reports.proof.columns import COUNTED, HELP, HIGH, LOW, NAME, PLACES, RULE, SCORE
from evaltool.reports.proof.indicators import write_lines
from evaltool.reports.proof.rows import Row, Writer
from evaltool.reports.proof.totals import Sums, Whole, under, write_score, write_sums
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Formula
from evaltool.sheets.looks import BAND, HEAD, POINTS
from evaltool.wording import term
from scoring.department.ratios import GOAL_WEIGHTED
from scoring.model import Subject
from scoring.scores import ZERO, ExecutionScore, IndicatorScore, Method, Score, Step
from scoring.totals import counted


def write(writer: Writer, card: Scorecard) -> None:
    """Write the goals where they are printed, and the figure by them."""
    method = card.score.methods[GOAL_WEIGHTED]
    execution = method.execution
    if method not in shown(card.score) or execution is None:
        return
    writer.sheet.line(term(method.code), BAND)
    outcome = card.dossier.outcomes.department
    budget_and_spent = amounts.of_department(outcome, execution)
    rate = money.write(writer, budget_and_spent, execution, outcome.completion, None)
    steps = {str(step.facts["goal"]): step for step in method.working if step.code in GOAL_STEPS}
    rows = []
    for title in dict.fromkeys(line.indicator.key.objective for line in method.lines):
        lines = [line for line in method.lines if line.indicator.key.objective == title]
        writer.sheet.line(title, HEAD)
        span = write_lines(writer, lines, _nowhere)
        if title in steps:
            rows.append(_goal(writer, lines, span, steps[title]))
    if method.score is None:
        means.cannot(writer, method)
    else:
        _total(writer, method, execution, rate, [row for row in rows if row])


def _nowhere(_line: IndicatorScore) -> Subject | None:
    """The forms have the clauses as another way weighs them."""
    return None


def _total(
    writer: Writer, method: Method, execution: ExecutionScore, rate: money.Rate, rows: Sequence[int]
) -> None:
    scored = [step for step in method.working if step.code in GOAL_STEPS and "score" in step.facts]
    parts = [_part(step) for step in scored]
    ratios = [_figure(step, "points") for step in scored]
    of = sum(ratios, execution.weight)
    every = [Score.total([execution.score, *parts]), *parts]
    places = max(decimals(one) for score in every for one in (score.low, score.high, of))
    sums = Sums(
        every[0],
        of,
        "+".join([rate.execution.least, *(at(LOW, row) for row in rows)]),
        "+".join([rate.execution.most, *(at(HIGH, row) for row in rows)]),
        "+".join([number(execution.weight), *(at(COUNTED, row) for row in rows)]),
        10**places,
    )
    low, high, check = write_sums(writer, sums, _("合计（可计分）"), rate.caps)
    whole = Whole(method.score, _("总分"), method.working, means.subject_of(method))
    write_score(writer, whole, under(rate.execution.caps, low, high), check)


def _goal(writer: Writer, lines: Sequence[IndicatorScore], span: tuple[int, int], step: Step) -> int:
    """Write what a goal is out of 100, and what it gives of the total; its row, 0 where none applies."""
    if "score" not in step.facts:
        return 0
    rulebook, ratio = writer.rulebook, _figure(step, "points")
    weights = [line.weight for line in lines if line.weight is not None]
    block = Block(PLACES, *span, weights, Execution(ZERO, "0", "0", ""))
    applying = counted(lines)
    sums = Sums(
        Score.total(line.score for line in applying),
        sum((line.weight or ZERO for line in applying), ZERO),
        f"SUM({block.of(LOW)})",
        f"SUM({block.of(HIGH)})",
        f"SUM({block.of(COUNTED)})",
        10 ** block.parts(rulebook),
    )
    low, high, check = write_sums(writer, sums, _("合计（可计分）"), EXACT)
    row = writer.sheet.row
    writer.sheet.add(
        Box(NAME, RULE, _("按百分制"), HEAD),
        Box(SCORE, SCORE, Formula(at(LOW, row)), POINTS),
        Box(LOW, LOW, Formula(low), HELP),
        Box(HIGH, HIGH, Formula(high), HELP),
    )
    reached = _figure(step, "low"), _figure(step, "high")
    check = _check(writer, check, reached, ratio)
    cells = writer.cells()
    part = _part(step)
    return writer.row(
        Row(
            _("折入总分"),
            texts.total(part),
            part,
            texts.PENDING,
            rule=writer.said([step]),
            weight=ratio,
            text=cells.low,
            low=_counted(writer, at(LOW, row), reached, ratio),
            high=_counted(writer, at(HIGH, row), reached, ratio),
            counted=cells.weight,
            check=check,
        )
    )


def _check(writer: Writer, check: Check, reached: tuple[Decimal, Decimal], ratio: Decimal) -> Check:
    """A part is rounded from what was rounded already: exactly, or not to be said."""
    rulebook = writer.rulebook
    if rulebook.rounding.point.value == "total":
        return TWICE
    if check.within:
        return IMPOSSIBLE
    scale = 10 ** max(map(decimals, reached))
    cents = Fraction(ratio) * 10**rulebook.places
    quotient = Quotient(Fraction(0), cents, Fraction(100 * scale))
    is_exact = all(is_exact_at(quotient, cents, Fraction(one) * scale) for one in reached)
    return EXACT if is_exact else IMPOSSIBLE


def _counted(writer: Writer, cell: str, reached: tuple[Decimal, Decimal], ratio: Decimal) -> str:
    """Points out of 100 as points of the total, of which there are `ratio`."""
    rulebook = writer.rulebook
    if rulebook.rounding.point.value == "total":
        return f"{cell}*{number(ratio)}/100"
    scale, parts = 10 ** max(map(decimals, reached)), 10 ** decimals(ratio)
    top = f"ROUND({cell}*{scale},0)*{int(ratio * parts) * 10**rulebook.places}"
    part = rounded(top, str(100 * scale * parts), rulebook)
    return f"IF({cell}=100,{number(ratio)},MIN({number(ratio)},{part}))"


def _part(step: Step) -> Score:
    low, high = _figure(step, "score"), _figure(step, "score_high")
    return Score.settled(low) if step.code == GOAL else Score.open(low, high)


def _figure(step: Step, name: str) -> Decimal:
    figure = step.facts[name]
    assert isinstance(figure, Decimal)  # noqa: S101 - the facts of these steps are points
    return figure
