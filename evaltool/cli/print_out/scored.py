"""Scores with their working."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from evaltool import wording
from evaltool.cli.print_out.levels import level_lines, percent
from evaltool.cli.width import table
from evaltool.language import _
from scoring.findings import plain
from scoring.model import Outcome
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore, Score, Status


def summary(result: DepartmentScore, path: Path) -> Iterator[str]:
    """A department in a few lines: its headline, its projects, its workbook."""
    yield _("{name} {year}：{method} {score}").format(
        name=result.name,
        year=result.year,
        method=wording.term(result.headline),
        score=_graded(result.score, result.grade),
    )
    for project in result.projects:
        yield _("  {name}：{score}").format(name=project.name, score=total(project))
    yield f"  {path}"


def scores(result: DepartmentScore) -> Iterator[str]:
    """A department's scores: each project's lines, then the department's figures side by side."""
    rules = result.rulebook
    year = _("{year} 年").format(year=result.year) if result.year else _("年度不明")
    yield f"{wording.titled(result.code, result.name)} · {year}"
    yield _("评分规则：{id} {title}（版本 {version}，内容摘要 {hash}）").format(
        id=rules.id, title=rules.title, version=rules.version, hash=rules.hash
    )
    for project in result.projects:
        yield ""
        yield project_head(project)
        lines = [execution_cells(project.execution), *map(line_cells, project.indicators)]
        yield table(_header(), lines, right=(3, 4, 5))
        yield _("总分 {score}").format(score=total(project))
        for step in project.working:
            yield f"  {wording.say(step)}"
        yield from level_lines(project.levels)
    yield ""
    if len(result.projects) > 1:
        yield _("全部项目合计")
        yield from level_lines(result.levels)
        yield ""
    if any(line.outcome != Outcome() for line in result.objectives):
        yield _("部门自身目标")
        lines = [execution_cells(result.execution)] if result.execution else []
        yield table(_header(), [*lines, *map(line_cells, result.objectives)], right=(3, 4, 5))
        yield ""
    for method in result.methods.values():
        said = (
            _("{method}（本规则采用）：{score}") if method.code == result.headline else _("{method}：{score}")
        )
        yield said.format(method=wording.term(method.code), score=_graded(method.score, method.grade))
        yield f"  {wording.term(f'{method.code}.what')}"
        for step in method.working:
            yield f"  {wording.say(step)}"


def project_head(project: ProjectScore) -> str:
    """A project's code and name."""
    return wording.titled(project.code, project.name)


def total(project: ProjectScore) -> str:
    """A project's total and grade; the interval while it is open."""
    if project.score is None:
        return _("不计分")
    said = wording.score(project.score)
    if project.score.value is None:
        said = _("{interval}（待录入）").format(interval=said)
    return f"{said} {wording.term(project.grade)}".rstrip()


def _graded(score: Score | None, grade: str) -> str:
    return f"{wording.score(score)} {wording.term(grade)}".rstrip()


def _header() -> list[str]:
    return [_("指标"), _("指标值"), _("实际完成值"), _("完成率"), _("分值"), _("得分"), _("计算")]


def execution_cells(one: ExecutionScore) -> list[str]:
    """The execution of a budget as a line of a scorecard, with its working at the end."""
    budget = or_blank(one.budget)
    return [
        _("预算执行率"),
        _("{amount} 万元").format(amount=budget) if budget else "",
        _("{amount} 万元").format(amount=or_blank(one.spent)) if one.spent is not None else "",
        percent(one.rate),
        wording.points(one.weight),
        _score(one),
        _("；").join(wording.say(step) for step in one.working),
    ]


def line_cells(line: IndicatorScore) -> list[str]:
    """A line of a scorecard, with its working at the end."""
    actual = line.outcome.actual.text if line.outcome.actual else ""
    if line.status is Status.NOT_APPLICABLE:
        actual = wording.term(line.status)
    if line.outcome.share is not None:
        actual = f"{actual} {plain(line.outcome.share)}%"
    return [
        line.indicator.name,
        _target(line),
        actual,
        percent(line.attainment),
        "" if line.weight is None else wording.points(line.weight),
        _score(line),
        _("；").join(wording.say(step) for step in line.working),
    ]


def _score(line: IndicatorScore | ExecutionScore) -> str:
    """A line's score; 不计 where it does not count, nothing where its points are not settled."""
    if line.status is Status.NOT_APPLICABLE:
        return _("不计")
    return "" if line.weight is None else wording.score(line.score)


def _target(line: IndicatorScore) -> str:
    """The target as printed; where it was adjusted during the year, both."""
    if line.outcome.adjusted is None:
        return line.target.text
    return _("{target}（原 {declared}）").format(target=line.target.text, declared=line.indicator.target.text)


def or_blank(figure: Decimal | None) -> str:
    """A figure; nothing where there is none."""
    return "" if figure is None else plain(figure)
