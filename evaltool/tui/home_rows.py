"""What the home screen says: each department and year with how far it is, and the newest changes in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import N_, _
from evaltool.tui import words
from evaltool.tui.book import DepartmentId
from evaltool.tui.cells import cells, cut, cut_middle, one_line
from evaltool.tui.columns import Cells, Column
from evaltool.tui.standing import Progress, progress
from scoring.notation import normalise

STATES = (N_("未录入"), N_("录入中"), N_("已录完"), N_("没有指标"), N_("部分交表"), N_("已交表"))
"""How far a department and year may be."""

GRADES = "优良中差"

GAP = "  "


@dataclass(frozen=True, slots=True)
class Counted:
    """What only scoring can say of a department: its open doubts, the errors among them, total and grade."""

    findings: int
    errors: int
    total: str
    grade: str


@dataclass(frozen=True, slots=True)
class Office:
    """A department and year in the list, and its newest change."""

    summary: ops.Summary
    latest: ops.Latest | None

    @property
    def id(self) -> DepartmentId:
        """The department's code and year."""
        return self.summary.code, self.summary.year

    def holds(self, wanted: Sequence[str]) -> bool:
        """Whether name, code or year hold every word that is searched for."""
        own = f"{self.summary.year or ''} {self.summary.code} {self.summary.name}".casefold()
        return all(word in own for word in wanted)


def columns() -> tuple[Column, ...]:
    """The columns of the list, as wide as the words of the language in use need."""
    grade = max(cells(wording.term(each)) for each in GRADES)
    return (
        Column("name", N_("单位"), 16),
        Column("year", N_("年度"), 4),
        Column("state", N_("状态"), max(cells(_(state)) for state in STATES)),
        Column("recorded", N_("已录入"), 7, rank=1, right=True),
        Column("findings", N_("疑点"), 4, rank=2, right=True),
        Column("errors", N_("错误"), 4, rank=5, right=True),
        Column("total", N_("得分"), len("93.91~99.91"), rank=3, right=True),
        Column("grade", N_("等级"), grade, rank=4),
        Column("changed", N_("最后变动"), 18, rank=6),
    )


def offices_of(overview: ops.Overview) -> list[Office]:
    """The lines of the list, in the order of the tree."""
    return [Office(one, overview.latest.get((one.code, one.year))) for one in overview.departments]


def search(offices: Sequence[Office], text: str) -> list[Office]:
    """Those that are searched for; digits and letters may be full-width."""
    wanted = normalise(text).casefold().split()
    return [office for office in offices if office.holds(wanted)]


def cells_of(office: Office, counted: Counted | None, now: datetime) -> Cells:
    """What stands in a line, by column; what is not counted yet is blank."""
    summary, last = office.summary, office.latest
    recorded, indicators = words.recorded_of(summary)
    known = {}
    if counted is not None:
        known = {"findings": f"{counted.findings}", "errors": f"{counted.errors}"}
        known |= {"total": counted.total, "grade": counted.grade}
    return {
        "name": one_line(summary.name),
        "year": f"{summary.year or ''}",
        "state": state_text(summary),
        "recorded": f"{recorded}/{indicators}",
        "changed": f"{when(last.at, now)} {one_line(last.who)}".strip() if last else "",
        **known,
    }


def state_text(summary: ops.Summary) -> str:
    """How far a department is: handed in, wholly or in part, else how far it is recorded."""
    handed_in = [project.handed_in for project in summary.projects]
    if summary.handed_in:
        return _("已交表")
    if any(handed_in):
        return _("部分交表")
    recorded, indicators = words.recorded_of(summary)
    if not indicators:
        return _("没有指标")
    stages = {Progress.NONE: _("未录入"), Progress.SOME: _("录入中"), Progress.ALL: _("已录完")}
    return stages[progress(recorded, indicators)]


def when(at: datetime, now: datetime) -> str:
    """A time as short as it is clear: of today the hour, of this year the day."""
    at = at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    return f"{at:%m-%d}" if at.year == now.year else f"{at:%Y-%m-%d}"


def change_lines(
    changes: Sequence[ops.Change], offices: Sequence[Office], now: datetime, room: int
) -> list[str]:
    """The newest changes, each in a line of `room` cells: when, who, where, what.

    What was changed goes first: the name has what is left, and a quarter of the line at the least.
    """
    names: Mapping[DepartmentId, str] = {office.id: office.summary.name for office in offices}
    return [cut(_change_line(change, names, now, room), room) for change in changes]


def _change_line(change: ops.Change, names: Mapping[DepartmentId, str], now: datetime, room: int) -> str:
    code, year = change.items[0].department
    where = one_line(f"{year or ''} {names.get((code, year), code)}").strip()
    what = words.change_text(change.items, None, is_undo=change.operation == "undo")
    said = _("{operation}：{change}").format(operation=wording.term(change.operation), change=what)
    beside = [when(change.at, now), one_line(change.who)]
    left = room - cells(GAP.join([*beside, "", said]))
    return GAP.join([*beside, cut_middle(where, max(left, room // 4)), said])
