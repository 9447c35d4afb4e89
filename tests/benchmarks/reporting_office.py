"""A workspace of a county's departments for printing: twenty projects of ten recorded indicators in each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kept_office import YEAR, actuals, department, opened, project

from evaltool.workspace import Workspace
from scoring.model import Department, Reading

PROJECTS = 20
INDICATORS = 10


def large(number: int) -> Department:
    """A department of 20 projects × 10 indicators."""
    projects = (project(f"{number:03}{at:02}", f"专项工作经费{at + 1}", INDICATORS) for at in range(PROJECTS))
    return replace(department(number), projects=tuple(projects))


def fill(path: Path, departments: int) -> None:
    """Keep so many departments at a path, all recorded."""
    with opened(path) as workspace:
        for number in range(departments):
            _keep(workspace, large(number))


def _keep(workspace: Workspace, declared: Department) -> None:
    workspace.adopt(Reading(declared))
    workspace.save(declared.code, YEAR, list(actuals(declared)))
