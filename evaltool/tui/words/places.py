"""Departments, places and what is doubtful about them, in words."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui.cells import one_line
from scoring.findings import Finding, Severity
from scoring.model import Department, Dossier, Subject


def department_name(department: Department) -> str:
    """A department with its year."""
    return one_line(f"{department.year or ''} {department.name}").strip()


def place_name(dossier: Dossier, subject: Subject) -> str:
    """Where something stands, by the names of project, indicator and field."""
    project = next((one.name for one in dossier.department.projects if one.code == subject.project), "")
    indicator = subject.indicator.name if subject.indicator else ""
    field = wording.field_name(subject.field) if wording.field_name(subject.field) != subject.field else ""
    return " · ".join(one_line(name) for name in (project or subject.project, indicator, field) if name)


def doubt_text(found: Finding) -> str:
    """A doubt with how grave it is."""
    severity, said = wording.term(found.severity), wording.say(found)
    return _("{severity}：{said}").format(severity=severity, said=said)


def findings_counted(findings: Sequence[Finding]) -> str:
    """How many doubts there are, by severity."""
    counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    said = "  ".join(f"{wording.term(severity)} {count}" for severity, count in counts.items() if count)
    return _("疑点：{counts}").format(counts=said or _("无"))


def fault_text(error: Exception) -> str:
    """Why something could not be done."""
    if isinstance(error, ops.REFUSALS):
        return one_line(wording.fault(error))
    return f"{type(error).__name__}: {error}"
