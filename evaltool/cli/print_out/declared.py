"""What a document says, and how a target is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from evaltool import wording
from evaltool.cli.width import table
from evaltool.language import _
from scoring.findings import plain
from scoring.model import Project, Reading, Target
from scoring.notation import write_target


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
        yield table(header, rows)
    for project in one.projects:
        yield ""
        yield from _project(project)


def _project(project: Project) -> Iterator[str]:
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
    yield table(header, rows)


def _known(figure: Decimal | None) -> str:
    return _("未填") if figure is None else plain(figure)


def _cut(title: str) -> str:
    return title if len(title) <= 16 else f"{title[:15]}…"
