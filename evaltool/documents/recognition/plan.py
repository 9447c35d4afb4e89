"""The spending plan of a project: what is to be spent by the end of which month.

Offices write amounts under a header that asks for percentages. Which of the two the figures are is concluded
from the figures themselves; both are given, and a finding says so.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from evaltool.documents.blocks import Cell, Row, one_line
from evaltool.documents.recognition.doubts import extra_cells
from scoring.findings import Finding, finding, plain
from scoring.model import Checkpoint, Subject
from scoring.notation import is_blank, read_amount
from scoring.rules import round_half_up

_MONTH = re.compile(r"(?P<month>1[0-2]|[1-9])月")
HUNDRED = Decimal(100)


class _Entry(NamedTuple):
    """A month's figure: as typed, as a bare number, and as 万元."""

    month: int
    cell: Cell
    bare: Decimal | None
    amount: Decimal | None


def read_plan(
    months: Row | None, spending: Row | None, budget: Decimal | None, unit: str, project: str
) -> tuple[tuple[Checkpoint, ...], list[Finding]]:
    """The checkpoints from the months and the row below: amounts in 万元, percents of `budget` to 0.01.

    An amount or percent that cannot be told without the budget is None.
    """
    if not months or not spending:
        return (), []
    subject = Subject(project, field="plan")
    entries, findings = _entries(months, spending, unit, subject)
    percent_asked = "%" in months.filled[0].text.replace("％", "%")
    as_amounts = _are_amounts(entries, budget, percent_asked=percent_asked)
    plan = tuple(_checkpoint(entry, budget, as_amount=as_amounts) for entry in entries)
    if as_amounts and percent_asked:
        findings.append(
            finding(
                "plan.amounts_under_percent",
                subject,
                spending.filled[0].source,
                amounts=_listed([point.amount for point in plan]),
                percents=_listed([point.percent for point in plan]),
                budget="" if budget is None else budget,
            )
        )
    return plan, findings


def _entries(months: Row, spending: Row, unit: str, subject: Subject) -> tuple[list[_Entry], list[Finding]]:
    """Figures stand below their month. One that stands below none, or a month without one, is a finding."""
    entries: list[_Entry] = []
    findings: list[Finding] = []
    below = dict(enumerate(spending.cells))
    for place, header in enumerate(months.cells):
        found = _MONTH.search(one_line(header.text))
        cell = below.get(place)
        if not found:
            continue
        below.pop(place, None)
        if cell is None or is_blank(cell.text):
            source = cell.source if cell else spending.cells[-1].source
            findings.append(finding("plan.blank", subject, source, month=found["month"]))
            continue
        text = one_line(cell.text)
        bare, _ = read_amount(text.rstrip("%％"), unit="万元")
        amount, doubts = read_amount(text.rstrip("%％"), unit=unit, subject=subject, source=cell.source)
        findings.extend(doubts)
        entries.append(_Entry(int(found["month"]), cell, bare, amount))
    extra = extra_cells(list(below.values()), spending, subject.field)
    findings.extend(doubt.about(subject.project) for doubt in extra)
    return entries, findings


def _are_amounts(entries: list[_Entry], budget: Decimal | None, *, percent_asked: bool) -> bool:
    """Whether the figures are money: written so, asked so, more than 100, or ending at the budget."""
    texts = [one_line(entry.cell.text) for entry in entries]
    known = [entry for entry in entries if entry.bare is not None and entry.amount is not None]
    if any(text.endswith(("%", "％")) for text in texts) or not known:
        return False
    if not percent_asked or any(text.endswith("元") for text in texts):
        return True
    last = known[-1]
    over = any(entry.bare is not None and entry.bare > HUNDRED for entry in known)
    return over or (last.bare != HUNDRED and last.amount == budget)


def _checkpoint(entry: _Entry, budget: Decimal | None, *, as_amount: bool) -> Checkpoint:
    text = one_line(entry.cell.text)
    if as_amount:
        percent = None
        if budget and entry.amount is not None:
            percent = round_half_up(Fraction(entry.amount) * 100 / Fraction(budget))
        return Checkpoint(entry.month, entry.amount, percent, text)
    amount = None
    if budget is not None and entry.bare is not None:
        amount = _exact(Fraction(entry.bare) * Fraction(budget) / 100)
    return Checkpoint(entry.month, amount, entry.bare, text)


def _exact(amount: Fraction) -> Decimal:
    """A fraction that ends, with as many decimals as it needs and at least two."""
    places = 2
    while (amount * 10**places).denominator != 1:
        places += 1
    return round_half_up(amount, places)


def _listed(figures: list[Decimal | None]) -> str:
    return " / ".join("—" if figure is None else plain(figure) for figure in figures)
