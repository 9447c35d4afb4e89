"""Sections: what stands under a heading, and can be gone to from the contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaltool.language import _
from evaltool.reports.page.html import Html, el, joined, link, text, written


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor, its title, what stands in it."""

    anchor: str
    title: str
    inside: Sequence[Html]

    def written(self) -> Html:
        """The section under its heading."""
        heading = el("h2", text(self.title), id=f"{self.anchor}-title")
        inside = joined([heading, *self.inside])
        return el("section", inside, id=self.anchor, aria_labelledby=f"{self.anchor}-title")


def contents(sections: Iterable[Section]) -> Html:
    """The table of contents."""
    items = (el("li", link(section.anchor, text(section.title))) for section in sections)
    return el("nav", el("h2", text(_("目录")), id="contents"), el("ul", *items), aria_labelledby="contents")


def titled(title: str, *inside: Html) -> Html:
    """A part of a section under a heading of its own; nothing where there is nothing to say."""
    said = joined(inside)
    return Html(el("h3", text(title)) + "\n" + said) if said else said


def terms(*pairs: tuple[str, str]) -> Html:
    """Names with what they stand for, those that stand for something."""
    said = [
        el("div", el("dt", text(name)), el("dd", written(value))) for name, value in pairs if value.strip()
    ]
    return el("dl", *said) if said else Html("")
