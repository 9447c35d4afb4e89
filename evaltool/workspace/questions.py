"""What a front may ask of a workspace: each question one transaction that sees one state of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from evaltool.workspace import declared, doubts, journal, recorded, rulebooks, summaries
from evaltool.workspace.completing import completed
from evaltool.workspace.database import Database
from evaltool.workspace.difference import difference
from evaltool.workspace.effects import effect
from evaltool.workspace.fields import RULEBOOK, subject_text
from evaltool.workspace.moving import declared_now, row_of
from evaltool.workspace.places import Places
from evaltool.workspace.values import Change, DepartmentId, Difference, Effect, KeptRulebook, Summary
from scoring.findings import Finding
from scoring.model import Department, Dossier, Reading
from scoring.record import Entry, fold

if TYPE_CHECKING:
    from scoring.rulebook import Rulebook


class Questions:
    """The half of a workspace that changes nothing."""

    _database: Database

    def departments(self) -> tuple[Summary, ...]:
        """Every department and year, by code and year, with its projects and how far each is recorded."""
        with self._database.reading() as connection:
            return summaries.departments(connection)

    def department(self, code: str, year: int | None) -> Department | None:
        """What a department declared for a year, None where the workspace has none."""
        with self._database.reading() as connection:
            return declared_now(connection, (code, year))

    def dossier(self, code: str, year: int | None, rulebook: Rulebook) -> Dossier:
        """All that scoring needs for a department and year, under a rulebook."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            department = declared.load(connection, row)
            entries = recorded.everything(connection, row)
        known = fold(each for each in entries if each.subject != RULEBOOK)
        return Dossier(department, rulebook, known.outcomes, known.overrides, known.weights)

    def document_findings(self, code: str, year: int | None) -> tuple[Finding, ...]:
        """What was odd about the document that a department and year was adopted from."""
        with self._database.reading() as connection:
            return doubts.load(connection, row_of(connection, (code, year)))

    def rulebook_content(self, code: str, year: int | None) -> KeptRulebook | None:
        """The rulebook kept for a department and year; None where it has none, or only the id of one."""
        with self._database.reading() as connection:
            return rulebooks.in_force(connection, row_of(connection, (code, year)))

    def rulebook_id(self, code: str, year: int | None) -> str:
        """The id of the rulebook in force for a department and year; empty where none was chosen."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            kept = rulebooks.in_force(connection, row)
            if kept is not None:
                return kept.id
            return recorded.current(connection, row, subject_text(RULEBOOK), RULEBOOK.field)[0] or ""

    def kept_rulebooks(self) -> tuple[KeptRulebook, ...]:
        """All rulebooks that were ever kept here, by id, those of one id in the order of their keeping."""
        with self._database.reading() as connection:
            return rulebooks.every(connection)

    def chosen_rulebooks(self) -> Mapping[DepartmentId, str]:
        """What each department and year is scored by: a kept hash or an id; empty where none was chosen."""
        with self._database.reading() as connection:
            return rulebooks.chosen(connection)

    def orphans(self, code: str, year: int | None) -> tuple[Entry, ...]:
        """Recorded values whose project, objective or indicator is no longer declared."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            return Places.of(declared.load(connection, row)).orphans(recorded.everything(connection, row))

    def journal(self, limit: int = 100, *, department: DepartmentId | None = None) -> tuple[Change, ...]:
        """The newest changes, newest first, of all departments or of one."""
        with self._database.reading() as connection:
            return journal.entries(connection, limit, department)

    def verify(self) -> int | None:
        """The number of the first change that does not follow from the one before it; None where all do."""
        with self._database.reading() as connection:
            return journal.verify(connection)

    def difference(self, reading: Reading) -> Difference:
        """What adopting a document would change."""
        with self._database.reading() as connection:
            new = completed(connection, reading).department
            return difference(declared_now(connection, (new.code, new.year)), new)

    def effect(self, reading: Reading) -> Effect:
        """What adopting a document would do to what is declared and to what is recorded."""
        with self._database.reading() as connection:
            return effect(connection, completed(connection, reading))
