"""What people do, composed once: the one room that knows the others. The fronts ask here and nowhere else."""

from evaltool.documents import Unreadable, read
from evaltool.operations.actuals import Actuals, read_actuals
from evaltool.operations.desk import Desk, write_scorecards
from evaltool.operations.draft import (
    Draft,
    draft,
    indicator_of,
    is_amount,
    project_of,
    read_entry,
    scored_target,
)
from evaltool.operations.errors import Refused
from evaltool.operations.example import Example, examples
from evaltool.operations.stateless import check, dossier_of, rulebook_named
from evaltool.workspace.errors import Conflict, WorkspaceError
from evaltool.workspace.values import (
    ANY,
    Adopted,
    Change,
    Difference,
    Edit,
    Item,
    ProjectSummary,
    Reverted,
    Saved,
    Summary,
)
from scoring.evaluate import evaluate as score

__all__ = [
    "ANY",
    "Actuals",
    "Adopted",
    "Change",
    "Conflict",
    "Desk",
    "Difference",
    "Draft",
    "Edit",
    "Example",
    "Item",
    "ProjectSummary",
    "Refused",
    "Reverted",
    "Saved",
    "Summary",
    "Unreadable",
    "WorkspaceError",
    "check",
    "dossier_of",
    "draft",
    "examples",
    "indicator_of",
    "is_amount",
    "project_of",
    "read",
    "read_actuals",
    "read_entry",
    "rulebook_named",
    "score",
    "scored_target",
    "write_scorecards",
]
