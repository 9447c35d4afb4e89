"""What is recorded of something that is no longer declared: kept, out of every score, and said so."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from scoring.model import Dossier, Subject


def unplaced(dossier: Dossier) -> Iterator[Finding]:
    """Indicators and projects with something recorded that the department does not declare."""
    keys = {indicator.key for indicator in dossier.department.indicators()}
    codes = {project.code for project in dossier.department.projects}
    for code in dossier.outcomes.projects:
        if code not in codes:
            yield finding("outcome.no_place", Subject(code), name=code)
    for key in dict.fromkeys((*dossier.outcomes.indicators, *dossier.overrides, *dossier.weights)):
        if key not in keys:
            yield finding("outcome.no_place", Subject(key.project, key), name=key.name)
