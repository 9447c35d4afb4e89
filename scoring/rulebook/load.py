"""A rulebook file read and checked: everything wrong is listed, with key, line and nearest known key."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from scoring.rulebook.clauses import NAMES, entries, read_clause, read_effective, read_names, unknown_keys
from scoring.rulebook.digest import digest
from scoring.rulebook.misfits import misfits, sections
from scoring.rulebook.problems import Problem, RulebookError, bad_value, missing, nearest, placed
from scoring.rulebook.schema import Clause, Effective, Rulebook
from scoring.rulebook.syntax import read_toml
from scoring.rulebook.values import is_line

DEFAULT = "national-2020"

LARGEST = 1_000_000
"""Bytes of a file that are read; a rulebook has a hundredth of that."""

LONGEST_CHAIN = 20
"""Files that may extend one another in a row: a province, a city, a county and some to spare."""

Chain = tuple[Path, ...]
"""The files that led to a file, each extending the next; empty for text that comes from no file."""


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
        raise RulebookError((Problem("rulebook.unknown", name, facts={"nearest": nearest(name, shipped())}),))
    return parse((resources.files("scoring") / "rulebooks" / f"{name}.toml").read_text("utf-8"), name)


def load_file(path: Path) -> Rulebook:
    """A rulebook from a file of one's own. Raises `RulebookError` with everything that is wrong with it.

    It may extend a shipped rulebook by its id, or another file by its path from this one's folder.
    """
    return _load_file(path, ())


def parse(content: str, file: str, fallback: Rulebook | None = None) -> Rulebook:
    """A rulebook from TOML text; `file` names it in problems.

    Where it misses a clause and extends nothing that has it, the one of `fallback` serves, outside of the
    hash: so a text kept by an earlier version, which knew fewer clauses and held fewer against each other, is
    still the rulebook that it was.
    """
    return _parse(content, file, (), fallback)


def _load_file(path: Path, chain: Chain) -> Rulebook:
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        if len(content) <= LARGEST:
            return _parse(content.decode("utf-8-sig"), str(path), (*chain, path))
        why = "too_large"
    except UnicodeDecodeError:
        why = "encoding"
    except OSError as fault:
        # An operating system's words are in no language of ours: its code stands for them where it has one.
        why = errno.errorcode.get(fault.errno or 0, str(fault))
    except ValueError:  # a path that no system can have
        why = "ENOENT"
    raise RulebookError((Problem("rulebook.unreadable", str(path), facts={"why": why}),))


def _parse(content: str, file: str, chain: Chain, fallback: Rulebook | None = None) -> Rulebook:
    raw = read_toml(content, file)
    origin = _origin(raw, file, chain)
    taken = (*(shipped() if chain else ()), *(origin.lineage if origin.parent else ()))
    problems = [*unknown_keys(raw, file), *read_names(raw, taken, file)]
    effective = read_effective(raw.get("effective", {}), file)
    if not isinstance(effective, Effective):
        problems += effective
    clauses, kept, odd = _clauses(raw, origin, fallback, file)
    problems += odd
    lost = [one for one in problems if one.code == "rulebook.missing" and one.key not in NAMES]
    has_parent = "extends" in raw or len(lost) < len(clauses)
    if origin.problems or not has_parent:  # what is missing here may stand in the parent
        problems = [one for one in problems if one not in lost]
    if not has_parent:
        facts = {"known": " | ".join(shipped())}
        problems.append(Problem("rulebook.no_extends", file, "extends", facts))
    if not problems and not origin.problems and fallback is None:
        problems += misfits(clauses, origin.parent, file)
    if problems or origin.problems or not isinstance(effective, Effective):
        raise RulebookError(placed((*problems, *origin.problems), file, content))
    names = {name: raw[name] for name in NAMES}
    hashed = digest(names.values(), effective, (one for one in clauses.values() if one.key not in kept))
    said = {**names, "hash": hashed, **sections(clauses), "parent": origin.parent}
    return Rulebook(**said, extends=origin.lineage, effective=effective)


def _clauses(
    raw: Mapping[str, Any], origin: _Origin, fallback: Rulebook | None, file: str
) -> tuple[dict[str, Clause[Any]], set[str], list[Problem]]:
    """The clauses, the keys of those that are the fallback's, and what is wrong with the file's own."""
    origins = (str(raw.get("id")), *(() if origin.parent else origin.lineage))
    clauses: dict[str, Clause[Any]] = {}
    kept: set[str] = set()
    problems: list[Problem] = []
    for entry in entries(raw):
        inherited = origin.parent.clause(entry.key) if origin.parent else None
        if entry.table is not None:
            read = read_clause(entry, inherited, origins, file)
            if isinstance(read, Clause):
                clauses[entry.key] = read
            else:
                problems.append(read)
        elif inherited is not None:
            clauses[entry.key] = inherited
        elif fallback is not None:
            clauses[entry.key] = fallback.clause(entry.key)
            kept.add(entry.key)
        else:
            problems.append(missing(file, entry.key))
    return clauses, kept, problems


@dataclass(frozen=True, slots=True)
class _Origin:
    """The rulebook that one extends, the ids of those that it descends from, and what is wrong with them."""

    parent: Rulebook | None = None
    lineage: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def _origin(raw: Mapping[str, Any], file: str, chain: Chain) -> _Origin:
    """`lineage` instead of `extends` stands in a text that says every clause itself: where they came from."""
    name, lineage = raw.get("extends"), raw.get("lineage", [])
    is_list = isinstance(lineage, list) and all(is_line(one) for one in lineage)
    if not is_list or (name is not None and lineage):
        return _Origin(problems=(bad_value(file, "lineage", lineage, "[]" if is_list else '["…"]'),))
    if name is None:
        return _Origin(lineage=tuple(lineage))
    is_path = isinstance(name, str) and (name.endswith(".toml") or "/" in name or "\\" in name)
    known = (*shipped(), "./….toml") if chain else shipped()
    if name not in shipped() and not (is_path and chain):
        return _Origin(problems=(bad_value(file, "extends", name, " | ".join(known)),))
    try:
        parent = _parent_file(name, file, chain) if name not in shipped() else load(name)
    except RulebookError as wrong:
        return _Origin(problems=wrong.problems)
    return _Origin(parent, (parent.id, *parent.extends))


def _parent_file(name: str, file: str, chain: Chain) -> Rulebook:
    path = Path(file).parent / name
    if len(chain) >= LONGEST_CHAIN or any(_is_same(path, earlier) for earlier in chain):
        raise RulebookError((Problem("rulebook.circle", file, "extends", {"found": name}),))
    try:
        return _load_file(path, chain)
    except RulebookError as wrong:
        (first, *_) = wrong.problems
        if first.code != "rulebook.unreadable":
            raise
        facts = {"found": name, "why": first.facts["why"]}
    raise RulebookError((Problem("rulebook.no_parent", file, "extends", facts),))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # not there, or no path that a system can have
        return False
