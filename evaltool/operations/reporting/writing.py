"""Scorecards of departments written into a folder: a person sees how far it is and can stop it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool import language
from evaltool.operations.errors import REFUSALS, Refused
from evaltool.operations.reporting.apart import Task
from evaltool.operations.reporting.contents import Order, scorecard
from evaltool.operations.reporting.names import whose
from evaltool.operations.reporting.outcome import Out, Result, Step
from evaltool.operations.reporting.placing import make_folder
from evaltool.operations.reporting.run import Run
from evaltool.operations.reporting.wanted import PLAIN, Format, Wanted
from evaltool.workspace.values import Summary
from scoring.findings import Finding
from scoring.model import Dossier

if TYPE_CHECKING:
    from evaltool.operations.desk import Desk
    from evaltool.reports.template import Template

Told = Callable[[Step], object]


def write_all(
    desk: Desk,
    departments: Sequence[Summary],
    folder: Path,
    made_on: date,
    told: Told,
    is_stopped: Callable[[], bool],
    wanted: Wanted = PLAIN,
    *,
    jobs: int = 1,
) -> Out:
    """Write what is wanted of `departments` into `folder`, made if absent, in so many processes at once.

    Once `is_stopped`, what was being made is given up: a file is there whole or not at all. A department
    that cannot be written does not stop the others.
    """
    names = whose([*desk.departments(), *departments])

    def write(run: Run) -> None:
        if jobs > 1 and len(departments) > 1:
            tasks = [
                Task(desk.path, one.code, one.year, names[one.code, one.year], run.order, desk.chosen, tongue)
                for one in departments
            ]
            run.apart(tasks, jobs)
        else:
            run.here(names, lambda one: desk.scorecard(one.code, one.year, made_on))

    tongue = language.in_use()
    return _written(departments, folder, made_on, told, is_stopped, wanted, write)


def write_dossier(
    dossier: Dossier,
    reading: tuple[Finding, ...],
    folder: Path,
    made_on: date,
    told: Told,
    is_stopped: Callable[[], bool],
    wanted: Wanted = PLAIN,
) -> Out:
    """The same of one dossier without a workspace; `reading` is what was odd about its document."""
    department = dossier.department
    one = Summary(department.code, department.name, department.year, 0, 0, ())
    card = scorecard(dossier, made_on, reading)

    def write(run: Run) -> None:
        run.here(whose([one]), lambda _one: card)

    return _written([one], folder, made_on, told, is_stopped, wanted, write)


def _written(
    departments: Sequence[Summary],
    folder: Path,
    made_on: date,
    told: Told,
    is_stopped: Callable[[], bool],
    wanted: Wanted,
    write: Callable[[Run], None],
) -> Out:
    """Prepare a run, do it, and say what came of it. What stops every department comes first."""
    try:
        template = _template(wanted)
        make_folder(folder)
    except REFUSALS as why:
        return Out(tuple(Result(one, failed=[why]) for one in departments))
    wanted, refused = _possible(wanted)
    if not wanted.formats:
        return Out(refused=refused)
    with tempfile.TemporaryDirectory(prefix="evaltool-", ignore_cleanup_errors=True) as scratch:
        order = Order(wanted, made_on, Path(scratch), template)
        run = Run(departments, folder, order, told, is_stopped)
        write(run)
        return run.out(refused)


def _template(wanted: Wanted) -> Template | None:
    if wanted.template is None:
        return None
    from evaltool.operations.own_forms import read_template

    return read_template(wanted.template)


def _possible(wanted: Wanted) -> tuple[Wanted, list[Exception]]:
    """What of it this computer can do, and why not the rest."""
    from evaltool.operations.reporting.paper import why_not

    why: Refused | None = why_not() if Format.PDF in wanted.formats else None
    if why is None:
        return wanted, []
    return replace(wanted, formats=tuple(one for one in wanted.formats if one is not Format.PDF)), [why]
