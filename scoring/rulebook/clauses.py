"""The tables of a rulebook file as clauses, and everything in them that no rulebook has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from scoring.rulebook.problems import Problem, bad_value, missing, unknown_key
from scoring.rulebook.schema import SECTIONS, Clause, Effective
from scoring.rulebook.toml_text import value_text
from scoring.rulebook.values import LINE, Read, is_line, one_line_each

EVIDENCE = ("law", "form", "system", "second-hand", "own", "unverified")
"""Where a clause is known from; see README, "local rulebooks"."""

HEAD = ("id", "version", "title", "extends", "effective", "lineage")
NAMES = HEAD[:3]
"""What every rulebook says of itself."""

PARTS = ("value", "cite", "evidence", "note", "origin")
PERIOD = "{ from = 2021-08-18, to = 2025-12-31 }"


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause of the schema and what a file says of it: None where it says nothing."""

    key: str
    section: str
    name: str
    read: Read
    table: object


def entries(raw: Mapping[str, Any]) -> Iterator[Entry]:
    """Every clause of the schema, in its order."""
    for section, schema in SECTIONS.items():
        tables = raw.get(section)
        for item in fields(schema):
            table = tables.get(item.name) if isinstance(tables, dict) else None
            yield Entry(f"{section}.{item.name}", section, item.name, item.metadata["read"], table)


def expected(key: str) -> str:
    """What the value of a clause may be, as its reader says it to who wrote something else."""
    read: Read = next(entry.read for entry in entries({}) if entry.key == key)
    try:
        read(object())
    except ValueError as what:
        return str(what)
    raise AssertionError(key)


def read_clause(
    entry: Entry, parent: Clause[Any] | None, origins: tuple[str, ...], file: str
) -> Clause[Any] | Problem:
    """What a file says of a clause, over what the rulebook that it extends says.

    A value of its own stands with its own citation only: the parent's is of another rule. Without one, and
    where the parent's is only repeated without a citation, the parent's value stays, and so does what is said
    about it, unless the file says it otherwise. The clause is the first one's of `origins`, or the one's that
    a text with a lineage names.
    """
    key, table = entry.key, entry.table
    if not isinstance(table, dict):
        return bad_value(file, key, table, "{ value = … }")
    wrong = _wrong_words(key, table, file)
    if wrong:
        return wrong
    read = _read(entry, table, parent, origins, file)
    if isinstance(read, Clause) and "law" in read.evidence and not read.cite:
        return Problem("rulebook.law_uncited", file, f"{key}.evidence", {"found": "law"})
    return read


def _read(
    entry: Entry,
    table: Mapping[str, Any],
    parent: Clause[Any] | None,
    origins: tuple[str, ...],
    file: str,
) -> Clause[Any] | Problem:
    key, evidence = entry.key, table.get("evidence", [])
    origin = table.get("origin", origins[0])
    if origin not in origins:
        return bad_value(file, f"{key}.origin", origin, " | ".join(origins))
    said: dict[str, Any] = {name: table[name] for name in ("cite", "note") if name in table}
    if "value" in table:
        try:
            value = entry.read(one_line_each(table["value"]))
        except ValueError as what:
            return bad_value(file, key, table["value"], str(what))
        if parent is None or value != parent.value or said.get("cite"):
            return Clause(key, value, **said, evidence=tuple(evidence), raw=table["value"], origin=origin)
        said = {name: words for name, words in {**said, "evidence": tuple(evidence)}.items() if words}
    elif parent is None or not table:
        return missing(file, f"{key}.value")
    elif "evidence" in table or "cite" in table:
        said["evidence"] = tuple(evidence)
    return replace(parent, **said, origin=origin)


def _wrong_words(key: str, table: Mapping[str, Any], file: str) -> Problem | None:
    """The first thing wrong with what travels with a value."""
    for name in ("cite", "note"):
        if not is_line(table.get(name, "")):
            return bad_value(file, f"{key}.{name}", table[name], LINE)
    evidence = table.get("evidence", [])
    wrong = [tag for tag in evidence if tag not in EVIDENCE] if isinstance(evidence, list) else [evidence]
    return (
        bad_value(file, f"{key}.evidence", wrong[0], f"[{' | '.join(map(value_text, EVIDENCE))}]")
        if wrong
        else None
    )


def read_names(raw: Mapping[str, Any], taken: Iterable[str], file: str) -> Iterator[Problem]:
    """What is wrong with a rulebook's id, version and title; `taken` are the ids of other rulebooks."""
    for name in NAMES:
        said = raw.get(name)
        if said is None or said == "":
            yield missing(file, name)
        elif not is_line(said) or not said.strip():
            yield bad_value(file, name, said, LINE)
        elif name == "id" and said in taken:
            yield Problem("rulebook.id_taken", file, name, {"found": said})


def read_effective(table: object, file: str) -> Effective | list[Problem]:
    """The days on which a rulebook is in force, or what is wrong with them."""
    if not isinstance(table, dict):
        return [bad_value(file, "effective", table, PERIOD)]
    problems = [
        unknown_key(file, "effective", name, ("from", "to")) for name in table.keys() - {"from", "to"}
    ]
    for name, day in table.items():
        if name in ("from", "to") and type(day) is not date:  # a time of day is a date too, to Python
            problems.append(bad_value(file, f"effective.{name}", day, "2021-08-18"))
    if problems:
        return problems
    start, end = table.get("from"), table.get("to")
    if start and end and end < start:
        return [bad_value(file, "effective.to", end, f"≥ {start}")]
    return Effective(start, end)


def unknown_keys(raw: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Keys that the schema does not have, each with the nearest one that it has."""
    for name, table in raw.items():
        if name in HEAD:
            continue
        if name not in SECTIONS:
            yield unknown_key(file, "", name, (*SECTIONS, *HEAD))
            continue
        known = tuple(item.name for item in fields(SECTIONS[name]))
        if not isinstance(table, dict):
            yield bad_value(file, name, table, f"[{name}.{known[0]}]")
            continue
        for inner, clause in table.items():
            if inner not in known:
                yield unknown_key(file, name, inner, known)
            elif isinstance(clause, dict):
                for part in clause.keys() - {*PARTS}:
                    yield unknown_key(file, f"{name}.{inner}", part, PARTS)
