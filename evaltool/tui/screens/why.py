"""Why this score: every step of the working, with the clause it follows and where that clause stands."""

from __future__ import annotations

from textual.widget import Widget

from evaltool import wording
from evaltool.language import _
from evaltool.tui import summary, words
from evaltool.tui.book import Book
from evaltool.tui.reading import steps_of
from evaltool.tui.rows import Row
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section


class WhyScreen(Dialog[None]):
    """The working of one row, by which rulebook, then that of the place's total."""

    def __init__(self, book: Book, row: Row) -> None:
        super().__init__(_("得分依据"), _("上下翻看，Esc 返回"))
        self._book = book
        self._row = row

    def body(self) -> list[Widget]:
        """The page."""
        standing, rulebook = self._book.standing(self._row.subject.project), self._book.dossier.rulebook
        line = standing.lines.get(self._row.indicator.key) if self._row.indicator else None
        score = _("得分 {score}").format(score=wording.score(line.score)) if line else ""
        title = [words.row_name(self._row), words.target_text(self._row), score]
        facts = {"title": rulebook.title, "id": rulebook.id, "version": rulebook.version}
        rules = _("{title}（{id} {version} {hash}）").format(**facts, hash=rulebook.hash)
        own = list(summary.steps(steps_of(self._row, standing), rulebook))
        return [
            Page(
                [
                    Section("  ".join(filter(None, title)), own or [Line(_("（这一项不直接计分）"))]),
                    Section(_("评分规则"), [Line(rules)]),
                    *self._whole(),
                ]
            )
        ]

    def _whole(self) -> list[Section]:
        """How the place's figure came about: a project's total with its levels, or a department's figures."""
        score, project = self._book.score, self._row.subject.project
        if not project:
            return summary.methods(score)
        scored = next(one for one in score.projects if one.code == project)
        standing = self._book.standing(project)
        total = _("{name}  总分 {total}").format(name=scored.name, total=words.total_text(standing))
        working = list(summary.steps(scored.working, score.rulebook))
        return [Section(total, working), summary.levels(_("各级指标"), scored.levels)]
