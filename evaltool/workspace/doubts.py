"""What was odd about the document that a department was adopted from, kept beside what it declares."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.plain import canonical, from_plain, to_plain
from scoring.findings import Finding, Severity

_COLUMNS = t.columns(t.finding, "code", "severity", "subject", "facts", "source")


def text_of(findings: Sequence[Finding]) -> str | None:
    """The one text that the journal keeps for them; None where there are none."""
    return canonical([to_plain(each) for each in findings]) if findings else None


def findings_of(text: str | None) -> tuple[Finding, ...]:
    """What `text_of` wrote."""
    return tuple(from_plain(Finding, each) for each in json.loads(text or "[]"))


def load(connection: Connection, department_id: int) -> tuple[Finding, ...]:
    """The findings kept for a department, in the document's order."""
    mine = select(*_COLUMNS).where(t.finding.c.department_id == department_id).order_by(t.finding.c.position)
    return tuple(
        Finding(row.code, Severity(row.severity), row.subject, row.facts, row.source)
        for row in connection.execute(mine)
    )


def store(connection: Connection, department_id: int, findings: Sequence[Finding]) -> None:
    """Put findings in the place of those kept for a department."""
    connection.execute(delete(t.finding).where(t.finding.c.department_id == department_id))
    rows = [
        {
            "department_id": department_id,
            "position": position,
            "code": each.code,
            "severity": each.severity.value,
            "subject": each.subject,
            "facts": each.facts,
            "source": each.source,
        }
        for position, each in enumerate(findings)
    ]
    if rows:
        connection.execute(insert(t.finding), rows)
