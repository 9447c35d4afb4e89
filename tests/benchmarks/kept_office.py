"""A workspace of the size that an office keeps for a whole county: 500 departments, half of them recorded.

The departments are made up. They go into the workspace the way a document does, by `adopt`, and their
figures the way a person's do, by `save`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import cycle, islice
from pathlib import Path

from evaltool.workspace import ANY, Edit, Workspace
from scoring.model import Department, Indicator, Key, Project, Reading, Subject
from scoring.notation import read_actual, read_target

DEPARTMENTS = 500
YEAR = 2022
LONG_PROJECT = "全县公共服务综合运转保障经费"
"""The second project of the first department: 60 indicators."""

DECLARED = (
    ("产出指标", "数量指标", "组织专题培训次数", "≥4次", "5次"),
    ("产出指标", "质量指标", "培训考核合格率", "≥95%", "93.5%"),
    ("产出指标", "时效指标", "经费支付完成时间", "12月底前", "12月20日"),
    ("产出指标", "成本指标", "经费支出控制额", "143万元", "138.6万元"),
    ("效益指标", "社会效益指标", "群众办事便利程度", "有效提高群众办事便利程度", "达成"),
    ("满意度指标", "服务对象满意度指标", "服务对象满意度", "≥95%", "96.2%"),
)
"""Level 1, level 2, name, target, and the actual of those departments that are recorded."""


def department(number: int) -> Department:
    """The department of a number: 3 to 5 projects of 4 to 6 indicators; the first has a long one as well."""
    projects = [
        project(f"{number:03}{at:02}", f"专项工作经费{at + 1}", 4 + (number + at) % 3)
        for at in range(3 + number % 3)
    ]
    if number == 0:
        projects[1] = project("00001", LONG_PROJECT, 60)
    name = f"第{number + 1}镇人民政府便民服务中心"
    return Department(f"{131000 + number}", name, YEAR, "完成全年工作任务。", projects=tuple(projects))


def project(code: str, name: str, count: int) -> Project:
    """A project with so many indicators."""
    lines = enumerate(islice(cycle(DECLARED), count))
    indicators = tuple(
        indicator(Key(code, "", level1, level2, f"{what}{at + 1}"), text)
        for at, (level1, level2, what, text, _actual) in lines
    )
    return Project(code, name, budget=Decimal("143.00"), purpose="保障工作正常运转。", indicators=indicators)


def indicator(key: Key, text: str) -> Indicator:
    """An indicator whose target is declared as a text."""
    target, _findings = read_target(text, level2=key.level2, name=key.name, year=YEAR)
    return Indicator(key, target, description=f"反映{key.name}", basis="年度工作计划")


def actuals(declared: Department) -> Iterator[Edit]:
    """All actuals and the money of a department."""
    for one in declared.projects:
        for field, amount in (("money.adjusted.total", 143), ("money.spent.total", 138)):
            yield Edit(Subject(one.code, field=field), ANY, Decimal(amount), str(amount))
        for line, (*_declared, text) in zip(one.indicators, cycle(DECLARED), strict=False):
            actual, _findings = read_actual(text, line.target, year=YEAR)
            yield Edit(Subject(one.code, line.key, "actual"), ANY, actual)


def opened(path: Path) -> Workspace:
    """The workspace at a path."""
    return Workspace.open(
        path, who="测试", session="1", clock=lambda: datetime(2023, 1, 9, tzinfo=UTC), patience=20
    )


def fill(path: Path) -> None:
    """Keep 500 departments at a path; every second one is recorded, the first one is not."""
    with opened(path) as workspace:
        for number in range(DEPARTMENTS):
            declared = department(number)
            workspace.adopt(Reading(declared))
            if number % 2:
                workspace.save(declared.code, YEAR, list(actuals(declared)))
