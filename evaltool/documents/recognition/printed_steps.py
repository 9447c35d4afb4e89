"""A score table printed with an indicator: it stands in the description or the basis, among other words."""

from __future__ import annotations

from evaltool.documents.blocks import one_line
from evaltool.documents.recognition.columns import Column
from evaltool.documents.recognition.line import Line
from scoring.findings import Finding, finding
from scoring.model import Key, StepTable, Subject
from scoring.notation import holds_steps, read_steps, write_steps


def read_printed_steps(line: Line, key: Key, unit: str) -> tuple[StepTable | None, tuple[Finding, ...]]:
    """The score table that a row prints for a target in `unit`, and the note that it was taken for one."""
    subject = Subject(key.project, key, "steps")
    for column in (Column.DESCRIPTION, Column.BASIS, Column.RULE):
        text, source = one_line(line.text(column)), line.place(column)
        if not holds_steps(text):
            continue
        steps, doubts = read_steps(text, unit=unit, subject=subject, source=source)
        if steps is None:
            return None, doubts
        read = finding("steps.read", subject, source, text=text, read=write_steps(steps, unit))
        return steps, (*doubts, read)
    return None, ()
