"""The screen of a document under review, whole: going to its doubts, and adopting it or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.widgets import OptionList

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import review_words, words
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.screens.adopting import AdoptScreen
from evaltool.tui.screens.deciding import DecidingScreen
from evaltool.tui.screens.findings import FindingsScreen
from evaltool.tui.screens.help import HelpScreen
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.review_bar import ReviewBar
from scoring.findings import Finding
from scoring.model import Dossier, Reading, Subject
from scoring.rulebook import load


@dataclass(frozen=True, slots=True)
class Adoption:
    """A reading to adopt, and where recorded values go along to."""

    reading: Reading
    carried: Mapping[Subject, Subject]


class ReviewScreen(DecidingScreen[Adoption]):
    """The review with everything that can be ordered by a key. The result is what to adopt, or None."""

    @dataclass
    class Weighed(Message):
        """What adopting would do, as things stand now."""

        effect: ops.Effect

    @dataclass
    class NotWeighed(Message):
        """It could not be found out."""

        error: Exception

    def __init__(
        self,
        review: ops.Review,
        effect: ops.Effect,
        desk: ops.Desk,
        earlier: Sequence[Finding] = (),
        waiting: int = 0,
    ) -> None:
        super().__init__(review, effect, earlier, waiting)
        self._desk = desk

    def action_leave(self) -> None:
        """Esc in the list: nothing is adopted."""
        if self._may_leave(as_bound(_("更正和取舍还没有采用：按 Ctrl+S 采用；再按 Esc 放弃"), Where.REVIEW)):
            self.dismiss(None)

    async def action_quit(self) -> None:
        """Leave the program."""
        if self._may_leave(
            as_bound(_("更正和取舍还没有采用：按 Ctrl+S 采用；再按 Ctrl+Q 放弃并退出"), Where.REVIEW)
        ):
            await self.app.run_action("quit")

    def _may_leave(self, asked: str) -> bool:
        """Decisions, and what is being typed, are given up only when asked twice."""
        if self.gives_up or not (self.has_decided or self.query_one(ReviewBar).is_typing):
            return True
        self.gives_up = True
        self.say(asked, wrong=True)
        return False

    def action_help(self) -> None:
        """Say what can be done here."""
        said = tuple(self.query_one(MessageLine).said)
        self.app.push_screen(HelpScreen(Where.REVIEW, None, said))

    def action_check(self) -> None:
        """Show every doubt, and go to the one that is chosen."""
        if self.settle():
            reading = self.book.review.reading
            screen = FindingsScreen(Dossier(reading.department, load()), lambda: reading.findings)
            self.app.push_screen(screen, lambda subject: self.go_to(subject) if subject else None)

    def action_next_project(self) -> None:
        """Go to the next line of the list."""
        self.query_one("#places", OptionList).action_cursor_down()

    def action_previous_project(self) -> None:
        """Go to the line of the list before."""
        self.query_one("#places", OptionList).action_cursor_up()

    def action_adopt(self) -> None:
        """Show what adopting would do, once the document says whose it is and of which year."""
        if not self.settle():
            return
        department = self.book.review.reading.department
        if not (department.code or department.name):
            self.go_to(Subject(field="code"))
            self.say(_("没有单位的编码和名称，请先填写"), wrong=True)
        elif department.year is None:
            self.go_to(Subject(field="year"))
            self.say(_("年度不明，请先填写"), wrong=True)
        else:
            self.say(_("正在与工作区比较……"))
            self._weigh(self.book.review.reading)

    @work(thread=True, group="weigh")
    def _weigh(self, reading: Reading) -> None:
        try:
            self.post_message(self.Weighed(self._desk.effect(reading)))
        except ops.WorkspaceError as error:
            self.post_message(self.NotWeighed(error))

    @on(NotWeighed)
    def _not_weighed(self, event: NotWeighed) -> None:
        self.say(words.fault_text(event.error), wrong=True)

    @on(Weighed)
    def _weighed(self, event: Weighed) -> None:
        def settled(carried: Mapping[Subject, Subject] | None) -> None:
            if carried is not None:
                self.dismiss(Adoption(self.book.review.reading, carried))

        self.say(review_words.taken_words(self.book))
        self.app.push_screen(AdoptScreen(self.book, event.effect), settled)
