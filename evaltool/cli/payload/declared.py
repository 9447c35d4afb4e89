"""Readings of documents as JSON."""

from __future__ import annotations

from evaltool.cli.payload.basics import Json, figure, finding, target
from scoring.model import Checkpoint, Department, Indicator, Measure, Objective, Project, Reading


def reading(read: Reading) -> Json:
    """What a document says."""
    return {
        "department": department(read.department),
        "projects": [project(one) for one in read.department.projects],
        "findings": [finding(odd) for odd in read.findings],
    }


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
