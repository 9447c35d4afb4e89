"""Doubts about declarations and outcomes, as findings."""

from scoring.checks.declarations import declaration
from scoring.checks.outcomes import of_line, outcome, own_outcome
from scoring.checks.senses import senses

__all__ = ["declaration", "of_line", "outcome", "own_outcome", "senses"]
