"""Where the points are: a department's figures side by side, and the levels of its projects and of itself."""

from __future__ import annotations

from textual.widget import Widget

from evaltool.language import _
from evaltool.tui import summary, words
from evaltool.tui.book import Book
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Page, Section


class ScoresScreen(Dialog[None]):
    """The levels of the project that was shown, the department's figures, the levels of all its projects."""

    def __init__(self, book: Book, project: str) -> None:
        name = words.department_name(book.dossier.department)
        super().__init__(_("得分汇总  {name}").format(name=name), _("上下翻看，Esc 返回"))
        self._book = book
        self._project = project

    def body(self) -> list[Widget]:
        """The page."""
        score = self._book.score
        projects = [self._levels(project.code) for project in score.projects if project.code == self._project]
        whole = summary.levels(_("全部项目：各级指标"), score.levels)
        return [Page([*projects, *summary.methods(score), whole])]

    def _levels(self, code: str) -> Section:
        scored = next(project for project in self._book.score.projects if project.code == code)
        standing = self._book.standing(code)
        title = _("{name}  总分 {total}").format(name=scored.name, total=words.total_text(standing))
        return summary.levels(title, scored.levels)
