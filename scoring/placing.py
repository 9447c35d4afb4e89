"""The places that a finding may stand at: every one can be jumped to.

A project's or an indicator's field is one that can be recorded (see `scoring.record`) or one that was
declared; so is the department's, whose fields may also end in the title of an objective.
"""

from __future__ import annotations

from scoring.model import CHECKPOINT_MONTHS, OVERALL, Department, Subject

_MONEY = tuple(
    f"money.{kind}.{source}"
    for kind in ("initial", "adjusted", "received", "spent")
    for source in ("total", "fiscal", "carried", "other")
)

INDICATOR = frozenset(
    {
        *("actual", "share", "state", "reason", "action", "evidence", "adjusted", "steps", "override"),
        *("name", "level1", "level2", "description", "target", "basis", "weight"),
    }
)
"""Fields of an indicator: those recorded, then those declared. `weight` and `steps` are both."""

PROJECT = frozenset(
    {
        *_MONEY,
        *(f"checkpoint.{month}" for month in CHECKPOINT_MONTHS),
        *("achieved", "state", "reason", "execution", "execution_reason", "weight_choice", "completion"),
        "mean_weight",
        *("code", "name", "unit", "budget", "fiscal", "other", "purpose", "objectives", "plan"),
        *("indicators", "weight", "level1"),
    }
)
"""Fields of a project. `indicators` are all of them, `weight` and `level1` those of all of them."""

DEPARTMENT = frozenset(
    {
        *("basic_budget", "basic_spent", "project_budget", "project_spent", "completion"),
        *(f"people.{name}" for name in ("authority", "preparer", "phone", "reviewer", "prepared_on")),
        *("code", "name", "year", "objective", "objectives", "measures", "projects", "rulebook"),
    }
)
"""Fields of the department as a whole."""

BY_OBJECTIVE = ("achieved", "objective_weights")
"""Fields of the department that go by objective: achieved:（一）…"""


def is_place(subject: Subject, department: Department) -> bool:
    """Whether a subject is a place of this department: what it names exists, and has the field."""
    if subject.indicator is not None:
        keys = {indicator.key for indicator in department.indicators()}
        known = subject.indicator in keys and subject.indicator.project == subject.project
        return known and subject.field in INDICATOR
    if subject.project:
        codes = {project.code for project in department.projects}
        return subject.project in codes and subject.field in PROJECT
    if not subject.field:
        return True  # the department as a whole
    kind, _, title = subject.field.partition(":")
    titles = {OVERALL, *(objective.title for objective in department.objectives)}
    return subject.field in DEPARTMENT or (kind in BY_OBJECTIVE and title in titles)
