"""An office whose own texts are of one alphabet, so that a word of another one must be the program's.

But for 指标 at the end of a level, which every level has.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from tui_bench import NOW

from evaltool import operations as ops
from scoring.findings import finding
from scoring.model import (
    Actual,
    Department,
    Indicator,
    Key,
    Objective,
    Outcome,
    Outcomes,
    Project,
    Reading,
    Sense,
    Source,
    Subject,
    Target,
)
from scoring.record import Entry

WORKSPACE = "1.db"
DOCUMENT = "2.txt"
"""A document of the office that lies in its folder; what it says is what `reading` says."""

Texts = dict[str, str | tuple[str, str]]

ENGLISH: Texts = {
    "who": "Kim",
    "office": "Office",
    "project": "Running costs",
    "other": "Repairs",
    "objective": "Serve everybody",
    "level": ("output指标", "effect指标"),
    "under": ("number指标", "social指标"),
    "meetings": "meetings",
    "renamed": "talks",
    "esteem": "esteem",
    "time": "papers in time",
    "unit": "x",
    "better": "better",
    "reason": "rain",
    "rulebook": "Our own rules",
}
CHINESE: Texts = {
    "who": "张三",
    "office": "办公室",
    "project": "运转经费",
    "other": "维修",
    "objective": "服务群众",
    "level": ("产出指标", "效益指标"),
    "under": ("数量指标", "社会效益指标"),
    "meetings": "会议培训次数",
    "renamed": "座谈次数",
    "esteem": "公众评价",
    "time": "文件及时率",
    "unit": "次",
    "better": "有所提高",
    "reason": "下雨",
    "rulebook": "本县规则",
}


class Office:
    """Its texts, its declarations of two years, and a document that says something else."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def __getitem__(self, name: str) -> str:
        return str(self.texts[name])

    def _indicator(self, name: str, target: Target, level: int, ordinal: int = 1) -> Indicator:
        key = Key("P1", "", self.texts["level"][level], self.texts["under"][level], self[name], ordinal)
        return Indicator(key, target, source=Source(DOCUMENT, line=3 + ordinal))

    def _at_least(self, value: int) -> Target:
        return Target(Sense.AT_LEAST, Decimal(value), unit=self["unit"], text=f"{value}{self['unit']}")

    def department(self, year: int, meetings: str = "meetings") -> Department:
        """What it declares for a year, its main figure under a name."""
        figure = self._indicator(meetings, self._at_least(4), 0)
        band = self._indicator("esteem", Target(Sense.QUALITATIVE, text=self["better"]), 1)
        twice = [self._indicator("time", self._at_least(value), 0, value) for value in (1, 2)]
        projects = (
            Project("P1", self["project"], budget=Decimal(10), indicators=(figure, band, *twice)),
            Project(
                "P2", self["other"], indicators=(replace(figure, key=figure.key._replace(project="P2")),)
            ),
        )
        objective = Objective(self["objective"], self["objective"])
        return Department(
            "D1", self["office"], year, self["objective"], objectives=(objective,), projects=projects
        )

    def reading(self, _path: Path) -> Reading:
        """The document: another name for the main figure, figures, and something odd."""
        new = self.department(NOW.year - 1, "renamed")
        project, *others = new.projects
        new = replace(new, projects=(replace(project, budget=Decimal(12)), *others))
        keys = [one.key for one in new.projects[0].indicators]
        odd = finding("target.unread", Subject("P1", keys[0], "target"), text="4")
        achieved = Outcomes({keys[2]: Outcome(Actual(Decimal(3), text="3"))})
        return Reading(new, achieved, findings=(odd,))

    def desk(self, workspace: str = WORKSPACE) -> ops.Desk:
        """A workspace in the current folder, its own one or one that is not there yet."""
        return ops.Desk.open(Path(workspace), who=self["who"], clock=lambda: NOW)

    def settle_in(self) -> None:
        """A document in the current folder, and a workspace: two years, one figure with its reason."""
        Path(DOCUMENT).touch()
        with self.desk() as desk:
            for year in (NOW.year - 2, NOW.year - 1):
                desk.adopt(Reading(self.department(year))).result()
            key = self.department(NOW.year - 1).projects[0].indicators[0].key
            entries = [
                Entry(Subject("P1", key, "actual"), Actual(Decimal(3), self["unit"], text="3"), "3"),
                Entry(Subject("P1", key, "reason"), self["reason"]),
            ]
            desk.record("D1", NOW.year - 1, entries, "record")
