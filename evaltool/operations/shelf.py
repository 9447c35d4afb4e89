"""The rulebooks of a workspace: which is in force where, and all that were ever put in force."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING

from evaltool.operations.kept_rulebooks import kept, readable, rulebook_of
from evaltool.operations.rulebooks import rulebook_named
from evaltool.workspace.values import DepartmentId, KeptRulebook, Saved
from scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from evaltool.workspace import Workspace


class Shelf:
    """A workspace by its rulebooks. Reads from any thread; writes go through one queue, in order."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._writer = workspace.writer

    def rulebook(self, code: str, year: int | None) -> Rulebook:
        """The rulebook in force for a department's year, as it was when it was put in force."""
        content = self._workspace.rulebook_content(code, year)
        if content is not None:
            return rulebook_of(content)
        return rulebook_named(self._workspace.rulebook_id(code, year))  # kept before contents were

    def kept_rulebooks(self) -> tuple[KeptRulebook, ...]:
        """Every rulebook that was ever put in force here, by id, as it is kept."""
        return self._workspace.kept_rulebooks()

    def usable_rulebooks(self) -> tuple[Rulebook, ...]:
        """The kept ones that this version can read, to choose one again."""
        return tuple(filter(None, map(readable, self.kept_rulebooks())))

    def chosen_rulebooks(self) -> Mapping[DepartmentId, str]:
        """What each department's year is scored by: a kept hash or an id; empty where none was chosen."""
        return self._workspace.chosen_rulebooks()

    def other_contents(self, rulebook: Rulebook) -> tuple[KeptRulebook, ...]:
        """What is kept under a rulebook's id and version although it says something else."""
        same = (rulebook.id, rulebook.version)
        kept = self.kept_rulebooks()
        return tuple(one for one in kept if (one.id, one.version) == same and one.hash != rulebook.hash)

    def use_rulebook(self, code: str, year: int | None, rulebook: Rulebook) -> Future[Saved]:
        """Put a rulebook in force for a department's year, as one change; its file is not needed any more."""
        return self._writer.submit(self._workspace.keep_rulebook, code, year, kept(rulebook))
