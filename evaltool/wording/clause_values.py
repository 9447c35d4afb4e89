"""What a clause of a rulebook says, in words: a code by its term, a table by its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from evaltool.language import N_, _
from evaltool.wording.terms import TERMS
from scoring.findings import plain
from scoring.model import Band, Sense, StepTable
from scoring.rulebook import BandLimits, Clause
from scoring.rulebook.tables import NamedSteps

Pairs = tuple[tuple[Any, Decimal], ...]

STEP = {Sense.AT_LEAST: N_("≥{limit} 得 {award}%"), Sense.AT_MOST: N_("≤{limit} 得 {award}%")}


def clause_value(clause: Clause[Any]) -> str:
    """What a clause says, in one line; 无 where it lists nothing."""
    if not clause.value and isinstance(clause.value, tuple | Mapping):
        return _("无")
    say: Callable[[Any], str] = BY_KEY.get(clause.key, _plain)
    return say(clause.value)


def _plain(value: object) -> str:
    match value:
        case None:
            return _plain("never")
        case StepTable():
            return _steps(value)
        case str():
            return _(TERMS.get(value, value))
        case tuple():
            return _list(plain(item) for item in value)
        case _:
            return plain(value)


def _list(parts: Iterable[str]) -> str:
    return _("，").join(parts)


def _steps(table: StepTable) -> str:
    words = _(STEP[table.sense])
    steps = [words.format(limit=plain(limit), award=plain(award)) for limit, award in table.limits]
    return _list([*steps, _("其余不得分")])


def _named(tables: Iterable[NamedSteps]) -> str:
    words = _("{name}（按{measure}）：{steps}")
    said = (
        words.format(name=one.name, measure=_plain(one.measure), steps=_steps(one.table)) for one in tables
    )
    return _("；").join(said)


def _families(families: Iterable[Mapping[str, Decimal]]) -> str:
    words = _("{name} {figure}")
    said = (_list(words.format(name=n, figure=plain(p)) for n, p in one.items()) for one in families)
    return _("；或 ").join(said)


def _moves(moves: Mapping[str, str]) -> str:
    words = _("{name}并入{other}")
    return _list(words.format(name=name, other=other) for name, other in moves.items())


def _bands(limits: Mapping[Band, BandLimits]) -> str:
    words = _("{name} {low}–{high}%")
    named = [(_plain(band), plain(of.low), plain(of.high)) for band, of in limits.items()]
    return _list(words.format(name=name, low=low, high=high) for name, low, high in named)


def _caps(caps: Pairs) -> str:
    words = _("执行率低于 {rate}% 的，总分不超过 {cap}")
    return _("；").join(words.format(rate=plain(rate), cap=plain(cap)) for rate, cap in caps)


def _grades(limits: Pairs) -> str:
    words = _("{grade} {low} 分起")
    return _list(words.format(grade=_plain(grade), low=plain(low)) for grade, low in limits)


def _severities(severities: Mapping[str, str]) -> str:
    words = _("{name} {figure}")
    return _list(words.format(name=code, figure=_plain(severity)) for code, severity in severities.items())


BY_KEY: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "weights.levels": _families,
        "weights.absent_to": _moves,
        "weights.inside": _moves,
        "other.bands": _bands,
        "steps.named": _named,
        "total.caps": _caps,
        "grades.limits": _grades,
        "checks.severity": _severities,
    }
)
"""Clauses whose value is a table of its own kind."""
