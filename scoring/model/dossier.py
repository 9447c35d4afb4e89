"""What one file said, and all that scoring needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from scoring.model.achieved import NOTHING, Outcomes, Override
from scoring.model.declared import Department
from scoring.model.places import Key, Source

if TYPE_CHECKING:
    from scoring.findings import Finding
    from scoring.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file said. `printed` maps indicators to the scores a result document carried."""

    department: Department
    outcomes: Outcomes = Outcomes()
    printed: Mapping[Key, Decimal] = field(default_factory=lambda: NOTHING)
    findings: tuple[Finding, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that scoring needs. `weights` are set by a person and go before declared ones."""

    department: Department
    rulebook: Rulebook
    outcomes: Outcomes = Outcomes()
    overrides: Mapping[Key, Override] = field(default_factory=lambda: NOTHING)
    weights: Mapping[Key, Decimal] = field(default_factory=lambda: NOTHING)
