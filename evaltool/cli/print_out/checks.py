"""The catalogue of checks as a page: a group under its title, each check with what it would say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from evaltool import wording
from evaltool.cli.width import wrapped
from evaltool.language import _
from evaltool.operations import Check
from evaltool.wording import checks as words
from scoring.findings import finding

PAGE = 80
"""Cells of a line that every terminal has."""


def checks(catalogue: Sequence[Check]) -> Iterator[str]:
    """How many there are, then group by group; … stands where a check names what it found."""
    yield _("检查 {count} 项；… 处为所查的内容").format(count=len(catalogue))
    for group, members in groupby(catalogue, lambda check: check.group):
        yield ""
        yield words.group(group)
        for check in members:
            yield f"  {check.code}  [{wording.term(check.severity)}]  {words.origin(check.origin)}"
            yield from wrapped(_sentences(check.code), PAGE, "      ")


def _sentences(code: str) -> str:
    bare = finding(code)
    said, advice = wording.say(bare), wording.suggestion(bare)
    return _("{message}。{advice}").format(message=said, advice=advice) if advice else said
