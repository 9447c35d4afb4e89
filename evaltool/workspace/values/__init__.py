"""What goes into a workspace and what comes out of it, beside the dataclasses of `scoring.model`.

All frozen, and free of the database: a front may import them without loading it.
"""

from evaltool.workspace.values.changes import EVERYTHING, By, Change, Wanted
from evaltool.workspace.values.edits import (
    ANY,
    DepartmentId,
    Edit,
    Held,
    Item,
    KeptRulebook,
    Reverted,
    Saved,
    Whatever,
)
from evaltool.workspace.values.effects import Adopted, Changed, Difference, Differing, Effect, Retargeted
from evaltool.workspace.values.handed import HandedIn, Returned, Version
from evaltool.workspace.values.overviews import Latest, Overview, ProjectSummary, Summary

__all__ = [
    "ANY",
    "EVERYTHING",
    "Adopted",
    "By",
    "Change",
    "Changed",
    "DepartmentId",
    "Difference",
    "Differing",
    "Edit",
    "Effect",
    "HandedIn",
    "Held",
    "Item",
    "KeptRulebook",
    "Latest",
    "Overview",
    "ProjectSummary",
    "Retargeted",
    "Returned",
    "Reverted",
    "Saved",
    "Summary",
    "Version",
    "Wanted",
    "Whatever",
]
