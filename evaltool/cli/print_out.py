"""Readings and scores as people read them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from evaltool import wording
from evaltool.cli.width import table
from evaltool.language import _
from evaltool.operations import Adopted
from scoring.findings import Finding, Severity, plain
from scoring.model import Reading
from scoring.notation import write_target
from scoring.rules import round_half_up
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore, Status


def reading(read: Reading) -> Iterator[str]:
    """What a document says: the department, its projects and their indicators."""
    one = read.department
    year = _("{year} 年").format(year=one.year) if one.year else _("年度不明")
    yield f"{one.code} {one.name} · {year}"
    yield _(
        "可衡量内容：总体目标 {overall} 项，{objectives} 个分项目标 {clauses} 项；保障措施 {measures} 项"
    ).format(
        overall=len(one.objective_indicators),
        objectives=len(one.objectives),
        clauses=sum(len(objective.indicators) for objective in one.objectives),
        measures=len(one.measures),
    )
    for project in one.projects:
        yield ""
        budget = plain(project.budget) if project.budget is not None else _("未填")
        yield _("{code} {name} · 预算 {budget} 万元").format(
            code=project.code, name=project.name, budget=budget
        )
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


def adopted(read: Reading, done: Adopted) -> Iterator[str]:
    """What an import did."""
    one = read.department
    facts = {
        "name": one.name,
        "year": one.year,
        "added": len(done.difference.added),
        "removed": len(done.difference.removed),
        "changed": len(done.difference.changed),
    }
    if done.change_id is None:
        yield _("{name}（{year}）：与工作区一致，没有变化").format(**facts)
        return
    yield _("{name}（{year}）：已录入，新增 {added}，删去 {removed}，更改 {changed}").format(**facts)
    for lost in done.orphans:
        place, field = wording.place(lost.subject), wording.field_name(lost.subject.field)
        yield _("  仍保留已录入的数据，但文本中已无对应指标：{place} {field}").format(
            place=place, field=field
        )


def summary(result: DepartmentScore, path: Path) -> Iterator[str]:
    """A department in a few lines: its headline, its projects, its workbook."""
    headline = result.methods[result.headline]
    grade = f" {wording.term(result.grade)}" if result.grade else ""
    yield f"{result.name} {result.year}：{wording.term(headline.code)} {wording.score(result.score)}{grade}"
    for project in result.projects:
        yield f"  {project.name}：{total(project)}"
    yield f"  {path}"


def findings(found: Sequence[Finding]) -> Iterator[str]:
    """Findings, the gravest first, each with its place and what to do about it."""
    if not found:
        yield _("没有疑点")
        return
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    counted = [f"{wording.term(kind)} {sum(f.severity is kind for f in found)}" for kind in order]
    yield _("疑点 {count} 条（{kinds}）").format(count=len(found), kinds="，".join(counted))
    for odd in sorted(found, key=lambda one: order[one.severity]):
        advice = wording.suggestion(odd)
        said = (
            _("{message}。{advice}").format(message=wording.say(odd), advice=advice)
            if advice
            else wording.say(odd)
        )
        where = wording.place(odd)
        yield f"  [{wording.term(odd.severity)}] {said}" + (
            _("（{place}）").format(place=where) if where else ""
        )


def scores(result: DepartmentScore) -> Iterator[str]:
    """A department's scores: each project's lines, then the department's figures side by side."""
    rules = result.rulebook
    yield f"{result.code} {result.name} · {result.year or _('年度不明')}"
    yield _("评分规则：{id} {title}（版本 {version}，内容摘要 {hash}）").format(
        id=rules.id, title=rules.title, version=rules.version, hash=rules.hash
    )
    for project in result.projects:
        yield ""
        yield project_head(project)
        yield _lines(project)
        yield _("总分 {score}").format(score=total(project))
    yield ""
    for method in result.methods.values():
        mark = _("（本规则采用）") if method.code == result.headline else ""
        grade = f" {wording.term(method.grade)}" if method.grade else ""
        yield f"{wording.term(method.code)}{mark}：{wording.score(method.score)}{grade}"
        for step in method.working:
            yield f"  {wording.say(step)}"


def project_head(project: ProjectScore) -> str:
    """A project's code and name."""
    return f"{project.code} {project.name}"


def total(project: ProjectScore) -> str:
    """A project's total and grade; the interval while it is open."""
    if project.score is None:
        return _("不计分")
    said = wording.score(project.score)
    if project.score.value is None:
        said = _("{interval}（待录入）").format(interval=said)
    return f"{said} {wording.term(project.grade)}" if project.grade else said


def _lines(project: ProjectScore) -> str:
    header = [_("指标"), _("指标值"), _("实际完成值"), _("完成率"), _("分值"), _("得分"), _("计算")]
    rows = [_execution(project.execution), *(_line(line) for line in project.indicators)]
    return table(header, rows, right=(3, 4, 5))


def _execution(one: ExecutionScore) -> list[str]:
    budget = _or_blank(one.budget)
    return [
        _("预算执行率"),
        _("{amount} 万元").format(amount=budget) if budget else "",
        _("{amount} 万元").format(amount=_or_blank(one.spent)) if one.spent is not None else "",
        percent(one.rate),
        plain(one.weight),
        wording.score(one.score),
        "；".join(wording.say(step) for step in one.working),
    ]


def _line(line: IndicatorScore) -> list[str]:
    actual = line.outcome.actual.text if line.outcome.actual else ""
    if line.status is Status.NOT_APPLICABLE:
        actual = wording.term(line.status)
    if line.outcome.share is not None:
        actual = f"{actual} {plain(line.outcome.share)}%"
    return [
        line.indicator.name,
        line.target.text,
        actual,
        percent(line.attainment),
        _or_blank(line.weight),
        wording.score(line.score),
        "；".join(wording.say(step) for step in line.working),
    ]


def comparison(result: DepartmentScore) -> Iterator[str]:
    """Target against achieved: attainment and points lost, project by project, the greatest loss first."""
    for project in result.projects:
        yield f"{project_head(project)}  {total(project)}"
        header = [_("指标"), _("指标值"), _("实际完成值"), _("完成率"), _("分值"), _("得分"), _("失分")]
        rows = []
        for line in sorted(project.indicators, key=lost, reverse=True):
            gone = lost(line)
            rows.append([*_line(line)[:6], plain(gone) if gone >= 0 else ""])
        yield table(header, rows, right=(3, 4, 5, 6))
        for level in project.levels:
            if not level.level2:
                facts = {
                    "level": level.level1,
                    "score": wording.score(level.score),
                    "weight": plain(level.weight),
                }
                yield _("  {level}：{score} / {weight}").format(**facts)
        yield ""


def lost(line: IndicatorScore) -> Decimal:
    """Points lost on a line; −1 where that is not known yet."""
    if line.weight is None or line.score.value is None:
        return Decimal(-1)
    return line.weight - line.score.value


def percent(ratio: Fraction | None) -> str:
    """A ratio as percent with two decimals; empty where there is none."""
    return "" if ratio is None else f"{plain(round_half_up(ratio * 100))}%"


def _or_blank(figure: Decimal | None) -> str:
    return "" if figure is None else plain(figure)


def joined(lines: Iterable[str]) -> str:
    """Lines as one text."""
    return "\n".join(lines)
