"""The rows of a department: its own clauses and the lines of its projects, each with its execution rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaltool import __version__
from evaltool.reports.rows.columns import COLUMNS
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.texts import declared, recorded
from scoring.model import Actual, State, Target
from scoring.rules import round_half_up
from scoring.scores import ExecutionScore, IndicatorScore, ProjectScore, Score, Status, Step

Value = str | int | Decimal | date | None
Row = Mapping[str, Value]
"""A value for each column; None where there is nothing, which is neither 0 nor an empty text."""

EXECUTION = "预算执行率"
"""What stands as level and as name of the row that is no indicator, as on the forms."""

MONEY_UNIT = "万元"


def rows(card: Scorecard) -> Iterator[Row]:
    """The rows in the order of the declaration: the department's own, then project by project."""
    nothing = dict.fromkeys(COLUMNS)
    whole = {**nothing, **_of_department(card)}
    yield from _part(whole, "", card.score.execution, card.score.objectives)
    for project in card.score.projects:
        yield from _part(
            {**whole, **_of_project(project)}, project.code, project.execution, project.indicators
        )


def points(score: Score | None) -> dict[str, Decimal | None]:
    """A score, None while it is open, beside the limits of what is still possible."""
    if score is None:
        return {"score": None, "low": None, "high": None}
    return {"score": score.value, "low": score.low, "high": score.high}


def ratio(exact: Fraction | None) -> Decimal | None:
    """A ratio with four places."""
    return None if exact is None else round_half_up(exact, 4)


def _of_department(card: Scorecard) -> Row:
    score, rules = card.score, card.rulebook
    return {
        "department_code": score.code,
        "department": score.name,
        "year": score.year,
        "department_score": score.score.value if score.score else None,
        "department_grade": score.grade or None,
        "headline": score.headline,
        "rulebook": rules.id,
        "rulebook_version": rules.version,
        "rulebook_hash": rules.hash,
        "inputs": card.inputs,
        "evaltool": __version__,
        "made_on": card.made_on,
    }


def _of_project(project: ProjectScore) -> Row:
    return {
        "project_code": project.code,
        "project": project.name,
        "project_score": project.score.value if project.score else None,
        "project_grade": project.grade or None,
    }


def _part(
    around: Row, code: str, execution: ExecutionScore | None, lines: Iterable[IndicatorScore]
) -> Iterator[Row]:
    around = {**around, "project_code": code or None}
    if execution is not None:
        yield {**around, **_execution(execution)}
    for line in lines:
        yield {**around, **_line(line)}


def _execution(one: ExecutionScore) -> Row:
    return {
        "kind": "execution",
        "level1": EXECUTION,
        "indicator": EXECUTION,
        "target_value": one.budget,
        "target_unit": None if one.budget is None else MONEY_UNIT,
        "actual_value": one.spent,
        "actual_unit": None if one.spent is None else MONEY_UNIT,
        "status": one.status,
        "attainment": ratio(one.rate),
        "weight": _weight(one.weight, one.status),
        **points(one.score),
        "computed": one.score.value,
        "rule": one.rule or None,
        "clauses": _clauses(one.working),
    }


def _line(line: IndicatorScore) -> Row:
    key, outcome, by_hand = line.indicator.key, line.outcome, line.override
    return {
        "kind": "indicator",
        "objective": key.objective or None,
        "level1": key.level1 or None,
        "level2": key.level2 or None,
        "indicator": key.name,
        "ordinal": key.ordinal,
        "declared_target": declared(line.indicator.target) or None,
        **_target(line.target),
        **(_actual(outcome.actual, line.target) if outcome.state is State.APPLIES else {}),
        "share": outcome.share,
        "status": line.status,
        "attainment": ratio(line.attainment),
        "weight": _weight(line.weight, line.status),
        **points(line.score),
        "computed": line.computed.value,
        "override_reason": by_hand.reason or None if by_hand else None,
        "override_by": by_hand.who or None if by_hand else None,
        "reason": outcome.reason or None,
        "action": outcome.action or None,
        "evidence": outcome.evidence or None,
        "rule": line.rule or None,
        "clauses": _clauses(line.working),
    }


def _weight(points: Decimal | None, status: Status) -> Decimal | None:
    """The points available: none for a line that does not count, so that a column of them adds up."""
    return None if status is Status.NOT_APPLICABLE else points


def _target(one: Target) -> Row:
    return {
        "target": declared(one) or None,
        "sense": one.sense,
        "target_value": one.value,
        "target_upper": one.upper,
        "target_date": one.date,
        "target_unit": one.unit or None,
    }


def _actual(one: Actual | None, target: Target) -> Row:
    if one is None:
        return {}
    return {
        "actual": recorded(one, target),
        "actual_value": one.value,
        "actual_date": one.date,
        "actual_unit": (one.unit or target.unit or None) if one.value is not None else None,
        "band": one.band,
    }


def _clauses(working: Iterable[Step]) -> str | None:
    """The clauses of the rulebook that a working follows, each once."""
    return "；".join(dict.fromkeys(step.clause for step in working if step.clause)) or None
