"""Figures as they are written on the page, and bars that show them.

A bar is drawn beside its figure and never read aloud: the figure says it all.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaltool.reports import texts
from evaltool.reports.page.html import NOTHING, Html, el, text
from evaltool.reports.sheet import Value
from evaltool.wording import points
from scoring.rules import round_half_up

LONGEST = Fraction(3, 2)
"""The ratio at the right end of a bar; the target stands at 1, where style.css draws its mark."""


def shown(value: Value) -> str:
    """Points or an amount in 万元 with two decimals and more where there are more; words as they are."""
    return points(value) if isinstance(value, Decimal) else str(value or "")


def percent(ratio: Value | Fraction) -> str:
    """A ratio in percent with two decimals; words, and — for none, as they are."""
    if isinstance(ratio, Fraction | Decimal):
        return texts.percent(ratio)
    return str(ratio or texts.NOTHING)


def target_bar(ratio: Fraction | None) -> Html:
    """A ratio to the target in figures, and a bar with the target's mark; only — where there is none."""
    if ratio is None:
        return text(texts.NOTHING)
    reached = "met" if ratio >= 1 else "short"
    if ratio > LONGEST:
        reached += " beyond"
    figure = el("span", text(percent(ratio)), class_="figure")
    return el("span", figure, _bar(ratio / LONGEST, reached, "bar"), class_="measured")


def amount_bar(amount: Decimal | None, of: Decimal, kind: str) -> Html:
    """A bar for an amount, of full length at `of`; none where there is no amount."""
    if amount is None or of <= 0:
        return NOTHING
    return _bar(Fraction(amount) / Fraction(of), kind, "bar amount")


def _bar(part: Fraction, kind: str, class_: str) -> Html:
    width = round_half_up(min(max(part, Fraction(0)), Fraction(1)) * 100)
    fill = el("span", class_=f"fill {kind}", style=f"width:{width:f}%")
    return el("span", fill, class_=class_, aria_hidden="true")
