"""A table scored again, as JSON: its lines in the file's order."""

from __future__ import annotations

from evaltool import wording
from evaltool.cli.payload.basics import Json, figure, finding, working
from evaltool.cli.payload.rulebooks import rulebook_head
from evaltool.operations import Rechecked
from scoring.recheck import CheckedLine


def rechecked(done: Rechecked) -> Json:
    """Each line with its verdict, and what does not add up."""
    return {
        **rulebook_head(done.rulebook),
        "lines": [_line(line) for line in done.lines],
        "findings": [finding(odd) for odd in done.findings],
    }


def _line(line: CheckedLine) -> Json:
    printed = line.line
    return {
        "document": printed.document,
        "project": printed.project,
        "level1": printed.level1,
        "level2": printed.level2,
        "indicator": printed.indicator,
        "target": printed.target,
        "actual": printed.actual,
        "weight": figure(line.weight),
        "score": figure(line.score),
        "expected": figure(line.expected),
        "verdict": line.verdict.value,
        "rule": line.rule,
        "message": wording.say(line.said),
        "working": working(line.working),
    }
