"""What the cells of a form would say if it went out now: whether somebody recorded a value meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_letters

from evaltool.forms import prefill
from evaltool.forms.identity import Fill, Identity, text_of
from evaltool.forms.layout import Column
from evaltool.forms.prefill import Shown
from evaltool.formulas.columns import at
from evaltool.sheets.safe import cell_text
from scoring.model import Dossier, Key, Outcome, ProjectOutcome, Subject, Target


def before_now(dossier: Dossier, fills: Iterable[Fill]) -> Iterator[str | None]:
    """The text of each cell by what is recorded now; None where what it asks for is no longer declared."""
    targets = dict(_targets(dossier))
    projects = {project.code for project in dossier.department.projects}
    for fill in fills:
        subject = fill.subject
        if subject.indicator is not None:
            is_declared = subject.indicator in targets
        else:
            is_declared = not subject.project or subject.project in projects
        if is_declared:
            shown = _shown(dossier, subject, targets)
            yield text_of(cell_text(shown) if isinstance(shown, str) else shown)
        else:
            yield None


def moved_targets(dossier: Dossier, identity: Identity) -> dict[Key, tuple[str, str]]:
    """The indicators whose target is another one now: what the form shows of it, and what it would show."""
    targets = dict(_targets(dossier))
    shown = {(fixed.sheet, fixed.cell): fixed.text for fixed in identity.fixed}
    moved = {}
    for fill in identity.fills:
        key = fill.subject.indicator
        if key in targets and fill.subject.field == "actual":
            row = int(fill.cell.strip(ascii_letters))
            before = shown.get((fill.sheet, at(Column.TARGET, row)), "")
            now = text_of(cell_text(prefill.target_text(targets[key])))
            if before != now:
                moved[key] = before, now
    return moved


def _shown(dossier: Dossier, subject: Subject, targets: Mapping[Key, Target]) -> Shown:
    outcomes = dossier.outcomes
    if subject.indicator is not None:
        outcome = outcomes.indicators.get(subject.indicator, Outcome())
        return prefill.of_indicator(outcome, subject.field, targets[subject.indicator])
    if subject.project:
        of_project = outcomes.projects.get(subject.project, ProjectOutcome())
        return prefill.of_project(of_project, subject.field)
    return prefill.of_department(outcomes.department, subject.field)


def _targets(dossier: Dossier) -> Iterator[tuple[Key, Target]]:
    """The target that counts for each indicator: the adjusted one where there is one."""
    for indicator in dossier.department.indicators():
        adjusted = dossier.outcomes.indicators.get(indicator.key, Outcome()).adjusted
        yield indicator.key, adjusted.target if adjusted else indicator.target
