"""Points lost in order of size: where, how many, what part of all, and whether somebody said why."""

from __future__ import annotations

from collections.abc import Mapping

from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.cells import one_line
from evaltool.tui.compared.targets import place_name
from evaltool.tui.widgets.grid import Grid
from evaltool.tui.widgets.page import Line, Section
from scoring.compared import Loss, Losses, losses_of, losses_of_project, own_losses
from scoring.scores import ExecutionScore
from scoring.weighting import HUNDRED


def sections(book: Book, project: str) -> list[Section]:
    """The losses of a project; of the department's own goals, and those of all its projects."""
    if project:
        scored = next(one for one in book.score.projects if one.code == project)
        notes = [] if scored.available in (0, HUNDRED) else [Line(_rescaled())]
        return [_section(place_name(book, project), losses_of_project(scored, book.dossier), {}, notes)]
    names = {one.code: one_line(one.name) for one in book.score.projects}
    own = [_section(place_name(book, ""), own_losses(book.score), {}, [])] if book.score.objectives else []
    return [*own, _section(_("全部项目"), losses_of(book.score, book.dossier), names, [])]


def _rescaled() -> str:
    return _("总分折算成了 100 分；这里的失分是折算以前的。")


def _section(name: str, losses: Losses, names: Mapping[str, str], notes: list[Line]) -> Section:
    title = _("{name}：共失 {points} 分").format(name=name, points=wording.points(losses.points))
    still = _("还有 {count} 项没有评定，失分多少还不知道。").format(count=losses.open)
    opened = [Line(still)] if losses.open else []
    if not losses.lines:
        return Section(title, [Line(_("（没有失分）")), *opened])
    headings = (_("指标"), _("失分"), _("占失分"), _("累计"), _("偏差说明"))
    rows: list[tuple[str, ...] | str] = []
    for one in losses.lines:
        rows.append(_cells(one))
        if one.project in names:
            rows.append(names[one.project])
    return Section(title, [Grid(headings, rows), *opened, *notes])


def _cells(one: Loss) -> tuple[str, ...]:
    name = _("预算执行率") if isinstance(one.line, ExecutionScore) else one_line(one.line.indicator.name)
    said = {None: "", True: _("已说明"), False: _("未说明")}
    return (
        name,
        wording.points(one.points),
        words.percent(one.share),
        words.percent(one.together),
        said[one.is_explained],
    )
