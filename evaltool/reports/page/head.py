"""The head of the page: whose year it is, the figure that stands for it, what it was made from and with."""

from __future__ import annotations

from evaltool.language import _
from evaltool.reports import texts, titles
from evaltool.reports.page.figures import shown
from evaltool.reports.page.html import NOTHING, SPACE, Html, el, joined, text, written
from evaltool.reports.page.sections import terms
from evaltool.reports.scorecard import Scorecard
from evaltool.wording import term
from scoring.model import People
from scoring.scores import Method, Score


def head(card: Scorecard) -> Html:
    """The department and its year beside the headline figure, below them where all of it comes from."""
    score = card.score
    name = el(
        "div",
        el("p", text(_("部门绩效自评")), class_="kind"),
        el("h1", written(titles.coded(score.name, score.code)), el("span", text(titles.year(score.year)))),
        terms(*_people(card.dossier.outcomes.department.people)),
        class_="whose",
    )
    first = el("div", name, _headline(score.methods[score.headline]), class_="first")
    return el("header", joined([first, _made(card)]))


def figure(score: Score | None, without: str) -> Html:
    """A total, the interval still possible, or in words that there is none."""
    is_settled = score is not None and score.value is not None
    said = shown(texts.total(score)) if score is not None else without
    return el("span", text(said), class_="figure" if is_settled else "figure open")


def grade(score: Score | None, given: str) -> Html:
    """A grade, or that it cannot be given yet; nothing where there is no total."""
    return el("span", text(texts.grade(given)), class_="grade") if score is not None else NOTHING


def _headline(method: Method) -> Html:
    label = el("span", text(term(method.code)), class_="label")
    total = figure(method.score, _("无法评定"))
    return el("p", label, SPACE, total, SPACE, grade(method.score, method.grade), class_="headline")


def _people(people: People) -> list[tuple[str, str]]:
    return [
        (_("主管部门"), people.authority),
        (_("填报人"), people.preparer),
        (_("联系电话"), people.phone),
        (_("审核人"), people.reviewer),
        (_("填报日期"), people.prepared_on),
    ]


def _made(card: Scorecard) -> Html:
    """By which rules, from which inputs, by which version, on which day."""
    said = (titles.rulebook(card.rulebook), card.made)
    return el("div", *(el("p", text(one)) for one in said), class_="made")
