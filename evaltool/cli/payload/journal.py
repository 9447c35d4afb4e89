"""A change of the journal as JSON."""

from __future__ import annotations

from evaltool import wording
from evaltool.cli.moved import old_and_new
from evaltool.cli.payload.basics import Json, subject
from evaltool.operations import Change, Item


def change(one: Change) -> Json:
    """Who, when, what for, and each field before and after; `undone`: it does not stand any more."""
    return {
        "change": one.id,
        "at": one.at.isoformat(),
        "who": one.who,
        "session": one.session,
        "operation": one.operation,
        "reason": one.reason or None,
        "reverts": one.reverts,
        "undone": one.is_turned_back,
        "items": [_item(each) for each in one.items],
    }


def _item(each: Item) -> Json:
    (code, year), (old, new) = each.department, old_and_new(each)
    return {
        "department": code,
        "year": year,
        **subject(each.subject),
        "name": wording.field_name(each.subject.field),
        "old": old,
        "new": new,
    }
