"""Readings and scores as JSON: decimals as strings, nothing translated but the sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from evaltool import wording
from scoring.findings import Finding, plain
from scoring.model import (
    Actual,
    Checkpoint,
    Department,
    Indicator,
    Measure,
    Objective,
    Project,
    Reading,
    Source,
    Target,
)
from scoring.rulebook import Clause, Rulebook
from scoring.rules import round_half_up
from scoring.scores import (
    DepartmentScore,
    ExecutionScore,
    IndicatorScore,
    LevelScore,
    Method,
    ProjectScore,
    Score,
    Step,
)

Json = dict[str, Any]


def figure(value: Decimal | None) -> str | None:
    """A figure as a string; null stays null."""
    return None if value is None else plain(value)


def target(read: Target, findings: Iterable[Finding] = ()) -> Json:
    """How a target was read."""
    return {
        "text": read.text,
        "sense": read.sense.value,
        "value": figure(read.value),
        "upper": figure(read.upper),
        "unit": read.unit,
        "date": read.date.isoformat() if read.date else None,
        "inferred": list(read.inferred),
        "findings": [finding(odd) for odd in findings],
    }


def finding(odd: Finding) -> Json:
    """A finding with its place and its sentences."""
    return {
        "code": odd.code,
        "severity": odd.severity.value,
        "place": _place(odd),
        "message": wording.say(odd),
        "suggestion": wording.suggestion(odd),
        "facts": dict(odd.facts),
        "fingerprint": odd.fingerprint,
    }


def _place(odd: Finding) -> Json:
    where: Json = _source(odd.source) if odd.source else {}
    subject = odd.subject
    if subject.project:
        where["project"] = subject.project
    if subject.indicator:
        where["indicator"] = subject.indicator.name
        where["key"] = list(subject.indicator)
    if subject.field:
        where["field"] = subject.field
    return where


def _source(source: Source) -> Json:
    return {name: value for name, value in asdict(source).items() if value}


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


def score(result: DepartmentScore, findings: Iterable[Finding]) -> Json:
    """A department's scores."""
    return {
        **rulebook_head(result.rulebook),
        "department": {
            "code": result.code,
            "name": result.name,
            "year": result.year,
            **_earned(result.score),
            "grade": result.grade or None,
            "headline": result.headline,
            "methods": {code: _method(method) for code, method in result.methods.items()},
            "execution": _execution(result.execution) if result.execution else None,
            "objectives": [_line(line) for line in result.objectives],
        },
        "projects": [_project_score(one) for one in result.projects],
        "findings": [finding(odd) for odd in findings],
    }


def rulebook_head(rules: Rulebook) -> Json:
    """Which rulebook was in force: its id, version and the hash of its content."""
    return {
        "rulebook": rules.id,
        "rulebook_version": rules.version,
        "rulebook_title": rules.title,
        "rulebook_hash": rules.hash,
    }


def rulebook(rules: Rulebook) -> Json:
    """A rulebook with every clause."""
    return {
        **rulebook_head(rules),
        "extends": list(rules.extends),
        "clauses": [_clause(c) for c in rules.clauses()],
    }


def _clause(clause: Clause[Any]) -> Json:
    return {
        "key": clause.key,
        "value": clause.text,
        "cite": clause.cite,
        "evidence": list(clause.evidence),
        "note": clause.note,
    }


def _earned(earned: Score | None) -> Json:
    if earned is None:
        return {"score": None, "low": None, "high": None}
    return {"score": figure(earned.value), "low": figure(earned.low), "high": figure(earned.high)}


def _method(method: Method) -> Json:
    return {
        "name": wording.term(method.code),
        **_earned(method.score),
        "grade": method.grade or None,
        "working": [_step(step) for step in method.working],
    }


def _project_score(one: ProjectScore) -> Json:
    return {
        "code": one.code,
        "name": one.name,
        **_earned(one.score),
        "grade": one.grade or None,
        "available": figure(one.available),
        "execution": _execution(one.execution),
        "levels": [_level(level) for level in one.levels],
        "indicators": [_line(line) for line in one.indicators],
        "working": [_step(step) for step in one.working],
    }


def _execution(one: ExecutionScore) -> Json:
    return {
        "budget": figure(one.budget),
        "budget_inferred": one.budget_inferred,
        "spent": figure(one.spent),
        "rate": ratio(one.rate),
        "weight": figure(one.weight),
        **_earned(one.score),
        "status": one.status.value,
        "rule": one.rule,
        "working": [_step(step) for step in one.working],
    }


def _level(one: LevelScore) -> Json:
    return {"level1": one.level1, "level2": one.level2, "weight": figure(one.weight), **_earned(one.score)}


def _line(line: IndicatorScore) -> Json:
    key = line.indicator.key
    return {
        "level1": key.level1,
        "level2": key.level2,
        "name": key.name,
        "objective": key.objective,
        "ordinal": key.ordinal,
        "target": target(line.target),
        "actual": line.outcome.actual.text if line.outcome.actual else None,
        "actual_reading": _actual(line.outcome.actual),
        "share": figure(line.outcome.share),
        "attainment": ratio(line.attainment),
        "weight": figure(line.weight),
        **_earned(line.score),
        "computed": figure(line.computed.value),
        "status": line.status.value,
        "rule": line.rule,
        "reason": line.outcome.reason,
        "working": [_step(step) for step in line.working],
    }


def _actual(actual: Actual | None) -> Json | None:
    if actual is None:
        return None
    return {
        "value": figure(actual.value),
        "unit": actual.unit,
        "date": actual.date.isoformat() if actual.date else None,
        "yes": actual.yes,
        "band": actual.band.value if actual.band else None,
    }


def _step(step: Step) -> Json:
    facts = {name: plain(fact) for name, fact in step.facts.items()}
    return {"code": step.code, "clause": step.clause, "text": wording.say(step), "facts": facts}


def ratio(exact: Fraction | None) -> str | None:
    """A ratio with four places."""
    return None if exact is None else plain(round_half_up(exact, 4))
