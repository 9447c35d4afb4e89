"""What a document says, and how a target is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from evaltool import wording
from evaltool.cli.width import table
from evaltool.language import _
from scoring.findings import plain
from scoring.model import Indicator, Money, Outcome, Project, ProjectOutcome, Reading, Target
from scoring.notation import write_actual, write_target


def targets(read: Iterable[Target]) -> str:
    """How each target was read."""
    header = [_("原文"), _("方向"), _("读作"), _("推断")]
    rows = [
        [
            one.text,
            wording.term(one.sense),
            write_target(one),
            _("、").join(wording.term(inferred) for inferred in one.inferred),
        ]
        for one in read
    ]
    return table(header, rows)


def reading(read: Reading) -> Iterator[str]:
    """What a document says: the department, its own objectives, its projects and their indicators."""
    one = read.department
    year = _("{year} 年").format(year=one.year) if one.year else _("年度不明")
    yield f"{wording.titled(one.code, one.name)} · {year}"
    if one.own_indicators() or one.objectives or one.measures:
        yield _(
            "可衡量内容：总体目标 {overall} 项，{objectives} 个分项目标 {clauses} 项；保障措施 {measures} 项"
        ).format(
            overall=len(one.objective_indicators),
            objectives=len(one.objectives),
            clauses=sum(len(objective.indicators) for objective in one.objectives),
            measures=len(one.measures),
        )
    own = one.own_indicators()
    if own:
        header = [_("目标"), _("内容"), _("指标值"), _("方向"), _("读作")]
        rows = [
            [
                _cut(i.key.objective),
                i.name,
                i.target.text,
                wording.term(i.target.sense),
                write_target(i.target),
            ]
            for i in own
        ]
        yield ""
        yield _with_results(header, rows, own, read)
    for project in one.projects:
        yield ""
        yield from _project(project, read)


def _with_results(
    header: list[str], rows: list[list[str]], indicators: Sequence[Indicator], read: Reading
) -> str:
    """A table of indicators; of a result document also what was achieved, points and printed score."""
    outcomes, printed = read.outcomes.indicators, read.printed
    if not (outcomes or printed):
        return table(header, rows)
    first = len(header)
    header = [*header, _("实际完成值"), _("分值"), _("原得分")]
    for row, one in zip(rows, indicators, strict=True):
        achieved = outcomes.get(one.key, Outcome()).actual
        row.append(write_actual(achieved, one.target) if achieved else "")
        row += ["" if figure is None else plain(figure) for figure in (one.weight, printed.get(one.key))]
    return table(header, rows, range(first + 1, first + 3))


def _project(project: Project, read: Reading) -> Iterator[str]:
    budget = _known(project.budget)
    yield _("{project} · 预算 {budget} 万元").format(
        project=wording.titled(project.code, project.name), budget=budget
    )
    if project.plan:
        points = [
            _("{month}月底 {amount}（{percent}%）").format(
                month=point.month, amount=_known(point.amount), percent=_known(point.percent)
            )
            for point in project.plan
        ]
        yield _("资金支出计划（万元）：{points}").format(points=_("，").join(points))
    header = [_("一级指标"), _("二级指标"), _("三级指标"), _("指标值"), _("方向"), _("读作")]
    rows = [
        [
            line.level1,
            line.level2,
            line.name,
            line.target.text,
            wording.term(line.target.sense),
            write_target(line.target),
        ]
        for line in project.indicators
    ]
    spent = read.outcomes.projects.get(project.code, ProjectOutcome()).money
    if spent != Money():
        yield _("全年预算数 {adjusted} 万元，全年执行数 {spent} 万元").format(
            adjusted=_known(spent.adjusted.known), spent=_known(spent.spent.known)
        )
    yield _with_results(header, rows, project.indicators, read)


def _known(figure: Decimal | None) -> str:
    return _("未填") if figure is None else plain(figure)


def _cut(title: str) -> str:
    return title if len(title) <= 16 else f"{title[:15]}…"
