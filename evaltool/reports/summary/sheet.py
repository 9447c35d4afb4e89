"""部门汇总: every project on one line, and the figures for the department as a whole side by side.

No national text derives a department's score from its projects; so each figure says what it is, and one that
cannot be judged says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.reports.summary import levels, own_objectives
from evaltool.sheets.looks import BAND, BODY, CENTRE, MONEY, PERCENT, POINTS, SUBTITLE, TITLE, TOTAL
from evaltool.wording import term
from scoring.findings import Finding, Severity
from scoring.scores import DepartmentScore, ProjectScore, Status

UNITS = (6, 24, 24, 13, 15, 10, 15, 9, 13, 20)
LAST = len(UNITS)

FIGURES: Columns = (
    (1, 2, N_("口径")),
    (3, 4, N_("含义")),
    (5, 5, N_("得分")),
    (6, 6, N_("等级")),
    (7, LAST, N_("如何得出，或为何无法评定")),
)
PROJECTS: Columns = (
    (1, 1, N_("序号")),
    (2, 2, N_("项目编码")),
    (3, 3, N_("项目名称")),
    (4, 4, N_("预算数")),
    (5, 5, N_("执行数")),
    (6, 6, N_("执行率")),
    (7, 7, N_("得分")),
    (8, 8, N_("等级")),
    (9, 9, N_("录入情况")),
    (10, 10, N_("疑点")),
)


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write the summary and set it up for A4 landscape, whose it is on every page."""
    score = card.score
    sheet.line(_("部门绩效自评汇总表"), TITLE, least=32)
    whose = sheet.line(texts.department(score), SUBTITLE)
    sheet.line(texts.rulebook(score.rulebook))
    _figures(sheet, score)
    _projects(sheet, score)
    levels.write(sheet, score)
    own_objectives.write(sheet, card.dossier.outcomes.department, score)
    sheet.finish(landscape=True, repeat=whose, mark=card.mark)


def _figures(sheet: Sheet, score: DepartmentScore) -> None:
    sheet.table(_("部门得分（各口径并列）"), FIGURES)
    for method in score.methods.values():
        label = term(method.code)
        is_headline = method.code == score.headline
        if is_headline:
            label += "\n" + _("〔评分规则采用〕")
        judged = method.score is not None
        sheet.add(
            Box(1, 2, label, BAND if is_headline else BODY),
            Box(3, 4, term(f"{method.code}.what")),
            Box(5, 5, texts.total(method.score) if judged else _("无法评定"), TOTAL),
            Box(6, 6, texts.grade(method.grade) if judged else texts.NOTHING, CENTRE),
            Box(7, LAST, texts.working(method.working)),
        )


def _projects(sheet: Sheet, score: DepartmentScore) -> None:
    sheet.table(_("项目得分（金额单位：万元）"), PROJECTS)
    doubts: dict[str, list[Finding]] = {}
    for finding in score.findings:
        doubts.setdefault(finding.subject.project, []).append(finding)
    for number, project in enumerate(score.projects, 1):
        execution = project.execution
        sheet.add(
            Box(1, 1, Decimal(number), CENTRE),
            Box(2, 2, project.code),
            Box(3, 3, project.name),
            Box(4, 4, texts.amount(execution.budget), MONEY),
            Box(5, 5, texts.amount(execution.spent), MONEY),
            Box(6, 6, texts.rate(execution.rate), PERCENT),
            Box(7, 7, texts.total(project.score), POINTS),
            Box(8, 8, texts.grade(project.grade) if project.score else texts.NOTHING, CENTRE),
            Box(9, 9, _progress(project), CENTRE),
            Box(10, 10, _counted(doubts.get(project.code, ()))),
        )


def _progress(project: ProjectScore) -> str:
    """How much of a project is recorded: its indicators, and the money spent."""
    lines = project.indicators
    done = sum(line.outcome.actual is not None or line.status is Status.NOT_APPLICABLE for line in lines)
    if project.score is None:
        return texts.NOTHING
    if done == len(lines) and project.execution.status is not Status.WAITING:
        return _("已录完")
    if not done:
        return _("未录入")
    return _("录入中 {done}/{all}").format(done=done, all=len(lines))


def _counted(findings: Iterable[Finding]) -> str:
    """How many findings of each severity, the gravest first."""
    severities = [finding.severity for finding in findings]
    counted = [(severity, severities.count(severity)) for severity in Severity]
    said = [
        _("{severity} {count}").format(severity=term(severity), count=count)
        for severity, count in counted
        if count
    ]
    return _("，").join(said) or texts.NOTHING
