"""Generated departments with everything that a form prints, and what is compared after reading it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

import form_cases

from scoring.model import (
    AdjustedTarget,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcome,
    Outcomes,
    People,
    Project,
    ProjectOutcome,
    State,
    Target,
)
from scoring.notation import write_target
from scoring.rulebook import Rulebook
from scoring.scores import DepartmentScore

NAMES = ("乡村道路养护（二期）", "百岁老人高龄津贴", "政协会议经费")
REASONS = ("", "受疫情影响，一次会议改为线上", "=SUM(A1:A9)", "原因：材料涨价；工期延后。", "指标值定得偏低")
ACTIONS = ("", "提前制定预案", "下年度年初排定计划：按季度通报")
APPROVALS = (
    ("", None),
    ("巨财绩〔2022〕7号", None),
    ("巨财绩〔2022〕7号，续", date(2022, 9, 1)),
    ("", date(2022, 3, 8)),
)
PEOPLE = People("巨鹿县政协", "张三", "0319-0000000", "李四", "2023年1月10日")


def department(seed: int, rules: Rulebook) -> Dossier:
    """Three projects, as a form can carry them.

    No score table of an indicator's own and no score set by a person; what was declared is the budget of the
    year's beginning. A target is printed as it counts.
    """
    draw = form_cases.drawing(seed)
    projects: list[Project] = []
    outcomes: dict[Key, Outcome] = {}
    done: dict[str, ProjectOutcome] = {}
    for number, name in enumerate(NAMES):
        filled = form_cases.case(3 * seed + number, rules).filled
        project, one = filled.department.projects[0], filled.outcomes.projects["P1"]
        code = draw.choice([f"1305{seed:04}P{number}", f"B-{seed}{number}", name])
        lines: list[Indicator] = []
        for line in numbered(project.indicators, code):
            achieved = filled.outcomes.indicators[line_key(project, len(lines))]
            lines.append(line)
            adjusted = achieved.adjusted
            if adjusted is not None:
                approval, day = draw.choice(APPROVALS)
                adjusted = AdjustedTarget(as_printed(adjusted.target), approval, day)
            reason = draw.choice(REASONS) if achieved.state is State.APPLIES else achieved.reason
            outcomes[line.key] = replace(
                achieved, reason=reason, action=draw.choice(ACTIONS), adjusted=adjusted
            )
        declared = one.money.initial.known if one.money.initial.known is not None else project.budget
        goals = draw.choice([(), ("保障会议正常举行。", "提高履职能力。")])
        projects.append(
            replace(project, code=code, name=name, budget=declared, objectives=goals, indicators=tuple(lines))
        )
        done[code] = replace(one, achieved=draw.choice(["", "全年任务如期完成。\n培训两期。"]))
    office = Department(f"13{seed:04}", "某县政协办公室", 2022, projects=tuple(projects))
    return Dossier(office, rules, Outcomes(outcomes, done, DepartmentOutcome(people=PEOPLE)))


def line_key(project: Project, place: int) -> Key:
    return project.indicators[place].key


def numbered(lines: tuple[Indicator, ...], code: str) -> Iterator[Indicator]:
    """The lines of a project under its code, each of a name of its own and without a score table."""
    for number, line in zip(count(1), lines, strict=False):
        key = line.key._replace(
            project=code, name=f"{line.name}{'甲乙丙丁戊己庚辛壬癸'[number - 1]}", ordinal=1
        )
        yield replace(line, key=key, target=as_printed(line.target), steps=None)


def as_printed(target: Target) -> Target:
    """The target whose text is what it says: the generator gives some a text of something else."""
    return replace(target, text=write_target(replace(target, text="")) or target.text)


def carried(line: Indicator) -> tuple[Key, Target]:
    """What every form says of an indicator beside its points: who it is, and what it asks for."""
    return line.key, line.target


def carried_outcome(outcome: Outcome) -> Outcome:
    """What every form says that was achieved: evidence stands in 佐证材料清单, score tables nowhere."""
    return replace(outcome, evidence="", evidence_files=(), steps=None)


def spent_of(money: Money) -> tuple[Funds, Decimal | None]:
    """What was spent, by source, and in all."""
    return replace(money.spent, total=None), money.spent.known


def points_of(score: DepartmentScore) -> list[object]:
    """Every score of a department, line by line, and the totals."""
    return [
        (
            (project.score, project.grade, project.execution.score, project.execution.weight),
            [(line.weight, line.score, line.status) for line in project.indicators],
        )
        for project in score.projects
    ]
