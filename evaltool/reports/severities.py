"""How many findings there are, severity by severity, in words."""

from __future__ import annotations

from collections.abc import Iterable

from evaltool.language import _
from evaltool.reports import texts
from evaltool.wording import term
from scoring.findings import Severity


def counted(severities: Iterable[Severity]) -> str:
    """How many findings of each severity, the gravest first."""
    many = list(severities)
    said = [
        _("{severity} {count}").format(severity=term(severity), count=many.count(severity))
        for severity in Severity
        if severity in many
    ]
    return _("，").join(said) or texts.NOTHING
