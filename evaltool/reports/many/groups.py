"""Departments that can be compared: of one year, and scored under one rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.many.overview import Overview, Rules
from evaltool.wording import term
from scoring.compared import Ranked, ranked


@dataclass(frozen=True, slots=True)
class Group:
    """Departments of a year under a rulebook: those with a settled figure by place, then those without."""

    year: int | None
    rules: Rules
    places: tuple[Ranked[Overview], ...]

    @property
    def overviews(self) -> list[Overview]:
        """The departments, in the order of their places."""
        return [each.one for each in self.places]

    @property
    def headline(self) -> str:
        """The code of the figure that the rulebook names as the department's."""
        return self.places[0].one.headline

    @property
    def said(self) -> str:
        """Year, rulebook and how many, as a heading."""
        return _("{year}年度 · {rules} · {count} 个部门").format(
            year=self.year or "    ", rules=titles.rulebook(self.rules), count=len(self.places)
        )


def grouped(overviews: Iterable[Overview]) -> tuple[Group, ...]:
    """The groups, the latest year and the largest first; departments alike stand by their codes."""
    found: dict[tuple[int | None, Rules], list[Overview]] = {}
    for one in sorted(overviews, key=lambda one: (one.rules.id, one.rules.hash, one.code, one.inputs)):
        found.setdefault((one.year, one.rules), []).append(one)
    groups = [
        Group(year, rules, ranked(inside, lambda one: one.settled)) for (year, rules), inside in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-(group.year or 0), -len(group.places))))


def headline(group: Group) -> str:
    """What the figure of these departments is, under its right name."""
    code = group.headline
    return _("得分为{method}：{what}").format(method=term(code), what=term(f"{code}.what"))
