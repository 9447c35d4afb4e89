"""What saves of this window would have written, had the file let them.

Edits that wait in a queue expect each other: the second of one field expects what the first writes. Where
the first fails because the file is held or the disk is full, the second must not fail after it as if
somebody had moved the value: it may as well find what the first one expected to find.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.workspace.fields import encode, subject_text
from evaltool.workspace.values import ANY, DepartmentId, Edit

_Place = tuple[DepartmentId, str, str]


class Unwritten:
    """By place and by the value that was not written: the values that were expected in its place."""

    def __init__(self) -> None:
        self._expected: dict[_Place, dict[str | None, frozenset[str | None]]] = {}

    def acceptable(self, department: DepartmentId, edit: Edit) -> frozenset[str | None]:
        """What may be recorded, as kept, where `edit` sets its value."""
        assert edit.old is not ANY  # noqa: S101 - `ANY` accepts everything, which no set can hold
        old = encode(edit.subject, edit.old)[0]
        return frozenset({old}) | self._expected.get(_place(department, edit), {}).get(old, frozenset())

    def failed(self, department: DepartmentId, edits: Sequence[Edit]) -> None:
        """Remember edits that the file did not take."""
        for edit in edits:
            if edit.old is not ANY:
                new = encode(edit.subject, edit.new)[0]
                expected = self._expected.setdefault(_place(department, edit), {})
                expected[new] = self.acceptable(department, edit)

    def written(self, department: DepartmentId, edits: Sequence[Edit]) -> None:
        """Forget what went before edits that the file took."""
        for edit in edits:
            self._expected.pop(_place(department, edit), None)


def _place(department: DepartmentId, edit: Edit) -> _Place:
    return department, subject_text(edit.subject), edit.subject.field
