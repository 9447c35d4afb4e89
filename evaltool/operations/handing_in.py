"""What is to be seen and said before something is handed in: how far it is, what is doubtful, what it scores.

Nothing here forbids handing in: a person decides, knowing what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaltool.operations.answered import open_findings
from scoring.evaluate import evaluate
from scoring.findings import Finding
from scoring.model import Dossier, Indicator, Outcome, State
from scoring.scores import DepartmentScore, Score


@dataclass(frozen=True, slots=True)
class PlaceCheck:
    """A place before it is handed in: a project, or with an empty code the department's own part.

    `missing` are the indicators that nobody has recorded, `findings` the open ones. `version` is the number
    that it is handed in as already, 0 where it is not.
    """

    place: str
    name: str
    indicators: int
    missing: tuple[Indicator, ...]
    findings: tuple[Finding, ...]
    score: Score | None
    grade: str
    version: int

    @property
    def recorded(self) -> int:
        """How many indicators are recorded."""
        return self.indicators - len(self.missing)


@dataclass(frozen=True, slots=True)
class Checked:
    """A department as it was looked at before handing in; the department's own part is the first place."""

    dossier: Dossier
    score: DepartmentScore
    places: tuple[PlaceCheck, ...]

    def chosen(self, places: Iterable[str]) -> tuple[PlaceCheck, ...]:
        """Some of the places, in their order."""
        wanted = frozenset(places)
        return tuple(one for one in self.places if one.place in wanted)


def look_through(dossier: Dossier, findings: Iterable[Finding], handed_in: Mapping[str, int]) -> Checked:
    """How each place of a department stands before it is handed in."""
    score = evaluate(dossier)
    still_open = open_findings(dossier, findings)
    department = dossier.department

    def place(
        code: str, name: str, lines: Iterable[Indicator], total: Score | None, grade: str
    ) -> PlaceCheck:
        declared = tuple(lines)
        missing = tuple(one for one in declared if not _is_settled(dossier, one))
        doubts = tuple(one for one in still_open if one.subject.project == code)
        return PlaceCheck(code, name, len(declared), missing, doubts, total, grade, handed_in.get(code, 0))

    own = place("", department.name, department.own_indicators(), score.score, score.grade)
    projects = (
        place(project.code, project.name, project.indicators, scored.score, scored.grade)
        for project, scored in zip(department.projects, score.projects, strict=True)
    )
    return Checked(dossier, score, (own, *projects))


def _is_settled(dossier: Dossier, indicator: Indicator) -> bool:
    """Whether an actual is recorded, or that the indicator does not apply."""
    outcome = dossier.outcomes.indicators.get(indicator.key, Outcome())
    return outcome.actual is not None or outcome.state is State.NOT_APPLICABLE
