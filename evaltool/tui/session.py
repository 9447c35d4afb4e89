"""One sitting at a desk: the books that were opened, and the saves that are under way.

Nothing here waits. A save is handed to the desk's queue and what became of it is posted to the screen, so a
later save never takes the place of an earlier one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.book import Book, DepartmentId
from evaltool.tui.rows import Place
from scoring.model import NOTHING, Dossier, Reading, Subject
from scoring.record import Entry
from scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from evaltool.operations.handing_in import Checked
    from evaltool.tui.declare_book import Wish

T = TypeVar("T")
Post = Callable[[Message], object]


class Session:
    """Books by department, and a count of what is on its way to the disk."""

    def __init__(self, desk: ops.Desk, post: Post) -> None:
        self.desk = desk
        self._books: dict[DepartmentId, Book] = {}
        self._stale: set[DepartmentId] = set()
        self._post = post
        self._under_way: set[Future[Any]] = set()

    @property
    def unsaved(self) -> int:
        """How many values could not be saved."""
        return sum(len(book.unsaved) for book in self._books.values())

    def book(self, department: DepartmentId) -> Book | None:
        """The book of a department as it was loaded last; None where it never was."""
        return self._books.get(department)

    def fresh_book(self, department: DepartmentId) -> Book | None:
        """The book of a department; None where it is to be loaded, or loaded again."""
        return None if department in self._stale else self._books.get(department)

    def forget(self) -> None:
        """What was loaded may have changed on the disk: load it again when it is wanted."""
        self._stale = set(self._books)

    def take(self, dossier: Dossier, locked: Mapping[str, int] = NOTHING) -> Book:
        """Keep a dossier that was loaded; what is unsaved or tried in an older one stays on top."""
        book = Book(dossier, locked)
        older = self._books.get(book.id)
        if older is not None:
            book.go_on_from(older)
        self._books[book.id] = book
        self._stale.discard(book.id)
        return book

    def keep(self, book: Book, *entries: Entry, operation: str = "record") -> None:
        """Show entries and save them, as one change; while figures are tried they are only shown."""
        if book.trying:
            book.try_out(entries)
            self._post(news.Tried(book.id, entries))
        else:
            self._submit(book, [book.put(entry) for entry in entries], operation)

    @property
    def trying(self) -> Book | None:
        """The book that figures are being tried in; None where nobody tries any."""
        return next((book for book in self._books.values() if book.trying), None)

    def keep_tried(self, book: Book) -> None:
        """Save all that is tried as one change; until that is done it stays a trial."""
        book.is_keeping = True
        self._submit(book, book.tried_edits(), "what_if", news.TrialKept, news.TrialNotKept)

    def retry(self) -> int:
        """Save again what could not be saved; how many values that is."""
        again = [(book, edit) for book in self._books.values() for edit in book.unsaved.values()]
        for book, edit in again:
            self._submit(book, [edit])
        return len(again)

    def undo(self, change: int | None = None) -> Future[ops.Reverted]:
        """Take the newest change back, or the one named."""
        undone = self.desk.undo(change)
        self._watch(undone, lambda done: news.Moved(_("撤销"), done, is_undo=True))
        return undone

    def redo(self, department: DepartmentId | None = None) -> Future[ops.Reverted]:
        """Do again what was undone last, of all departments or of one."""
        redone = self.desk.redo(department)
        self._watch(redone, lambda done: news.Moved(_("重做"), done))
        return redone

    def adopt(self, reading: Reading, carried: Mapping[Subject, Subject]) -> Future[ops.Adopted]:
        """Adopt a document; what is recorded goes along as `carried` says."""
        adopted = self.desk.adopt(reading, carried)
        self._watch(adopted, lambda done: news.Taken(done, Place(*done.department)))
        return adopted

    def declare(self, wish: Wish) -> None:
        """Keep what a person declares by hand."""
        self._watch(
            self.desk.declare(wish.draft),
            lambda done: news.Declared(wish, done),
            lambda error: news.NotDeclared(wish, error),
        )

    def hand_in(self, checked: Checked, places: Sequence[str]) -> None:
        """Keep a version of what was looked at and lock the places."""
        self._watch(self.desk.sealing.hand_in(checked, places), lambda done: news.HandedIn(done.number))

    def take_back(self, department: DepartmentId, places: Sequence[str], reason: str) -> None:
        """Unlock places that were handed in."""
        self._watch(self.desk.sealing.take_back(*department, places, reason), news.TakenBack)

    def use_rulebook(self, department: DepartmentId, rulebook: Rulebook) -> None:
        """Put a rulebook in force for a department."""
        self._watch(self.desk.use_rulebook(*department, rulebook), lambda saved: news.Ruled(rulebook, saved))

    async def drained(self) -> None:
        """Wait until nothing is under way."""
        while self._under_way:
            waiting = [asyncio.wrap_future(future) for future in tuple(self._under_way)]
            await asyncio.gather(*waiting, return_exceptions=True)

    def _submit(
        self,
        book: Book,
        edits: Sequence[ops.Edit],
        operation: str = "record",
        kept: Callable[[DepartmentId, Sequence[ops.Edit], ops.Saved], Message] = news.Kept,
        not_kept: Callable[[DepartmentId, Sequence[ops.Edit], Exception], Message] = news.NotKept,
    ) -> None:
        code, year = book.id
        future = self.desk.submit(code, year, edits, operation)
        self._watch(
            future,
            lambda saved: kept(book.id, edits, saved),
            lambda error: not_kept(book.id, edits, error),
        )

    def _watch(
        self,
        future: Future[T],
        done: Callable[[T], Message],
        failed: Callable[[Exception], Message] = news.Failed,
    ) -> None:
        self._under_way.add(future)

        def report(finished: Future[T]) -> None:
            error = finished.exception()
            self._post(failed(error) if isinstance(error, Exception) else done(finished.result()))
            self._under_way.discard(finished)

        future.add_done_callback(report)
