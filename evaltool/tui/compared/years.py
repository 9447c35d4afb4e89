"""The year before beside this one: what was asked and achieved in either, and what moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from textual.content import Content

from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.compared.targets import actual_of, score_of, target_of
from evaltool.tui.widgets.grid import GAP, Grid, drawn, widths
from evaltool.tui.widgets.page import Line, Section
from scoring.compared import LinePair, ProjectPair, Years
from scoring.findings import plain
from scoring.rules import round_half_up
from scoring.scores import ExecutionScore, IndicatorScore, ProjectScore, Score

LEAST_NAME = 16
"""Cells for a name beside the figures of both years."""


def sections(years: Years, project: str) -> list[Section]:
    """One project in both years; of the department its own goals, and the totals of all projects."""
    head = list(_head(years))
    if project:
        pair = next(one for one in years.projects if one.now is not None and one.now.code == project)
        assert pair.now is not None  # noqa: S101 - it was chosen by this year's code
        known = pair.before is not None
        notes = [] if known else [Line(_("上年没有这个项目。"))]
        title = one_line(pair.now.name)
        table = [_lines(pair.lines, _project_rows(pair))] if known else []
        return [Section(title, [*head, *notes, *table])]
    own = [Section(_("部门自身目标"), [_lines(years.own, [])])] if years.own else []
    totals = [_total(pair, _name(pair)) for pair in years.projects]
    return [*([Section("", head)] if head else []), _methods(years), *own, _projects(totals)]


def _head(years: Years) -> Iterator[Line]:
    if not years.is_same_rulebook:
        said = _("两年的评分规则不同（上年 {before}，本年 {now}），得分不能直接相比。")
        rulebooks = {"before": years.before.rulebook.title, "now": years.now.rulebook.title}
        yield Line(said.format(**rulebooks))


@dataclass(frozen=True, slots=True)
class Both:
    """Attainment and points of both years in one table, or in two where one is too wide."""

    rows: Sequence[tuple[str, ...] | str]

    def drawn(self, room: int) -> list[Content]:
        """The table as wide as it fits."""
        moved = (_("本年"), _("变化"))
        headings = (_("指标"), _("上年完成率"), *moved, _("上年得分"), *moved)
        _name, *figures = widths((headings, *self.rows))
        if LEAST_NAME + sum(width + GAP for width in figures) <= room:
            return _table(Grid(headings, self.rows), room)
        rates = [
            row if isinstance(row, str) else row[:4] for row in self.rows if isinstance(row, str) or row[1]
        ]
        points = [(row[0], *row[4:]) for row in self.rows if not isinstance(row, str)]
        below = Grid((headings[0], *headings[4:]), points)
        return [*_table(Grid(headings[:4], rates), room), Content(""), *_table(below, room)]


def _table(grid: Grid, room: int) -> list[Content]:
    heading, *rows = drawn(grid, room)
    return [Content.styled(heading, "dim"), *map(Content, rows)]


def _lines(pairs: Sequence[LinePair], first: list[tuple[str, ...]]) -> Both:
    rows: list[tuple[str, ...] | str] = [*first]
    for pair in pairs:
        rows += [_cells(pair), *_notes(pair)]
    return Both(rows)


def _cells(pair: LinePair) -> tuple[str, ...]:
    now, before = pair.now, pair.before
    line = now or before
    name = one_line(line.indicator.name) if line else ""
    rates = [
        words.percent(one.attainment) if one and one.attainment is not None else "-" for one in (before, now)
    ]
    scores = [score_of(one) or "-" if one else "-" for one in (before, now)]
    return name, *rates, _percent_moved(pair.attainment), *scores, _points_moved(pair.score)


def _notes(pair: LinePair) -> Iterator[str]:
    """What was asked and achieved, where it is not the same; or which year has the line alone."""
    now, before = pair.now, pair.before
    if now is None or before is None:
        alone = now or before
        text = _("本年新增：{said}") if now else _("本年没有：{said}")
        yield text.format(said=_("指标值 {target}").format(target=target_of(alone))) if alone else ""
        return
    yield _("，").join(
        (
            _both(_("指标值"), target_of(before), target_of(now), _moved(pair.target, now)),
            _both(_("实际"), _achieved(before), _achieved(now), _moved(pair.actual, now)),
        )
    )


def _both(word: str, before: str, now: str, moved: str) -> str:
    if before == now:
        return _("{word}都是 {said}").format(word=word, said=now)
    return _("{word}上年 {before}，本年 {now}{moved}").format(word=word, before=before, now=now, moved=moved)


def _achieved(line: IndicatorScore) -> str:
    return actual_of(line) if line.outcome.actual is not None else _("未录入")


def _moved(by: Fraction | None, line: IndicatorScore) -> str:
    if by is None:
        return ""
    unit = _("个百分点") if line.target.unit == "%" else line.target.unit
    return _("（{moved}{unit}）").format(moved=_signed(round_half_up(by).normalize()), unit=unit)


def _project_rows(pair: ProjectPair) -> list[tuple[str, ...]]:
    """The project's total and its execution, above its lines."""
    money = [one.execution if one else None for one in (pair.before, pair.now)]
    before, now = money
    rates = [one.rate if one else None for one in money]
    moved = None if rates[0] is None or rates[1] is None else rates[1] - rates[0]
    said = [words.percent(rate) or "-" for rate in rates]
    scores = [score_of(one) or "-" if one else "-" for one in money]
    points = _points_moved(_scores_moved(before, now))
    return [_total(pair, _("总分")), (_("预算执行率"), *said, _percent_moved(moved), *scores, points)]


def _scores_moved(before: ExecutionScore | None, now: ExecutionScore | None) -> Decimal | None:
    if before is None or now is None or before.weight != now.weight:
        return None
    return _difference(now.score, before.score)


def _difference(now: Score | None, before: Score | None) -> Decimal | None:
    if now is None or before is None or now.value is None or before.value is None:
        return None
    return now.value - before.value


def _total(pair: ProjectPair, name: str) -> tuple[str, ...]:
    """A project's totals with their grades, under a name."""
    said = (_said(one) for one in (pair.before, pair.now))
    before, now = (one.score if one else None for one in (pair.before, pair.now))
    return name, "", "", "", *said, _points_moved(_difference(now, before))


def _name(pair: ProjectPair) -> str:
    named = pair.now or pair.before
    return one_line(named.name) if named else ""


def _said(one: ProjectScore | None) -> str:
    return "-" if one is None else f"{words.table_score(one.score)} {wording.term(one.grade)}".strip() or "-"


def _projects(totals: Sequence[tuple[str, ...]]) -> Section:
    headings = (_("项目"), _("上年总分"), _("本年"), _("变化"))
    return Section(_("全部项目"), [Grid(headings, [(row[0], *row[4:]) for row in totals])])


def _methods(years: Years) -> Section:
    headings = (_("算法"), _("上年得分"), _("本年"), _("变化"))
    rows: list[tuple[str, ...] | str] = []
    for code, now in years.now.methods.items():
        before = years.before.methods.get(code)
        scores = [one.score if one else None for one in (before, now)]
        said = [words.table_score(one) or "-" for one in scores]
        rows.append((wording.term(code), *said, _points_moved(_difference(scores[1], scores[0]))))
    return Section(_("部门得分"), [Grid(headings, rows)])


def _percent_moved(by: Fraction | None) -> str:
    return "" if by is None else _signed(round_half_up(by * 100))


def _points_moved(by: Decimal | None) -> str:
    return "" if by is None else _signed(by)


def _signed(by: Decimal) -> str:
    return f"+{plain(by)}" if by > 0 else plain(by)
