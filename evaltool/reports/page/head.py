"""The head of the page: whose year it is, the figure that stands for it, what it was made from and with."""

from __future__ import annotations

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.page.figures import shown
from evaltool.reports.page.html import NOTHING, Html, el, joined, text
from evaltool.reports.page.sections import terms
from evaltool.reports.scorecard import Scorecard
from evaltool.wording import term
from scoring.model import People
from scoring.scores import Method


def head(card: Scorecard) -> Html:
    """The department and its year beside the headline figure, below them where all of it comes from."""
    score = card.score
    name = el(
        "div",
        el("p", text(_("部门绩效自评")), class_="kind"),
        el("h1", text(texts.coded(score.name, score.code)), el("span", text(texts.year(score.year)))),
        terms(*_people(card.dossier.outcomes.department.people)),
        class_="whose",
    )
    first = el("div", name, _headline(score.methods[score.headline]), class_="first")
    return el("header", joined([first, _made(card)]))


def earned(method: Method) -> str:
    """A method's figure, the interval still possible, or that it cannot be judged."""
    return shown(texts.total(method.score)) if method.score is not None else _("无法评定")


def grade(method: Method) -> Html:
    """A method's grade, or that it cannot be given yet; nothing where there is no figure."""
    if method.score is None:
        return NOTHING
    return el("span", text(texts.grade(method.grade)), class_="grade")


def _headline(method: Method) -> Html:
    figure = el("span", text(earned(method)), class_="figure" if _is_settled(method) else "figure open")
    label = el("span", text(term(method.code)), class_="label")
    return el("p", label, figure, grade(method), class_="headline")


def _is_settled(method: Method) -> bool:
    return method.score is not None and method.score.value is not None


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
    said = [texts.rulebook(card.rulebook), texts.standing(card.rulebook), card.made]
    return el("div", *(el("p", text(one)) for one in said if one), class_="made")
