"""The place of a project or a department among others, in words."""

from __future__ import annotations

from typing import Any

from evaltool.language import _
from evaltool.reports import texts
from scoring.compared import Ranked


def place(of: Ranked[Any]) -> str:
    """A place in words: shared ones say so; — without one."""
    if of.place is None:
        return texts.NOTHING
    return _("{place}（并列）").format(place=of.place) if of.is_tied else str(of.place)
