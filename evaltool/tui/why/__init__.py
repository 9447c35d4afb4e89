"""Why a score is what it is: a tree of its working, and the way up from a line to the department.

All of it is read off the results of `scoring`; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui.book import Book
from evaltool.tui.reading import DECIDING
from evaltool.tui.why import lines, wholes
from evaltool.tui.why.branch import Branch
from scoring.model import Subject
from scoring.scores import IndicatorScore, ProjectScore

__all__ = ["Branch", "ladder"]

Rung = Callable[[], Branch]

OF_THE_DEPARTMENT = ("basic_budget", "basic_spent", "project_budget", "project_spent", "completion")
"""The department's money and whether all was finished: what its execution is judged by."""


def ladder(book: Book, subject: Subject) -> Sequence[Rung]:
    """The trees of a score and of what it counts into, one after the other: line, project, department.

    A field that has no score of its own begins at its project or department. Each tree is made when it is
    asked for.
    """
    if subject.project:
        return _in_project(book, subject)
    score, dossier = book.score, book.dossier

    def department() -> Branch:
        return wholes.of_department(score, dossier)

    then = (_into(wholes.of_headline(score)),)
    line = next((one for one in score.objectives if one.indicator.key == subject.indicator), None)
    if line is not None:
        return (lambda: lines.of_line(line, dossier, (), then)), department
    execution = score.execution
    if subject.field in OF_THE_DEPARTMENT and execution is not None:
        return (lambda: lines.of_execution(execution, dossier, None, then)), department
    return (department,)


def _in_project(book: Book, subject: Subject) -> Sequence[Rung]:
    score, dossier = book.score, book.dossier
    project = next(one for one in score.projects if one.code == subject.project)
    whole = _into(wholes.of_headline(score))

    def total() -> Branch:
        return wholes.of_project(project, dossier, (whole,))

    def department() -> Branch:
        return wholes.of_department(score, dossier)

    into = (_into(wholes.of_total(project, dossier)), whole)
    line = next((one for one in project.indicators if one.indicator.key == subject.indicator), None)
    if line is not None:
        return (lambda: _line(line, project, book, into)), total, department
    if subject.field in DECIDING:
        declared = ops.project_of(dossier, project.code)
        return (lambda: lines.of_execution(project.execution, dossier, declared, into)), total, department
    return total, department


def _line(line: IndicatorScore, project: ProjectScore, book: Book, into: Sequence[Branch]) -> Branch:
    """A line of a project, which counts into its level 2, its level 1, then into the wholes."""
    levels = [one for one in project.levels if wholes.is_inside(line, one)]
    levels.sort(key=lambda one: one.level2 == "")
    inside = [_into(wholes.of_level(one, project.indicators)) for one in levels]
    return lines.of_line(line, book.dossier, wholes.weights_of(project), (*inside, *into))


def _into(whole: Branch) -> Branch:
    return Branch(_("计入 {whole}").format(whole=whole.text), whole.under)
