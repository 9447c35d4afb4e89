"""Dossiers built by hand, so that the tests of reports stand without a document reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from scoring import rulebook
from scoring.model import (
    Actual,
    Band,
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
    People,
    Project,
    ProjectOutcome,
    Sense,
    Target,
)

MADE_ON = date(2023, 1, 15)
CODE = "13052922P00584010141N"


def line(level1: str, level2: str, name: str, target: Target, project: str = CODE) -> Indicator:
    return Indicator(Key(project, "", level1, level2, name), target)


def at_least(figure: str, unit: str = "%", *, text: str = "") -> Target:
    """A declared figure; with a text of its own it had no sign, and its sense was inferred."""
    inferred = ("sense",) if text else ()
    return Target(Sense.AT_LEAST, Decimal(figure), None, unit, None, inferred, text or f"≥{figure}{unit}")


def done(figure: str, unit: str = "%", **more: Any) -> Outcome:
    return Outcome(Actual(Decimal(figure), unit, text=f"{figure}{unit}"), **more)


def julu() -> Dossier:
    """巨鹿 2022, with the actuals of the examples: 92.88 points."""
    cost = Target(Sense.AT_MOST, Decimal(143), unit="万元", inferred=("sense",), text="143万元")
    vague = Target(Sense.QUALITATIVE, text="有效提高委员参政议政")
    met = Actual(band=Band.MET, text="达成")
    lines = {
        line("产出指标", "数量指标", "会议培训次数", at_least("4", "次", text="4次")): done(
            "3", "次", reason="受疫情影响，一次会议改为线上", action="提前制定线上预案"
        ),
        line("产出指标", "质量指标", "经费支付及时率", at_least("95")): done("96"),
        line("产出指标", "时效指标", "完成率", at_least("95")): done("90", reason="两项调研跨年完成"),
        line("产出指标", "成本指标", "经费成本", cost): done("138.6", "万元"),
        line("效益指标", "社会效益指标", "委员履职能力提升", vague): Outcome(
            met, Decimal(90), evidence="履职档案"
        ),
        line("满意度指标", "服务对象满意度指标", "满意度", at_least("95")): done(
            "94.67", reason="三份问卷不满意"
        ),
    }
    project = Project(
        CODE,
        "专项运转保障经费",
        budget=Decimal("143.00"),
        fiscal=Decimal("143.00"),
        purpose="做好经费保障工作，保障办公正常运转。",
        objectives=("做好经费保障工作，保障政协机关正常运转。", "提高委员履职能力。"),
        indicators=tuple(lines),
    )
    name = "中国人民政治协商会议巨鹿县委员会办公室本级"
    department = Department("131001", name, 2022, projects=(project,))
    money = Money(adjusted=Funds(Decimal(143)), spent=Funds(Decimal("138.6"), fiscal=Decimal("138.6")))
    people = People("巨鹿县政协", "张三", "0319-0000000", "李四", "2023年1月10日")
    outcomes = Outcomes(
        {indicator.key: outcome for indicator, outcome in lines.items()},
        {CODE: ProjectOutcome(money, achieved="全年会议、培训和调研保障到位。")},
        DepartmentOutcome(people=people),
    )
    return Dossier(department, rulebook.load(), outcomes)


def key_of(dossier: Dossier, name: str) -> Key:
    """The key of the indicator of that name."""
    return next(indicator.key for indicator in dossier.department.indicators() if indicator.name == name)


def with_outcome(dossier: Dossier, name: str, outcome: Outcome | None) -> Dossier:
    """The dossier with another outcome, or none, for the indicator of that name."""
    recorded = {key: known for key, known in dossier.outcomes.indicators.items() if key.name != name}
    if outcome is not None:
        recorded[key_of(dossier, name)] = outcome
    return replace(dossier, outcomes=replace(dossier.outcomes, indicators=recorded))


def with_override(dossier: Dossier, name: str, override: Override) -> Dossier:
    """The dossier with a score set by a person."""
    return replace(dossier, overrides={key_of(dossier, name): override})


def with_projects(dossier: Dossier, *projects: Project) -> Dossier:
    """The dossier with other projects."""
    return replace(dossier, department=replace(dossier.department, projects=projects))


def with_project_outcome(dossier: Dossier, **changes: Any) -> Dossier:
    """The dossier with changes to what was recorded for its project."""
    recorded = replace(dossier.outcomes.projects[CODE], **changes)
    return replace(dossier, outcomes=replace(dossier.outcomes, projects={CODE: recorded}))


def with_own_objectives(dossier: Dossier) -> Dossier:
    """The department's own objective, recorded, and its money as a whole."""
    clause = line("", "", "提案交办率", at_least("95"), "")
    clause = replace(clause, key=clause.key._replace(objective="（一）"))
    department = replace(dossier.department, objectives=(Objective("（一）", indicators=(clause,)),))
    whole = DepartmentOutcome(Decimal(400), Decimal(380), Decimal(143), Decimal("138.6"))
    recorded = {**dossier.outcomes.indicators, clause.key: done("90")}
    return replace(
        dossier,
        department=department,
        outcomes=replace(dossier.outcomes, indicators=recorded, department=whole),
    )
