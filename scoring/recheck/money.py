"""The rows of money: the printed rate beside its amounts, and the sub-rows beside the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from scoring import units
from scoring.findings import Finding
from scoring.notation import normalise, read_amount
from scoring.notation.measure import exact_decimal
from scoring.printed import CENT, is_rounded
from scoring.recheck.figures import points_of, restates
from scoring.recheck.model import PublishedLine
from scoring.recheck.rows import Kind, bare, is_money
from scoring.recheck.table import Row, doubt

_WHOLE_FISCAL = re.compile("财政(?:拨款|资金)")
_LEVEL_OF_GOVERNMENT = re.compile("中央|[省市县区镇乡]|地方|本级|公共预算|基金")
_NOT_FISCAL = re.compile("结转|结余|其他|其它|自筹|社会|单位资金")
_USUAL_UNIT = "万元"
_TARGET, _ACTUAL = attrgetter("target"), attrgetter("actual")


def amount_of(text: str, line: PublishedLine) -> Decimal | None:
    """An amount of a row in 万元; one without a unit is in that of the table. None for what is no amount."""
    return read_amount(text, unit=line.unit or _USUAL_UNIT)[0]


def _as_printed(amount: Decimal, line: PublishedLine) -> Decimal:
    """An amount in 万元 in the unit in which the table prints its figures."""
    factor = units.compare(_USUAL_UNIT, line.unit or _USUAL_UNIT)
    if not isinstance(factor, units.Factor) or factor.value == 1:
        return amount
    return exact_decimal(Fraction(amount) * factor.value) or amount


def execution_doubts(row: Row) -> Iterator[Finding]:
    """What is odd about a budget, its spending and the rate printed with them."""
    budget, spent = (amount_of(text, row.line) for text in (row.line.target, row.line.actual))
    if budget is None or spent is None:
        return
    facts = {"budget": budget, "spent": spent}
    if budget == 0:
        yield doubt("execution.zero_budget", row, "actual", **facts)
        return
    if spent > budget:
        yield doubt("execution.over_budget", row, "actual", **facts)
    printed, rate = points_of(row.line.rate), Fraction(spent) / Fraction(budget)
    if printed is None or restates(printed, rate * 100):
        return
    if "%" not in normalise(row.line.rate) and is_rounded(printed, rate):
        return
    said = row.line.rate.strip()
    printed_facts = {name: _as_printed(amount, row.line) for name, amount in facts.items()}
    yield doubt("recheck.rate_differs", row, "actual", **printed_facts, printed=said, rate=rate * 100)


def part_doubts(rows: Sequence[Row]) -> Iterator[Finding]:
    """其中 rows under the row of money: their sums beside its budget and its spending.

    Levels of government below a row of all fiscal money are parts of it, or stand beside it: one of both
    has to add up.
    """
    whole = next((row for row in rows if row.kind is Kind.EXECUTION), None)
    parts = [row.line for row in rows if row.kind is Kind.PART and is_money(row.line)]
    if whole is None:
        return
    nested = list(_not_inside(parts))
    for kind, text_of in (("adjusted", _TARGET), ("spent", _ACTUAL)):
        total = _printed(text_of(whole.line), whole.line)
        summed, beside = (_sum([(text_of(line), line) for line in lines]) for lines in (nested, parts))
        if total is None or summed is None or beside is None:
            continue
        if all(abs(total - one) > CENT for one in (summed, beside)):
            yield doubt("recheck.parts_differ", whole, kind, kind=kind, total=total, parts=summed)


def _not_inside(parts: Sequence[PublishedLine]) -> Iterator[PublishedLine]:
    """The parts that are no parts of others: 中央 below 财政拨款 is one of it."""
    has_fiscal = False
    for part in parts:
        name = bare(part.indicator)
        is_level = bool(_LEVEL_OF_GOVERNMENT.search(name)) and not _NOT_FISCAL.search(name)
        if not (has_fiscal and is_level):
            yield part
        has_fiscal = has_fiscal or bool(_WHOLE_FISCAL.search(name) and not is_level)


def _printed(text: str, line: PublishedLine) -> Decimal | None:
    amount = amount_of(text, line)
    return None if amount is None else _as_printed(amount, line)


def _sum(printed: Sequence[tuple[str, PublishedLine]]) -> Decimal | None:
    """The sum of the amounts among the texts; None where there are none."""
    amounts = [amount for text, line in printed if (amount := _printed(text, line)) is not None]
    return sum(amounts, Decimal(0)) if amounts else None
