"""A reading held against what a case of tests/cases/layouts expects of it, field by field.

What a case does not name is expected to be empty; a code that it does not name is the name itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from scoring.findings import Severity
from scoring.model import (
    Actual,
    DepartmentOutcome,
    Funds,
    Indicator,
    Outcome,
    ProjectOutcome,
    Reading,
    StepTable,
    Target,
)
from scoring.notation import write_steps

KINDS = ("initial", "adjusted", "received", "spent")
PARTS = ("total", "fiscal", "carried", "other")
WHOLE = ("basic_budget", "basic_spent", "project_budget", "project_spent")
COLUMNS = ("level1", "level2", "name", "description", "target", "read", "steps", "basis", "weight")
ACHIEVED = ("actual", "achieved", "score", "reason", "adjusted")

Written = Mapping[str, Any]


def differences(expected: Written, reading: Reading) -> list[str]:
    """What differs, one line each; empty where the reading says all that is expected and nothing else."""
    return [
        f"{place}: expected {wanted!r}, found {got!r}"
        for place, wanted, got in _pairs(expected, reading)
        if wanted != got
    ]


def _pairs(expected: Written, reading: Reading) -> Iterator[tuple[str, Any, Any]]:
    """Each place with what is expected there and what was found."""
    department, outcomes = reading.department, reading.outcomes
    yield "code", expected.get("code", expected.get("name", "")), department.code
    yield "name", expected.get("name", ""), department.name
    yield "year", expected.get("year"), department.year
    if "objective" in expected:
        yield "objective", expected["objective"], department.objective
    if "authority" in expected:
        yield "authority", expected["authority"], outcomes.department.people.authority
    yield from _whole(expected.get("whole", {}), outcomes.department)
    yield from _indicators("department", expected, department.own_indicators(), reading)
    wanted = expected.get("projects", [])
    yield "projects", len(wanted), len(department.projects)
    for number, (asked, project) in enumerate(zip(wanted, department.projects, strict=False), 1):
        place = f"project {number}"
        yield f"{place} code", asked.get("code", asked["name"]), project.code
        yield f"{place} name", asked["name"], project.name
        for field in ("budget", "fiscal", "other"):
            yield f"{place} {field}", asked.get(field), _plain(getattr(project, field))
        if "objectives" in asked:
            yield f"{place} objectives", asked["objectives"], list(project.objectives)
        outcome = outcomes.projects.get(project.code, ProjectOutcome())
        yield f"{place} achieved", asked.get("achieved", ""), outcome.achieved
        for kind in KINDS:
            funds = _funds(getattr(outcome.money, kind))
            yield f"{place} {kind}", asked.get("money", {}).get(kind, {}), funds
        yield from _indicators(place, asked, project.indicators, reading)
    yield from _errors(expected.get("errors", []), reading)
    for code in expected.get("findings", []):
        yield f"finding {code}", True, code in {finding.code for finding in reading.findings}


def _errors(wanted: Sequence[str], reading: Reading) -> Iterator[tuple[str, Any, Any]]:
    """The codes of errors; where they differ, each error found is shown with what it says."""
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if sorted(wanted) != sorted({finding.code for finding in errors}):
        said = [" ".join((finding.code, *finding.facts.values())) for finding in errors]
        yield "errors", sorted(wanted), sorted(said)


def _whole(wanted: Written, outcome: DepartmentOutcome) -> Iterator[tuple[str, Any, Any]]:
    for field in WHOLE:
        yield field, wanted.get(field), _plain(getattr(outcome, field))


def _indicators(
    place: str, asked: Written, found: Sequence[Indicator], reading: Reading
) -> Iterator[tuple[str, Any, Any]]:
    columns = [column.strip() for column in asked.get("columns", "").split("|")]
    lines = asked.get("indicators", [])
    yield f"{place} indicators", [_first(line, columns) for line in lines], [one.name for one in found]
    for number, (line, indicator) in enumerate(zip(lines, found, strict=False), 1):
        cells = [cell.strip() for cell in line.split("|")]
        assert len(cells) == len(columns), line
        wanted = dict(zip(columns, cells, strict=True))
        assert not set(wanted) - {*COLUMNS, *ACHIEVED}, columns
        got = written_line(indicator, reading)
        for column in (*COLUMNS, *ACHIEVED):
            yield f"{place}, line {number} ({indicator.name}) {column}", wanted.get(column, ""), got[column]


def _first(line: str, columns: Sequence[str]) -> str:
    return line.split("|")[columns.index("name")].strip()


def written_line(indicator: Indicator, reading: Reading) -> dict[str, str]:
    """An indicator, and what was achieved, as the cases write them."""
    outcome = reading.outcomes.indicators.get(indicator.key, Outcome())
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "description": indicator.description,
        "target": indicator.target.text,
        "read": written_target(indicator.target),
        "steps": _steps(indicator.steps, indicator.target.unit),
        "basis": indicator.basis,
        "weight": _plain(indicator.weight) or "",
        "actual": outcome.actual.text if outcome.actual else "",
        "achieved": written_actual(outcome.actual),
        "score": _plain(reading.printed.get(indicator.key)) or "",
        "reason": outcome.reason,
        "adjusted": outcome.adjusted.target.text if outcome.adjusted else "",
    }


def written_target(target: Target) -> str:
    """「at_least? 95 %」: the sense, with ? where it is inferred, and the limits."""
    said = target.sense.value + ("?" if "sense" in target.inferred else "")
    if target.date:
        return f"{said} {target.date.isoformat()}"
    limits = "–".join(f"{limit:f}" for limit in (target.value, target.upper) if limit is not None)
    return " ".join(filter(None, (said, limits, target.unit if limits else "")))


def written_actual(actual: Actual | None) -> str:
    """「98 %」, a day, yes or no, a band; empty where nothing was read."""
    if actual is None:
        return ""
    if actual.value is not None:
        return f"{actual.value:f} {actual.unit}".strip()
    if actual.date:
        return actual.date.isoformat()
    if actual.yes is not None:
        return "yes" if actual.yes else "no"
    return actual.band.value if actual.band else ""


def _steps(steps: StepTable | None, unit: str) -> str:
    return write_steps(steps, unit) if steps else ""


def _funds(funds: Funds) -> dict[str, str]:
    amounts = ((part, _plain(getattr(funds, part))) for part in PARTS)
    return {part: amount for part, amount in amounts if amount is not None}


def _plain(figure: Decimal | None) -> str | None:
    """A figure without zeros at its end, so that 10.00 and 10 are one."""
    return None if figure is None else f"{figure.normalize():f}"
