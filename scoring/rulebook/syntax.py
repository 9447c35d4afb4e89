"""A text read as TOML. What is wrong with it is said by codes instead of the standard library's English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from scoring.rulebook import lines
from scoring.rulebook.problems import Problem, RulebookError

REASONS = {
    "Invalid value": "toml.value",
    "Invalid date": "toml.date",
    "Expected newline": "toml.rest",
    "Invalid statement": "toml.key",
    "Invalid initial character": "toml.key",
    "Expected '='": "toml.key",
    "Expected ']": "toml.bracket",
    "Unclosed": "toml.bracket",
    "Unterminated": "toml.quote",
    "Expected": "toml.quote",
    "Illegal character '\\n'": "toml.quote",
    "Exceeds the limit": "toml.digits",
    "Illegal character": "toml.character",
    "Found invalid character": "toml.character",
    "Unescaped": "toml.escape",
    "Invalid hex": "toml.escape",
    "Escaped": "toml.escape",
    "Cannot": "toml.twice",
    "Duplicate": "toml.twice",
}
"""How tomllib's messages begin, and what each means; the first that fits counts."""


def read_toml(content: str, file: str) -> dict[str, Any]:
    """The tables of a TOML text, figures as `Decimal`. Raises `RulebookError` where it is no TOML."""
    try:
        return tomllib.loads(content, parse_float=_figure)
    except RecursionError:
        problem = Problem("rulebook.not_toml", file, facts={"why": "toml.nested"})
    except ValueError as fault:  # also a whole number of thousands of digits
        problem = _problem(content.replace("\r\n", "\n"), file, str(fault))
    raise RulebookError((problem,))


def _figure(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all bounds; every reader refuses what is not finite
        return Decimal("inf")


def _problem(content: str, file: str, said: str) -> Problem:
    why = next((code for start, code in REASONS.items() if said.startswith(start)), said)
    at = re.search(r"\(at line (\d+),", said)
    known = list(lines.keys(content))
    if why == "toml.digits":
        line = _line_of_digits(content)
    else:
        line = int(at[1]) if at else (known[-1][1] if known else len(content.splitlines()))
    if why == "toml.twice" and (twice := _twice([one for one in known if one[1] <= line])):
        path, line, first = twice
        return Problem("rulebook.twice", file, ".".join(path), {"first": str(first)}, line)
    key = next((".".join(path) for path, where in reversed(known) if where == line), "")
    return Problem("rulebook.not_toml", file, key, {"why": why}, line)


def _line_of_digits(content: str) -> int:
    """The line of the first whole number that is too long to be taken."""
    found = re.search(r"\d{1000}", content)
    return content.count("\n", 0, found.start()) + 1 if found else 0


def _twice(known: Sequence[tuple[lines.Path, int]]) -> tuple[lines.Path, int, int] | None:
    """The last key that stood there before, with both lines."""
    for i in reversed(range(len(known))):
        path, line = known[i]
        first = next((where for earlier, where in known[:i] if earlier == path), 0)
        if first:
            return path, line, first
    return None
