"""Adding while declaring by hand: indicators, projects, objectives, departments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evaltool.language import _
from evaltool.operations import drafting
from evaltool.tui import declare_words
from evaltool.tui.book import Book
from evaltool.tui.cells import one_line
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.declare_book import DeclareBook, Wish
from evaltool.tui.declare_rows import lines_of
from evaltool.tui.screens.declare_asking import Asked, NameScreen, PickScreen
from evaltool.tui.screens.declare_going import GoingScreen
from evaltool.tui.widgets.declare_bar import Declaring
from scoring.model import Department, Dossier, Subject
from scoring.rulebook import load


class AddingScreen(GoingScreen):
    """The panes, and everything that makes something new.

    `_before` is the book that was shown before a new department took its place.
    """

    _before: DeclareBook | None = None

    def action_add(self) -> None:
        """In the table an indicator; in the list, and on the department's own facts, what belongs there."""
        if not self.settle() or self.book is None:
            return
        of_department = self.place == Subject() and self.rows[self.index].indicator is None
        if isinstance(self.focused, Declaring) and not of_department:
            self._add_indicator()
        elif self.place.project:
            self._ask_project()
        elif self.place.field:
            self._ask_objective()
        else:
            self._ask_what()

    def _add_indicator(self) -> None:
        assert self.book is not None  # noqa: S101 - the caller has looked
        here = self.rows[self.index].subject.indicator
        lines = lines_of(self.book.department, self.place)
        like = here or (lines[-1].key if lines else None)
        draft = drafting.add_indicator(self.book.department, self.place, after=here, like=like)
        self.book = self.book.with_pending(draft)
        self.go_to(draft.subject)
        self.query_one(Declaring).focus()
        self.say(
            as_bound(_("新指标：输入名称，Tab 输入指标值，再 Tab 输入分值；Shift+Tab 改级次"), Where.TABLE)
        )

    def _ask_what(self) -> None:
        choices: list[tuple[str, str, Callable[[], object]]] = [
            (_("项目"), _("名称、预算、用途、指标"), self._ask_project),
            (_("分项目标"), _("单位自身的目标，可以有指标"), self._ask_objective),
            (_("总体绩效目标的指标"), _("单位自身的指标"), self._add_indicator),
            (_("另一个单位，或这个单位的另一个年度"), "", self.ask_department),
        ]

        def picked(number: int | None) -> None:
            if number is not None:
                choices[number][2]()

        self.app.push_screen(PickScreen(_("新增"), _("新增什么？"), [one[:2] for one in choices]), picked)

    def _ask_project(self) -> None:
        def named(texts: Sequence[str] | None) -> None:
            if texts is not None and self.book is not None:
                draft = drafting.add_project(self.book.department, *texts)
                self.take_new(Wish(draft, _("新增项目 {name}").format(name=texts[0])))

        asked = [Asked(_("项目名称")), Asked(_("项目编码（可以不填，以名称代替）"))]
        self.app.push_screen(NameScreen(_("新增项目"), asked, _without_name), named)

    def _ask_objective(self) -> None:
        def named(texts: Sequence[str] | None) -> None:
            if texts is not None and self.book is not None:
                draft = drafting.add_objective(self.book.department, texts[0])
                self.take_new(Wish(draft, _("新增目标 {name}").format(name=texts[0])))

        self.app.push_screen(NameScreen(_("新增目标"), [Asked(_("目标名称"))], _without_name), named)

    def take_new(self, wish: Wish) -> None:
        """Keep something new and go to it, to type on."""
        self.declare(wish)
        self._fill_in(wish.draft.subject)

    def _fill_in(self, place: Subject) -> None:
        """Go to the first thing that is to be said of a new place."""
        assert self.book is not None  # noqa: S101 - the place is one of its department
        self.go_to(self.book.first_blank(place))
        self.query_one(Declaring).focus()

    def ask_department(self) -> None:
        """Ask for a department and a year that the workspace has not yet."""
        now = self.book.department if self.book else None
        self._ask_department([now.name, "", now.code] if now else ["", "", ""])

    def ask_again(self, department: Department, why: str) -> None:
        """A new department could not be kept: what was typed stands there again."""
        self.book = self._before
        if self.book is not None:
            self.show_place(Subject())
        self._ask_department([department.name, str(department.year or ""), department.code], why)

    def _ask_department(self, texts: Sequence[str], why: str = "") -> None:
        labels = (_("单位名称"), _("年度，如 2025"), _("单位编码（可以不填，以名称代替）"))
        asked = [Asked(label, text) for label, text in zip(labels, texts, strict=True)]

        def wrong(texts: Sequence[str]) -> str:
            year = declare_words.year_of(texts[1])
            if not texts[0]:
                return _("请填写名称")
            return "" if year else _("请填写年度，如 2025")

        self.app.push_screen(NameScreen(_("新增单位"), asked, wrong, why), self._begin)

    def _begin(self, texts: Sequence[str] | None) -> None:
        if texts is not None:
            draft = drafting.begin(texts[0], declare_words.year_of(texts[1]), texts[2])
            name = f"{draft.new.year} {draft.new.name}"
            self._before, self.book = self.book, DeclareBook(Book(Dossier(draft.new, load())))
            self._fill_in(Subject())
            self.has_changed = True
            self.session.declare(Wish(draft, _("新增单位 {name}").format(name=one_line(name))))
        elif self.book is None:
            self.dismiss(None)


def _without_name(texts: Sequence[str]) -> str:
    return "" if texts[0] else _("请填写名称")
