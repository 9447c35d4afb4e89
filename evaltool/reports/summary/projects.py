"""项目得分: every project on one line, by its place among the department's."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.ranks import place
from evaltool.reports.severities import counted
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE, MONEY, PERCENT, POINTS
from scoring.compared import is_settled, ranked
from scoring.findings import Finding
from scoring.model import Subject
from scoring.scores import DepartmentScore, ProjectScore, Status

SCORE = 8

COLUMNS: Columns = (
    (1, 1, N_("排名")),
    (2, 2, N_("序号")),
    (3, 3, N_("项目编码")),
    (4, 4, N_("项目名称")),
    (5, 5, N_("预算数")),
    (6, 6, N_("执行数")),
    (7, 7, N_("执行率")),
    (SCORE, SCORE, N_("得分")),
    (9, 9, N_("等级")),
    (10, 10, N_("录入情况")),
    (11, 11, N_("未答复的疑点")),
)


def write(sheet: Sheet, score: DepartmentScore, open_findings: Iterable[Finding]) -> None:
    """Write the projects, the highest score first; 序号 is their number in the document."""
    sheet.table(_("项目得分（按得分排名，金额单位：万元）"), COLUMNS)
    doubts: dict[str, list[Finding]] = {}
    for finding in open_findings:
        doubts.setdefault(finding.subject.project, []).append(finding)
    if not score.projects:
        sheet.line(_("本部门没有项目"), CENTRE)
    for each in ranked(enumerate(score.projects, 1), lambda numbered: _settled(numbered[1])):
        number, project = each.one
        execution = project.execution
        at = sheet.add(
            Box(1, 1, place(each), CENTRE),
            Box(2, 2, Decimal(number), CENTRE),
            Box(3, 3, project.code),
            Box(4, 4, project.name),
            Box(5, 5, texts.amount(execution.budget), MONEY),
            Box(6, 6, texts.amount(execution.spent), MONEY),
            Box(7, 7, texts.rate(execution.rate), PERCENT),
            Box(SCORE, SCORE, texts.total(project.score), POINTS),
            Box(9, 9, texts.grade_of(project.score, project.grade), CENTRE),
            Box(10, 10, _progress(project), CENTRE),
            Box(11, 11, counted(finding.severity for finding in doubts.get(project.code, ()))),
        )
        sheet.note(Subject(project.code, field="total"), at, SCORE)


def _settled(project: ProjectScore) -> Decimal | None:
    return project.score.value if project.score else None


def _progress(project: ProjectScore) -> str:
    """How much of a project is recorded: its indicators, and the money spent."""
    lines = project.indicators
    done = sum(is_settled(line.outcome) for line in lines)
    if project.score is None:
        return texts.NOTHING
    if done == len(lines) and project.execution.status is not Status.WAITING:
        return _("已录完")
    if not done:
        return _("未录入")
    return _("录入中 {done}/{all}").format(done=done, all=len(lines))
