"""An office whose declaration has everything that is hard to show: what a front may meet one day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tui_bench import open_desk

from evaltool import operations as ops
from scoring.model import (
    Actual,
    Checkpoint,
    Department,
    Indicator,
    Key,
    Objective,
    Project,
    Reading,
    Sense,
    Subject,
    Target,
)
from scoring.record import Entry

ODD = "名[/]\x1b[2J\x07‘{0}’%s\u202e①👍🏽e\u0301\t\n𠮷[@click=app.quit]"
LONG = "很长的名称（包括[括号]）" * 40

_TARGETS = (
    Target(Sense.AT_LEAST, Decimal(95), unit="%", text="≥95%"),
    Target(Sense.AT_MOST, Decimal(0), unit="次", text="≤0次"),
    Target(Sense.BETWEEN, Decimal(95), Decimal(105), nominal=Decimal(100), unit="万元", text="100±5万元"),
    Target(Sense.QUALITATIVE, text="有效" + ODD),
    Target(Sense.YES_NO, text="是"),
    Target(Sense.UNREAD, text=LONG),
    Target(Sense.EQUAL, Decimal("1e30"), unit=ODD, text=f"{10**30}{ODD}"),
)


def hostile() -> Department:
    """Odd and very long names, 60 indicators, none at all, no code, no budget, a budget of nothing."""
    many = Project("P60", LONG, budget=Decimal("0.01"), indicators=tuple(_indicators("P60", 60)))
    odd = Project(
        "P[/b]",
        ODD,
        budget=Decimal("1e15"),
        purpose=ODD,
        objectives=(ODD, LONG),
        plan=(Checkpoint(3, Decimal(0), None), Checkpoint(12, Decimal("1e15"), Decimal(200))),
        indicators=tuple(_indicators("P[/b]", 7)),
    )
    free = Project(
        "P0", "零预算", budget=Decimal(0), fiscal=Decimal(0), indicators=tuple(_indicators("P0", 2))
    )
    own = (Indicator(Key("", ODD, "", "", ODD), _TARGETS[0]),)
    return Department(
        "D[1]",
        ODD,
        2022,
        LONG,
        objectives=(Objective(ODD, LONG, own), Objective(LONG)),
        projects=(many, odd, free, Project("空", "没有指标"), Project("", "没有代码的项目")),
    )


def move_in(db: Path) -> None:
    """Bring both examples with their figures, the hostile office, and one that declares next to nothing."""
    with open_desk(db) as desk:
        for example in ops.examples():
            reading = ops.read(example.document)
            desk.adopt(reading).result()
            one = reading.department
            table = ops.read_actuals(example.actuals, desk.dossier(one.code, one.year), desk.who)
            desk.record(one.code, one.year, table.entries, "record")
        desk.adopt(Reading(hostile())).result()
        desk.adopt(Reading(Department("BY-HAND", "手工编制的单位", None))).result()
        key = hostile().projects[1].indicators[0].key
        said = [Entry(Subject("P[/b]", key, field), ODD) for field in ("reason", "action", "evidence")]
        said.append(Entry(Subject("P[/b]", key, "actual"), Actual(Decimal("1e20"), unit=ODD, text=ODD)))
        desk.record("D[1]", 2022, said, "record")


def _indicators(project: str, count: int) -> Iterator[Indicator]:
    levels = (("产出指标", "数量指标"), ("效益指标", "社会效益指标"), ("", ODD), ("满意度指标", ""))
    for number in range(count):
        name = (ODD, LONG, "会议次数", "很" * 40)[number % 4] + str(number)
        key = Key(project, "", *levels[number % len(levels)], name)
        weight = Decimal(number % 5) if number % 3 else None
        yield Indicator(key, _TARGETS[number % len(_TARGETS)], ODD, LONG, weight)
