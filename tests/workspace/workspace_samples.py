"""Departments to keep, and the places in them that the tests record values for. Figures are made up."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from evaltool.workspace import KeptRulebook, Workspace
from scoring.findings import Finding, finding
from scoring.model import (
    CHECKPOINT_MONTHS,
    OVERALL,
    Actual,
    Checkpoint,
    Department,
    Indicator,
    Key,
    Measure,
    Objective,
    Project,
    Reading,
    Sense,
    Source,
    Subject,
    Target,
)

CODE, YEAR, PROJECT = "131001", 2022, "13052922P00584010141N"
RULEBOOK: Any = object()  # the workspace hands it through and looks at nothing in it


def indicator(
    name: str, *, level2: str = "数量指标", objective: str = "", project: str = PROJECT
) -> Indicator:
    key = Key(project, objective, "产出指标" if project else "", level2 if project else "", name)
    target = Target(Sense.AT_LEAST, Decimal(95), unit="%", inferred=("sense",), text="95%")
    source = Source("样本.txt", line=7, table=1, row=2)
    return Indicator(key, target, "说明", "工作计划", Decimal("12.50"), source=source)


MEETINGS, IN_TIME, SATISFACTION = (indicator(name) for name in ("会议培训次数", "完成率", "满意度"))
HANDED_ON = indicator("提案交办率", objective=OVERALL, project="")
HANDED_ON_TOO = indicator("提案交办率", objective="（一）建言资政", project="")


def project(code: str = PROJECT, *indicators: Indicator) -> Project:
    plan = tuple(Checkpoint(month, Decimal("35.750"), Decimal(25), "35.750") for month in CHECKPOINT_MONTHS)
    return Project(
        code,
        "专项运转保障经费",
        budget=Decimal("143.00"),
        fiscal=Decimal("143.00"),
        purpose="保障运转",
        objectives=("保障运转", "提高效率"),
        plan=plan,
        indicators=indicators or (MEETINGS, IN_TIME, SATISFACTION),
        source=Source("样本.txt", line=5),
    )


def department(*projects: Project, name: str = "巨鹿县政协", year: int | None = YEAR) -> Department:
    return Department(
        CODE,
        name,
        year,
        "做好政协工作",
        (HANDED_ON,),
        (Objective("（一）建言资政", "开展专题协商", (HANDED_ON_TOO,)), Objective("（二）自身建设")),
        (Measure("加强领导"), Measure("强化保障", ("（1）制度", "（2）人员"))),
        projects or (project(),),
        ("year",),
        Source("样本.txt"),
    )


def reading(declared: Department | None = None) -> Reading:
    return Reading(declared or department())


def at(indicator: Indicator, field: str = "actual") -> Subject:
    return Subject(indicator.key.project, indicator.key, field)


def percent(figure: int | str) -> Actual:
    return Actual(Decimal(figure), "%", text=f"{figure}%")


def by(day: int) -> Actual:
    return Actual(date=date(YEAR, 12, day), text=f"12月{day}日")


def doubt(text: str) -> Finding:
    """What was odd about a target of the document."""
    where = Subject(PROJECT, IN_TIME.key, "target")
    return finding("text.repaired", where, Source("样本.txt", line=7), text=text, read="95%")


def kept_rulebook(title: str) -> KeptRulebook:
    """A rulebook as it is kept; the workspace looks at nothing in its content."""
    return KeptRulebook(f"hash of {title}", "local", "1", title, f'title = "{title}"\n')


class Clock:
    """Ten seconds later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2023, 1, 9, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=10)
        return self.now


def opened(path: Path | str, who: str = "王芳", patience: float = 20, **more: Any) -> Workspace:
    return Workspace.open(path, who=who, session=f"{who}-1", clock=Clock(), patience=patience, **more)


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
connection.close()
print("free", flush=True)
"""


class Holder(Protocol):
    def __call__(self, path: Path) -> AbstractContextManager[Callable[[], None]]: ...


@contextmanager
def hold(path: Path) -> Iterator[Callable[[], None]]:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        def release() -> None:
            if holder.poll() is None:
                holder.communicate("\n")

        try:
            yield release
        finally:
            release()
