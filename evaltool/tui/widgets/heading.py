"""The two lines over the table: which place this is and how it stands, and its money."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from evaltool import wording
from evaltool.language import _
from evaltool.tui import tried_words, words
from evaltool.tui.book import Book
from evaltool.tui.cells import cells, cut, cut_middle, one_line
from evaltool.tui.rows import Place
from evaltool.tui.standing import Standing
from scoring.findings import plain
from scoring.scores import ExecutionScore

GAP = "  "

LEAST_NAME = 12
"""Cells that a name keeps where there is no room for it and its state."""

LEAST_OFFICE = 16
"""Fewer cells than this do not tell one office from another."""


class Heading(Static):
    """Name, progress, total and money of the place that is shown."""

    def __init__(self) -> None:
        super().__init__(id="heading", markup=False)
        self._place_name = ""
        self._office = ""
        self._state = ""
        self._money = ""

    def show(self, book: Book, place: Place, filtered: str = "") -> None:
        """Show a place as it stands now; `filtered` says which of its rows the table shows."""
        standing = book.standing(place.project)
        stage = words.progress_text(standing.recorded, standing.indicators)
        if not place.project:
            stage = _("部门目标 {stage}").format(stage=stage) if standing.indicators else ""
        office = one_line(f"{place.year or ''} {book.dossier.department.name}").strip()
        self._place_name, self._office = (one_line(standing.name), office) if place.project else (office, "")
        version = book.locked.get(place.project)
        if version:
            stage = _("已交表（第 {version} 版）").format(version=version)
        total = _("总分 {total}").format(total=words.total_text(standing))
        if book.trying:
            stage, total = _("试算（未保存）"), tried_words.total_moved(book, place.project)
        self._state = GAP.join(filter(None, [filtered, stage, total]))
        money = money_line(book, standing) if place.project else methods_line(standing)
        self._money = GAP.join([tried_words.ways_out(book), money]) if book.trying else money
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self._place_name = self._office = self._state = self._money = ""
        self._draw()

    def on_resize(self) -> None:
        """Cut the texts anew."""
        self._draw()

    def _draw(self) -> None:
        room = self.content_size.width
        name = cut_middle(self._place_name, max(room - cells(self._state) - len(GAP), min(LEAST_NAME, room)))
        state = cut(self._state, room - cells(name) - len(GAP))
        first = Content.assemble((name, "bold"), GAP, state)
        left = room - first.cell_length - len(GAP)
        if self._office and left >= LEAST_OFFICE:
            first = Content.assemble(first, GAP, (cut_middle(self._office, left), "dim"))
        self.update(Content("\n").join([first, Content(cut(self._money, room))]), layout=False)


def money_line(book: Book, standing: Standing) -> str:
    """预算 全年预算数 执行数 执行率 得分, as one line."""
    execution = standing.execution
    declared = next(p.budget for p in book.dossier.department.projects if p.code == standing.project)
    parts = [_("预算 {amount}").format(amount="" if declared is None else plain(declared))]
    return GAP.join([*parts, *(_execution_parts(execution) if execution else ())])


def _execution_parts(execution: ExecutionScore) -> list[str]:
    adjusted = _("未录入") if execution.budget_inferred else _amount(execution.budget)
    score, weight = wording.score(execution.score), plain(execution.weight)
    return [
        _("全年预算数 {amount}").format(amount=adjusted),
        _("执行数 {amount}").format(amount=_amount(execution.spent)),
        _("执行率 {rate}").format(rate=words.percent(execution.rate) or _("未知")),
        _("得分 {score}/{weight}").format(score=score, weight=weight),
    ]


def _amount(amount: object) -> str:
    return _("未录入") if amount is None else plain(amount)


def methods_line(standing: Standing) -> str:
    """The department's figures side by side."""
    said = (
        f"{wording.term(method.code)} {wording.score(method.score)} {wording.term(method.grade)}".strip()
        for method in standing.methods
    )
    return GAP.join(said)
