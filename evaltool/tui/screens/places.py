"""Turning from the place that is shown to others: its other part, another year, another department.

What was named as evidence is looked at beside that, whenever a department was loaded or a file was named.
"""

from __future__ import annotations

from textual import on, work

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.book import Book, DepartmentId
from evaltool.tui.rows import Part, Place
from evaltool.tui.screens.loading import LoadingScreen
from evaltool.tui.visited import other_year
from evaltool.tui.widgets.edit_bar import EditBar
from scoring.model import Dossier


class PlacesScreen(LoadingScreen):
    """The panes, and the ways from place to place."""

    def turn_part(self) -> None:
        """From the indicators to the money in detail, and back."""
        if self.place is None:
            return
        other = Part.MONEY if self.place.part is Part.INDICATORS else Part.INDICATORS
        self.go(Place(self.place.code, self.place.year, self.place.project, other))

    def go_to_department(self, department: DepartmentId) -> None:
        """Go to a department and year, to the place that was left last there."""
        summary = next((one for one in self.summaries if (one.code, one.year) == department), None)
        if summary is not None:
            self.go_and_point(self.visited.place_in(summary))

    def turn_year(self) -> None:
        """To the department's next year, to the place that was left last there."""
        if self.place is None:
            return
        other = other_year(self.summaries, self.place.department)
        if other is None:
            self.say(_("工作区里没有这个单位的其他年度"))
        else:
            self.go_and_point(self.visited.place_in(other, self.place))
            if self.place.year == other.year:
                self.say(_("现在是 {year} 年度").format(year=other.year or "?"))

    def look_at_files(self, book: Book) -> None:
        """See what became of the files named as evidence, beside whatever is being done."""
        if book.beside or any(
            outcome.evidence_files for outcome in book.dossier.outcomes.indicators.values()
        ):
            self._look_at_files(book.id, book.dossier)

    @work(thread=True, group="files")
    def _look_at_files(self, department: DepartmentId, dossier: Dossier) -> None:
        assert self.session is not None  # noqa: S101 - a book is open
        found = ops.evidence_findings(dossier, self.session.desk.folder)
        self.post_message(news.LookedAt(department, found))

    @on(news.LookedAt)
    def _looked_at(self, event: news.LookedAt) -> None:
        book = self.session.book(event.department) if self.session else None
        if book is None or book.beside == event.findings:
            return
        book.see(event.findings)
        if self.place is not None and self.place.department == book.id:
            self.refresh_place()
            self.query_one(EditBar).renew()
