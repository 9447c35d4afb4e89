"""A document of some projects, as most offices hand them in one by one, put beside what is declared already.

It says nothing about the other projects and objectives of the department, so these stay. A form without codes
finds its department and its projects by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, doubts
from evaltool.workspace.moving import declared_now
from evaltool.workspace.summaries import departments
from scoring.findings import Finding
from scoring.model import Department, Key, Outcomes, Project, Reading, Subject

_Value = TypeVar("_Value")


def completed(connection: Connection, reading: Reading) -> Reading:
    """`reading` with everything that it says nothing about as it is declared now; its findings likewise."""
    if not _is_of_projects(reading.department):
        return reading
    reading = _of_known(connection, reading)
    new = reading.department
    old = declared_now(connection, (new.code, new.year))
    if old is None:
        return reading
    reading = _under_known_codes(reading, old)
    own = {project.code: project for project in reading.department.projects}
    known = {project.code for project in old.projects}
    projects = (
        *(own.get(project.code, project) for project in old.projects),
        *(project for project in own.values() if project.code not in known),
    )
    row = declared.find(connection, (old.code, old.year))
    before = doubts.load(connection, row) if row is not None else ()
    kept = (odd for odd in before if odd.subject.project not in own)
    findings = (*kept, *(odd for odd in reading.findings if odd.subject.project))
    return replace(reading, department=replace(old, projects=projects), findings=findings)


def _is_of_projects(department: Department) -> bool:
    """Whether a document speaks of projects and of nothing else of the department."""
    own = department.objective or department.objectives or department.measures
    return bool(department.projects) and not own and not department.objective_indicators


def _of_known(connection: Connection, reading: Reading) -> Reading:
    """The reading under the code of the one department of that name, where it prints none itself."""
    new = reading.department
    if new.code != new.name:
        return reading
    same = [one.code for one in departments(connection) if (one.name, one.year) == (new.name, new.year)]
    return replace(reading, department=replace(new, code=same[0])) if len(same) == 1 else reading


def _under_known_codes(reading: Reading, old: Department) -> Reading:
    """The reading with each project that prints no code under the code of the known one of that name."""
    codes = {project.code for project in old.projects}
    by_name = {project.name: project.code for project in old.projects}
    others = {
        project.code: by_name[project.name]
        for project in reading.department.projects
        if project.code == project.name and project.code not in codes and project.name in by_name
    }
    return _recoded(reading, others) if others else reading


def _recoded(reading: Reading, codes: Mapping[str, str]) -> Reading:
    projects = tuple(_project(project, codes) for project in reading.department.projects)
    outcomes = reading.outcomes
    return replace(
        reading,
        department=replace(reading.department, projects=projects),
        outcomes=Outcomes(
            _keys(outcomes.indicators, codes),
            MappingProxyType({codes.get(code, code): said for code, said in outcomes.projects.items()}),
            outcomes.department,
        ),
        printed=_keys(reading.printed, codes),
        findings=tuple(_finding(odd, codes) for odd in reading.findings),
    )


def _project(project: Project, codes: Mapping[str, str]) -> Project:
    indicators = tuple(replace(one, key=_key(one.key, codes)) for one in project.indicators)
    return replace(project, code=codes.get(project.code, project.code), indicators=indicators)


def _keys(said: Mapping[Key, _Value], codes: Mapping[str, str]) -> Mapping[Key, _Value]:
    return MappingProxyType({_key(key, codes): value for key, value in said.items()})


def _key(key: Key, codes: Mapping[str, str]) -> Key:
    return key._replace(project=codes.get(key.project, key.project))


def _finding(odd: Finding, codes: Mapping[str, str]) -> Finding:
    about = odd.subject
    indicator = _key(about.indicator, codes) if about.indicator else None
    return replace(odd, subject=Subject(codes.get(about.project, about.project), indicator, about.field))
