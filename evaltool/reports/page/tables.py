"""Tables as screen readers and printers want them: captions, headings with their scope, a box to scroll."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaltool.reports.page.html import NOTHING, Html, el, joined, text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in the language in use, and how it looks (a class of style.css, or none)."""

    heading: str
    look: str | None = None


def table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Html]], note: str = "") -> Html:
    """A table whose rows are headed by their first cell; nothing where there are no rows."""
    body = joined(row(cells, columns) for cells in rows)
    return framed(caption, columns, [el("tbody", body)], note) if body else NOTHING


def row(cells: Sequence[Html], columns: Sequence[Column], lead: Html = NOTHING, across: int = 1) -> Html:
    """A row that its first cell heads, over so many columns; `lead` are the headings before that cell."""
    looks = [column.look for column in columns[-len(cells) :]]
    head = el("th", cells[0], scope="row", class_=looks[0], colspan=across if across > 1 else None)
    others = (el("td", cell, class_=look) for cell, look in zip(cells[1:], looks[1:], strict=True))
    return el("tr", lead, head, *others)


def framed(caption: str, columns: Sequence[Column], bodies: Iterable[Html], note: str = "") -> Html:
    """A table around its bodies, in a box that scrolls sideways by keyboard too."""
    said = el("caption", text(caption), text(f" · {note}") if note else NOTHING)
    headings = (el("th", text(column.heading), scope="col", class_=column.look) for column in columns)
    whole = el("table", said, el("thead", el("tr", *headings)), *bodies)
    return el("div", whole, class_="scroll", role="region", tabindex=0, aria_label=caption)
