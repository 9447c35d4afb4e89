"""A workspace opened by a person: what the workbench and the command line do with it, composed once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from evaltool.operations.choosing import all_meant, the_one
from evaltool.operations.evidence import evidence_findings, sealed
from evaltool.operations.history import History
from evaltool.operations.kept_rulebooks import kept_default
from evaltool.operations.shelf import Shelf
from evaltool.operations.stateless import check
from evaltool.workspace.values import (
    ANY,
    Adopted,
    DepartmentId,
    Edit,
    Effect,
    Overview,
    Reverted,
    Saved,
    Summary,
)
from scoring.findings import Finding
from scoring.model import NOTHING, Dossier, Reading, Subject
from scoring.record import Entry
from scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from evaltool.operations.drafting import Draft
    from evaltool.operations.sealing import Sealing
    from evaltool.reports import Scorecard
    from evaltool.workspace import Workspace


class Desk(Shelf):
    """One person's work on one workspace. Reads from any thread; writes go through one queue, in order."""

    def __init__(self, workspace: Workspace, rulebook: Rulebook | None = None) -> None:
        super().__init__(workspace)
        self._rulebook = rulebook

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        who: str,
        clock: Callable[[], datetime],
        rulebook: Rulebook | None = None,
        must_exist: bool = False,
    ) -> Self:
        """Open a workspace, made if absent unless it `must_exist`. Raises `WorkspaceError`."""
        from evaltool.workspace import Workspace  # the database layer takes a third of a second to load

        session = secrets.token_hex(4)
        kept = Workspace.open(where, who=who, session=session, clock=clock, must_exist=must_exist)
        return cls(kept, rulebook)

    @property
    def chosen(self) -> Rulebook | None:
        """The rulebook that everything is scored by here in the place of those in force, if there is one."""
        return self._rulebook

    @property
    def who(self) -> str:
        """Who is at work."""
        return self._workspace.who

    def sign_as(self, who: str) -> None:
        """Sign the changes from now on with another name."""
        self._workspace.sign_as(who)

    @property
    def path(self) -> Path:
        """The workspace's file."""
        return self._workspace.path

    @property
    def folder(self) -> Path:
        """Where the workspace's file is: relative paths of evidence are seen from here."""
        return self.path.absolute().parent

    @property
    def created(self) -> bool:
        """Whether the file was made just now."""
        return self._workspace.created

    @property
    def history(self) -> History:
        """The journal, to be looked through."""
        return History(self._workspace)

    def departments(self) -> tuple[Summary, ...]:
        """What is in the workspace, department by department."""
        return self._workspace.departments()

    def overview(self, changes: int) -> Overview:
        """The same with the newest change of each department, and so many of the newest changes of all."""
        return self._workspace.overview(changes)

    def choose(self, code: str = "", year: int | None = None) -> Summary:
        """The one department meant, by its code or name. Raises `Refused` where not exactly one fits."""
        return the_one(self.departments(), code, year)

    def meant(self, codes: Sequence[str], year: int | None = None) -> tuple[Summary, ...]:
        """The departments meant, all where none is named. Raises `Refused` for one that is not there."""
        return all_meant(self.departments(), codes, year)

    def dossier(self, code: str, year: int | None) -> Dossier:
        """All that scoring needs of a department's year, under this call's rulebook or the one in force."""
        return self._workspace.dossier(code, year, self._rulebook or self.rulebook(code, year))

    def document_findings(self, code: str, year: int | None) -> tuple[Finding, ...]:
        """What was odd about the document that a department's year was adopted from."""
        return self._workspace.document_findings(code, year)

    def odd_beside(self, dossier: Dossier) -> tuple[Finding, ...]:
        """What is odd beside figures and score: about the document, and the files named as evidence."""
        department = dossier.department
        of_document = self.document_findings(department.code, department.year)
        return *of_document, *evidence_findings(dossier, self.folder)

    def check(self, dossier: Dossier) -> tuple[Finding, ...]:
        """All doubts before handing in: of declaration, figures and score, and what is odd beside them."""
        return check(dossier, self.odd_beside(dossier))

    def effect(self, reading: Reading) -> Effect:
        """What adopting a document would do to what is declared and recorded now."""
        return self._workspace.effect(reading)

    def adopt(self, reading: Reading, carried: Mapping[Subject, Subject] = NOTHING) -> Future[Adopted]:
        """Adopt a document's targets; what is recorded stays. A new department gets the default rulebook."""
        return self._writer.submit(self._workspace.adopt, reading, rulebook=kept_default(), carried=carried)

    def declare(self, draft: Draft) -> Future[Adopted]:
        """Declare by hand, as one change. A new department gets the default rulebook."""
        call = self._workspace.declare
        return self._writer.submit(call, draft.old, draft.new, rulebook=kept_default(), carried=draft.carried)

    def submit(
        self, code: str, year: int | None, edits: Sequence[Edit], operation: str = "record", who: str = ""
    ) -> Future[Saved]:
        """Queue edits to be saved as one change; `who` instead of this person, where they came in a file.

        Files that are named as evidence are looked at when their turn comes, in the writer's thread.
        """

        def save() -> Saved:
            whole = sealed(edits, self.folder)
            return self._workspace.save(code, year, whole, operation=operation, who=who)

        return self._writer.submit(save)

    def record(self, code: str, year: int | None, entries: Sequence[Entry], operation: str) -> Saved:
        """Record entries over whatever is there, as one change, and wait until it is kept."""
        edits = [Edit(entry.subject, ANY, entry.value, entry.typed) for entry in entries]
        return self.submit(code, year, edits, operation).result()

    def undo(self, change: int | None = None) -> Future[Reverted]:
        """Take the newest change back, or the one named, as a new change."""
        return self._writer.submit(self._workspace.undo, change=change)

    def redo(self, department: DepartmentId | None = None) -> Future[Reverted]:
        """Do again what was undone last, of all departments or of one."""
        return self._writer.submit(self._workspace.redo, department=department)

    @property
    def sealing(self) -> Sealing:
        """Handing in, and what was handed in."""
        from evaltool.operations.sealing import Sealing  # a start of the workbench does without

        return Sealing(self, self._workspace)

    def handed_in(self, code: str, year: int | None) -> Mapping[str, int]:
        """The locked places of a department's year, each with its version's number.

        A place is a project's code, or "" for the department's own part.
        """
        return self._workspace.handed_in(code, year)

    def scorecard(self, code: str, year: int | None, made_on: date) -> Scorecard:
        """What every report of a department's year is made from, as it is printed on a day."""
        from evaltool.operations.reporting.contents import scorecard

        dossier = self.dossier(code, year)
        return scorecard(dossier, made_on, self.odd_beside(dossier))

    def close(self) -> None:
        """Save what is queued and let go of the file."""
        self._workspace.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
