"""The catalogue of checks as JSON: codes and severities are an API, sentences are in the language in use."""

from __future__ import annotations

from evaltool.cli.payload.basics import Json
from evaltool.operations import Check
from evaltool.wording import checks as words


def check(one: Check) -> Json:
    """A check; {names} in its sentences are the facts that a finding brings."""
    message, suggestion = words.templates(one.code)
    return {
        "code": one.code,
        "severity": one.severity.value,
        "group": one.group,
        "message": message,
        "suggestion": suggestion,
        "source": words.origin(one.origin),
        "facts": list(one.facts),
    }
