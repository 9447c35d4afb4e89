"""What an import or a table of actuals changed in the workspace, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaltool import wording
from evaltool.cli.payload.basics import Json, finding, subject
from scoring.model import Reading

if TYPE_CHECKING:
    from evaltool.operations import Actuals, Adopted, Effect, Saved, Summary


def imported(file: str, read: Reading, result: Adopted | Effect, *, dry_run: bool) -> Json:
    """What an import did, or would do; `change` is the journal's number, null where nothing changed."""
    from evaltool.operations import Adopted

    of, differs = read.department, result.difference
    done = result if isinstance(result, Adopted) else None
    lost = result.orphans if isinstance(result, Adopted) else result.lost
    return {
        "file": file,
        "department": {"code": of.code, "name": of.name, "year": of.year},
        "projects": len(of.projects),
        "indicators": len(of.indicators()),
        "adopted": done is not None,
        "dry_run": dry_run,
        "change": done.change_id if done else None,
        "added": [subject(one) for one in differs.added],
        "removed": [subject(one) for one in differs.removed],
        "changed": [
            {**subject(each.subject), "old": wording.value(each.old), "new": wording.value(each.new)}
            for each in differs.changed
        ],
        "recorded": result.recorded,
        "recorded_otherwise": len(result.differing),
        "differing": [
            {
                **subject(each.entry.subject),
                "recorded": wording.value(each.entry.value),
                "document": wording.value(each.said),
            }
            for each in result.differing
        ],
        "kept_without_place": [subject(entry.subject) for entry in lost],
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
