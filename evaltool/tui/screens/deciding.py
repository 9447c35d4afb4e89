"""Deciding about a document: correcting texts, choosing between targets, leaving things out, adopting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from textual import on, work
from textual.message import Message
from textual.widgets import OptionList

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import review_words, words
from evaltool.tui.commands import Where
from evaltool.tui.review_book import ReviewBook
from evaltool.tui.screens.adopting import AdoptScreen
from evaltool.tui.screens.choosing import Choice, ChooseScreen
from evaltool.tui.screens.findings import FindingsScreen
from evaltool.tui.screens.help import HelpScreen
from evaltool.tui.screens.review import ReviewPanes
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.review_bar import ReviewBar
from evaltool.tui.widgets.sheet import Sheet
from scoring.model import Dossier, Reading, Subject
from scoring.rulebook import load


@dataclass(frozen=True, slots=True)
class Adoption:
    """A reading to adopt, and where recorded values go along to."""

    reading: Reading
    carried: Mapping[Subject, Subject]


class ReviewScreen(ReviewPanes[Adoption]):
    """The review with everything that can be ordered by a key. The result is what to adopt, or None."""

    @dataclass
    class Weighed(Message):
        """What adopting would do, as things stand now."""

        effect: ops.Effect

    @dataclass
    class NotWeighed(Message):
        """It could not be found out."""

        error: Exception

    def __init__(self, review: ops.Review, effect: ops.Effect, desk: ops.Desk) -> None:
        super().__init__(review, effect)
        self._desk = desk
        self._before: list[ops.Review] = []
        self._gives_up = False

    def leave_field(self, text: str | None, go: Go) -> None:
        """Keep a corrected text and go on; one that cannot be kept stays where it is."""
        bar = self.query_one(ReviewBar)
        assert bar.row is not None  # noqa: S101 - a field is left, so there is a row
        if text is not None:
            subject = bar.row.at(bar.field)
            corrected, findings = self.book.review.correct(subject, text)
            if corrected is None:
                why = words.doubt_text(findings[0]) if findings else _("看不懂“{text}”").format(text=text)
                self.say(_("没有采用：{why}").format(why=why), wrong=True)
                return
            name = review_words.field_words(bar.row, bar.field)
            said = (
                _("已更正{field}。{taken}")
                if subject in corrected.corrections
                else _("已恢复{field}的原文。{taken}")
            )
            self._decide(corrected, partial(said.format, field=name))
        self._go_on(go)

    def _decide(self, review: ops.Review, said: partial[str] | None = None) -> None:
        """Take a decision, and say what is taken now."""
        self._before.append(self.book.review)
        self._show(review, said)

    def _show(self, review: ops.Review, said: partial[str] | None = None) -> None:
        self._gives_up = False
        self.book = ReviewBook(review)
        bar = self.query_one(ReviewBar)
        if bar.row is not None:
            bar.show(self.book, bar.row, bar.field)
        self.refresh_rows()
        taken = review_words.taken_words(self.book)
        self.say(said(taken=taken) if said else taken)

    def _go_on(self, go: Go) -> None:
        bar = self.query_one(ReviewBar)
        assert bar.row is not None  # noqa: S101 - as above
        where, fields = bar.row.fields.index(bar.field), bar.row.fields
        page = self.query_one(Sheet).page
        steps = {Go.ROW_UP: -1, Go.PREVIOUS_FIELD: -1, Go.PAGE_UP: -page, Go.PAGE_DOWN: page}
        if go is Go.STAY:
            bar.show(self.book, bar.row, bar.field)
        elif go is Go.RESTORE:
            self.query_one("#places").focus()
        elif go is Go.NEXT_FIELD and where + 1 < len(fields):
            bar.show(self.book, bar.row, fields[where + 1])
        elif go is Go.PREVIOUS_FIELD and where > 0:
            bar.show(self.book, bar.row, fields[where - 1])
        else:
            self.show_row(self.rows.index(bar.row) + steps.get(go, 1))

    def action_leave(self) -> None:
        """Esc in the list: nothing is adopted. Decisions are given up only when asked twice."""
        if self._before and not self._gives_up:
            self._gives_up = True
            self.say(_("更正和取舍还没有采用：按 Ctrl+S 采用；再按 Esc 放弃"), wrong=True)
            return
        self.dismiss(None)

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.run_action("quit")

    def action_help(self) -> None:
        """Say what can be done here."""
        said = tuple(self.query_one(MessageLine).said)
        self.app.push_screen(HelpScreen(Where.REVIEW, None, said))

    def action_edit(self) -> None:
        """Go on with the text that counts."""
        entering = self.query_one(ReviewBar).entering
        entering.focus()
        entering.action_end()

    def action_undo(self) -> None:
        """Take back what is being typed, else the newest decision."""
        bar = self.query_one(ReviewBar)
        if bar.is_typing:
            bar.finish(Go.RESTORE)
        elif self._before:
            self._show(self._before.pop(), partial(_("已撤回。{taken}").format))
        else:
            self.say(_("没有可以撤回的更正或取舍"))

    def action_leave_out(self) -> None:
        """Leave the indicator, or the project whose name the cursor is on, out; or take it in again."""
        if not self.settle():
            return
        in_list = not isinstance(self.focused, Entering)
        subject = Subject(self.project) if in_list else self.row.subject
        if subject == Subject():
            self.say(_("单位不能不采用；不采用整份文本，请按 Esc"), wrong=True)
        elif subject.indicator is not None and self.book.review.is_left_out(Subject(subject.project)):
            self.say(_("整个项目不采用；先在项目上按 F8 恢复"), wrong=True)
        else:
            self._decide(self.book.review.turn(subject))

    def action_targets_only(self) -> None:
        """Take the targets without what was achieved, or with it."""
        review = self.book.review
        if review.found.outcomes == type(review.found.outcomes)():
            self.say(_("这份文本没有完成情况"))
        elif self.settle():
            self._decide(replace(review, targets_only=not review.targets_only))
            self.show_place(self.project, self.query_one(Sheet).cursor_row)

    def action_choose(self) -> None:
        """Choose between indicators of one name that ask for different things."""
        row = self.row
        rivals = self.book.review.rivals(row.found.key) if row.found else ()
        if not rivals:
            self.say(_("光标所在的指标没有互不相同的指标值"))
        elif self.settle():

            def chosen(choice: Choice | None) -> None:
                if choice is not None:
                    self._decide(self.book.review.choose(choice.key, rivals))

            self.app.push_screen(ChooseScreen(rivals, self.book.review), chosen)

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
