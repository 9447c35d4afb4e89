"""What only scoring can say of many departments: counted one after the other, those in sight first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, MutableMapping

from evaltool import operations as ops
from evaltool import wording
from evaltool.tui import words
from evaltool.tui.book import DepartmentId
from evaltool.tui.home_rows import Counted, Office
from scoring.findings import Severity

Known = MutableMapping[DepartmentId, tuple[int, Counted]]
"""What was counted of a department, and the newest of its changes then."""


class Counting:
    """Counts what is wanted. `known` outlives it: what nothing but a change in the workspace can move."""

    def __init__(self, desk: ops.Desk, known: Known) -> None:
        self._desk = desk
        self._known = known
        self._counted: dict[DepartmentId, Counted] = {}
        self._wanted: list[Office] = []
        self.is_busy = False
        self.fault = ""

    def of(self, office: Office) -> Counted | None:
        """What is counted of a department; None where nothing is."""
        after, counted = self._known.get(office.id, (0, None))
        is_known = office.latest is not None and after == office.latest.change_id
        return counted if is_known else self._counted.get(office.id)

    def want(self, offices: Iterable[Office]) -> bool:
        """Count these next, and no others. Whether there is anything to do that nobody is doing yet."""
        self._wanted = [office for office in offices if self.of(office) is None]
        return bool(self._wanted) and not self.is_busy

    async def run(self, told: Callable[[], object]) -> None:
        """Count in a thread until nothing is wanted; tell after each department, and at the end."""
        self.is_busy = True
        while self._wanted:
            office = self._wanted.pop(0)
            try:
                counted, lasts = await asyncio.to_thread(count, self._desk, office.id)
            except ops.REFUSALS as error:
                self.fault = words.fault_text(error)
                continue
            self._counted[office.id] = counted
            if lasts and office.latest is not None:
                self._known[office.id] = (office.latest.change_id, counted)
            told()
        self.is_busy = False
        told()


def count(desk: ops.Desk, department: DepartmentId) -> tuple[Counted, bool]:
    """Score a department and count its open doubts. True: nothing but a change in the workspace moves them.

    Raises what `operations.REFUSALS` names.
    """
    dossier = desk.dossier(*department)
    found = ops.open_findings(dossier, desk.check(dossier))
    score = ops.score(dossier)
    errors = sum(one.severity is Severity.ERROR for one in found)
    has_files = any(outcome.evidence_files for outcome in dossier.outcomes.indicators.values())
    total, grade = words.table_score(score.score), wording.term(score.grade)
    return Counted(len(found), errors, total, grade), not has_files
