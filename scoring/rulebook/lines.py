"""Where each key of a TOML text stands: `tomllib` says what a text means, and not where.

The text is taken as valid; where it is not, the scanner stops at the first sign that makes no sense to it,
so that what comes before can still be named.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

Path = tuple[str, ...]

TOKEN = re.compile(
    r"""
    (?P<text> \"{3} (?: \\. | [^\\] )*? \"{3,5} | '{3} .*? '{3,5} )
    | (?P<name> "(?: \\. | [^"\\\n] )*" | '[^'\n]*' | [^\s\[\]{},=.\#"']+ )
    | (?P<sign> [\[\]{},=] )
    | (?P<newline> \n )
    | (?P<rest> \#[^\n]* | [^\S\n]+ | \. )
    | (?P<odd> . )
    """,
    re.VERBOSE | re.DOTALL,
)


class _Scanner:
    """Where the scanner is: in which table, at which key, and inside which brackets."""

    def __init__(self) -> None:
        self.reads = "key"
        self.table: Path = ()
        self.prefix: Path = ()
        self.parts: list[str] = []
        self.opened: list[tuple[str, Path]] = []

    def newline(self) -> None:
        """A statement ends, unless a bracket is open."""
        if not self.opened:
            self.reads, self.prefix, self.parts = "key", self.table, []

    def name(self, sign: str) -> None:
        """A part of a key, or a value."""
        if self.reads != "value":
            self.parts.append(_unquoted(sign))

    def sign(self, sign: str) -> Path | None:
        """A bracket, comma or equals sign; gives the path of the key or header that it completes."""
        if self.reads == "header":
            return self._headed() if sign == "]" else None
        if sign == "[" and self.reads == "key":
            self.reads = "header"
        elif sign == "=" and self.reads == "key":
            self.prefix, self.reads = (*self.prefix, *self.parts), "value"
            return self.prefix
        elif sign in "[{":
            self.opened.append((sign, self.prefix))
            self.reads, self.parts = ("key" if sign == "{" else "value"), []
        elif sign in "]}" and self.opened:
            self.prefix, self.reads = self.opened.pop()[1], "value"
        elif sign == "," and self.opened and self.opened[-1][0] == "{":
            self.reads, self.prefix, self.parts = "key", self.opened[-1][1], []
        return None

    def _headed(self) -> Path:
        self.table = self.prefix = tuple(self.parts)
        self.reads = "value"
        return self.table


def keys(content: str) -> Iterator[tuple[Path, int]]:
    """Each key and table header in the order of the text, with its whole path and its line (from 1)."""
    scanner, line = _Scanner(), 1
    for token in TOKEN.finditer(content):
        text = token.group()
        match token.lastgroup:
            case "odd":
                return
            case "newline":
                scanner.newline()
            case "name":
                scanner.name(text)
            case "sign":
                path = scanner.sign(text)
                if path is not None:
                    yield path, line
        line += text.count("\n")


def lines_by_key(content: str) -> Mapping[str, int]:
    """The line of each dotted key, of its first mention; a table counts from its first header or key."""
    found: dict[str, int] = {}
    for path, line in keys(content):
        for length in range(1, len(path) + 1):
            found.setdefault(".".join(path[:length]), line)
    return found


def line_of(key: str, lines: Mapping[str, int]) -> int:
    """The line of a key, else of the nearest table that it stands in; 0 where there is neither."""
    while key not in lines and "." in key:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)


def _unquoted(name: str) -> str:
    if name[0] not in "\"'":
        return name
    try:
        return str(tomllib.loads(f"name = {name}")["name"])
    except tomllib.TOMLDecodeError:
        return name
