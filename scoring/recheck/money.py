"""The rows of money: the printed rate beside its amounts, and the sub-rows beside the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from scoring.findings import Finding
from scoring.notation import normalise, read_amount
from scoring.printed import CENT, is_rounded
from scoring.recheck.figures import points_of, restates
from scoring.recheck.rows import Kind, is_money
from scoring.recheck.table import Row, doubt


def execution_doubts(row: Row) -> Iterator[Finding]:
    """What is odd about a budget, its spending and the rate printed with them."""
    budget, spent = (read_amount(text)[0] for text in (row.line.target, row.line.actual))
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
    yield doubt("recheck.rate_differs", row, "actual", **facts, printed=said, rate=rate * 100)


def part_doubts(rows: Sequence[Row]) -> Iterator[Finding]:
    """其中 rows under the row of money: their sums beside its budget and its spending."""
    whole = next((row for row in rows if row.kind is Kind.EXECUTION), None)
    parts = [row.line for row in rows if row.kind is Kind.PART and is_money(row.line)]
    if whole is None:
        return
    for kind, text, texts in (
        ("adjusted", whole.line.target, [part.target for part in parts]),
        ("spent", whole.line.actual, [part.actual for part in parts]),
    ):
        total = read_amount(text)[0]
        amounts = [amount for each in texts if (amount := read_amount(each)[0]) is not None]
        summed = sum(amounts, Decimal(0))
        if amounts and total is not None and abs(total - summed) > CENT:
            yield doubt("recheck.parts_differ", whole, kind, kind=kind, total=total, parts=summed)
