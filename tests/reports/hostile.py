"""An office in which somebody typed one text into every place where a person can type."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from by_hand import MADE_ON, at_least, done, julu

from evaltool.reports import Scorecard
from scoring.evaluate import evaluate
from scoring.model import (
    Actual,
    AdjustedTarget,
    Checkpoint,
    Department,
    DepartmentOutcome,
    Dossier,
    EvidenceFile,
    Indicator,
    Key,
    Objective,
    Outcome,
    Outcomes,
    Override,
    People,
    Project,
    ProjectOutcome,
    State,
    StepTable,
)

MARK = "鱻"
"""A sign that no text of ours has, so that a text from a person is known wherever it lands."""

LEVELS = ("产出指标", "产出指标", "效益指标", "满意度指标")
POINTS = (30, 20, 30, 10)


def office(text: str) -> Dossier:
    """Two projects, one with levels of that name, and clauses of the department's own."""
    projects = [_project(text, text, levels=LEVELS), _project(text, f"{text}2", levels=(text,) * 4)]
    clause = Indicator(Key("", text, "", "", text), at_least("95", text=text))
    department = Department(
        text,
        text,
        2022,
        objective=text,
        objectives=(Objective(text, text, (clause,)),),
        projects=tuple(projects),
    )
    lines = [indicator for project in projects for indicator in project.indicators]
    outcomes = {line.key: _outcome(text, number) for number, line in enumerate(lines)}
    people = People(text, text, text, text, text)
    whole = DepartmentOutcome(
        Decimal(400), Decimal(380), Decimal(143), Decimal(138), {text: text}, people, {text: Decimal(2)}
    )
    recorded = julu().outcomes.projects
    money = replace(next(iter(recorded.values())).money, checkpoints={3: Decimal(10), 6: Decimal(70)})
    dossier = Dossier(
        department,
        julu().rulebook,
        Outcomes(
            {**outcomes, clause.key: done("90", reason=text, evidence=text)},
            {one.code: ProjectOutcome(money, text, execution_reason=text) for one in projects},
            whole,
        ),
        {lines[0].key: Override(Decimal(20), f"{text}。", text)},
        {lines[1].key: Decimal(20)},
    )
    answers = {finding.fingerprint: text for finding in evaluate(dossier).findings[:3]}
    return replace(dossier, outcomes=replace(dossier.outcomes, department=replace(whole, answers=answers)))


def card(dossier: Dossier) -> Scorecard:
    """Its scorecard."""
    return Scorecard(dossier, evaluate(dossier), MADE_ON)


def _project(text: str, code: str, levels: tuple[str, ...]) -> Project:
    lines = tuple(
        Indicator(
            Key(code, "", level, text, text, number),
            at_least("95", text=text),
            description=text,
            basis=text,
            weight=Decimal(points),
        )
        for number, (level, points) in enumerate(zip(levels, POINTS, strict=True), 1)
    )
    plan = (Checkpoint(3, Decimal(20), text=text), Checkpoint(12, Decimal(143), text=text))
    return Project(
        code, text, text, Decimal(143), purpose=text, objectives=(text, text), plan=plan, indicators=lines
    )


def _outcome(text: str, number: int) -> Outcome:
    """The first is usual, the second adjusted, the third unreadable; the fourth does not apply."""
    said: dict[str, Any] = {"reason": text, "action": text, "evidence": text}
    file = EvidenceFile(text, 3, "0" * 64)
    if number % 4 == 1:
        adjusted = AdjustedTarget(at_least("90", text=text), text, date(2022, 9, 1))
        return done("80", **said, adjusted=adjusted, evidence_files=(file,))
    if number % 4 == 2:
        return Outcome(Actual(text=text), **said)
    if number % 4 == 3:
        return Outcome(state=State.NOT_APPLICABLE, **said)
    steps = StepTable(
        at_least("95").sense, ((Decimal(95), Decimal(100)), (Decimal(60), Decimal(50))), text=text
    )
    return done("80", **said, steps=steps)
