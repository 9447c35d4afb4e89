"""A recorded value in words: as people write it, and as somebody may have typed it."""

from __future__ import annotations

from decimal import Decimal

from evaltool import wording
from evaltool.language import _
from evaltool.operations import names
from evaltool.tui.cells import one_line
from scoring.findings import plain
from scoring.model import Actual, AdjustedTarget, Department, EvidenceFile, Override, StepTable, Target
from scoring.notation import write_actual, write_target

LONGEST_VALUE = 24
"""Cells of a value inside a sentence; the whole of it is in its field."""


def value_text(value: object, target: Target | None = None) -> str:
    """A recorded value as people write it, with the target's unit where it brought none; 空 for none."""
    if value is None or value in ("", ()):
        return _("空")
    if isinstance(value, Actual):
        text = write_actual(value, target)
        bare = value.value is not None and not value.unit and target is not None
        return f"{text}{target.unit}" if bare and target else text
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, AdjustedTarget):
        return write_target(value.target)
    if isinstance(value, Override):
        return plain(value.score)
    if isinstance(value, Department | StepTable):
        return one_line(value.name if isinstance(value, Department) else value.text)
    if isinstance(value, tuple):
        return _several(value)
    return one_line(wording.term(str(value)))


def _several(values: tuple[object, ...]) -> str:
    """The files named as evidence by their paths; of what was odd about a document how much there is."""
    if all(isinstance(value, EvidenceFile) for value in values):
        return one_line(_("、").join(value.path for value in values if isinstance(value, EvidenceFile)))
    return _("{count} 项").format(count=len(values))


def typed_text(value: object, target: Target | None = None) -> str:
    """A recorded value as a person may have typed it."""
    if value is None:
        return ""
    if isinstance(value, Actual) and value.text:
        return value.text
    if isinstance(value, AdjustedTarget):
        parts = (value.target.text or write_target(value.target), value.approval)
        return _("；").join(filter(None, parts))
    if isinstance(value, Override):
        return _("；").join(filter(None, (plain(value.score), value.reason)))
    if type(value) is str:
        return value
    choices = (choice for words in names.CHOICES.values() for choice in words.items())
    words = (word for word, meant in choices if meant is value)
    return next(words, "") or value_text(value, target)
