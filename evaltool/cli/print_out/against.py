"""The same figures under two rulebooks: what differs, project by project, and the clauses that make it."""

from __future__ import annotations

from collections.abc import Iterator

from evaltool import wording
from evaltool.cli.print_out.rulebooks import differing, told_apart
from evaltool.cli.width import table
from evaltool.language import _
from scoring.against import Against, Figure, Kind, Line
from scoring.findings import plain


def against(both: Against) -> Iterator[str]:
    """The lines that differ with their clauses, then each of these clauses as both rulebooks have it."""
    a, b = both.one.rulebook, both.other.rulebook
    yield f"{both.one.code} {both.one.name}"
    yield _("评分规则：{a}（内容摘要 {a_hash}）与 {b}（内容摘要 {b_hash}）").format(
        a=a.id, a_hash=a.hash, b=b.id, b_hash=b.hash
    )
    header = [
        _("指标"),
        *(_("分值 {id}").format(id=name) for name in told_apart(a, b)),
        *(_("得分 {id}").format(id=name) for name in told_apart(a, b)),
        _("相差"),
        _("由哪一条造成"),
    ]
    groups = {project.code: f"{project.code} {project.name}" for project in both.one.projects}
    for code, title in {**groups, "": _("部门")}.items():
        lines = [line for line in both.lines if line.place.project == code]
        if lines:
            yield ""
            yield title
            yield table(header, [_row(line) for line in lines], right=(1, 2, 3, 4, 5))
    yield ""
    yield _("不同 {count} 行，相同 {alike} 行").format(count=len(both.lines), alike=both.alike)
    causes = {cause.difference.key: cause.difference for line in both.lines for cause in line.causes}
    if causes:
        yield ""
        yield _("造成不同的条款：")
        yield from differing(a, b, causes.values())


def _row(line: Line) -> list[str]:
    return [
        _name(line),
        *(plain(one.weight) if one and one.weight is not None else "" for one in (line.one, line.other)),
        *(_score(line, one) for one in (line.one, line.other)),
        _gap(line),
        _why(line),
    ]


def _name(line: Line) -> str:
    match line.place.kind:
        case Kind.INDICATOR if line.place.key:
            return line.place.key.name
        case Kind.METHOD:
            return wording.term(line.place.method)
        case Kind.EXECUTION:
            return _("预算执行率")
        case Kind.TOTAL:
            return _("总分")
        case _:
            return _("本规则采用")


def _score(line: Line, one: Figure | None) -> str:
    """A score and its grade; of the headline also which figure it is, where that is not the same one."""
    if one is None:
        return ""
    parts = [wording.score(one.score), wording.term(one.grade)]
    if line.one and line.other and line.one.method != line.other.method:
        parts.append(wording.term(one.method))
    return " ".join(part for part in parts if part)


def _gap(line: Line) -> str:
    if line.low is None or line.high is None:
        return ""
    limits = [f"{'+' if gap > 0 else ''}{plain(gap)}" for gap in (line.low, line.high)]
    return limits[0] if line.low == line.high else _("{low} 至 {high}").format(low=limits[0], high=limits[1])


def _why(line: Line) -> str:
    names = _("、").join(wording.clause(cause.difference.key) for cause in line.causes)
    if not line.traced:
        return _("不能归于单独一条，可能是：{names}").format(names=names)
    return _("只因分值不同：{names}").format(names=names) if line.by_weight else names
