"""What a document says and what is odd about it, to be looked at before it is adopted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import cells
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section
from scoring.findings import Finding, Severity, plain
from scoring.model import Project, Reading


class ReviewScreen(Dialog[bool]):
    """The reading as a page of text; True to adopt it."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "adopt", "")]

    def __init__(self, reading: Reading, difference: ops.Difference) -> None:
        super().__init__(_("读入的内容"), _("Enter 采用，上下翻看，Esc 不采用"))
        self._reading = reading
        self._difference = difference

    def body(self) -> list[Widget]:
        """The page."""
        read = self._reading
        return [
            Page(
                [
                    Section(self._office(), [Line(self._counts()), Line(self._compared())]),
                    Section(_("项目"), [_project(project) for project in read.department.projects]),
                    Section(words.findings_counted(read.findings), list(_findings(read.findings))),
                ]
            )
        ]

    def action_adopt(self) -> None:
        """Enter."""
        self.dismiss(True)

    def _office(self) -> str:
        department = self._reading.department
        year = department.year if department.year is not None else _("年度不明")
        return f"{department.code} {department.name}  {year}"

    def _counts(self) -> str:
        department = self._reading.department
        own, all_of_them = len(department.own_indicators()), len(department.indicators())
        counted = _("{projects} 个项目，{indicators} 个项目指标；部门目标中可衡量的内容 {own} 项")
        projects = len(department.projects)
        return counted.format(projects=projects, indicators=all_of_them - own, own=own)

    def _compared(self) -> str:
        difference = self._difference
        if difference.fresh:
            return _("工作区里还没有这个单位的这个年度")
        if difference.same:
            return _("与工作区里的一致")
        counted = _("与工作区里的相比：新增 {added}，减少 {removed}，改动 {changed}；已录入的实际完成值保留")
        counts = {name: len(getattr(difference, name)) for name in ("added", "removed", "changed")}
        return counted.format(**counts)


def _project(project: Project) -> Line:
    budget = "" if project.budget is None else _("预算 {amount} 万元").format(amount=plain(project.budget))
    counted = _("{count} 个指标").format(count=len(project.indicators))
    return Line("  ".join(filter(None, [project.code, project.name, budget, counted])))


def _findings(findings: Sequence[Finding]) -> Iterator[Line]:
    order = list(Severity)
    for found in sorted(findings, key=lambda one: order.index(one.severity)):
        severity, where = wording.term(found.severity), wording.place(found)
        yield Line(wording.say(found), 0, f"{severity}  ")
        if where:
            yield Line(where, cells(severity) + 2)
