"""One row of a table of actuals against one dossier: what it names, and what it says of that.

What a row says that its line has no place for is a note, so that nothing vanishes in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evaltool.operations import names
from evaltool.operations.entry import scored_target
from evaltool.operations.fields import OBJECTIVE_WEIGHTS, read_field, read_points
from evaltool.operations.printed_rates import PrintedRate, read_percent
from evaltool.operations.row_matching import fits, nearest
from evaltool.operations.rows import Row
from scoring.findings import Finding, Severity, finding
from scoring.model import (
    OVERALL,
    AdjustedTarget,
    Dossier,
    Indicator,
    Override,
    Project,
    State,
    Subject,
    Target,
)
from scoring.record import Entry

Read = tuple[list[Entry], list[Finding]]
"""Entries of a row, and what is odd about it."""

SPENT = "money.spent.total"
"""What was spent in all, 全年执行数."""


class RowReader:
    """Reads one row. Each cell that went somewhere is remembered: the others are noted at the end."""

    def __init__(self, row: Row, dossier: Dossier, who: str) -> None:
        self.row = row
        self.dossier = dossier
        self.who = who
        self.used: set[str] = set()
        self.printed: PrintedRate | None = None

    def read(self) -> Read:
        """The entries of the row and what is odd about it; a row with an error gives no entry that counts."""
        row = self.row
        if not row.says_something:
            return [], []
        read, odd = self._read()
        if any(doubt.severity is Severity.ERROR for doubt in odd):
            return read, odd
        unused = [text for column, text in row.values() if column not in self.used]
        notes = [
            finding("actuals.unused", self._whole(), row.source, name=row.name, text=text) for text in unused
        ]
        return read, [*odd, *notes]

    def _read(self) -> Read:
        row, department = self.row, self.dossier.department
        project = next((one for one in department.projects if one.code == row.project), None)
        if row.project and project is None:
            from evaltool import wording

            known = {one.code: wording.titled(one.code, one.name) for one in department.projects}
            facts = {"code": row.project, "nearest": known.get(nearest(row.project, known), "")}
            return [], [finding("actuals.unknown_project", None, row.source, **facts)]
        candidates = project.indicators if project else department.own_indicators()
        fitting = [indicator for indicator in candidates if fits(row, indicator)]
        if len(fitting) == 1:
            return self._indicator(fitting[0])
        if not fitting:
            titles = [objective.title for objective in department.objectives]
            if project is None and names.plain(row.name) == names.OBJECTIVE_WEIGHT:
                return self._objective_weight([OVERALL, *titles])
            field = names.field_of(row.name, titles, of_project=project is not None)
            if field == SPENT and names.is_not_applicable(row.actual):
                field = "execution"
            if field and field not in names.MAY_NOT_APPLY:
                return self._of_whole(Subject(row.project, field=field))
            if field and names.is_not_applicable(row.actual):
                return self._not_applicable(Subject(row.project), field)
            if field == "execution":
                return self._rate(Subject(row.project, field=SPENT))
        return [], [self._unmatched(project, fitting, candidates)]

    def _unmatched(
        self, project: Project | None, fitting: Sequence[Indicator], candidates: Sequence[Indicator]
    ) -> Finding:
        """A name that is none of this project's (or the department's), or that stands for several."""
        department = self.dossier.department
        titles = [objective.title for objective in department.objectives]
        known = [*(one.name for one in candidates), *names.known(titles, of_project=project is not None)]
        facts = {
            "name": self.row.name,
            "project": project.name if project else department.name,
            "nearest": nearest(self.row.name, known),
        }
        code = "actuals.ambiguous" if fitting else "actuals.unknown_indicator"
        return finding(code, self._whole(), self.row.source, **facts)

    def _whole(self) -> Subject:
        """Where the lines stand that a row may mean: a project's, or the department's own."""
        return Subject(self.row.project, field="indicators" if self.row.project else "objectives")

    def _rate(self, subject: Subject) -> Read:
        """A printed execution rate is kept aside, to be computed again; its reason is recorded."""
        percent = read_percent(self.row.actual)
        if percent is not None:
            self.used.add("actual")
            self.printed = PrintedRate(subject, self.row.source, percent)
        return self._one(replace(subject, field="execution_reason"), "reason")

    def _of_whole(self, subject: Subject) -> Read:
        """A figure or text of a project or the department; a reason beside what was spent is the rate's."""
        read, odd = self._one(subject)
        if subject.field == SPENT:
            read += self._one(replace(subject, field="execution_reason"), "reason")[0]
        return read, odd

    def _objective_weight(self, titles: Sequence[str]) -> Read:
        """The weight of the one objective that the row names."""
        row = self.row
        if not row.objective:
            return [], [finding("actuals.no_objective", None, row.source)]
        fitting = [title for title in titles if names.is_objective(row.objective, title)]
        if len(fitting) != 1:
            facts = {"name": row.objective, "nearest": nearest(row.objective, titles)}
            return [], [finding("actuals.unknown_objective", None, row.source, **facts)]
        return self._one(Subject(field=OBJECTIVE_WEIGHTS + fitting[0]))

    def _one(self, subject: Subject, column: str = "actual", target: Target | None = None) -> Read:
        """One cell as one field."""
        self.used.add(column)
        text = getattr(self.row, column)
        year = self.dossier.department.year
        entry, odd = read_field(subject, text, target, year=year, source=self.row.source)
        return [entry] if text and entry else [], list(odd)

    def _indicator(self, indicator: Indicator) -> Read:
        subject = Subject(self.row.project, indicator.key)
        if names.is_not_applicable(self.row.actual):
            return self._not_applicable(subject, "state")
        adjusted, odd = self._adjusted(subject)
        changed = (entry.value.target for entry in adjusted if isinstance(entry.value, AdjustedTarget))
        target = next(changed, None) or scored_target(self.dossier, indicator.key)
        actual, doubts = self._one(replace(subject, field="actual"), "actual", target)
        if actual:  # a figure ends a state of not applicable
            actual.append(Entry(replace(subject, field="state"), State.APPLIES))
        others = [
            self._one(replace(subject, field="share"), "share"),
            self._override(subject),
            self._one(replace(subject, field="steps"), "steps", target),
            self._one(replace(subject, field="weight"), "weight"),
        ]
        entries = [*adjusted, *actual, *(entry for read, _ in others for entry in read)]
        doubts += [doubt for _, found in others for doubt in found]
        return [*entries, *self._texts(subject)], [*odd, *doubts]

    def _adjusted(self, subject: Subject) -> Read:
        """A target changed during the year, with the approval's number."""
        if not self.row.adjusted:
            return [], []
        self.used.add("approval")
        read, odd = self._one(replace(subject, field="adjusted"), "adjusted")
        approved = [
            replace(entry, value=replace(entry.value, approval=self.row.approval or entry.value.approval))
            for entry in read
            if isinstance(entry.value, AdjustedTarget)
        ]
        return approved, odd

    def _override(self, subject: Subject) -> Read:
        """A score set by a person, which needs a reason of its own."""
        row, place = self.row, replace(subject, field="override")
        if not row.override:
            return [], []
        self.used |= {"override", "override_reason"}
        points, odd = read_points(place, row.override, names.POINTS, row.source)
        if points is None:
            return [], list(odd)
        if not row.override_reason:
            return [], [finding("override.no_reason", place, row.source, score=points)]
        return [Entry(place, Override(points, row.override_reason, self.who), row.override)], []

    def _not_applicable(self, subject: Subject, field: str) -> Read:
        """A state, which needs a reason: of an indicator, a whole project, or its execution rate."""
        row = self.row
        if not row.reason:
            facts = {"name": row.name or row.project}
            return [], [finding("actuals.no_reason", replace(subject, field=field), row.source, **facts)]
        self.used.add("actual")
        state = Entry(replace(subject, field=field), State.NOT_APPLICABLE)
        if subject.indicator is not None:
            return [state, *self._texts(subject)], []
        reason = "execution_reason" if field == "execution" else "reason"
        return [state, *self._one(replace(subject, field=reason), "reason")[0]], []

    def _texts(self, subject: Subject) -> list[Entry]:
        fields = ("reason", "action", "evidence")
        return [entry for field in fields for entry in self._one(replace(subject, field=field), field)[0]]
