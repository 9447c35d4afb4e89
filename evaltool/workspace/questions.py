"""What a front may ask of a workspace: each question one transaction that sees one state of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from evaltool.workspace import (
    declared,
    doubts,
    history,
    journal,
    locks,
    recorded,
    rulebooks,
    summaries,
    versions,
)
from evaltool.workspace.completing import completed
from evaltool.workspace.database import Database
from evaltool.workspace.difference import difference
from evaltool.workspace.effects import effect
from evaltool.workspace.fields import RULEBOOK, subject_text
from evaltool.workspace.moving import declared_now, row_of
from evaltool.workspace.places import Places
from evaltool.workspace.values import (
    EVERYTHING,
    By,
    Change,
    DepartmentId,
    Difference,
    Effect,
    KeptRulebook,
    Overview,
    Summary,
    Version,
    Wanted,
)
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

    def overview(self, changes: int) -> Overview:
        """The departments, the newest change of each, and so many of the newest changes of all."""
        with self._database.reading() as connection:
            newest = history.entries(connection, changes)
            return Overview(summaries.departments(connection), summaries.latest(connection), newest)

    def department(self, code: str, year: int | None) -> Department | None:
        """What a department declared for a year, None where the workspace has none."""
        with self._database.reading() as connection:
            return declared_now(connection, (code, year))

    def dossier(self, code: str, year: int | None, rulebook: Rulebook) -> Dossier:
        """All that scoring needs for a department and year, under a rulebook."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            department = declared.load(connection, row)
            entries = versions.entries_now(connection, row)
        known = fold(entries)
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

    def handed_in(self, code: str, year: int | None) -> Mapping[str, int]:
        """The locked places, by project code ("" the department's own part), each with its version."""
        with self._database.reading() as connection:
            return locks.locked(connection, (code, year))

    def versions(self, code: str, year: int | None) -> tuple[Version, ...]:
        """What was handed in of a department and year, the newest first."""
        with self._database.reading() as connection:
            return versions.every(connection, (code, year))

    def recorded_now(self, code: str, year: int | None) -> tuple[Entry, ...]:
        """What is recorded of a department and year, as its next version would hold it."""
        with self._database.reading() as connection:
            return versions.entries_now(connection, row_of(connection, (code, year)))

    def orphans(self, code: str, year: int | None) -> tuple[Entry, ...]:
        """Recorded values whose project, objective or indicator is no longer declared."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            return Places.of(declared.load(connection, row)).orphans(recorded.everything(connection, row))

    def journal(
        self, limit: int = 100, wanted: Wanted = EVERYTHING, *, before: int | None = None
    ) -> tuple[Change, ...]:
        """The newest changes that are wanted, newest first; those older than `before`, where it is named."""
        with self._database.reading() as connection:
            return history.entries(connection, limit, wanted, before)

    def journal_count(self, wanted: Wanted = EVERYTHING) -> int:
        """How many changes of the journal are wanted."""
        with self._database.reading() as connection:
            return history.count(connection, wanted)

    def people(self, department: DepartmentId | None = None) -> tuple[str, ...]:
        """Everybody whom the journal names, of all departments or of one, the latest first."""
        with self._database.reading() as connection:
            return history.people(connection, department)

    def answered(self, code: str, year: int | None) -> Mapping[str, By]:
        """By fingerprint: who answered a finding of a department and year, and when."""
        with self._database.reading() as connection:
            return history.answered(connection, (code, year))

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
