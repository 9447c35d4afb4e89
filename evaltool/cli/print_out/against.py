"""The same figures under two rulebooks: what differs, project by project, and the clauses that make it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evaltool import wording
from evaltool.cli.print_out.rulebooks import differing
from evaltool.cli.width import table
from evaltool.language import _
from scoring.against import Against, Figure, Kind, Line
from scoring.findings import plain

LETTERS = ("A", "B")
"""What the two rulebooks are called where there is little room."""


def against(both: Against) -> Iterator[str]:
    """The lines that differ with their clauses, then each of these clauses as both rulebooks have it."""
    a, b = both.one.rulebook, both.other.rulebook
    yield wording.titled(both.one.code, both.one.name)
    words = _("评分规则 {letter}：{id}（版本 {version}，内容摘要 {hash}）")
    for letter, rules in zip(LETTERS, (a, b), strict=True):
        yield words.format(letter=letter, id=rules.id, version=rules.version, hash=rules.hash)
    causes = {cause.difference.key: cause.difference for line in both.lines for cause in line.causes}
    marks = {key: _("〔{number}〕").format(number=number) for number, key in enumerate(causes, start=1)}
    header = [_("指标"), _("分值 A"), _("分值 B"), _("得分 A"), _("得分 B"), _("相差"), _("由哪一条造成")]
    groups = {project.code: wording.titled(project.code, project.name) for project in both.one.projects}
    for code, title in {**groups, "": _("部门")}.items():
        lines = [line for line in both.lines if line.place.project == code]
        if lines:
            yield ""
            yield title
            yield table(header, [_row(line, marks) for line in lines], right=(1, 2, 3, 4, 5))
            yield from _methods(both, lines[-1])
        yield from _unsettled(both, code)
    yield ""
    yield _("不同 {count} 行，相同 {alike} 行").format(count=len(both.lines), alike=both.alike)
    if causes:
        yield ""
        yield _("造成不同的条款：")
        yield from differing(a, b, causes.values(), marks)


def _methods(both: Against, line: Line) -> Iterator[str]:
    """Which method each rulebook takes for the department's score, where that line is the headline."""
    if line.place.kind is not Kind.HEADLINE:
        return
    for letter, score in zip(LETTERS, (both.one, both.other), strict=True):
        words = _("{letter} 采用的方法：{method}")
        yield words.format(letter=letter, method=wording.term(score.headline))


def _unsettled(both: Against, project: str) -> Iterator[str]:
    """What keeps a score open under one of the rulebooks only, as points that do not add up to its own."""
    for letter, found in zip(LETTERS, both.unsettled, strict=True):
        for finding in found:
            if finding.subject.project == project:
                yield _("{letter}：{message}").format(letter=letter, message=wording.say(finding))


def _row(line: Line, marks: Mapping[str, str]) -> list[str]:
    return [
        _name(line),
        *(plain(one.weight) if one and one.weight is not None else "" for one in (line.one, line.other)),
        *(_score(one) for one in (line.one, line.other)),
        _gap(line),
        _why(line, marks),
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
            return _("采用的得分")


def _score(one: Figure | None) -> str:
    """A score and its grade."""
    return f"{wording.score(one.score)} {wording.term(one.grade)}".strip() if one else ""


def _gap(line: Line) -> str:
    if line.low is None or line.high is None:
        return ""
    limits = [f"{'+' if gap > 0 else ''}{plain(gap)}" for gap in (line.low, line.high)]
    return limits[0] if line.low == line.high else _("{low} 至 {high}").format(low=limits[0], high=limits[1])


def _why(line: Line, marks: Mapping[str, str]) -> str:
    """The clauses by their marks; what each says stands below the tables."""
    numbers = "".join(marks[cause.difference.key] for cause in line.causes)
    if not line.traced:
        return _("不能归于单独一条，可能是{numbers}").format(numbers=numbers)
    return _("只因分值不同{numbers}").format(numbers=numbers) if line.by_weight else numbers
