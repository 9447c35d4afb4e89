"""The answers of the command line as JSON: keys are an API, listed in the README and kept by tests."""

from evaltool.cli.payload.against import against
from evaltool.cli.payload.basics import finding, target
from evaltool.cli.payload.changes import imported, recorded
from evaltool.cli.payload.checks import check
from evaltool.cli.payload.collected import collected
from evaltool.cli.payload.declared import reading
from evaltool.cli.payload.journal import change
from evaltool.cli.payload.rechecked import rechecked
from evaltool.cli.payload.rulebooks import (
    known_rulebook,
    rulebook,
    rulebook_check,
    rulebook_differences,
    rulebook_head,
)
from evaltool.cli.payload.scored import score
from evaltool.cli.payload.written import written

__all__ = [
    "against",
    "change",
    "check",
    "collected",
    "finding",
    "imported",
    "known_rulebook",
    "reading",
    "rechecked",
    "recorded",
    "rulebook",
    "rulebook_check",
    "rulebook_differences",
    "rulebook_head",
    "score",
    "target",
    "written",
]
