"""One field of a change as the journal keeps it, and what it means in the values of `scoring.model`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from types import MappingProxyType

from evaltool.workspace.declared import department_of
from evaltool.workspace.doubts import findings_of
from evaltool.workspace.fields import DECLARED, FINDINGS, decode, subject_of
from evaltool.workspace.plain import canonical
from evaltool.workspace.values import DepartmentId, Held, Item

_WHOLE: Mapping[str, Callable[[str | None], Held]] = MappingProxyType(
    {
        DECLARED: lambda text: None if text is None else department_of(text),
        FINDINGS: findings_of,
    }
)
"""Fields of the journal that nothing is recorded under, and how their text is read."""


@dataclass(frozen=True, slots=True)
class Move:
    """One field of a change as it is kept: texts, None where nothing is recorded."""

    department: str
    subject: str
    field: str
    old: str | None
    old_typed: str
    new: str | None
    new_typed: str

    def back(self) -> Move:
        """The move that takes this one back."""
        return Move(
            self.department, self.subject, self.field, self.new, self.new_typed, self.old, self.old_typed
        )

    @property
    def department_id(self) -> DepartmentId:
        """Code and year."""
        code, year = json.loads(self.department)
        return code, year

    def item(self) -> Item:
        """The same in the values of `scoring.model`."""
        subject = subject_of(self.subject, self.field)
        if self.field in _WHOLE:
            read = _WHOLE[self.field]
            return Item(self.department_id, subject, read(self.old), read(self.new))
        old_value = decode(subject, self.old, self.old_typed)
        new_value = decode(subject, self.new, self.new_typed)
        return Item(self.department_id, subject, old_value, new_value, self.old_typed, self.new_typed)


COLUMNS = tuple(each.name for each in fields(Move))
"""The columns of `change_item` that are a move's."""

texts = attrgetter(*COLUMNS)
"""A move as a row of those columns."""


def department_text(department: DepartmentId) -> str:
    """Code and year as the journal writes them."""
    return canonical(department)
