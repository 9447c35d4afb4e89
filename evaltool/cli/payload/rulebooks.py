"""Rulebooks as JSON."""

from __future__ import annotations

from typing import Any

from evaltool.cli.payload.basics import Json
from scoring.rulebook import Clause, Rulebook


def rulebook_head(rules: Rulebook) -> Json:
    """Which rulebook was in force: its id, version and the hash of its content."""
    return {
        "rulebook": rules.id,
        "rulebook_version": rules.version,
        "rulebook_title": rules.title,
        "rulebook_hash": rules.hash,
    }


def rulebook(rules: Rulebook) -> Json:
    """A rulebook with every clause."""
    return {
        **rulebook_head(rules),
        "extends": list(rules.extends),
        "clauses": [_clause(c) for c in rules.clauses()],
    }


def _clause(clause: Clause[Any]) -> Json:
    return {
        "key": clause.key,
        "value": clause.text,
        "cite": clause.cite,
        "evidence": list(clause.evidence),
        "note": clause.note,
    }
