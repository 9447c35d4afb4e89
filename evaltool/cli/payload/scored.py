"""Scores as JSON, each with its rule and its working."""

from __future__ import annotations

from collections.abc import Iterable

from evaltool import wording
from evaltool.cli.payload.basics import Json, earned, figure, finding, ratio, target, working
from evaltool.cli.payload.rulebooks import rulebook_head
from scoring.findings import Finding
from scoring.model import Actual, Dossier
from scoring.scores import (
    DepartmentScore,
    ExecutionScore,
    IndicatorScore,
    LevelScore,
    Method,
    ProjectScore,
)


def score(result: DepartmentScore, findings: Iterable[Finding], dossier: Dossier) -> Json:
    """A department's scores, and the findings with their answers."""
    return {
        **rulebook_head(result.rulebook),
        "department": {
            "code": result.code,
            "name": result.name,
            "year": result.year,
            **earned(result.score),
            "grade": result.grade or None,
            "headline": result.headline,
            "methods": {code: _method(method) for code, method in result.methods.items()},
            "execution": _execution(result.execution) if result.execution else None,
            "objectives": [_line(line) for line in result.objectives],
            "levels": _levels(result.levels),
        },
        "projects": [_project_score(one) for one in result.projects],
        "findings": [finding(odd, dossier) for odd in findings],
    }


def _method(method: Method) -> Json:
    return {
        "name": wording.term(method.code),
        "what": wording.term(f"{method.code}.what"),
        **earned(method.score),
        "grade": method.grade or None,
        "working": working(method.working),
        "execution": _execution(method.execution) if method.execution else None,
        "lines": [_weighed(line) for line in method.lines],
    }


def _weighed(line: IndicatorScore) -> Json:
    """A clause of the department's own as one method weighs it; the rest of it stands with the objectives."""
    key = line.indicator.key
    return {
        "objective": key.objective,
        "name": key.name,
        "ordinal": key.ordinal,
        "weight": figure(line.weight),
        **earned(line.score),
        "working": working(line.working),
    }


def _project_score(one: ProjectScore) -> Json:
    return {
        "code": one.code,
        "name": one.name,
        **earned(one.score),
        "grade": one.grade or None,
        "available": figure(one.available),
        "execution": _execution(one.execution),
        "levels": _levels(one.levels),
        "indicators": [_line(line) for line in one.indicators],
        "working": working(one.working),
    }


def _execution(one: ExecutionScore) -> Json:
    return {
        "budget": figure(one.budget),
        "budget_inferred": one.budget_inferred,
        "spent": figure(one.spent),
        "rate": ratio(one.rate),
        "weight": figure(one.weight),
        **earned(one.score),
        "status": one.status.value,
        "rule": one.rule,
        "working": working(one.working),
    }


def _levels(levels: Iterable[LevelScore]) -> list[Json]:
    """The first levels, each with the second levels inside it: weights of the list add up to the whole.

    `attainment` is that of `measured` lines `of` all.
    """
    first: list[Json] = []
    for one in levels:
        points = {
            "weight": figure(one.weight),
            **earned(one.score),
            "attainment": ratio(one.attainment),
            "measured": one.measured,
            "of": one.lines,
            "unweighted": one.unweighted,
        }
        if one.level2:
            first[-1]["parts"].append({"level2": one.level2, **points})
        else:
            first.append({"level1": one.level1, **points, "parts": []})
    return first


def _line(line: IndicatorScore) -> Json:
    key = line.indicator.key
    return {
        "level1": key.level1,
        "level2": key.level2,
        "name": key.name,
        "objective": key.objective,
        "ordinal": key.ordinal,
        "target": target(line.target),
        "adjusted": _adjusted(line),
        "actual": line.outcome.actual.text if line.outcome.actual else None,
        "actual_reading": _actual(line.outcome.actual),
        "share": figure(line.outcome.share),
        "attainment": ratio(line.attainment),
        "weight": figure(line.weight),
        **earned(line.score),
        "computed": figure(line.computed.value),
        "override": _override(line),
        "status": line.status.value,
        "rule": line.rule,
        "reason": line.outcome.reason,
        "action": line.outcome.action,
        "evidence": line.outcome.evidence,
        "evidence_files": [
            {"path": file.path, "size": file.size, "sha256": file.sha256 or None}
            for file in line.outcome.evidence_files
        ],
        "working": working(line.working),
    }


def _adjusted(line: IndicatorScore) -> Json | None:
    """The declared target beside the adjusted one that is scored, where there is one."""
    adjusted = line.outcome.adjusted
    if adjusted is None:
        return None
    return {"declared": target(line.indicator.target), "approval": adjusted.approval}


def _override(line: IndicatorScore) -> Json | None:
    by_hand = line.override
    if by_hand is None:
        return None
    return {"score": figure(by_hand.score), "reason": by_hand.reason, "who": by_hand.who}


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
