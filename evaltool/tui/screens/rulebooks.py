"""Which rulebook scores a department: those that come along, are kept or lie in a file; what each says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import clauses, words
from evaltool.tui.cells import cells, cut, one_line, pad
from evaltool.tui.screens.against import AgainstScreen
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.screens.rulebook_file import RulebookFileScreen
from evaltool.tui.widgets.page import Page
from scoring.model import Dossier
from scoring.rulebook import Rulebook


class RulebooksScreen(Dialog[Rulebook]):
    """The rulebooks, under them the clauses of the one at the cursor; the result is the one to adopt."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "compare", show=False),
        Binding("pagedown", "turn(1)", show=False, priority=True),
        Binding("pageup", "turn(-1)", show=False, priority=True),
    ]

    @dataclass
    class Found(Message):
        """What the workspace keeps."""

        rulebooks: Sequence[Rulebook]

    @dataclass
    class NotFound(Message):
        """What the workspace keeps could not be looked up."""

        error: Exception

    def __init__(self, dossier: Dossier, kept: Callable[[], Sequence[Rulebook]]) -> None:
        super().__init__(
            _("评分规则  {name}").format(name=words.department_name(dossier.department)),
            _("Enter 采用，F3 比较得分，PageDown 翻看条款，Esc 返回"),
        )
        self._dossier = dossier
        self._look_up = kept
        others = (one for one in ops.rulebooks() if one.hash != dossier.rulebook.hash)
        self._known = [dossier.rulebook, *others]
        self._shipped = {one.hash for one in ops.rulebooks()}
        self._from_files: set[str] = set()
        self._fault = ""

    def body(self) -> list[Widget]:
        """The list, and the clauses."""
        return [
            OptionList(id="rulebooks", markup=False),
            Static(id="dialog-message", markup=False),
            Page(clauses.sections(self._dossier.rulebook)),
        ]

    def on_mount(self) -> None:
        """The cursor begins at the one in force."""
        self._list(0)
        self.query_one(OptionList).focus()
        self._look()

    @work(thread=True, group="kept")
    def _look(self) -> None:
        try:
            self.post_message(self.Found(self._look_up()))
        except ops.WorkspaceError as error:
            self.post_message(self.NotFound(error))

    @on(Found)
    def _found(self, event: Found) -> None:
        at, at_file = self.query_one(OptionList).highlighted or 0, self._at_cursor is None
        known = {one.hash for one in self._known}
        self._known += [one for one in event.rulebooks if one.hash not in known]
        self._list(len(self._known) if at_file else at)

    @on(NotFound)
    def _not_found(self, event: NotFound) -> None:
        self._fault = words.fault_text(event.error)
        self._say(self._fault)

    def on_resize(self) -> None:
        """Cut the titles anew."""
        self._list(self.query_one(OptionList).highlighted or 0)

    def action_turn(self, pages: int) -> None:
        """Turn the page of clauses while the cursor stays in the list."""
        page = self.query_one(Page)
        if pages > 0:
            page.scroll_page_down(animate=False)
        else:
            page.scroll_page_up(animate=False)

    def action_compare(self) -> None:
        """What the rulebook at the cursor would make of this department's figures."""
        other = self._at_cursor
        if other is None:
            self._say(_("先选一套评分规则"))
        elif other.hash == self._dossier.rulebook.hash:
            self._say(_("这就是现行的评分规则，没有可比的"))
        else:
            self.app.push_screen(AgainstScreen(self._dossier, other))

    @property
    def _at_cursor(self) -> Rulebook | None:
        """The rulebook at the cursor; None on the line for a file."""
        at = self.query_one(OptionList).highlighted or 0
        return self._known[at] if at < len(self._known) else None

    def _say(self, text: str) -> None:
        self.query_one("#dialog-message", Static).update(text)

    def _list(self, at: int) -> None:
        shown = self.query_one(OptionList)
        room, widest = self.size.width - 6, max(cells(self._told_apart(one)) for one in self._known)
        shown.clear_options()
        shown.add_options(Option(self._line(one, widest, room)) for one in self._known)
        shown.add_option(Option(Content.assemble("  ", _("从文件选用……"))))
        shown.highlighted = at

    def _told_apart(self, rulebook: Rulebook) -> str:
        """Its id, with the hash where another one in the list has the same id."""
        alike = sum(one.id == rulebook.id for one in self._known)
        return rulebook.id if alike == 1 else f"{rulebook.id}@{rulebook.hash}"

    def _line(self, rulebook: Rulebook, widest: int, room: int) -> Content:
        in_force = rulebook.hash == self._dossier.rulebook.hash
        is_kept = rulebook.hash not in self._shipped | self._from_files
        mark = (_("（工作区）") if is_kept else "") + (_("（现行）") if in_force else "")
        title = cut(one_line(rulebook.title), room - widest - 4 - cells(mark))
        return Content(f"{'*' if in_force else ' '} {pad(self._told_apart(rulebook), widest)}  {title}{mark}")

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        rulebook = self._at_cursor
        if rulebook is not None:
            from_file = _("文件没有问题。采用后内容存入工作区，以后改动文件不影响已有的得分")
            self._say(from_file if rulebook.hash in self._from_files else self._fault)
            page = self.query_one(Page)
            page.show(clauses.sections(rulebook))
            page.scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._known):
            self.dismiss(self._known[event.option_index])
        else:
            self.app.push_screen(RulebookFileScreen(), self._add)

    def _add(self, rulebook: Rulebook | None) -> None:
        if rulebook is None:
            return
        hashes = [one.hash for one in self._known]
        if rulebook.hash not in hashes:
            self._known.append(rulebook)
            hashes.append(rulebook.hash)
            self._from_files.add(rulebook.hash)
        self._list(hashes.index(rulebook.hash))
