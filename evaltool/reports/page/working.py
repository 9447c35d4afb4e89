"""Workings: how every figure came about, a sentence a step, each linked to the clause that it follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evaltool.language import _
from evaltool.reports.page.html import NOTHING, Html, el, folded, link, text
from evaltool.wording import say
from scoring.scores import Step

Numbers = Mapping[str, int]
"""The number of every clause, by its key."""


def anchor(number: int) -> str:
    """Where the clause of that number stands."""
    return f"clause-{number}"


def sentences(steps: Iterable[Step], numbers: Numbers) -> Html:
    """The steps as a list."""
    said = [el("li", text(say(step)), _cited(step, numbers)) for step in steps]
    return el("ol", *said) if said else NOTHING


def working(steps: Iterable[Step], numbers: Numbers, of: str) -> Html:
    """The steps, folded away, and read aloud with what they are of; nothing where there are none."""
    said = sentences(steps, numbers)
    label = _("{name}：{said}").format(name=of, said=_("计算过程"))
    return folded(text(_("计算过程")), said, class_="working", aria_label=label) if said else NOTHING


def _cited(step: Step, numbers: Numbers) -> Html:
    if not step.clause:
        return NOTHING
    number = numbers[step.clause]
    label = _("依据条款〔{number}〕").format(number=number)
    return link(anchor(number), text(f"〔{number}〕"), class_="cite", aria_label=label)
