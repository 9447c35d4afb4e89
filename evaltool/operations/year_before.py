"""The same department a year earlier, where the workspace has it."""

from __future__ import annotations

from evaltool.operations.desk import Desk
from scoring.model import Department, Dossier


def year_before(desk: Desk, department: Department) -> Dossier | None:
    """What is kept of the year before, by the department's code, else by its name; None where nothing is.

    It comes under the rulebook that is in force for that year. Raises `WorkspaceError` or `Refused`.
    """
    if department.year is None:
        return None
    earlier = [one for one in desk.departments() if one.year == department.year - 1]
    same = [one for one in earlier if one.code == department.code]
    same = same or [one for one in earlier if one.name == department.name]
    return desk.dossier(same[0].code, same[0].year) if len(same) == 1 else None
