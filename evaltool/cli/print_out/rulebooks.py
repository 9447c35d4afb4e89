"""Rulebooks clause by clause: one of them, two side by side, or what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from evaltool import wording
from evaltool.cli.width import table
from evaltool.language import _
from evaltool.operations import KnownRulebook
from scoring.findings import Severity
from scoring.rulebook import Clause, Difference, Problem, Rulebook, own_clauses

NO_MARKS: Mapping[str, str] = MappingProxyType({})

CLAUSES_NAMED = 6
"""Clauses that a line names; of more it says how many."""

NAMED = 3
"""Departments that a list names for one rulebook; where there are more, their number follows."""


def rulebook_list(rulebooks: Sequence[KnownRulebook]) -> str:
    """The rulebooks, one to a line; where each comes from and whom it scores only with a workspace."""
    header = [_("编号"), _("规则名称"), _("版本"), _("内容摘要"), _("以何为底")]
    rows = [[one.id, one.title, one.version, one.hash, one.parent] for one in rulebooks]
    if any(one.kept or one.in_force for one in rulebooks):
        header += [_("来源"), _("现行于")]
        for row, one in zip(rows, rulebooks, strict=True):
            row += [_("工作区") if one.kept else _("自带"), _scored(one.in_force)]
    return table(header, rows)


def _scored(departments: Sequence[tuple[str, int | None]]) -> str:
    names = (_("{code}（{year}）").format(code=code, year=year or "?") for code, year in departments[:NAMED])
    named = _("、").join(names)
    if len(departments) <= NAMED:
        return named
    return _("{named}等 {count} 个").format(named=named, count=len(departments))


def rulebook(rules: Rulebook) -> Iterator[str]:
    """Every clause with its name, value, citation, evidence and note, and where it comes from."""
    yield f"{rules.id}  {rules.title}"
    yield _("版本 {version}，内容摘要 {hash}").format(version=rules.version, hash=rules.hash)
    if rules.extends:
        yield _("以 {parents} 为底").format(parents=_("、").join(rules.extends))
    if rules.effective.start:
        yield _("自 {day} 起施行").format(day=rules.effective.start.isoformat())
    if rules.effective.end:
        yield _("至 {day} 止").format(day=rules.effective.end.isoformat())
    for clause in rules.clauses():
        yield ""
        yield _("{name}  {key}：{value}").format(
            name=wording.clause(clause.key), key=clause.key, value=_value(clause)
        )
        yield f"  {_cited(clause)}"
        if clause.note:
            yield f"  {clause.note}"
        if clause.origin != rules.id:
            yield "  " + _("沿用 {origin}").format(origin=clause.origin)


def rulebook_differences(a: Rulebook, b: Rulebook, differences: Sequence[Difference]) -> Iterator[str]:
    """The clauses that two rulebooks decide differently, each with both citations."""
    one, other = told_apart(a, b)
    if not differences:
        yield _("{a} 与 {b} 的条款相同").format(a=one, b=other)
        return
    yield _("{a} 与 {b} 有 {count} 条不同").format(a=one, b=other, count=len(differences))
    yield ""
    yield from differing(a, b, differences)


def differing(
    a: Rulebook, b: Rulebook, differences: Iterable[Difference], marks: Mapping[str, str] = NO_MARKS
) -> Iterator[str]:
    """Clauses as each of two rulebooks has them, each after its mark where it has one."""
    for one in differences:
        yield f"{marks.get(one.key, '')}{wording.clause(one.key)}  {one.key}"
        for name, clause in zip(told_apart(a, b), (one.a, one.b), strict=True):
            yield f"  {name}  {_value(clause)}"
            yield f"    {_cited(clause)}"


def told_apart(a: Rulebook, b: Rulebook) -> tuple[str, str]:
    """What two rulebooks are called beside each other: their ids, with the hash where these are the same."""
    if a.id != b.id or a.hash == b.hash:
        return a.id, b.id
    return f"{a.id}@{a.hash}", f"{b.id}@{b.hash}"


def rulebook_check(checked: Rulebook | tuple[Problem, ...]) -> Iterator[str]:
    """What a usable rulebook is, in one line; else its problems, one to a line."""
    if not isinstance(checked, Rulebook):
        for problem in checked:
            yield f"[{wording.term(Severity.ERROR)}] {wording.problem(problem)}"
        return
    facts: dict[str, object] = {"id": checked.id, "version": checked.version, "hash": checked.hash}
    own = own_clauses(checked)
    facts |= {"count": len(own), "parent": next(iter(checked.extends), "")}
    if checked.parent is None:
        said = _("{id}（版本 {version}，内容摘要 {hash}）可以使用：自有全部 {count} 条")
    elif not own:
        said = _("{id}（版本 {version}，内容摘要 {hash}）可以使用：与 {parent} 完全相同")
    else:
        said = _(
            "{id}（版本 {version}，内容摘要 {hash}）可以使用：以 {parent} 为底，另定 {count} 条（{names}）"
        )
    yield said.format(names=_names(own), **facts)
    uncited = [one for one in own if not one.is_cited]
    if uncited:
        words = _("{count} 条没有注明出处（{names}）")
        said = words.format(count=len(uncited), names=_names(uncited))
        yield f"[{wording.term(Severity.NOTE)}] {said}"


def _names(clauses: Sequence[Clause[Any]]) -> str:
    """What clauses are called, the first few of many."""
    names = _("、").join(wording.clause(one.key) for one in clauses[:CLAUSES_NAMED])
    if len(clauses) <= CLAUSES_NAMED:
        return names
    return _("{names} 等 {count} 条").format(names=names, count=len(clauses))


def _value(clause: Clause[Any]) -> str:
    """A value in words; a choice also as it is written in a file."""
    said = wording.clause_value(clause)
    is_choice = clause.value is None or isinstance(clause.value, str)
    return _("{value}（{said}）").format(value=said, said=clause.text) if is_choice else said


def _cited(clause: Clause[Any]) -> str:
    evidence = _("、").join(wording.term(tag) for tag in clause.evidence)
    return (clause.cite or _("未注明出处")) + (f" [{evidence}]" if evidence else "")
