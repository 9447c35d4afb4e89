"""Pages made from dossiers and from both example documents, and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from evaltool.operations.stateless import dossier_of, doubts
from evaltool.reports import Scorecard
from evaltool.reports.page import page
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import (
    Actual,
    Department,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcome,
    Outcomes,
    Project,
    ProjectOutcome,
    Sense,
    Target,
)

MADE_ON = date(2023, 1, 15)
EXAMPLES = Path(__file__).parents[2] / "examples"
JULU, BEIDAIHE = "巨鹿县政协-2022", "北戴河区政协-2020"


def card_of(dossier: Dossier) -> Scorecard:
    return Scorecard(dossier, evaluate(dossier), MADE_ON)


def example(name: str) -> Scorecard:
    """A published document with the example's actuals, and all doubts about both."""
    dossier, findings = dossier_of(
        EXAMPLES / f"{name}.txt", EXAMPLES / f"{name}-actuals.csv", rulebook.load()
    )
    score = evaluate(dossier)
    return Scorecard(dossier, replace(score, findings=doubts(dossier, score, tuple(findings))), MADE_ON)


def parsed(card: Scorecard) -> HtmlElement:
    """The page as an html parser reads it."""
    return lxml.html.document_fromstring(page(card).decode("utf-8"))


def said(element: HtmlElement) -> str:
    """What a person reads of an element: without what is hidden from screen readers, on one line."""
    parts = [element.text or ""]
    for inner in element:
        if inner.get("aria-hidden") != "true":
            parts.append(said(inner))
        parts.append(inner.tail or "")
    return " ".join("".join(parts).split())


def of_class(element: HtmlElement, name: str) -> list[HtmlElement]:
    return [one for one in element.iter() if name in (one.get("class") or "").split()]


def tables(root: HtmlElement, caption: str) -> list[HtmlElement]:
    """The tables whose caption, without the note behind it, ends so."""
    return [
        one for one in root.iter("table") if said(one.find("caption")).partition(" · ")[0].endswith(caption)
    ]


def line_of(root: HtmlElement, name: str) -> HtmlElement:
    """The row of an indicator in the first project's table."""
    lines = tables(root, "：绩效指标")[0].xpath("tbody/tr")
    return next(row for row in lines if name in map(said, row.xpath("th")))


def many(lines: int) -> Dossier:
    """One project of so many indicators, each short of its target and with a reason."""
    target = Target(Sense.AT_LEAST, Decimal(95), unit="%", text="≥95%")
    keys = [Key("P1", "", "产出指标", "数量指标", f"第{n}项工作完成率") for n in range(lines)]
    project = Project(
        "P1", "长项目", budget=Decimal(100), indicators=tuple(Indicator(k, target) for k in keys)
    )
    outcome = Outcome(Actual(Decimal(90), "%", text="90%"), reason="部分工作推迟到下一年度开展。")
    money = Money(adjusted=Funds(Decimal(100)), spent=Funds(Decimal(90)))
    return Dossier(
        Department("131001", "某单位", 2022, projects=(project,)),
        rulebook.load(),
        Outcomes(dict.fromkeys(keys, outcome), {"P1": ProjectOutcome(money)}),
    )
