"""How much findings matter under a rulebook: the one place where it is settled."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.findings import Finding, judged
from scoring.rulebook import Rulebook


def as_grave(findings: Iterable[Finding], rulebook: Rulebook) -> tuple[Finding, ...]:
    """Findings with the severities of a rulebook."""
    return judged(findings, rulebook.checks.severity.value)
