"""Looking at a score from all sides: why it is so, where the points are, what is doubtful, by which rules."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.commands import as_bound
from evaltool.tui.going import way_to
from evaltool.tui.screens.trying import TryingScreen
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from scoring.findings import Finding
from scoring.model import Subject
from scoring.rulebook import Rulebook


class LookingScreen(TryingScreen):
    """Entering, and the pages that say what came of it."""

    def action_why(self) -> None:
        """Show how the row's score came about."""
        from evaltool.tui.screens.why import WhyScreen

        at = self.query_one(EditBar).at
        if at is not None:
            in_tree = isinstance(self.focused, DepartmentTree)
            subject = Subject(at.row.subject.project) if in_tree else at.row.subject
            self.app.push_screen(WhyScreen(at.book, subject))

    def action_check(self) -> None:
        """Show every doubt about the department, and go to the one that is chosen."""
        from evaltool.tui.answers import Answers
        from evaltool.tui.screens.findings import FindingsScreen

        if self.book is None or self.session is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从检查；按 F7 导入")), wrong=True)
        elif self.settle():
            dossier, desk = self.book.dossier, self.session.desk

            def look() -> Sequence[Finding]:
                return desk.check(dossier)

            answers = Answers(self.session, self.book)
            self.app.push_screen(FindingsScreen(dossier, look, answers), self._go_to)

    def _go_to(self, subject: Subject | None) -> None:
        if subject is None or self.book is None:
            return
        if not ops.is_declared(self.book.dossier, subject):
            self._ask_where_to(subject)
            return
        place, field = way_to(self.book.dossier, self.book.id, subject)
        self.go(place)
        self.query_one(DepartmentTree).go(place)
        self.query_one(EditBar).entering.focus()
        self.show_subject(place.department, field)

    def _ask_where_to(self, subject: Subject) -> None:
        """Something is recorded of what is no longer declared: move it to what is."""
        from evaltool.tui.screens.moving import MoveScreen

        book = self.book
        assert book is not None  # noqa: S101 - the caller has looked
        old = Subject(subject.project, subject.indicator)

        def chosen(new: Subject | None) -> None:
            entries = ops.moved(book.dossier, old, new) if new is not None else ()
            if entries and self.session is not None:
                self.session.keep(book, *entries)
                self.refresh_place()
            elif new is not None:
                self.say(_("那一项已有内容，没有移动"), wrong=True)

        self.app.push_screen(MoveScreen(book.dossier, old), chosen)

    def action_rulebook(self) -> None:
        """Show the rulebooks, and put the one that is chosen in force."""
        from evaltool.tui.screens.rulebooks import RulebooksScreen

        if self.book is None or self.session is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从选用评分规则；按 F7 导入")), wrong=True)
        elif self.settle():
            screen = RulebooksScreen(self.book.dossier, self.session.desk.usable_rulebooks)
            self.app.push_screen(screen, self._use)

    def _use(self, rulebook: Rulebook | None) -> None:
        if rulebook is not None and self.session is not None and self.book is not None:
            self.session.use_rulebook(self.book.id, rulebook)

    @on(news.Ruled)
    def _ruled(self, event: news.Ruled) -> None:
        if event.saved.change_id is None:
            self.say(_("评分规则与原来相同，没有变化"))
            return
        self.say(
            as_bound(_("已采用评分规则：{title}。按 Ctrl+Z 可以撤销")).format(title=event.rulebook.title)
        )
        self.load_again()
