"""A rulebook written down as TOML that says every clause itself, so that it can be kept by content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scoring.rulebook.schema import Clause, Rulebook
from scoring.rulebook.toml_text import value_text


def write(rulebook: Rulebook) -> str:
    """The whole rulebook as one text: reading it gives equal clauses and the same hash.

    It extends nothing any more: what it once extended is said as `lineage`, and every clause stands in it,
    with the rulebook of that lineage that it comes from.
    """
    head = [
        f"id = {value_text(rulebook.id)}",
        f"version = {value_text(rulebook.version)}",
        f"title = {value_text(rulebook.title)}",
    ]
    if rulebook.extends:
        head.append(f"lineage = {value_text(list(rulebook.extends))}")
    days = {"from": rulebook.effective.start, "to": rulebook.effective.end}
    said = {name: day for name, day in days.items() if day is not None}
    if said:
        head.append(f"effective = {value_text(said)}")
    return "\n\n".join(["\n".join(head), *_clauses(rulebook)]) + "\n"


def _clauses(rulebook: Rulebook) -> Iterator[str]:
    for clause in rulebook.clauses():
        inherited = clause.origin in rulebook.extends
        yield clause_text(clause) + (f"\norigin = {value_text(clause.origin)}" if inherited else "")


def clause_text(clause: Clause[Any]) -> str:
    """A clause as its table; what it does not say of itself is left out."""
    lines = [f"[{clause.key}]", f"value = {value_text(clause.raw)}"]
    if clause.cite:
        lines.append(f"cite = {value_text(clause.cite)}")
    if clause.evidence:
        lines.append(f"evidence = {value_text(list(clause.evidence))}")
    if clause.note:
        lines.append(f"note = {value_text(clause.note)}")
    return "\n".join(lines)
