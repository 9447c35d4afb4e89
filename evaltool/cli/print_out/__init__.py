"""The answers of the command line as people read them on a terminal: every function gives lines."""

from evaltool.cli.print_out.changes import adopted, recorded
from evaltool.cli.print_out.declared import reading, targets
from evaltool.cli.print_out.doubts import errors, findings
from evaltool.cli.print_out.rulebooks import rulebook
from evaltool.cli.print_out.scored import comparison, scores, summary

__all__ = [
    "adopted",
    "comparison",
    "errors",
    "findings",
    "reading",
    "recorded",
    "rulebook",
    "scores",
    "summary",
    "targets",
]
