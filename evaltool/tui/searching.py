"""Finding a place by its name: the indicators and projects of a department, and every department."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaltool.language import _
from evaltool.tui.cells import one_line
from evaltool.tui.rows import Place
from scoring.model import Dossier, Indicator, Subject


@dataclass(frozen=True, slots=True)
class Spot:
    """Something with a name, what it belongs to, and where it is shown; `subject` is None for a place."""

    place: Place
    name: str
    where: str = ""
    subject: Subject | None = None


def spots(dossier: Dossier, departments: Sequence[tuple[Place, str]]) -> tuple[Spot, ...]:
    """All that can be found from a department: what is in it first, then the departments."""
    others = (Spot(place, one_line(name), _("单位")) for place, name in departments)
    return (*_inside(dossier), *others)


def _inside(dossier: Dossier) -> Iterator[Spot]:
    department = dossier.department
    whole = Place(department.code, department.year)
    for project in department.projects:
        place = Place(whole.code, whole.year, project.code)
        yield Spot(place, one_line(project.name), _("项目"))
        for indicator in project.indicators:
            yield _of_indicator(place, indicator, one_line(project.name))
    for indicator in department.own_indicators():
        yield _of_indicator(whole, indicator, indicator.key.objective or _("总体目标"))


def _of_indicator(place: Place, indicator: Indicator, where: str) -> Spot:
    subject = Subject(place.project, indicator.key, "actual")
    return Spot(place, one_line(indicator.name), one_line(where), subject)


def matching(all_spots: Sequence[Spot], wanted: str) -> tuple[Spot, ...]:
    """The spots that every word of a text stands in; those that have all in their own name first."""
    parts = wanted.casefold().split()
    found = [spot for spot in all_spots if _holds(f"{spot.name} {spot.where}", parts)]
    return tuple(sorted(found, key=lambda spot: not _holds(spot.name, parts)))


def _holds(text: str, parts: Sequence[str]) -> bool:
    return all(part in text.casefold() for part in parts)
