"""The one exception of this room: a file that gives no document at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from scoring.findings import finding
from scoring.model import Source


class Unreadable(Exception):  # noqa: N818 - it names what the file is, as the sentence for a person does
    """Nothing could be read from a file. `finding` says why: a code of the catalogue, and its facts."""

    def __init__(self, code: str, file: str, **facts: object) -> None:
        self.finding = finding(code, None, Source(file), **facts)
        super().__init__(f"{file}: {code}")

    def __reduce__(self) -> tuple[object, ...]:
        """Made again from what it was made of: it comes from the process that reads."""
        file = self.finding.source.file if self.finding.source else ""
        return partial(Unreadable, self.code, file, **self.facts), ()

    @property
    def code(self) -> str:
        """Why, as a code of the catalogue."""
        return self.finding.code

    @property
    def facts(self) -> Mapping[str, str]:
        """What the sentence about it is made of."""
        return self.finding.facts
