"""Which score tables a line comes under, and each of its limits as a condition on the scaled figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from evaltool.formulas.exact import at_least, at_most
from scoring.model import Sense, StepTable
from scoring.verdicts import Line

Scale = Callable[[Fraction], Fraction]

NEVER, ALWAYS = "FALSE()", "TRUE()"


def tables_of(line: Line) -> Iterator[tuple[StepTable, str]]:
    """Each table that may apply and what its limits are of: "actual", "distance" or "attainment".

    In the order of `scoring.verdicts`: the indicator's own, those by its name, that of satisfaction.
    """
    steps, target = line.rulebook.steps, line.target
    if line.steps is not None:
        yield line.steps, "actual"
    for named in steps.named.value:
        if not line.indicator.name.endswith(named.name) or target.value is None:
            continue
        has_ratio = bool(target.value) and target.upper is None
        if {"distance": target.nominal is not None, "attainment": has_ratio}.get(named.measure, True):
            yield named.table, named.measure
    if line.is_satisfaction and target.unit == "%" and steps.satisfaction.value == "steps":
        yield steps.satisfaction_steps.value, "actual"


def award_conditions(
    line: Line, table: StepTable, measure: str, figure: str, scale: Scale
) -> Sequence[tuple[str, Fraction]]:
    """For each limit whether the figure reaches it, and its award."""
    rising = table.sense is Sense.AT_MOST
    say = {"actual": _actual, "distance": _distance, "attainment": _attainment}[measure]
    return [
        (say(line, Fraction(limit), figure, scale, rising=rising), Fraction(award))
        for limit, award in table.limits
    ]


def _actual(_: Line, limit: Fraction, figure: str, scale: Scale, *, rising: bool) -> str:
    return (at_most if rising else at_least)(figure, scale(limit))


def _distance(line: Line, limit: Fraction, figure: str, scale: Scale, *, rising: bool) -> str:
    around = Fraction(line.target.nominal or 0)
    low, high = scale(around - limit), scale(around + limit)
    if rising:
        return f"AND({at_least(figure, low)},{at_most(figure, high)})"
    return f"OR({at_most(figure, low)},{at_least(figure, high)})" if limit > 0 else ALWAYS


def _attainment(line: Line, limit: Fraction, figure: str, scale: Scale, *, rising: bool) -> str:
    """Percent: actual ÷ target, never below 0; of a reverse one, which is above 0 here, target ÷ actual."""
    t = Fraction(line.target.value or 0)
    if limit <= 0:
        is_nothing = rising and limit == 0 and line.is_forward
        return f"{figure}<=0" if is_nothing else NEVER if rising else ALWAYS
    if line.is_forward:
        return (at_most if rising else at_least)(figure, scale(limit * t / 100))
    return (at_least if rising else at_most)(figure, scale(100 * t / limit))
