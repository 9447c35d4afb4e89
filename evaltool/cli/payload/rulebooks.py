"""Rulebooks as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evaltool import wording
from evaltool.cli.payload.basics import Json
from evaltool.operations import KnownRulebook
from scoring.rulebook import Clause, Difference, Problem, Rulebook, own_clauses


def rulebook_head(rules: Rulebook) -> Json:
    """Which rulebook was in force: its id, version and the hash of its content."""
    return {
        "rulebook": rules.id,
        "rulebook_version": rules.version,
        "rulebook_title": rules.title,
        "rulebook_hash": rules.hash,
    }


def known_rulebook(one: KnownRulebook) -> Json:
    """A rulebook in a list: whether it is the workspace's own, and the departments that it scores."""
    return {
        "rulebook": one.id,
        "rulebook_version": one.version,
        "rulebook_title": one.title,
        "rulebook_hash": one.hash,
        "kept": one.kept,
        "in_force": list(dict.fromkeys(code for code, _year in one.in_force)),
    }


def rulebook(rules: Rulebook) -> Json:
    """A rulebook with every clause."""
    days = rules.effective
    return {
        **rulebook_head(rules),
        "extends": list(rules.extends),
        "effective": {
            "from": days.start.isoformat() if days.start else None,
            "to": days.end.isoformat() if days.end else None,
        },
        "clauses": [clause(one) for one in rules.clauses()],
    }


def clause(one: Clause[Any]) -> Json:
    """A clause with its name; `origin` is the rulebook that says it."""
    return {
        "key": one.key,
        "name": wording.clause(one.key),
        "value": one.text,
        "cite": one.cite,
        "evidence": list(one.evidence),
        "note": one.note,
        "origin": one.origin,
    }


def rulebook_differences(a: Rulebook, b: Rulebook, differences: Iterable[Difference]) -> Json:
    """Two rulebooks and the clauses that they decide differently."""
    return {
        "a": rulebook_head(a),
        "b": rulebook_head(b),
        "differences": [difference(one) for one in differences],
    }


def difference(one: Difference) -> Json:
    """A clause as each of two rulebooks has it."""
    return {"key": one.key, "name": wording.clause(one.key), "a": clause(one.a), "b": clause(one.b)}


def rulebook_check(file: str, checked: Rulebook | tuple[Problem, ...]) -> Json:
    """What a rulebook file is, or everything that is wrong with it."""
    if isinstance(checked, Rulebook):
        own = own_clauses(checked)
        return {
            "file": file,
            "valid": True,
            **rulebook_head(checked),
            "extends": list(checked.extends),
            "own_clauses": [one.key for one in own],
            "uncited": [one.key for one in own if not one.is_cited],
            "problems": [],
        }
    return {"file": file, "valid": False, "problems": [_problem(one) for one in checked]}


def _problem(one: Problem) -> Json:
    return {
        "code": one.code,
        "file": one.file,
        "line": one.line or None,
        "key": one.key,
        "message": wording.problem(one),
        "facts": dict(one.facts),
    }
