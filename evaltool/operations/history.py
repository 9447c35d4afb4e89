"""The journal as people look through it: a page at a time, and who answered which finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from evaltool.workspace.values import EVERYTHING, By, Change, DepartmentId, Wanted

if TYPE_CHECKING:
    from evaltool.workspace import Workspace

PAGE = 100
"""Changes of one page."""


class History:
    """What is in the journal of one workspace. Any thread may ask; every call may raise `WorkspaceError`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def changes(
        self, wanted: Wanted = EVERYTHING, *, before: int | None = None, limit: int = PAGE
    ) -> tuple[Change, ...]:
        """The newest changes that are wanted, newest first; those older than `before`, where it is named."""
        return self._workspace.journal(limit, wanted, before=before)

    def count(self, wanted: Wanted = EVERYTHING) -> int:
        """How many changes are wanted."""
        return self._workspace.journal_count(wanted)

    def people(self, department: DepartmentId | None = None) -> tuple[str, ...]:
        """Everybody whom the journal names, of all departments or of one, the latest first."""
        return self._workspace.people(department)

    def answered(self, code: str, year: int | None) -> Mapping[str, By]:
        """By fingerprint: who answered a finding of a department's year, and when."""
        return self._workspace.answered(code, year)
