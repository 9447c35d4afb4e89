"""Two rulebooks on the same figures, as sections of a page: what differs, by how much, and by which clause.

A clause often moves many lines. Each line names its clauses by number; where they stand is said once, at
the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from evaltool import wording
from evaltool.language import _
from evaltool.tui import clauses
from evaltool.tui.cells import one_line
from evaltool.tui.widgets.grid import Grid, widths
from evaltool.tui.widgets.page import Line, Section
from scoring.against import Against, Cause, Figure, Kind
from scoring.against import Line as Moved
from scoring.findings import plain
from scoring.rulebook import Difference, compare


def sections(found: Against) -> list[Section]:
    """Which two rulebooks, the department's figures, each project's, and the clauses that make it."""
    causes = {
        cause.difference.key: cause.difference for one in found.lines if one.traced for cause in one.causes
    }
    numbers = {key: number for number, key in enumerate(causes, start=1)}
    parts = [_head(found)]
    whole = [one for one in found.lines if one.place.kind in (Kind.METHOD, Kind.HEADLINE)]
    own = [one for one in found.lines if not one.place.project and one not in whole]
    of_projects = [
        (one_line(wording.titled(one.code, one.name)), _of(found, one.code)) for one in found.one.projects
    ]
    titled = [(_("部门得分"), whole), *of_projects, (_("部门自身的目标"), own)]
    rows = {title: _rows(lines, numbers) for title, lines in titled if lines}
    least = widths((_headings(), *(row for each in rows.values() for row in each)))
    parts += [Section(title, [Grid(_headings(), each, least)]) for title, each in rows.items()]
    if causes:
        parts.append(Section(_("造成差异的条款"), list(_clauses(list(causes.values())))))
    return [*parts, *_others(found, numbers.keys())]


def _head(found: Against) -> Section:
    one, other = found.one.rulebook, found.other.rulebook
    lines = [
        Line(f"{one.title}  {clauses.identity(one)}", 0, _("现行：")),
        Line(f"{other.title}  {clauses.identity(other)}", 0, _("比较：")),
    ]
    counted = _("{moved} 项不同，{alike} 项相同（相同的不列出）")
    said = counted.format(moved=len(found.lines), alike=found.alike)
    return Section(said if found.lines else _("两套评分规则下得分全部相同"), lines)


def _of(found: Against, code: str) -> list[Moved]:
    """A project's lines, its total first."""
    lines = [one for one in found.lines if one.place.project == code]
    return sorted(lines, key=lambda one: one.place.kind is not Kind.TOTAL)


def _headings() -> tuple[str, ...]:
    return _("得分项"), _("现行"), _("比较"), _("相差")


def _rows(lines: Sequence[Moved], numbers: dict[str, int]) -> list[tuple[str, ...] | str]:
    rows: list[tuple[str, ...] | str] = []
    for one in lines:
        rows.append((_name(one), _figure(one.one), _figure(one.other), _moved(one)))
        rows += _because(one, numbers)
    return rows


def _name(line: Moved) -> str:
    place = line.place
    if place.key is not None:
        return one_line(place.key.name)
    if place.kind is Kind.METHOD:
        return wording.term(place.method)
    names = {Kind.TOTAL: _("总分"), Kind.EXECUTION: _("预算执行率"), Kind.HEADLINE: _("采用的得分")}
    return names[place.kind]


def _figure(figure: Figure | None) -> str:
    """Points of the points available, or a total with its grade."""
    if figure is None:
        return "—"
    score = wording.score(figure.score)
    if figure.weight is not None:
        return f"{score}/{plain(figure.weight)}"
    return f"{score} {wording.term(figure.grade)}".strip()


def _moved(line: Moved) -> str:
    if line.low is None or line.high is None:
        return "—"
    low, high = _signed(line.low), _signed(line.high)
    return low if low == high else f"{low}~{high}"


def _signed(points: Decimal) -> str:
    return f"+{plain(points)}" if points > 0 else plain(points)


def _because(line: Moved, numbers: dict[str, int]) -> Iterator[str]:
    """The clauses that make a difference, each with what it says under either rulebook."""
    if line.place.kind is Kind.HEADLINE and line.one and line.other and line.one.method != line.other.method:
        yield f"{wording.term(line.one.method)} → {wording.term(line.other.method)}"
    if not line.traced:
        yield _("几条规则合起来造成，没有哪一条能单独看出")
        return
    is_sum = line.place.key is None and line.place.kind is not Kind.EXECUTION
    yield _("；").join(_cause(one, numbers[one.difference.key], in_short=is_sum) for one in line.causes)


def _cause(cause: Cause, number: int, *, in_short: bool) -> str:
    """A clause by number and name; with what it says under either rulebook where there is room for that."""
    one, other = cause.difference.a, cause.difference.b
    said = wording.clause(cause.difference.key)
    if not in_short:
        facts = {"one": wording.clause_value(one), "other": wording.clause_value(other)}
        said = _("{clause}：{one} → {other}").format(clause=said, **facts)
    of_weight = _("（分值因此不同）") if cause.of_weight else ""
    return f"〔{number}〕{said}{of_weight}"


def _clauses(causes: Sequence[Difference]) -> Iterator[Line]:
    for number, cause in enumerate(causes, start=1):
        yield Line(wording.clause(cause.key), 0, f"〔{number}〕")
        for word, clause in ((_("现行："), cause.a), (_("比较："), cause.b)):
            yield Line(wording.clause_value(clause), 4, word)
            yield Line(clauses.source(clause), 10, _("依据："))


def _others(found: Against, named: Collection[str]) -> Iterator[Section]:
    """The clauses that differ and move nothing here."""
    differing = compare(found.one.rulebook, found.other.rulebook)
    rest = [wording.clause(one.key) for one in differing if one.key not in named]
    if rest:
        title = _("另有 {count} 条规定不同，不单独影响这些得分").format(count=len(rest))
        yield Section(title, [Line(_("、").join(rest))])
