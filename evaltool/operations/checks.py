"""Every check there is, as grave as a rulebook has it: what a page about the checks is made of."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.catalogue import KINDS, Origin
from scoring.checks import as_grave
from scoring.findings import Severity, finding
from scoring.rulebook import Rulebook, load


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, how grave it is, its group, the facts that its sentence names, its origin."""

    code: str
    severity: Severity
    group: str
    facts: tuple[str, ...]
    origin: Origin


def checks(rulebook: Rulebook | None = None) -> tuple[Check, ...]:
    """The catalogue, group by group; without a rulebook, under the default one."""
    found = as_grave((finding(code) for code in KINDS), rulebook or load())
    kinds = ((one, KINDS[one.code]) for one in found)
    return tuple(Check(one.code, one.severity, kind.group, kind.facts, kind.origin) for one, kind in kinds)
