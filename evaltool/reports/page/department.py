"""The figures of the department side by side, and its projects on one line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evaltool.language import _
from evaltool.reports import texts, titles
from evaltool.reports.page.figures import shown, target_bar
from evaltool.reports.page.head import figure, grade
from evaltool.reports.page.html import NOTHING, SPACE, Html, el, link, text, written
from evaltool.reports.page.sections import Section
from evaltool.reports.page.tables import Column, table
from evaltool.reports.page.working import Numbers, working
from evaltool.reports.ranks import place
from evaltool.wording import term
from scoring.compared import project_rows, ranked
from scoring.scores import DepartmentScore, Method


def figures(score: DepartmentScore, numbers: Numbers) -> Section:
    """Every way to the department's figure, the one that the rulebook names marked."""
    cards = (
        _figure(method, numbers, is_headline=code == score.headline) for code, method in score.methods.items()
    )
    return Section("figures", _("部门得分（各口径并列）"), [el("ul", *cards, class_="figures")])


def _figure(method: Method, numbers: Numbers, *, is_headline: bool) -> Html:
    chosen = el("p", text(_("〔评分规则采用〕")), class_="chosen") if is_headline else NOTHING
    return el(
        "li",
        el("h3", text(term(method.code))),
        el("p", figure(method.score, _("无法评定")), SPACE, grade(method.score, method.grade)),
        chosen,
        el("p", text(term(f"{method.code}.what")), class_="what"),
        working(method.working, numbers, term(method.code)),
        class_="headline" if is_headline else None,
    )


def projects(score: DepartmentScore, anchors: Mapping[str, str]) -> Section:
    """The projects in the order of the document, each linked to its own section."""
    columns = [
        Column(_("项目名称"), "name"),
        Column(_("排名"), "c"),
        Column(_("预算数"), "n"),
        Column(_("执行数"), "n"),
        Column(_("执行率"), "reach"),
        Column(_("失分"), "n"),
        Column(_("得分"), "n"),
        Column(_("等级"), "c"),
    ]
    rows = _projects(score, anchors)
    return Section("projects", _("项目得分"), [table(_("各项目得分"), columns, rows, _("金额单位：万元"))])


def _projects(score: DepartmentScore, anchors: Mapping[str, str]) -> Iterator[Sequence[Html]]:
    rows = project_rows(score)
    # The order is that of the document; a place is by what is settled.
    placed = ranked(enumerate(rows), lambda each: each[1].score.value if each[1].score else None)
    places = {each.one[0]: place(each) for each in placed}
    for at, row in enumerate(rows):
        yield (
            link(anchors[row.code], written(titles.coded(row.name, row.code))),
            text(places[at]),
            text(shown(texts.amount(row.budget))),
            text(shown(texts.amount(row.spent))),
            target_bar(row.rate),
            text(shown(texts.amount(row.lost))),
            text(shown(texts.total(row.score))),
            text(texts.grade_of(row.score, row.grade)),
        )
