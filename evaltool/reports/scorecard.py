"""What every report is made from, and the marks by which two prints of it can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from evaltool import __version__
from evaltool.language import _
from evaltool.reports import titles
from scoring.digest import digest
from scoring.findings import Finding
from scoring.model import Department, Dossier, ProjectOutcome
from scoring.rulebook import Rulebook
from scoring.scores import DepartmentScore


@dataclass(frozen=True)
class Scorecard:
    """A department's year as it is printed on the day `made_on`.

    The findings of `score` are all there are: those of its document and of handing in too.
    """

    dossier: Dossier
    score: DepartmentScore
    made_on: date

    @property
    def department(self) -> Department:
        """What was declared."""
        return self.dossier.department

    @property
    def rulebook(self) -> Rulebook:
        """By which it was scored."""
        return self.dossier.rulebook

    @cached_property
    def inputs(self) -> str:
        """The hash of everything that the scores were computed from."""
        return digest(self.dossier)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody has answered."""
        answers = self.dossier.outcomes.department.answers
        return tuple(one for one in self.score.findings if one.fingerprint not in answers)

    @property
    def answered(self) -> tuple[tuple[Finding, str], ...]:
        """The findings that somebody answered, each with the answer."""
        answers = self.dossier.outcomes.department.answers
        return tuple(
            (one, answers[one.fingerprint]) for one in self.score.findings if one.fingerprint in answers
        )

    def outcome_of(self, project: str) -> ProjectOutcome:
        """What was recorded of a project, by its code; an empty one where nothing was."""
        return self.dossier.outcomes.projects.get(project, ProjectOutcome())

    @cached_property
    def mark(self) -> str:
        """For the foot of every page, in short: rulebook, its version and content, and the inputs."""
        return f"{titles.mark(self.rulebook)} · {self.inputs}"

    @cached_property
    def made(self) -> str:
        """A sentence that says by which version and from which inputs it was made, and on which day."""
        return _("由 evaltool {version} 于 {date} 生成，数据校验 {inputs}").format(
            version=__version__, date=self.made_on.isoformat(), inputs=self.inputs
        )
