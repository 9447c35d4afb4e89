"""What the numbers rest on: the rulebook's clauses, those that the workings of this page follow first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.clauses import evidence, followed, origin, source
from evaltool.reports.page.html import Html, el, folded, text, written
from evaltool.reports.page.sections import Section, titled
from evaltool.reports.page.tables import Column, table
from evaltool.reports.page.working import Numbers, anchor
from evaltool.wording import clause as name_of
from evaltool.wording import clause_value
from scoring.rulebook import Clause, Rulebook
from scoring.scores import DepartmentScore


def basis(score: DepartmentScore, numbers: Numbers) -> Section:
    """The clauses with their sources; those that nothing here follows are folded away."""
    rests_on = followed(score)
    used = [clause for clause in score.rulebook.clauses() if clause.key in rests_on]
    others = [clause for clause in score.rulebook.clauses() if clause.key not in rests_on]
    rest = _("评分规则的其余条款（{count} 条）").format(count=len(others))
    columns = [
        Column(_("条款"), "name"),
        Column(_("取值")),
        Column(_("证据"), "c"),
        Column(_("出自"), "c"),
        Column(_("出处与说明"), "long"),
    ]
    first = table(_("本次评分依据的条款"), columns, _rows(used, numbers, score.rulebook))
    second = folded(text(rest), table(rest, columns, _rows(others, numbers, score.rulebook)), class_="rest")
    standing = titles.standing(score.rulebook)
    rules = el("p", text(titles.rulebook(score.rulebook) + (f"\n{standing}" if standing else "")))
    return Section("basis", _("评分依据"), [rules, titled(_("本次评分依据的条款"), first), second])


def _rows(clauses: Sequence[Clause[Any]], numbers: Numbers, rulebook: Rulebook) -> Iterator[Sequence[Html]]:
    for clause in clauses:
        number = numbers[clause.key]
        name = el("span", text(f"〔{number}〕 {name_of(clause.key)}"), id=anchor(number))
        yield (
            Html(name + el("code", text(clause.key))),
            text(clause_value(clause)),
            text(evidence(clause)),
            text(origin(clause, rulebook)),
            written(source(clause)),
        )
