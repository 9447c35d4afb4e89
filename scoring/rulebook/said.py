"""The value of a clause as one line of text."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.model import Sense, StepTable
from scoring.rulebook.tables import BandLimits, NamedSteps


def written(value: object) -> str:
    """A value of a clause as one line of text."""
    match value:
        case Mapping():
            return "，".join(f"{name} {written(inner)}" for name, inner in value.items()) or "—"
        case tuple() if any(isinstance(inner, Mapping | NamedSteps) for inner in value):
            return "；".join(written(inner) for inner in value)
        case tuple():
            return "，".join(written(inner) for inner in value) or "—"
        case BandLimits():
            return f"{value.low}–{value.high}"
        case StepTable():
            sign = "≥" if value.sense is Sense.AT_LEAST else "≤"
            return "，".join(f"{sign}{limit:f} → {award:f}%" for limit, award in value.limits)
        case NamedSteps():
            return f"{value.name}（{value.measure}）{written(value.table)}"
        case None:
            return "never"
        case _:
            return str(value)
