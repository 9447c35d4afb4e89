"""What becomes of saves: confirmed, refused because somebody was faster, or waiting to be tried again."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import news, words
from evaltool.tui.book import Book
from evaltool.tui.commands import as_bound
from evaltool.tui.screens.entry import EntryScreen
from evaltool.tui.widgets.edit_bar import EditBar
from scoring.record import Entry


class SavesScreen(EntryScreen):
    """Entering, and the answers of the desk."""

    @on(news.Kept)
    def _kept(self, event: news.Kept) -> None:
        book = self.book_of(event.department)
        if book is not None:
            for edit in event.edits:
                book.unsaved.pop(edit.subject, None)
            self._take_files(book, event.saved.items)
            self.refresh_place()
        if event.saved.items:
            saved = _("已保存：{change}").format(change=self.change_text(event.saved.items))
            raised = self.raised.get(event.edits[0].subject)
            said = [saved, words.files_text(event.saved.items)]
            said += [words.doubt_text(raised) if raised else "", self.all_recorded]
            self.say(_("。").join(filter(None, said)))
        else:
            self.say(_("已保存，与原来相同"))

    @on(news.NotKept)
    def _not_kept(self, event: news.NotKept) -> None:
        book = self.book_of(event.department)
        if book is None:
            return
        self.gives_up = False
        typing = self.query_one(EditBar).is_typing
        why = words.fault_text(event.error)
        if isinstance(event.error, ops.Conflict):
            first = event.edits[0]
            for edit in event.edits:
                book.unsaved.pop(edit.subject, None)
            book.take(Entry(edit.subject, edit.old) for edit in event.edits if edit.old is not ops.ANY)
            book.take(Entry(clash.subject, clash.found) for clash in event.error.clashes)  # type: ignore[arg-type]
            typed = words.value_text(first.new, book.target(first.subject))
            said = (
                _("{why}。您输入的是“{typed}”")
                if len(event.edits) == 1
                else _("{why}。粘贴的 {count} 项都没有保存")
            )
            self.say(said.format(why=why, typed=typed, count=len(event.edits)), wrong=True)
        elif isinstance(event.error, ops.WorkspaceError) and event.error.code == "workspace.handed_in":
            for edit in event.edits:
                book.unsaved.pop(edit.subject, None)
            self.say(why, wrong=True)
            self.load_again()
        else:
            for edit in event.edits:
                book.failed(edit)
            self.say(as_bound(_("按 Ctrl+S 重试：{why}")).format(why=why), wrong=True)
        self.refresh_place()
        if not typing:
            self.show_subject(event.department, event.edits[0].subject)

    def _take_files(self, book: Book, items: Sequence[ops.Item]) -> None:
        """Show what the desk has found of the files that a saved text names as evidence."""
        files = [Entry(one.subject, one.new) for one in items if one.subject.field == words.FILES]  # type: ignore[arg-type]
        if files:
            book.take(files)
            self.look_at_files(book)

    def take_items(self, items: Sequence[ops.Item]) -> None:
        """Show what an undo or a redo moved, and go to the first of it."""
        typing = self.query_one(EditBar).is_typing
        for item in items:
            book = self.book_of(item.department)
            if book is not None:
                book.take([Entry(item.subject, item.new, item.new_typed)])  # type: ignore[arg-type]
                self._take_files(book, [item])
        self.refresh_place()
        first = words.told(items)[0]
        if not typing:
            self.show_subject(first.department, first.subject)
