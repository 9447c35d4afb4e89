"""How a total stands while figures are tried: before, and now."""

from __future__ import annotations

from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.commands import as_bound


def total_moved(book: Book, project: str) -> str:
    """Total and grade of a project, of the department where `project` is empty: 总分 88 良 → 92 优."""
    before, now = (
        words.total_text(standing) for standing in (book.recorded_standing(project), book.standing(project))
    )
    if before == now:
        return _("总分 {total}（未变）").format(total=now)
    return _("总分 {before} → {now}").format(before=before, now=now)


def ways_out(book: Book) -> str:
    """How many fields are tried, and the keys that keep or drop them."""
    return as_bound(_("试了 {count} 项  Ctrl+S 保存  Ctrl+T 放弃")).format(count=len(book.tried))
