"""A department of the generated year as the dossier that `scoring` evaluates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from scoring.model import (
    OVERALL,
    Actual,
    AdjustedTarget,
    Band,
    Completion,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Objective,
    Outcome,
    Outcomes,
    Override,
    Project,
    ProjectOutcome,
    Sense,
    State,
    StepTable,
    Target,
    WeightChoice,
)
from scoring.rulebook import Rulebook

Data = Mapping[str, Any]


def dossier_of(department: Data, rulebook: Rulebook) -> Dossier:
    """The dossier of a department under a rulebook."""
    lines = [("", line) for line in department["overall"]]
    lines += [("", line) for one in department["objectives"] for line in one["lines"]]
    lines += [(project["code"], line) for project in department["projects"] for line in project["lines"]]
    given = {one["title"]: _figure(one["weight"]) for one in department["objectives"]}
    given[OVERALL] = _figure(department["overall_weight"])
    amounts: dict[str, Any] = {name: _figure(amount) for name, amount in department["money"].items()}
    whole = DepartmentOutcome(
        **amounts,
        objective_weights={title: weight for title, weight in given.items() if weight is not None},
    )
    return Dossier(
        Department(
            department["code"],
            "某单位",
            2022,
            objective_indicators=tuple(_indicator("", line) for line in department["overall"]),
            objectives=tuple(_objective(one) for one in department["objectives"]),
            projects=tuple(_project(project) for project in department["projects"]),
        ),
        rulebook,
        Outcomes(
            {_key(code, line): _outcome(line) for code, line in lines},
            {project["code"]: _project_outcome(project) for project in department["projects"]},
            whole,
        ),
        {
            _key(code, line): Override(Decimal(line["override"]["score"]), line["override"]["reason"])
            for code, line in lines
            if line["override"]
        },
        {_key(code, line): Decimal(line["given_weight"]) for code, line in lines if line["given_weight"]},
    )


def _key(code: str, line: Data) -> Key:
    return Key(code, line["objective"], line["level1"], line["level2"], line["name"])


def _figure(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _objective(objective: Data) -> Objective:
    return Objective(
        objective["title"], indicators=tuple(_indicator("", line) for line in objective["lines"])
    )


def _project(project: Data) -> Project:
    return Project(
        project["code"],
        f"项目{project['code']}",
        budget=_figure(project["budget"]),
        indicators=tuple(_indicator(project["code"], line) for line in project["lines"]),
    )


def _indicator(code: str, line: Data) -> Indicator:
    weight = _figure(line["declared_weight"])
    return Indicator(_key(code, line), target_of(line["target"]), weight=weight, steps=_steps(line["steps"]))


def target_of(target: Data) -> Target:
    """A target of the data."""
    return Target(
        Sense(target["sense"]),
        _figure(target["value"]),
        _figure(target["upper"]),
        nominal=_figure(target["nominal"]),
        unit=target["unit"],
        date=_day(target["date"]),
    )


def _steps(table: Data | None) -> StepTable | None:
    if table is None:
        return None
    limits = tuple((Decimal(limit), Decimal(award)) for limit, award in table["limits"])
    return StepTable(Sense(table["sense"]), limits, Decimal(table["full"]))


def _outcome(line: Data) -> Outcome:
    actual, adjusted = line["actual"], line["adjusted"]
    return Outcome(
        actual=Actual(
            _figure(actual["value"]),
            actual["unit"],
            _day(actual["date"]),
            actual["yes"],
            Band(actual["band"]) if actual["band"] else None,
        )
        if actual
        else None,
        share=_figure(line["share"]),
        state=State(line["state"]),
        reason="取消" if line["state"] == "not_applicable" else "",
        adjusted=AdjustedTarget(target_of(adjusted)) if adjusted else None,
        steps=_steps(line["own_steps"]),
    )


def _project_outcome(project: Data) -> ProjectOutcome:
    amounts: dict[str, Any] = {
        kind: Funds(**{source: Decimal(part) for source, part in parts.items()})
        for kind, parts in project["money"].items()
    }
    return ProjectOutcome(
        Money(**amounts),
        state=State(project["state"]),
        reason="撤销" if project["state"] == "not_applicable" else "",
        execution=State(project["execution"]),
        execution_reason="无预算" if project["execution"] == "not_applicable" else "",
        weight_choice=WeightChoice(project["weight_choice"]),
        completion=Completion(project["completion"]),
        mean_weight=_figure(project["mean_weight"]),
    )
