"""Whose each file is, said so that two departments never have the same name for a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from evaltool.sheets.safe import file_name, known_as
from evaltool.workspace.values import DepartmentId, Summary


def whose(departments: Iterable[Summary]) -> Mapping[DepartmentId, str]:
    """How the files of each department's year begin: its code and name, numbered where two are alike.

    Ask for all that are kept, not only for those to be written: a name should not depend on the others.
    """
    taken: dict[int | None, set[str]] = {}
    named: dict[DepartmentId, str] = {}
    for one in departments:
        if (one.code, one.year) not in named:
            alike = taken.setdefault(one.year, set())
            named[one.code, one.year] = unique(known_as(one.code, one.name), alike)
    return named


def unique(name: str, taken: set[str]) -> str:
    """The name, with (2), (3) … behind it where it is taken; then it is taken too.

    Names count as alike where their files would be one on any system: upper and lower case do not differ.
    """
    numbered = (f"{name}({number})" if number > 1 else name for number in count(1))
    found = next(one for one in numbered if file_name(one, None, "").casefold() not in taken)
    taken.add(file_name(found, None, "").casefold())
    return found
