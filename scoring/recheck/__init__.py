"""Scoring again what somebody already scored (复核): a verdict on each line, and what does not add up."""

from scoring.recheck.check import recheck
from scoring.recheck.model import CheckedLine, PublishedLine, Recheck, Verdict

__all__ = ["CheckedLine", "PublishedLine", "Recheck", "Verdict", "recheck"]
