"""Doubts about declarations and outcomes, as findings."""

from scoring.checks.declarations import declaration
from scoring.checks.outcomes import outcome, own_outcome
from scoring.checks.senses import senses

__all__ = ["declaration", "outcome", "own_outcome", "senses"]
