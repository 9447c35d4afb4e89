"""Readings of documents as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.cli.payload.basics import Json, figure, finding, target
from scoring.model import (
    Checkpoint,
    Department,
    Funds,
    Indicator,
    Measure,
    Objective,
    Outcome,
    Project,
    ProjectOutcome,
    Reading,
)


def reading(read: Reading) -> Json:
    """What a document says."""
    return {
        "department": department(read.department),
        "projects": [_with_results(project(one), one, read) for one in read.department.projects],
        "results": _results(read, read.department.own_indicators()),
        "findings": [finding(odd) for odd in read.findings],
    }


def _with_results(said: Json, one: Project, read: Reading) -> Json:
    """A project with what its form says was achieved; amounts in 万元."""
    outcome = read.outcomes.projects.get(one.code, ProjectOutcome())
    kinds = {"initial": outcome.money.initial, "adjusted": outcome.money.adjusted}
    kinds |= {"received": outcome.money.received, "spent": outcome.money.spent}
    return {
        **said,
        "money": {kind: _funds(funds) for kind, funds in kinds.items() if funds != Funds()},
        "achieved": outcome.achieved,
        "results": _results(read, one.indicators),
    }


def _funds(funds: Funds) -> Json:
    return {name: figure(getattr(funds, name)) for name in ("total", "fiscal", "carried", "other")}


def _results(read: Reading, indicators: Sequence[Indicator]) -> list[Json]:
    """Of a result document the actual, the reason and the printed score of each indicator that has any."""
    found = []
    for one in indicators:
        outcome = read.outcomes.indicators.get(one.key, Outcome())
        score = read.printed.get(one.key)
        if outcome != Outcome() or score is not None:
            actual = outcome.actual.text if outcome.actual else None
            place = {"level1": one.level1, "level2": one.level2, "name": one.name, "ordinal": one.key.ordinal}
            found.append({**place, "actual": actual, "reason": outcome.reason, "score": figure(score)})
    return found


def department(one: Department) -> Json:
    """A department's own part of a document."""
    return {
        "code": one.code,
        "name": one.name,
        "year": one.year,
        "inferred": list(one.inferred),
        "objective": one.objective,
        "objective_indicators": [indicator(clause) for clause in one.objective_indicators],
        "objectives": [_objective(objective) for objective in one.objectives],
        "measures": [_measure(measure) for measure in one.measures],
    }


def _objective(one: Objective) -> Json:
    return {"title": one.title, "text": one.text, "indicators": [indicator(i) for i in one.indicators]}


def _measure(one: Measure) -> Json:
    return {"text": one.text, "items": list(one.items)}


def project(one: Project) -> Json:
    """A project as declared; amounts in 万元."""
    return {
        "code": one.code,
        "name": one.name,
        "unit": one.unit,
        "budget": figure(one.budget),
        "fiscal": figure(one.fiscal),
        "other": figure(one.other),
        "purpose": one.purpose,
        "objectives": list(one.objectives),
        "spending_plan": [_checkpoint(point) for point in one.plan],
        "indicators": [indicator(line) for line in one.indicators],
    }


def _checkpoint(point: Checkpoint) -> Json:
    return {
        "checkpoint": f"{point.month}月底",
        "amount": figure(point.amount),
        "percent": figure(point.percent),
        "text": point.text,
    }


def indicator(line: Indicator) -> Json:
    """An indicator as declared."""
    return {
        "level1": line.level1,
        "level2": line.level2,
        "name": line.name,
        "objective": line.key.objective,
        "ordinal": line.key.ordinal,
        "description": line.description,
        "target": target(line.target),
        "basis": line.basis,
        "weight": figure(line.weight),
    }
