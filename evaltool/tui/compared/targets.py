"""Each indicator's target and what was achieved on one scale, level by level with its subtotal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.cells import one_line
from evaltool.tui.compared.bar_rows import BarRow, Bars, widest
from evaltool.tui.widgets.page import Line, Section
from evaltool.wording.reaching import reached
from scoring.compared import Reached, reach
from scoring.findings import plain
from scoring.model import OVERALL, Sense
from scoring.notation import write_target
from scoring.scores import OWN_OBJECTIVES, ExecutionScore, IndicatorScore, LevelScore, Status

LESS_IS_BETTER = (Sense.AT_MOST, Sense.BELOW)


def sections(book: Book, project: str) -> list[Section]:
    """The lines of a project, or the department's own where `project` is empty."""
    standing = book.standing(project)
    own = book.score.methods[OWN_OBJECTIVES]
    nothing = _("不计分") if project else _("无法评定")
    total = words.table_total(standing) if project else words.table_score(own.score)
    title = _("{name}：{total}").format(name=place_name(book, project), total=total or nothing)
    lines = list(standing.lines.values())
    grouped = _groups(lines, by_objective=not project)
    rows = {group: [_row(line) for line in of] for group, of in grouped.items()}
    money = [_money_row(standing.execution)] if standing.execution else []
    widths = widest([*money, *(row for each in rows.values() for row in each)])
    head = Section(title, [Line(_how_to_read())])
    if not lines:
        return [Section(title, [Line(_("（没有可以衡量的指标；按 Ctrl+下 看下一个项目）"))])]
    of_money = [Section(_("资金"), [Bars(money, widths)])] if money else []
    of_lines = [Section(_subtotal(group, grouped[group]), [Bars(rows[group], widths)]) for group in rows]
    return [head, *of_money, *of_lines]


def place_name(book: Book, project: str) -> str:
    """A project's name; the department's own goals where `project` is empty."""
    names = (one.name for one in book.dossier.department.projects if one.code == project)
    return one_line(next(names)) if project else _("部门自身目标")


def _how_to_read() -> str:
    return _(
        "| 是指标值（完成率 100%），右端是 150%，> 表示还要多；- 是欠缺的部分。要求越少越好的指标，"
        "完成率是指标值÷实际完成值，也是越靠右越好。"
    )


def _groups(lines: Sequence[IndicatorScore], *, by_objective: bool) -> dict[str, list[IndicatorScore]]:
    groups: dict[str, list[IndicatorScore]] = {}
    for line in lines:
        key = line.indicator.key
        groups.setdefault((key.objective or OVERALL) if by_objective else key.level1, []).append(line)
    return groups


def _subtotal(group: str, lines: Sequence[IndicatorScore]) -> str:
    """The name of a group with its points and its attainment."""
    whole = LevelScore.of(group, "", [line for line in lines if line.status is not Status.NOT_APPLICABLE])
    points = "" if whole.unweighted else f"{words.table_score(whole.score)}/{wording.points(whole.weight)}"
    said = _("，").join(filter(None, (points, _attainment(whole))))
    return _("{name}：{said}").format(name=one_line(group), said=said) if said else one_line(group)


def _attainment(whole: LevelScore) -> str:
    if whole.attainment is None:
        return ""
    return _("平均完成率 {percent}").format(percent=words.percent(whole.attainment))


def _row(line: IndicatorScore) -> BarRow:
    found = reach(line)
    rate = reached(found.kind) or words.percent(found.ratio)
    return BarRow(
        one_line(line.indicator.name), found, rate, score_of(line), _("，").join(_beside(line, found.kind))
    )


def _beside(line: IndicatorScore, kind: Reached) -> Iterator[str]:
    yield _("指标值 {target}").format(target=target_of(line))
    if line.outcome.actual is not None:
        yield _("实际 {actual}").format(actual=actual_of(line))
    if line.target.sense in LESS_IS_BETTER and "sense" in line.target.inferred:
        yield _("越少越好")
    if kind is Reached.ABOVE:
        yield _("超过上限")
    if line.override is not None:
        yield _("人工评分")


def target_of(line: IndicatorScore) -> str:
    """The target that is scored, and beside it the declared one where that was adjusted."""
    scored = write_target(line.target) or line.target.text
    if line.outcome.adjusted is None:
        return one_line(scored)
    declared = write_target(line.indicator.target) or line.indicator.target.text
    return one_line(_("{target}（原 {declared}）").format(target=scored, declared=declared))


def actual_of(line: IndicatorScore) -> str:
    """What was achieved, of a judgement with its share."""
    said = words.value_text(line.outcome.actual, line.target)
    share = line.outcome.share
    return one_line(said) if share is None else f"{one_line(said)} {plain(share)}%"


def score_of(line: IndicatorScore | ExecutionScore) -> str:
    """Points of points; 不计 where the line does not count, nothing where there are none to be had."""
    score = words.line_score(line)
    if line.status is Status.NOT_APPLICABLE or line.weight is None:
        return score
    return f"{score}/{wording.points(line.weight)}"


def _money_row(execution: ExecutionScore) -> BarRow:
    found = reach(execution)
    rate = reached(found.kind) or words.percent(found.ratio)
    known = ((_("预算 {amount} 万元"), execution.budget), (_("支出 {amount} 万元"), execution.spent))
    said = _("，").join(text.format(amount=plain(amount)) for text, amount in known if amount is not None)
    return BarRow(_("预算执行率"), found, rate, score_of(execution), said)
