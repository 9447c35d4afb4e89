"""What became of forms that came back, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evaltool import wording
from evaltool.cli.payload.basics import Json, finding, subject

if TYPE_CHECKING:
    from evaltool.operations import Collected, Filling


def collected(files: Sequence[Collected], *, dry_run: bool) -> Json:
    """File by file: what was recorded, and the findings with sheet and cell, what was found and expected."""
    return {"dry_run": dry_run, "files": [_file(one) for one in files]}


def _file(one: Collected) -> Json:
    department = {"code": one.department[0], "year": one.department[1]} if one.department else None
    return {
        "file": str(one.path),
        "department": department,
        "change": one.saved.change_id if one.saved else None,
        "recorded": [_recorded(each) for each in one.kept],
        "unchanged": one.same,
        "left_out": one.left_out,
        "annotated": str(one.copy) if one.copy else None,
        "findings": [finding(odd) for odd in one.findings],
    }


def _recorded(each: Filling) -> Json:
    source = each.found.source
    place = {"sheet": source.sheet, "cell": source.cell} if source else {}
    values = {"old": wording.value(each.old), "text": each.found.text}
    return {**place, **subject(each.found.subject), **values}
