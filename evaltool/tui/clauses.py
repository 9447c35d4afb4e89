"""A rulebook as sections of a page: each clause with what it says, where it stands and how that is known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from evaltool import wording
from evaltool.language import N_, _
from evaltool.tui.widgets.page import Line, Section
from scoring.rulebook import Clause, Rulebook

SECTION_NAMES = {
    "execution": N_("预算执行率"),
    "weights": N_("分值"),
    "quantitative": N_("定量指标"),
    "other": N_("是否、时限与定性指标"),
    "over": N_("超额完成"),
    "steps": N_("计分档次"),
    "rounding": N_("舍入"),
    "total": N_("总分"),
    "grades": N_("等级"),
    "department": N_("部门"),
    "checks": N_("疑点的轻重"),
    "lexicon": N_("判断指标方向的用词"),
}


def sections(rulebook: Rulebook) -> list[Section]:
    """What a rulebook is, then its clauses by section."""
    parts = groupby(rulebook.clauses(), lambda one: one.key.partition(".")[0])
    return [
        Section(rulebook.title, list(_head(rulebook))),
        *(
            Section(
                _(SECTION_NAMES.get(name, name)), [line for one in clauses for line in _clause(one, rulebook)]
            )
            for name, clauses in parts
        ),
    ]


def identity(rulebook: Rulebook) -> str:
    """Which rulebook it is: its id, version and the hash of what it says."""
    facts = {"id": rulebook.id, "version": rulebook.version, "hash": rulebook.hash}
    return _("{id}  版本 {version}  内容摘要 {hash}").format(**facts)


def source(clause: Clause[Any]) -> str:
    """Where a clause stands and how that is known, as 财预〔2020〕10号（已公布表格）."""
    cite = clause.cite or _("未注明出处")
    evidence = _("、").join(map(wording.term, clause.evidence))
    return _("{cite}（{evidence}）").format(cite=cite, evidence=evidence) if evidence else cite


def _head(rulebook: Rulebook) -> Iterator[Line]:
    yield Line(identity(rulebook))
    start, end = rulebook.effective.start, rulebook.effective.end
    if start or end:
        begins = _("{day} 起").format(day=start) if start else ""
        ends = _("至 {day} 止").format(day=end) if end else ""
        yield Line(f"{begins} {ends}", 0, _("施行："))
    if rulebook.extends:
        own = sum(clause.origin == rulebook.id for clause in rulebook.clauses())
        facts = {"parents": _("、").join(rulebook.extends), "own": own}
        yield Line(_("以 {parents} 为底，自己规定 {own} 条；其余沿用，逐条注明").format(**facts))


def _clause(clause: Clause[Any], rulebook: Rulebook) -> Iterator[Line]:
    said = {"name": wording.clause(clause.key), "value": wording.clause_value(clause)}
    yield Line(_("{name}：{value}").format(**said), 2)
    inherited = clause.origin not in ("", rulebook.id)
    origin = _("［沿用 {origin}］").format(origin=clause.origin) if inherited else ""
    yield Line(f"{source(clause)}{origin}", 6, _("依据："))
    if clause.note:
        yield Line(clause.note, 6, _("说明："))
