"""Lines of a scorecard: target and achieved with a bar, points, reasons, and the working folded away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.page.figures import shown, target_bar
from evaltool.reports.page.html import NOTHING, Html, el, joined, text, written
from evaltool.reports.page.tables import Column, framed, row
from evaltool.reports.page.working import Numbers, working
from scoring.scores import ExecutionScore, IndicatorScore, Score, Status, Step
from scoring.weighting import HUNDRED

Level = tuple[str, Callable[[IndicatorScore], str]]
"""Something that lines are grouped by: its heading, and what it is of a line."""


def lines_table(
    caption: str, lines: Sequence[IndicatorScore], levels: Sequence[Level], foot: Iterable[Html], of: Numbers
) -> Html:
    """Lines under their levels, each level heading its rows, and the rows at the foot."""
    columns = columns_of(levels)
    groups = groupby(lines, key=levels[0][1])
    bodies = [el("tbody", joined(_rows(list(group), levels, columns, of))) for _name, group in groups]
    last = joined(foot)
    if last:
        bodies.append(el("tbody", last, class_="foot"))
    note = _("竖线为指标值（完成率 100%），右端为 150%；要求越少越好的指标，完成率是指标值÷实际完成值")
    return framed(caption, columns, bodies, note) if bodies else NOTHING


def columns_of(levels: Sequence[Level]) -> list[Column]:
    """The columns of a table of lines."""
    return [
        *(Column(heading, "level") for heading, _of in levels),
        Column(_("三级指标") if len(levels) > 1 else _("指标"), "name"),
        Column(_("年度指标值"), "c"),
        Column(_("实际完成值"), "c"),
        Column(_("完成率"), "reach"),
        Column(_("分值"), "n"),
        Column(_("得分"), "n"),
        Column(_("偏差原因、改进措施与计算过程"), "long"),
    ]


def execution_row(execution: ExecutionScore, reason: str, levels: Sequence[Level], numbers: Numbers) -> Html:
    """The execution of the budget as a line of the table: the budget is its target."""
    cells = (
        text(_("预算执行率")),
        text(texts.money(execution.budget)),
        text(texts.money(execution.spent)),
        target_bar(execution.rate),
        text(shown(texts.execution_weight(execution))),
        _earned(execution.score, execution.status),
        _explained(reason, execution.working, numbers, _("预算执行率")),
    )
    return row(cells, columns_of(levels), across=len(levels) + 1)


def total_row(score: Score | None, grade: str, levels: Sequence[Level]) -> Html:
    """The total out of 100, with its grade."""
    said = _("等级：{grade}").format(grade=texts.grade(grade)) if score is not None else ""
    cells = (
        text(_("总分")),
        *(NOTHING,) * 3,
        text(shown(HUNDRED)),
        el("strong", text(shown(texts.total(score)))),
        text(said),
    )
    return row(cells, columns_of(levels), across=len(levels) + 1)


def _rows(
    lines: Sequence[IndicatorScore], levels: Sequence[Level], columns: Sequence[Column], numbers: Numbers
) -> Iterator[Html]:
    keys = [tuple(of(line) for _heading, of in levels) for line in lines]
    for at, line in enumerate(lines):
        headings = [
            _heading(keys, at, depth)
            for depth in range(1, len(levels) + 1)
            if at == 0 or keys[at][:depth] != keys[at - 1][:depth]
        ]
        cells = (
            written(line.indicator.name),
            text(texts.target(line)),
            text(texts.actual(line) or texts.NOTHING),
            target_bar(line.attainment),
            text(shown(texts.weight(line))),
            _earned(line.score, line.status),
            _explained(texts.reasons(line), line.working, numbers, line.indicator.name),
        )
        yield row(cells, columns, Html("".join(headings)))


def _heading(keys: Sequence[tuple[str, ...]], at: int, depth: int) -> Html:
    """The heading of a level over all rows that follow in it."""
    name = keys[at][:depth]
    rows = sum(1 for _same in takewhile(lambda key: key[:depth] == name, keys[at:]))
    scope = "rowgroup" if depth == 1 else "row"
    return el(
        "th",
        written(name[-1]) or text(texts.NOTHING),
        scope=scope,
        rowspan=rows if rows > 1 else None,
        class_="level",
    )


def _earned(score: Score, status: Status) -> Html:
    """Points earned; what is still open is said, and looks so."""
    said = text(shown(texts.points(score, status)))
    return said if score.value is not None else el("span", said, class_="open")


def _explained(reason: str, steps: Iterable[Step], numbers: Numbers, name: str) -> Html:
    return Html(written(reason) + working(steps, numbers, name))
