"""What an import or a table of actuals changed in the workspace, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaltool import wording
from evaltool.cli.payload.basics import Json, finding, subject
from scoring.model import Reading

if TYPE_CHECKING:
    from evaltool.operations import Actuals, Adopted, Saved, Summary


def adopted(file: str, read: Reading, done: Adopted) -> Json:
    """What an import changed; `change` is the journal's number, null where nothing did."""
    of, differs = read.department, done.difference
    return {
        "file": file,
        "department": {"code": of.code, "name": of.name, "year": of.year},
        "change": done.change_id,
        "added": [subject(one) for one in differs.added],
        "removed": [subject(one) for one in differs.removed],
        "changed": [
            {**subject(each.subject), "old": wording.value(each.old), "new": wording.value(each.new)}
            for each in differs.changed
        ],
        "recorded": done.recorded,
        "recorded_otherwise": done.differing,
        "kept_without_place": [subject(entry.subject) for entry in done.orphans],
        "findings": [finding(odd) for odd in read.findings],
    }


def recorded(meant: Summary, table: Actuals, saved: Saved | None, *, dry_run: bool) -> Json:
    """What a table of actuals changed: rows read, fields changed, the journal's number."""
    return {
        "department": {"code": meant.code, "name": meant.name, "year": meant.year},
        "read": table.rows,
        "changed": len(saved.items) if saved else 0,
        "change": saved.change_id if saved else None,
        "dry_run": dry_run,
        "findings": [finding(odd) for odd in table.findings],
    }
