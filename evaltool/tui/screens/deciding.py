"""Deciding about a document: correcting texts, choosing between targets, leaving things out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import review_words, words
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.review_book import ReviewBook
from evaltool.tui.screens.choosing import Choice, ChooseScreen
from evaltool.tui.screens.review import T
from evaltool.tui.screens.review_going import GoingScreen
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.review_bar import ReviewBar
from evaltool.tui.widgets.sheet import Sheet
from scoring.findings import Finding
from scoring.model import Subject


class DecidingScreen(GoingScreen[T]):
    """The review and every decision about it; the last one can be taken back.

    `gives_up`: the person was told that decisions would be lost, and leaves all the same.
    """

    def __init__(
        self, review: ops.Review, effect: ops.Effect, earlier: Sequence[Finding] = (), waiting: int = 0
    ) -> None:
        super().__init__(review, effect, waiting)
        self._findings = earlier
        self._earlier = review.again(earlier)
        self._before: list[ops.Review] = []
        self.gives_up = False

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
        self.gives_up = False
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

    def action_edit(self) -> None:
        """Go on with the text that counts."""
        entering = self.query_one(ReviewBar).entering
        entering.focus()
        entering.action_end()

    @property
    def has_decided(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._before)

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
            self.say(as_bound(_("整个项目不采用；先在项目上按 F8 恢复"), Where.REVIEW), wrong=True)
        else:
            self._decide(self.book.review.turn(subject))

    def greeting(self, *, short: bool = False) -> str:
        """Earlier decisions are named first: they are taken only when asked for."""
        count = len(self._earlier.corrections) + len(self._earlier.left_out)
        if not count:
            return super().greeting(short=short)
        again = as_bound(_("按 F9 沿用以前的 {count} 处更正和取舍"), Where.REVIEW).format(count=count)
        return _("{again}。{rest}").format(again=again, rest=super().greeting(short=True))

    def action_again(self) -> None:
        """Decide as at the import before; what was corrected now stays."""
        if not self._earlier.is_decided:
            self.say(_("以前导入时没有更正和取舍，或原文已变"))
        elif self.settle():
            again = self.book.review.again(self._findings)
            self._decide(again, partial(_("已沿用以前的更正和取舍。{taken}").format))

    def action_targets_only(self) -> None:
        """Take the targets without what was achieved, or with it."""
        review = self.book.review
        if review.found.outcomes == type(review.found.outcomes)():
            self.say(_("这份文本没有完成情况"))
        elif self.settle():
            self._decide(replace(self.book.review, targets_only=not review.targets_only))

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
