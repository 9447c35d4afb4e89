"""Findings (疑点): what is odd about data, said as code and facts, never as an exception or a sentence.

`CATALOGUE` lists every code there is, with its usual severity. Sentences live in `evaltool.wording`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from scoring.model import Source, Subject


class Severity(StrEnum):
    """How much a finding matters: an error must be settled, a warning looked at, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: Mapping[str, Severity] = MappingProxyType(
    {
        # how a text was read (notation)
        "text.repaired": W,  # text, read
        "text.unread": E,  # text
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about the data. `facts` are short strings that the sentence is made of."""

    code: str
    severity: Severity
    subject: Subject = Subject()
    facts: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = field(default=None, compare=False)

    @property
    def fingerprint(self) -> str:
        """16 hex digits of code, subject and facts: an answer given once survives a re-import."""
        parts = [self.code, repr(self.subject), *(f"{k}={v}" for k, v in sorted(self.facts.items()))]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def finding(
    code: str, subject: Subject | None = None, source: Source | None = None, **facts: object
) -> Finding:
    """A finding of the catalogue's severity. Facts become text; a `Decimal` is written plainly."""
    said = {name: format(v, "f") if isinstance(v, Decimal) else str(v) for name, v in facts.items()}
    return Finding(code, CATALOGUE[code], subject or Subject(), MappingProxyType(said), source)
