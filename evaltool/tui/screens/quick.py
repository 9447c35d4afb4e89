"""What makes entering quick: filters, a search by name, the last reason again, room for a long text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.field import Field
from evaltool.tui.filtering import Filter
from evaltool.tui.rows import EXPLAINING, is_long
from evaltool.tui.screens.saves import SavesScreen
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.entering import Go
from scoring.record import Entry

if TYPE_CHECKING:
    from evaltool.tui.searching import Spot


class QuickScreen(SavesScreen):
    """Entering, with less to type and less to look for."""

    def action_filter(self) -> None:
        """Put the next filter on."""
        self._put_on(self.filter.next)

    def action_filter_all(self) -> None:
        """Show all rows."""
        self._put_on(Filter.ALL)

    def action_filter_unrecorded(self) -> None:
        """Show what is not recorded yet."""
        self._put_on(Filter.UNRECORDED)

    def action_filter_below(self) -> None:
        """Show what falls short of its target."""
        self._put_on(Filter.BELOW)

    def action_filter_findings(self) -> None:
        """Show what is doubtful."""
        self._put_on(Filter.FINDINGS)

    def _put_on(self, wanted: Filter) -> None:
        if self.book is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从筛选；按 F7 导入")), wrong=True)
        elif self.settle():
            self.filter = wanted
            self.show_place()
            self.say(self.filtered or _("筛选已取消，显示全部 {count} 行").format(count=len(self.rows)))

    def action_find(self) -> None:
        """Find a department, a project or an indicator by its name, and go there."""
        from evaltool.tui.screens.finding_by_name import FindScreen
        from evaltool.tui.searching import spots

        if self.book is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从查找；按 F7 导入")), wrong=True)
        elif self.settle():
            departments = self.query_one(DepartmentTree).departments
            self.app.push_screen(FindScreen(spots(self.book.dossier, departments)), self._go_to_spot)

    def _go_to_spot(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self.go(spot.place)
        self.query_one(DepartmentTree).go(spot.place)
        if spot.subject is not None:
            self.query_one(EditBar).entering.focus()
            self.show_subject(spot.place.department, spot.subject)

    def action_repeat(self) -> None:
        """Put the text into the line that was kept last in the same field."""
        bar = self.query_one(EditBar)
        if bar.at is None or bar.at.name not in EXPLAINING:
            said = as_bound(_("偏差原因、改进措施、佐证材料可以沿用上一条：按 Tab 到那一项"), Where.TABLE)
            self.say(said, wrong=True)
            return
        field, text = wording.field_name(bar.at.name), self._text_before(bar.at)
        if not text:
            self.say(_("前面还没有填过“{field}”").format(field=field), wrong=True)
            return
        bar.put(text)
        bar.entering.focus()
        filled = as_bound(_("已填入上一条“{field}”：按 Enter 保存，按 Esc 还原"), Where.TABLE)
        self.say(filled.format(field=field))

    def _text_before(self, at: Field) -> str:
        """What was kept last in this sitting, else what the nearest row above has."""
        above = self.rows[: self.index_of(at.row)]
        texts = (at.book.value(row.at(at.name)) for row in reversed(above) if at.name in row.fields)
        return self.explained.get(at.name) or next((text for text in texts if isinstance(text, str)), "")

    def action_edit(self) -> None:
        """Go on with what is recorded, instead of typing over it; a long text on a screen of its own."""
        from evaltool.tui.screens.long_text import LongTextScreen

        bar = self.query_one(EditBar)
        bar.entering.focus()
        bar.entering.action_end()
        at = bar.at
        if at is None or not is_long(at.name):
            return
        name = f"{words.row_name(at.row)}  {wording.field_name(at.name)}"
        title = wording.field_name(at.name) if at.name == at.row.subject.field else name
        self.app.push_screen(LongTextScreen(title, bar.text), lambda text: self._keep_long(at, text))

    def _keep_long(self, at: Field, text: str | None) -> None:
        """Keep a long text in its field, wherever the edit bar has gone meanwhile."""
        bar = self.query_one(EditBar)
        if text is None or self.session is None:
            return
        if bar.at is not None and bar.at.row.at(bar.at.name) == at.row.at(at.name):
            bar.put(text)
            bar.finish(Go.STAY)
        else:
            self.session.keep(
                self.book_of(at.book.id) or at.book, Entry(at.row.at(at.name), text or None, text)
            )
            self.refresh_place()
