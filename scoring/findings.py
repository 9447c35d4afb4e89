"""Findings (疑点): what is odd about data, said as code and facts, never as an exception or a sentence.

Every code there is stands in `scoring.catalogue`. Sentences live in `evaltool.wording`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from scoring.catalogue import CATALOGUE, Severity
from scoring.model import Source, Subject
from scoring.rules import round_half_up

__all__ = ["CATALOGUE", "Finding", "Severity", "finding", "judged", "plain"]


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
        place = (self.subject.project, tuple(self.subject.indicator or ()), self.subject.field)
        said = ascii((self.code, place, sorted(self.facts.items())))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def finding(
    code: str, /, subject: Subject | None = None, source: Source | None = None, **facts: object
) -> Finding:
    """A finding of the catalogue's severity. Facts become text; a `Decimal` is written plainly."""
    said = {name: plain(fact) for name, fact in facts.items()}
    return Finding(code, CATALOGUE[code], subject or Subject(), MappingProxyType(said), source)


def judged(findings: Iterable[Finding], severities: Mapping[str, str]) -> tuple[Finding, ...]:
    """Findings with the severities that a rulebook gives to codes; those it does not name keep their own."""
    return tuple(
        replace(one, severity=Severity(severities[one.code])) if one.code in severities else one
        for one in findings
    )


def plain(fact: object) -> str:
    """A figure or text as people write it: no exponent; six decimals where a fraction does not end before."""
    if isinstance(fact, Fraction):
        enough = (places for places in range(29) if not 10**places % fact.denominator)
        fact = round_half_up(fact, next(enough, 6))
    return format(fact, "f") if isinstance(fact, Decimal) else str(fact)
