"""What every answer in JSON is made of: decimals as strings, nothing translated but the sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from evaltool import wording
from evaltool.operations import answer_of
from scoring.findings import Finding, plain
from scoring.model import Dossier, Source, Subject, Target
from scoring.rules import round_half_up
from scoring.scores import Score, Step

Json = dict[str, Any]


def figure(value: Decimal | None) -> str | None:
    """A figure as a string; null stays null."""
    return None if value is None else plain(value)


def earned(score: Score | None) -> Json:
    """A score: null while it is open, beside the limits of what is still possible."""
    if score is None:
        return {"score": None, "low": None, "high": None}
    return {"score": figure(score.value), "low": figure(score.low), "high": figure(score.high)}


def target(read: Target, findings: Iterable[Finding] = ()) -> Json:
    """How a target was read."""
    return {
        "text": read.text,
        "sense": read.sense.value,
        "value": figure(read.value),
        "upper": figure(read.upper),
        "nominal": figure(read.nominal),
        "unit": read.unit,
        "date": read.date.isoformat() if read.date else None,
        "inferred": list(read.inferred),
        "findings": [finding(odd) for odd in findings],
    }


def finding(odd: Finding, dossier: Dossier | None = None) -> Json:
    """A finding with its place and its sentences; of a dossier also the reason that it was answered with."""
    answered = {"answer": answer_of(dossier, odd) or None} if dossier else {}
    return {
        "code": odd.code,
        "severity": odd.severity.value,
        "place": _place(odd),
        "message": wording.say(odd),
        "suggestion": wording.suggestion(odd),
        "facts": dict(odd.facts),
        "fingerprint": odd.fingerprint,
        **answered,
    }


def _place(odd: Finding) -> Json:
    return {**(_source(odd.source) if odd.source else {}), **subject(odd.subject)}


def subject(where: Subject) -> Json:
    """A place in the data."""
    place: Json = {}
    if where.project:
        place["project"] = where.project
    if where.indicator:
        place["indicator"] = where.indicator.name
        place["key"] = list(where.indicator)
    if where.field:
        place["field"] = where.field
    return place


def _source(source: Source) -> Json:
    return {name: value for name, value in asdict(source).items() if value}


def ratio(exact: Fraction | None) -> str | None:
    """A ratio with four places."""
    return None if exact is None else plain(round_half_up(exact, 4))


def working(steps: Iterable[Step]) -> list[Json]:
    """Steps of a working, each with its sentence, its clause and its figures."""
    return [
        {
            "code": step.code,
            "clause": step.clause,
            "text": wording.say(step),
            "facts": {name: plain(fact) for name, fact in step.facts.items()},
        }
        for step in steps
    ]
