"""The department's means over its projects: by budget, alike, and by given weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.columns import at
from evaltool.formulas.exact import FIFTEEN, Quotient, decimals, is_exact_at, number, rounded
from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.proof.checks import AGREES, EXACT, UNROUNDED
from evaltool.reports.proof.columns import (
    ACTUAL,
    CHECK,
    COUNTED,
    HIGH,
    LOW,
    NAME,
    PRINTED,
    RULE,
    SCALED,
    SCORE,
    SHARE,
    TARGET,
    WEIGHT,
    WHOLE,
)
from evaltool.reports.proof.rows import Row, Writer
from evaltool.reports.proof.totals import Whole, write_score
from evaltool.reports.sheet import LEAST_ROW, Box, Formula
from evaltool.sheets.looks import CENTRE, HEAD, MONEY, POINTS
from evaltool.wording import term
from scoring.department.means import BUDGET_WEIGHTED, GIVEN_WEIGHTS, PLAIN_MEAN
from scoring.model import Outcomes, ProjectOutcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import Method, ProjectScore, Score

CODES = (BUDGET_WEIGHTED, PLAIN_MEAN, GIVEN_WEIGHTS)
ZERO = Decimal(0)

HEADINGS = ((NAME, TARGET, N_("项目")), (ACTUAL, ACTUAL, N_("预算数")), (SHARE, SHARE, N_("权重")))


@dataclass(frozen=True, slots=True)
class Total:
    """Where a project's total and its budget stand in the proof."""

    row: int
    budget_row: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """The projects that count with a weight each, and the column in which those are whole numbers."""

    scores: Sequence[Score]
    weights: Sequence[Decimal]
    column: int
    rows: tuple[int, int]

    @property
    def parts(self) -> int:
        """The decimals with which every total is a whole number."""
        return max(max(decimals(score.low), decimals(score.high)) for score in self.scores)

    def of(self, column: int) -> str:
        """The cells of all projects in a column."""
        return f"{at(column, self.rows[0])}:{at(column, self.rows[1])}"

    def text(self, column: int, rulebook: Rulebook, *, rounds: bool) -> str:
        """The mean of the whole totals in a column."""
        scale = 10**rulebook.places
        if self.column == SCORE:
            top, bottom = f"SUM({self.of(column)})", str(len(self.scores) * 10**self.parts)
        else:
            top = f"SUMPRODUCT({self.of(self.column)},{self.of(column)})"
            bottom = f"(SUM({self.of(self.column)})*{10**self.parts})"
        return rounded(f"{top}*{scale}", bottom, rulebook, rounds=rounds)

    def is_exact(self, rulebook: Rulebook) -> bool:
        """Whether the means of the least and of the most possible are rounded exactly."""
        scale = 10 ** max(map(decimals, self.weights))
        weights = [Fraction(weight) * scale for weight in self.weights]
        cents, whole = 10**rulebook.places, 10**self.parts
        quotient = Quotient(Fraction(0), Fraction(cents), sum(weights, Fraction(0)) * whole)
        for limits in ([score.low for score in self.scores], [score.high for score in self.scores]):
            points = zip(weights, limits, strict=True)
            top = sum((weight * Fraction(limit) * whole for weight, limit in points), Fraction(0))
            if not is_exact_at(quotient, Fraction(100 * cents), top):
                return False
        return True


def write(
    writer: Writer,
    projects: Iterable[ProjectScore],
    totals: Mapping[str, Total],
    outcomes: Outcomes,
    methods: Mapping[str, Method],
) -> None:
    """Write what the means rest on, then each of them."""
    counting = [(project, project.score) for project in projects if project.score is not None]
    given = [outcomes.projects.get(project.code, ProjectOutcome()).mean_weight for project, _ in counting]
    budgets = [max(project.execution.budget or ZERO, ZERO) for project, _ in counting]
    scores = [score for _, score in counting]
    first = writer.sheet.row + 1
    if counting:
        _inputs(writer, counting, given, totals)
    rows = first, writer.sheet.row - 1
    weighed = {
        BUDGET_WEIGHTED: Weighed(scores, budgets, SCALED, rows),
        PLAIN_MEAN: Weighed(scores, [Decimal(1)] * len(scores), SCORE, rows),
        GIVEN_WEIGHTS: Weighed(scores, [weight or ZERO for weight in given], COUNTED, rows),
    }
    for code, of in weighed.items():
        if methods[code].score is None:
            cannot(writer, methods[code])
        else:
            _mean(writer, methods[code], of)


def cannot(writer: Writer, method: Method) -> None:
    """Write a figure that cannot be given, and why."""
    said = writer.said(method.working)
    writer.row(Row(term(method.code), _("无法评定"), subject=subject_of(method), rule=said))


def subject_of(method: Method) -> Subject:
    """The place of a method's figure."""
    return Subject(field=f"method:{method.code}")


def _mean(writer: Writer, method: Method, of: Weighed) -> None:
    rounds = of.is_exact(writer.rulebook)
    low, high = (of.text(column, writer.rulebook, rounds=rounds) for column in (LOW, HIGH))
    whole = Whole(method.score, term(method.code), method.working, subject_of(method))
    write_score(writer, whole, (low, high), EXACT if rounds else UNROUNDED)


def _inputs(
    writer: Writer,
    counting: list[tuple[ProjectScore, Score]],
    given: Sequence[Decimal | None],
    totals: Mapping[str, Total],
) -> None:
    """Write a row for each project: its budget and its weight, and its total as a whole number."""
    writer.sheet.add(
        *(Box(first, last, _(heading), HEAD) for first, last, heading in HEADINGS),
        Box(WEIGHT, RULE, _("总分见上"), HEAD),
        Box(SCORE, SCORE, _("总分"), HEAD),
    )
    parts = max(max(decimals(score.low), decimals(score.high)) for _, score in counting)
    scale = 10**parts
    budget_scale = 10 ** max(decimals(project.execution.budget or ZERO) for project, _ in counting)
    weight_scale = 10 ** max(decimals(weight or ZERO) for weight in given)
    for (project, score), weight in zip(counting, given, strict=True):
        row, total = writer.sheet.row, totals[project.code]
        # What was found right counts as it is printed: a sum that is not rounded exactly, too.
        said = [number(limit) for limit in (score.low, score.high)]
        if score.value is not None:
            said = [at(PRINTED, total.row)] * 2
        is_right = f'{at(CHECK, total.row)}="{_(AGREES)}"'
        low, high = (
            f"IF({is_right},{limit},{at(column, total.row)})"
            for limit, column in zip(said, (LOW, HIGH), strict=True)
        )
        known = project.execution.budget is not None
        boxes = [
            Box(NAME, TARGET, project.name),
            Box(ACTUAL, ACTUAL, Formula(at(ACTUAL, total.budget_row)) if known else texts.NOTHING, MONEY),
            Box(SHARE, SHARE, texts.NOTHING if weight is None else FIFTEEN.create_decimal(weight), CENTRE),
            Box(SCORE, SCORE, Formula(at(SCORE, total.row)), POINTS),
            Box(LOW, LOW, Formula(f"ROUND({low}*{scale},0)"), WHOLE),
            Box(HIGH, HIGH, Formula(f"ROUND({high}*{scale},0)"), WHOLE),
        ]
        if known:
            whole = f"ROUND(MAX(0,{at(ACTUAL, row)})*{budget_scale},0)"
            boxes.append(Box(SCALED, SCALED, Formula(whole), WHOLE))
        if weight is not None:
            boxes.append(Box(COUNTED, COUNTED, Formula(f"ROUND({at(SHARE, row)}*{weight_scale},0)"), WHOLE))
        writer.sheet.add(*boxes, least=LEAST_ROW if score.value is not None else 2 * LEAST_ROW)
