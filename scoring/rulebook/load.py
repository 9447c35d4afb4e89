"""A rulebook file read and checked: everything wrong is listed, with key and nearest known one."""

from __future__ import annotations

import difflib
import errno
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from scoring.rulebook.schema import SECTIONS, Clause, ExecutionRules, Rulebook, WeightRules
from scoring.rulebook.values import Read

DEFAULT = "national-2020"

EVIDENCE = ("law", "form", "system", "second-hand", "own", "unverified")
"""Where a clause is known from; see README, "local rulebooks"."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rulebook file: a code, the key it stands at, and short facts."""

    code: str
    file: str
    key: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


class RulebookError(Exception):
    """A rulebook that cannot be used. `problems` lists everything wrong with it, not only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.file} {p.key}: {p.code} {dict(p.facts)}" for p in problems))
        self.problems = problems


HEAD = ("id", "version", "title", "extends")


def shipped() -> tuple[str, ...]:
    """The ids of the rulebooks that come along."""
    folder = resources.files("scoring") / "rulebooks"
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    )


@cache
def load(name: str = DEFAULT) -> Rulebook:
    """A shipped rulebook by its id. Raises `RulebookError` where there is none of that id."""
    if name not in shipped():
        nearest = _nearest(name, shipped())
        raise RulebookError((Problem("rulebook.unknown", name, facts={"nearest": nearest}),))
    return parse((resources.files("scoring") / "rulebooks" / f"{name}.toml").read_text("utf-8"), name)


def load_file(path: Path) -> Rulebook:
    """A rulebook from a file of one's own. Raises `RulebookError` with everything that is wrong with it."""
    try:
        content = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        # An operating system's words are in no language of ours: its code stands for them where it has one.
        code = errno.errorcode.get(fault.errno or 0, str(fault)) if isinstance(fault, OSError) else "encoding"
        raise RulebookError((Problem("rulebook.unreadable", str(path), facts={"why": code}),)) from None
    return parse(content, str(path))


def parse(content: str, file: str) -> Rulebook:
    """A rulebook from TOML text; `file` names it in problems."""
    try:
        raw = tomllib.loads(content, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        raise RulebookError((Problem("rulebook.not_toml", file, facts={"why": str(fault)}),)) from None
    problems = list(_unknown(raw, file))
    parent = raw.get("extends")
    if parent is not None and parent not in shipped():
        problems.append(_bad_value(file, "extends", parent, " | ".join(shipped())))
        raise RulebookError(tuple(problems))
    base = load(parent) if parent is not None else None
    head = {name: raw.get(name) for name in ("id", "version", "title")}
    problems += [
        Problem("rulebook.missing", file, name) for name, value in head.items() if not isinstance(value, str)
    ]
    sections: dict[str, Any] = {}
    for section, schema in SECTIONS.items():
        clauses: dict[str, Clause[Any]] = {}
        for item in fields(schema):
            key = f"{section}.{item.name}"
            table = raw.get(section, {}).get(item.name) if isinstance(raw.get(section, {}), dict) else None
            if table is None and base is not None:
                clauses[item.name] = base.clause(key)
                continue
            read = _read_clause(key, table, item.metadata["read"], file)
            if isinstance(read, Problem):
                problems.append(read)
            else:
                clauses[item.name] = read
        if len(clauses) == len(fields(schema)):
            sections[section] = schema(**clauses)
    problems += [] if problems else _contradictions(sections, file)
    if problems:
        raise RulebookError(tuple(problems))
    lineage = (base.id, *base.extends) if base is not None else ()
    digest = _digest(head, sections)
    return Rulebook(
        str(head["id"]), str(head["version"]), str(head["title"]), digest, extends=lineage, **sections
    )


def _read_clause(key: str, table: object, read: Read, file: str) -> Clause[Any] | Problem:
    if table is None:
        return Problem("rulebook.missing", file, key)
    if not isinstance(table, dict):
        return _bad_value(file, key, table, "{ value = … }")
    if "value" not in table:
        return Problem("rulebook.missing", file, f"{key}.value")
    try:
        value = read(table["value"])
    except ValueError as expected:
        return _bad_value(file, key, table["value"], str(expected))
    evidence = table.get("evidence", [])
    wrong = [tag for tag in evidence if tag not in EVIDENCE] if isinstance(evidence, list) else [evidence]
    if wrong:
        return _bad_value(file, f"{key}.evidence", wrong[0], f"[{' | '.join(EVIDENCE)}]")
    cite, note = str(table.get("cite", "")), str(table.get("note", ""))
    return Clause(key, value, cite, tuple(evidence), note, table["value"])


def _contradictions(sections: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """What each clause may say alone, but not beside the others."""
    execution: ExecutionRules = sections["execution"]
    weights: WeightRules = sections["weights"]
    levels = weights.levels.value
    room, given = 100 - execution.points.value, sum(levels.values())
    if given != room:
        yield _bad_value(file, weights.levels.key, f"{weights.levels.text} = {given}", f"= {room}")
    known = " | ".join(levels)
    for absent, to in weights.absent_to.value.items():
        for level in (absent, to):
            if level not in levels:
                yield _bad_value(file, weights.absent_to.key, level, known)
    for level, inside in weights.inside.value.items():
        if level in levels:
            yield _bad_value(file, weights.inside.key, level, f"≠ {known}")
        if inside not in levels:
            yield _bad_value(file, weights.inside.key, inside, known)


def _bad_value(file: str, key: str, found: object, expected: str) -> Problem:
    return Problem("rulebook.bad_value", file, key, {"found": str(found), "expected": expected})


def _unknown(raw: Mapping[str, object], file: str) -> Iterator[Problem]:
    """Keys that the schema does not have, each with the nearest one that it has."""
    for name, table in raw.items():
        if name in HEAD:
            continue
        if name not in SECTIONS:
            yield Problem("rulebook.unknown_key", file, name, {"nearest": _nearest(name, (*SECTIONS, *HEAD))})
            continue
        known = tuple(item.name for item in fields(SECTIONS[name]))
        if not isinstance(table, dict):
            yield _bad_value(file, name, table, f"[{name}.{known[0]}]")
            continue
        for inner, clause in table.items():
            if inner not in known:
                key = f"{name}.{inner}"
                yield Problem(
                    "rulebook.unknown_key", file, key, {"nearest": f"{name}.{_nearest(inner, known)}"}
                )
            elif isinstance(clause, dict):
                parts = ("value", "cite", "evidence", "note")
                for part in clause:
                    if part not in parts:
                        facts = {"nearest": f"{name}.{inner}.{_nearest(part, parts)}"}
                        yield Problem("rulebook.unknown_key", file, f"{name}.{inner}.{part}", facts)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.0)), known[0])


def _digest(head: Mapping[str, object], sections: Mapping[str, Any]) -> str:
    """Of everything the rulebook says, in the schema's order, so that layout and comments do not count."""
    said = [f"{name}={value}" for name, value in head.items()]
    for section, schema in SECTIONS.items():
        for item in fields(schema) if section in sections else ():
            clause = getattr(sections[section], item.name)
            said.append("\x1f".join((clause.key, clause.text, clause.cite, *clause.evidence, clause.note)))
    return hashlib.sha256("\x1e".join(said).encode()).hexdigest()[:12]
