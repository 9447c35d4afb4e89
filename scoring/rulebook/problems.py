"""What may be wrong with a rulebook file, as values: a code, the key and line it stands at, short facts."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scoring.rulebook.lines import line_of, lines_by_key
from scoring.rulebook.toml_text import value_text

LONGEST = 60
"""Signs of a wrong value that are repeated to its writer."""

LIKE_NOTHING = 0.4
"""A key less like any known one than that is no slip of the pen: all are named."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rulebook file. `line` counts from 1; 0 where none can be shown."""

    code: str
    file: str
    key: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


class RulebookError(Exception):
    """A rulebook that cannot be used. `problems` lists everything wrong with it, not only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.file}:{p.line} {p.key}: {p.code} {dict(p.facts)}" for p in problems))
        self.problems = problems


def bad_value(file: str, key: str, found: object, expected: str, **facts: str) -> Problem:
    """A value that a key cannot have, as its writer wrote it; with the choice that it looks like, if any."""
    choices = [choice.strip('"[]') for choice in expected.split(" | ")]
    is_choice = len(choices) > 1 and isinstance(found, str) and found not in choices
    near = _close(str(found), choices) if is_choice else []
    facts |= {"found": _shown(found), "expected": expected} | ({"nearest": near[0]} if near else {})
    return Problem("rulebook.bad_value", file, key, facts)


def missing(file: str, key: str) -> Problem:
    """A key that has to be there."""
    return Problem("rulebook.missing", file, key)


def unknown_key(file: str, within: str, name: str, known: Sequence[str]) -> Problem:
    """A key that nothing reads, with the nearest known one beside it; `within` is the table of both."""
    prefix = f"{within}." if within else ""
    key, near = f"{prefix}{_one_line(name)}", _close(name, known, LIKE_NOTHING)
    if near:
        return Problem("rulebook.unknown_key", file, key, {"nearest": f"{prefix}{near[0]}"})
    return Problem("rulebook.no_such_key", file, key, {"known": " | ".join(known)})


def nearest(name: str, known: Sequence[str]) -> str:
    """The known name that looks most like `name`."""
    return next(iter(difflib.get_close_matches(name[:LONGEST], known, n=1, cutoff=0.0)), known[0])


def _close(name: str, known: Sequence[str], cutoff: float = 0.6) -> list[str]:
    return difflib.get_close_matches(name[:LONGEST], known, n=1, cutoff=cutoff)


def placed(problems: Sequence[Problem], file: str, content: str) -> tuple[Problem, ...]:
    """Problems with their lines, in the order of the text; those of another file come after.

    A contradiction is shown at the clause `beside`, where only that one stands in the file.
    """
    known = lines_by_key(content.replace("\r\n", "\n"))

    def line(one: Problem) -> int:
        key = one.facts.get("beside", one.key)
        return line_of(f"{key}.value" if "found" in one.facts else key, known)

    mine = [replace(one, line=line(one)) for one in problems if one.file == file]
    return (*sorted(mine, key=lambda one: one.line), *(one for one in problems if one.file != file))


def _shown(value: object) -> str:
    if isinstance(value, str):
        return _one_line(value)
    try:
        return _one_line(value_text(value))
    except ValueError:  # Python refuses to write out a number of thousands of digits
        return "…"


def _one_line(text: str) -> str:
    text = " ".join(text[: LONGEST + 1].split())
    text = "".join(sign if sign.isprintable() else "�" for sign in text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
