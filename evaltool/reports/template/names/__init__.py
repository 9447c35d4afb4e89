"""The placeholders there are: one table, from which forms are filled, checked and documented."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.reports.template.names.kinds import Group, Kind, Placeholder
from evaltool.reports.template.names.of_department import OF_DEPARTMENT
from evaltool.reports.template.names.of_line import OF_LINE, Line
from evaltool.reports.template.names.of_project import OF_PROJECT, ProjectPart

__all__ = [
    "OF_DEPARTMENT",
    "OF_LINE",
    "OF_PROJECT",
    "PLACEHOLDERS",
    "Group",
    "Kind",
    "Line",
    "Placeholder",
    "ProjectPart",
]

PLACEHOLDERS: Mapping[str, tuple[Group, str]] = MappingProxyType(
    {
        **{one.name: (Group.DEPARTMENT, one.meaning) for one in OF_DEPARTMENT},
        **{one.name: (Group.PROJECT, one.meaning) for one in OF_PROJECT},
        **{one.name: (Group.LINE, one.meaning) for one in OF_LINE},
    }
)
"""By its name, what a placeholder speaks of and what it stands for (in the source language)."""
