"""The answers of the command line as people read them on a terminal: every function gives lines."""

from evaltool.cli.print_out.against import against
from evaltool.cli.print_out.changes import adopted, imported, kept, recorded
from evaltool.cli.print_out.checks import checks
from evaltool.cli.print_out.collected import collected
from evaltool.cli.print_out.compared import comparison
from evaltool.cli.print_out.declared import reading, targets
from evaltool.cli.print_out.doubts import errors, findings
from evaltool.cli.print_out.journal import journal
from evaltool.cli.print_out.rechecked import rechecked
from evaltool.cli.print_out.rulebooks import (
    rulebook,
    rulebook_check,
    rulebook_differences,
    rulebook_list,
)
from evaltool.cli.print_out.scored import scores, summary
from evaltool.cli.print_out.templates import placeholders, template
from evaltool.cli.print_out.written import unwritten, written

__all__ = [
    "adopted",
    "against",
    "checks",
    "collected",
    "comparison",
    "errors",
    "findings",
    "imported",
    "journal",
    "kept",
    "placeholders",
    "reading",
    "rechecked",
    "recorded",
    "rulebook",
    "rulebook_check",
    "rulebook_differences",
    "rulebook_list",
    "scores",
    "summary",
    "targets",
    "template",
    "unwritten",
    "written",
]
