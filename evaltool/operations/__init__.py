"""What people do, composed once: the one room that knows the others. The fronts ask here and nowhere else."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from evaltool.documents import Unreadable, documents_in, stop_reading
from evaltool.documents.folder import SUFFIXES as DOCUMENT_SUFFIXES
from evaltool.operations.actuals import Actuals, read_actuals
from evaltool.operations.answered import (
    answer_entry,
    answer_of,
    answer_place,
    answered_findings,
    open_findings,
)
from evaltool.operations.checks import Check, checks
from evaltool.operations.desk import Desk
from evaltool.operations.entry import (
    REASON_OF,
    indicator_of,
    project_of,
    read_entry,
    scored_target,
    target_of,
)
from evaltool.operations.errors import REFUSALS, Refused
from evaltool.operations.evidence import evidence_entries, evidence_findings
from evaltool.operations.example import Example, examples, take_in_examples
from evaltool.operations.fields import is_amount
from evaltool.operations.filling import Fate, Filling, Found, entries_of, fill
from evaltool.operations.history import PAGE
from evaltool.operations.intake import first_effect, read, read_all
from evaltool.operations.local_rulebook import new_rulebook
from evaltool.operations.moving import is_declared, may_take, moved
from evaltool.operations.paths import typed_path
from evaltool.operations.recheck import Rechecked, recheck_file, write_remarks
from evaltool.operations.rulebook_names import (
    KnownRulebook,
    can_be_extended,
    known_rulebooks,
    rulebook_in_force,
    rulebook_meant,
)
from evaltool.operations.rulebooks import (
    against,
    check_rulebook,
    compare_rulebooks,
    rulebook_named,
    rulebooks,
)
from evaltool.operations.stateless import check, dossier_of
from evaltool.workspace.errors import Conflict, WorkspaceError
from evaltool.workspace.values import (
    ANY,
    Adopted,
    By,
    Change,
    Difference,
    Edit,
    Effect,
    Item,
    KeptRulebook,
    Latest,
    Overview,
    ProjectSummary,
    Reverted,
    Saved,
    Summary,
    Wanted,
)
from scoring.checks import as_grave
from scoring.evaluate import evaluate as score

if TYPE_CHECKING:
    from evaltool.operations.collecting import Collected, collect
    from evaltool.operations.forms_out import Form, write_forms
    from evaltool.operations.reporting.placing import make_folder
    from evaltool.operations.review import Review

_LATER = {
    "Collected": "collecting",
    "collect": "collecting",
    "Form": "forms_out",
    "write_forms": "forms_out",
    "make_folder": "reporting.placing",
    "Review": "review",
}
"""What a start of the workbench does without, and the module that it is loaded from when it is asked for."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


__all__ = [
    "ANY",
    "DOCUMENT_SUFFIXES",
    "PAGE",
    "REASON_OF",
    "REFUSALS",
    "Actuals",
    "Adopted",
    "By",
    "Change",
    "Check",
    "Collected",
    "Conflict",
    "Desk",
    "Difference",
    "Edit",
    "Effect",
    "Example",
    "Fate",
    "Filling",
    "Form",
    "Found",
    "Item",
    "KeptRulebook",
    "KnownRulebook",
    "Latest",
    "Overview",
    "ProjectSummary",
    "Rechecked",
    "Refused",
    "Reverted",
    "Review",
    "Saved",
    "Summary",
    "Unreadable",
    "Wanted",
    "WorkspaceError",
    "against",
    "answer_entry",
    "answer_of",
    "answer_place",
    "answered_findings",
    "as_grave",
    "can_be_extended",
    "check",
    "check_rulebook",
    "checks",
    "collect",
    "compare_rulebooks",
    "documents_in",
    "dossier_of",
    "entries_of",
    "evidence_entries",
    "evidence_findings",
    "examples",
    "fill",
    "first_effect",
    "indicator_of",
    "is_amount",
    "is_declared",
    "known_rulebooks",
    "make_folder",
    "may_take",
    "moved",
    "new_rulebook",
    "open_findings",
    "project_of",
    "read",
    "read_actuals",
    "read_all",
    "read_entry",
    "recheck_file",
    "rulebook_in_force",
    "rulebook_meant",
    "rulebook_named",
    "rulebooks",
    "score",
    "scored_target",
    "stop_reading",
    "take_in_examples",
    "target_of",
    "typed_path",
    "write_forms",
    "write_remarks",
]
