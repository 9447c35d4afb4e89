"""The page as a whole: its head, its sections in their order, and the one style sheet inside it."""

from __future__ import annotations

from functools import cache
from importlib import resources

from evaltool import __version__
from evaltool.language import _
from evaltool.reports import clauses, titles
from evaltool.reports.page.basis import basis
from evaltool.reports.page.department import figures, projects
from evaltool.reports.page.doubts import doubts
from evaltool.reports.page.evidence import evidence
from evaltool.reports.page.head import head
from evaltool.reports.page.html import Html, el, joined, link, page_language, text, void
from evaltool.reports.page.levels import of_department as levels
from evaltool.reports.page.losses import of_department as losses
from evaltool.reports.page.own import own
from evaltool.reports.page.project import project, project_anchor
from evaltool.reports.page.sections import Section, contents
from evaltool.reports.page.spending import of_department as spending
from evaltool.reports.scorecard import Scorecard

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing may be fetched, run or sent, whatever the page says."""


def page(card: Scorecard) -> bytes:
    """A department's year as one html file in UTF-8; the same input gives the same bytes."""
    sections = [section for section in _sections(card) if any(section.inside)]
    body = el(
        "body",
        link("content", text(_("跳到正文")), class_="skip"),
        head(card),
        el("div", contents(sections), _main(sections), class_="columns"),
        el("footer", el("p", text(f"{titles.rulebook(card.rulebook)}\n{card.made}"))),
    )
    whole = el("html", joined([_about(card), body]), lang=page_language())
    return f"<!doctype html>\n{whole}\n".encode()


def _main(sections: list[Section]) -> Html:
    folded = _("计算过程未随打印展开：请在屏幕上展开后再打印，或改用新版浏览器。")
    note = el("p", text(folded), class_="folded-in-print")
    return el("main", note, joined(section.written() for section in sections), id="content", tabindex=-1)


def _sections(card: Scorecard) -> list[Section]:
    """Every section, also those that have nothing to say."""
    score, dossier = card.score, card.dossier
    numbers = clauses.numbers(card.rulebook)
    anchors = {one.code: project_anchor(number) for number, one in enumerate(score.projects, 1)}
    pairs = zip(card.department.projects, score.projects, strict=True)
    return [
        figures(score, numbers),
        projects(score, anchors),
        levels(score),
        losses(score, dossier, anchors),
        spending(dossier),
        own(card, numbers),
        *(project(card, *pair, number, numbers) for number, pair in enumerate(pairs, 1)),
        doubts(card),
        evidence(score),
        basis(score, numbers),
    ]


def _about(card: Scorecard) -> Html:
    """What a browser has to know before it shows anything."""
    title = _("{department}绩效自评").format(department=titles.department(card.score))
    return el(
        "head",
        joined(
            [
                void("meta", charset="utf-8"),
                void("meta", http_equiv="Content-Security-Policy", content=POLICY),
                void("meta", name="viewport", content="width=device-width, initial-scale=1"),
                void("meta", name="color-scheme", content="light dark"),
                void("meta", name="referrer", content="no-referrer"),
                void("meta", name="generator", content=f"evaltool {__version__}"),
                el("title", text(title)),
                # A style sheet is no text: it is ours, and stands as it is.
                el("style", Html(_style()), _foot(card.mark)),
            ]
        ),
    )


def _foot(mark: str) -> Html:
    """The mark at the foot of every printed page; signs that could mean anything are given by number."""
    signs = "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in mark)
    return Html(f'@page{{@bottom-left{{content:"{signs}";font-size:8pt}}}}\n')


@cache
def _style() -> str:
    return (resources.files("evaltool.reports.page") / "style.css").read_text("utf-8")
