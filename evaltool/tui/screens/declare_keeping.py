"""Keeping what is declared by hand: each change at once, shown before it is on the disk, confirmed after."""

from __future__ import annotations

import asyncio

from textual import on, work

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import declare_reading, declare_words, news, words
from evaltool.tui.book import Book
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.declare_book import DeclareBook, Wish, first_new
from evaltool.tui.declare_rows import DeclareRow, index_of, place_of, rows_of
from evaltool.tui.screens.declare import DeclarePanes, Left
from evaltool.tui.widgets.declare_bar import DeclareBar
from scoring.model import Department, Subject
from scoring.record import Entry


class KeepingScreen(DeclarePanes):
    """The panes, and what becomes of a change. `has_changed`: something was ordered on this screen."""

    has_changed = False

    def keep_text(self, row: DeclareRow, field: str, text: str) -> Subject | None:
        """Keep what was typed into a field, and give the field as it is called then.

        None: it cannot be kept, and it was said why.
        """
        book = self.book
        assert book is not None  # noqa: S101 - a field is left, so there is a department
        tried = book.try_text(row, field, text)
        if tried.entry is not None and book.is_pending(row):
            self.say(_("先输入三级指标的名称"), wrong=True)
            return None
        if not tried.can_be_kept:
            self.say(_("没有保存：{why}").format(why=declare_reading.why_not(text, tried)), wrong=True)
            return None
        if tried.entry is not None:
            self.record(tried.entry)
            return tried.entry.subject
        draft = tried.draft
        assert draft is not None  # noqa: S101 - what can be kept is either of the two
        if book.is_pending(row) and field != "name":
            self.book = book.with_pending(draft)
        else:
            said = declare_words.kept_words(row, field, draft)
            self.declare(Wish(book.whole(draft), said, row.at(field), text))
        return draft.subject

    def declare(self, wish: Wish) -> None:
        """Show a change of what is declared, and keep it."""
        if self.book is not None:
            self.book = self.book.after(wish.draft)
        self.has_changed = True
        self.session.declare(wish)

    def record(self, *entries: Entry, operation: str = "record") -> None:
        """Show weights, and keep them as one change."""
        assert self.book is not None  # noqa: S101 - as above
        self.has_changed = True
        self.session.keep(self.book.book, *entries, operation=operation)
        self.book = DeclareBook(self.book.book, self.book.pending)  # what was looked up counts no more

    def go_to(self, subject: Subject, typed: str | None = None) -> None:
        """Put list, table and bar on a subject."""
        assert self.book is not None  # noqa: S101 - as above
        department = self.book.department
        place = place_of(department, subject)
        self.show_place(place, index_of(rows_of(department, place), subject), subject.field, typed)

    @on(news.Declared)
    def _declared(self, event: news.Declared) -> None:
        self.tell(_("已保存：{change}").format(change=event.wish.said))
        if event.wish.draft.old is None:
            self._load(event.adopted.department, None)
        elif event.adopted.change_id is None:
            self.tell(_("已保存，与原来相同"))

    @on(news.NotDeclared)
    def _not_declared(self, event: news.NotDeclared) -> None:
        if event.wish.draft.old is None:
            new, why = event.wish.draft.new, words.fault_text(event.error)
            if isinstance(event.error, ops.Conflict):
                why = _("工作区里已有这个单位的 {year} 年").format(year=new.year)
            self.ask_again(new, why)
        else:
            self._take_back(event.error, event.wish.at, event.wish.text)

    def ask_again(self, department: Department, why: str) -> None:
        """A new department could not be kept."""
        raise NotImplementedError

    @on(news.Kept)
    def _kept(self, event: news.Kept) -> None:
        items = event.saved.items
        if len(items) > 1:
            said = as_bound(_("已平均分配 {count} 个指标的分值，按 Ctrl+Z 撤销"), Where.DECLARE)
            said = said.format(count=len(items))
        elif items:
            said = _("已保存：{change}").format(change=words.change_text(items, None))
        else:
            said = _("已保存，与原来相同")
        self.tell(said)

    @on(news.NotKept)
    def _not_kept(self, event: news.NotKept) -> None:
        first = event.edits[0]
        self._take_back(event.error, first.subject, first.typed)

    def _take_back(self, error: Exception, at: Subject, text: str) -> None:
        """A change was not kept: show what is, the text in the bar; in the message where one types on."""
        why = words.fault_text(error)
        typed = text
        if text and self.query_one(DeclareBar).is_typing:
            why, typed = _("{why}。您输入的是“{typed}”").format(why=why, typed=text), ""
        self.tell(why, wrong=True)
        assert self.book is not None  # noqa: S101 - what was changed is shown
        self._load(self.book.book.id, at, typed or None)

    @on(news.Failed)
    def _failed(self, event: news.Failed) -> None:
        self.tell(words.fault_text(event.error), wrong=True)

    @on(news.Moved)
    def _moved(self, event: news.Moved) -> None:
        items = event.reverted.items
        change = words.change_text(items, None, is_undo=event.is_undo)
        self.tell(_("{word}：{change}").format(word=event.word, change=change))
        self.has_changed = True
        if self.book is not None:
            here = [item.subject for item in items if item.department == self.book.book.id]
            at = next((one for one in here if one.indicator or one.project), None)
            self._load(self.book.book.id, at)

    @work(group="declare-load")
    async def _load(
        self, department: tuple[str, int | None], at: Subject | None, typed: str | None = None
    ) -> None:
        """Show what is kept now, once all that is under way is; where it is no more, leave."""
        before: object = self
        while before is not self.book:  # what is typed while this is read comes into the next reading
            before = self.book
            await self.session.drained()
            try:
                dossier = await asyncio.to_thread(self.session.desk.dossier, *department)
            except ops.REFUSALS as error:
                if getattr(error, "code", "") == "workspace.no_department":
                    self.dismiss(Left(None, self.told))
                else:
                    self.post_message(news.Failed(error))
                return
        bar = self.query_one(DeclareBar)
        typing = (bar.row.at(bar.field), bar.entering.value) if bar.row and bar.is_typing else None
        if at is None and self.book is not None:
            at = first_new(self.book.department, dossier.department)  # what an undo brought back
        self.book = DeclareBook(Book(dossier))
        if typing is not None:
            self.go_to(*typing)
        elif at is not None:
            self.go_to(at, typed)
        else:
            self.refresh_place()

    def refresh_place(self) -> None:
        """Show the place as it stands now, the cursor where it was."""
        assert self.book is not None  # noqa: S101 - as above
        at = self.index, self.query_one(DeclareBar).field
        self.show_place(place_of(self.book.department, self.place), *at)
