"""Doubts about declarations and outcomes, as findings."""

from scoring.checks.declarations import declaration
from scoring.checks.headline import of_headline
from scoring.checks.in_force import in_force
from scoring.checks.outcomes import of_line, outcome, own_outcome
from scoring.checks.senses import senses
from scoring.checks.severity import as_grave
from scoring.checks.unplaced import unplaced

__all__ = [
    "as_grave",
    "declaration",
    "in_force",
    "of_headline",
    "of_line",
    "outcome",
    "own_outcome",
    "senses",
    "unplaced",
]
