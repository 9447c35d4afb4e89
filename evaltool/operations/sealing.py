"""Handing in and what was handed in, of one workspace: looking through, locking, taking back, comparing."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from evaltool.operations.handing_in import Checked, look_through
from evaltool.operations.kept_rulebooks import kept
from evaltool.operations.kept_scores import scores_text
from evaltool.operations.versions import Held, of_now
from evaltool.workspace.values import HandedIn, Saved, Version

if TYPE_CHECKING:
    from evaltool.operations.desk import Desk
    from evaltool.workspace import Workspace


class Sealing:
    """What a desk does about handing in. Reads from any thread; writes wait in the desk's queue."""

    def __init__(self, desk: Desk, workspace: Workspace) -> None:
        self._desk = desk
        self._workspace = workspace

    def look(self, code: str, year: int | None) -> Checked:
        """How a department's year stands on the disk, place by place, before it is handed in."""
        dossier = self._desk.dossier(code, year)
        return look_through(dossier, self._desk.check(dossier), self._desk.handed_in(code, year))

    def hand_in(self, checked: Checked, places: Sequence[str]) -> Future[HandedIn]:
        """Keep a version of what was looked at and lock the places, as one change.

        `WorkspaceError` "workspace.changed_since_check" where something was moved since.
        """
        dossier, scores = checked.dossier, scores_text(checked.score)
        call = self._workspace.hand_in
        return self._workspace.writer.submit(call, dossier, places, kept(dossier.rulebook), scores)

    def take_back(self, code: str, year: int | None, places: Sequence[str], reason: str) -> Future[Saved]:
        """Unlock places for correction (退回修改), as one change; a reason is needed."""
        return self._workspace.writer.submit(self._workspace.take_back, code, year, places, reason)

    def versions(self, code: str, year: int | None) -> tuple[Version, ...]:
        """What was handed in of a department's year, the newest first."""
        return self._workspace.versions(code, year)

    def now(self, code: str, year: int | None) -> Held:
        """What is recorded now, to be compared with a version."""
        return of_now(self._desk.dossier(code, year), self._workspace.recorded_now(code, year))
