"""What one field of a change held before and after, in words: for the journal's text and for its JSON."""

from __future__ import annotations

from enum import StrEnum

from evaltool import wording
from evaltool.language import _
from evaltool.operations import Change, Item
from scoring.findings import plain
from scoring.model import AdjustedTarget, Department, EvidenceFile, Override


def operation(one: Change) -> str:
    """What was done; with the mark of what is undone, or was done again."""
    said = wording.term(one.operation)
    if not one.is_turned_back:
        return said
    turned = _("又重做") if one.operation == "undo" else _("已撤销")
    return _("{operation}（{turned}）").format(operation=said, turned=turned)


def old_and_new(item: Item) -> tuple[str, str]:
    """Both values in words. A rulebook is kept under its hash, with its title as what was typed."""
    old, new = _text(item.old), _text(item.new)
    if item.subject.field == "rulebook":
        return item.old_typed or old, item.new_typed or new
    return old, new


def _text(value: object) -> str:
    match value:
        case Department():
            return wording.titled(value.code, value.name)
        case Override():
            return _("；").join(filter(None, (plain(value.score), value.reason)))
        case AdjustedTarget():
            return _("；").join(filter(None, (wording.value(value.target), value.approval)))
        case tuple() if value and isinstance(value[0], EvidenceFile):
            return _("；").join(each.path for each in value)
        case tuple() if value:
            return _("{count} 项").format(count=len(value))
        case StrEnum():
            return wording.term(value)
        case _:
            return wording.value(value)
