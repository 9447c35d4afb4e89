"""What a department declares, changed by hand: each change gives a draft, and nothing is kept by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from evaltool.operations.drafted import free_key, free_name, indicator_at, put, read, with_lines
from scoring.findings import Finding
from scoring.model import (
    NOTHING,
    OVERALL,
    Department,
    Indicator,
    Key,
    Objective,
    Project,
    Sense,
    Subject,
    Target,
)

NEW_INDICATOR, NEW_PROJECT, NEW_OBJECTIVE = "新指标", "新项目", "新目标"
"""Names until a person gives one: data, not words of the screen."""

BY_TITLE = ("achieved", "objective_weights")
"""What is recorded of a department by the titles of its objectives."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A declaration in the making.

    `old` is what is declared now, None where nothing is. `carried` says where recorded values go along to.
    `subject` is what the change was about, as it is called after it.
    """

    old: Department | None
    new: Department
    carried: Mapping[Subject, Subject] = field(default_factory=lambda: NOTHING)
    subject: Subject = Subject()


def begin(name: str, year: int | None, code: str = "") -> Draft:
    """A department that is not there yet, its name for a code where none is given."""
    return Draft(None, Department("".join((code or name).split()), name.strip(), year))


def change(department: Department, subject: Subject, text: str) -> tuple[Draft | None, tuple[Finding, ...]]:
    """`text` in the place of a declared field; None with findings where it cannot be kept.

    An indicator that gets another name or level, a project another code, an objective another title: what is
    recorded of it goes along.
    """
    value, findings = read(department, subject, text)
    if value is None:
        return None, findings
    kind, _, title = subject.field.partition(":")
    if subject.indicator is not None:
        return _with_indicator(department, subject, value), findings
    if kind == "title":
        return _retitled(department, title, str(value)), findings
    if subject.field == "code":
        return _recoded(department, subject.project, str(value)), findings
    return Draft(department, put(department, subject, value), NOTHING, subject), findings


def add_objective(department: Department, title: str = NEW_OBJECTIVE) -> Draft:
    """A further numbered objective, at the end."""
    free = free_name(title, (OVERALL, *(one.title for one in department.objectives)))
    new = replace(department, objectives=(*department.objectives, Objective(free)))
    return Draft(department, new, NOTHING, Subject(field=f"title:{free}"))


def add_project(department: Department, name: str = NEW_PROJECT, code: str = "") -> Draft:
    """A further project, at the end, its name for a code where none is given."""
    free = free_name("".join((code or name).split()), (one.code for one in department.projects))
    new = replace(department, projects=(*department.projects, Project(free, name)))
    return Draft(department, new, NOTHING, Subject(free))


def add_indicator(
    department: Department, holder: Subject, after: Key | None = None, like: Key | None = None
) -> Draft:
    """A further indicator of a project, of an objective ("title:…") or of the overall one (no field).

    It stands below `after`, at the end where that is None, and takes the levels of `like`.
    """
    _, _, title = holder.field.partition(":")
    objective = "" if holder.project else title or OVERALL
    levels = (like.level1, like.level2) if like else ("产出指标", "数量指标")
    key = free_key(department, Key(holder.project, objective, *levels, NEW_INDICATOR))
    line = Indicator(key, Target(Sense.UNREAD))

    def longer(lines: Sequence[Indicator]) -> tuple[Indicator, ...]:
        at = next((place for place, one in enumerate(lines, 1) if one.key == after), len(lines))
        return (*lines[:at], line, *lines[at:])

    return Draft(department, with_lines(department, key, longer), NOTHING, Subject(key.project, key, "name"))


def remove(department: Department, subject: Subject) -> Draft:
    """Without an indicator, project or objective ("title:…"). What is recorded of it stays, placeless."""
    key, _, title = subject.indicator, *subject.field.partition(":")[1:]
    if key is not None:
        new = with_lines(department, key, lambda lines: tuple(one for one in lines if one.key != key))
        return Draft(department, new, NOTHING, Subject(key.project))
    if subject.project:
        left = tuple(one for one in department.projects if one.code != subject.project)
        return Draft(department, replace(department, projects=left))
    kept = tuple(one for one in department.objectives if one.title != title)
    return Draft(department, replace(department, objectives=kept))


def copied(project: Project, into: Department) -> Draft:
    """A project of another year or department as a further one of `into`, with nothing achieved.

    A date that took its year from the document's falls in the year of `into`.
    """
    code = free_name(project.code, (one.code for one in into.projects))
    bare = replace(project, code=code, indicators=(), source=None)
    new = replace(into, projects=(*into.projects, bare))
    for one in project.indicators:
        key = one.key._replace(project=code)
        again = replace(one, key=key, source=None)
        new = with_lines(new, key, lambda lines, again=again: (*lines, again))  # type: ignore[misc]
        if "year" in one.target.inferred:
            target, _ = read(new, Subject(code, key, "target"), one.target.text)
            new = put(new, Subject(code, key, "target"), target)
    return Draft(into, new, NOTHING, Subject(code))


def _with_indicator(department: Department, subject: Subject, value: object) -> Draft:
    old = subject.indicator
    assert old is not None  # noqa: S101 - the caller has looked
    if subject.field not in ("name", "level1", "level2"):
        return Draft(department, put(department, subject, value), NOTHING, subject)
    wanted = old._replace(**{subject.field: str(value)}, ordinal=1)
    key = old if wanted == old._replace(ordinal=1) else free_key(department, wanted)
    line = replace(indicator_at(department, old), key=key)

    def renamed(lines: Sequence[Indicator]) -> tuple[Indicator, ...]:
        return tuple(line if one.key == old else one for one in lines)

    new = with_lines(department, old, renamed)
    place = Subject(key.project, key, "target")
    if line.target.sense is Sense.UNREAD or "sense" in line.target.inferred:
        target, _ = read(new, place, line.target.text)
        new = put(new, place, target) if target is not None else new
    moved = {} if key == old else {Subject(old.project, old): Subject(key.project, key)}
    return Draft(department, new, moved, replace(place, field=subject.field))


def _recoded(department: Department, old: str, code: str) -> Draft:
    """A project under another code, and its indicators with it."""
    moved = {Subject(old): Subject(code)}
    projects = []
    for project in department.projects:
        lines = project.indicators
        if project.code == old:
            moved |= {Subject(old, one.key): Subject(code, one.key._replace(project=code)) for one in lines}
            lines = tuple(replace(one, key=one.key._replace(project=code)) for one in lines)
            project = replace(project, code=code, indicators=lines)  # noqa: PLW2901 - the same, recoded
        projects.append(project)
    new = replace(department, projects=tuple(projects))
    return Draft(department, new, moved if code != old else NOTHING, Subject(code, field="code"))


def _retitled(department: Department, old: str, title: str) -> Draft:
    """An objective under another title: its clauses, what was achieved of it and its weight go along."""
    moved = {Subject(field=f"{kind}:{old}"): Subject(field=f"{kind}:{title}") for kind in BY_TITLE}
    objectives = []
    for objective in department.objectives:
        if objective.title == old:
            keys = {one.key: one.key._replace(objective=title) for one in objective.indicators}
            moved |= {Subject("", key): Subject("", new) for key, new in keys.items()}
            lines = tuple(replace(one, key=keys[one.key]) for one in objective.indicators)
            objective = replace(objective, title=title, indicators=lines)  # noqa: PLW2901 - retitled
        objectives.append(objective)
    new = replace(department, objectives=tuple(objectives))
    return Draft(department, new, moved if title != old else NOTHING, Subject(field=f"title:{title}"))
