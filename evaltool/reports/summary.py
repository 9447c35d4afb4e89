"""部门汇总: every project on one line, and the figures for the department as a whole side by side.

No national text derives a department's score from its projects; so each figure says what it is, and one that
cannot be judged says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.looks import BODY, CENTRE, HEAD, MONEY, PERCENT, POINTS, SUBTITLE, TITLE, TOTAL
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.wording import term
from scoring.findings import Finding, Severity
from scoring.model import DepartmentOutcome, Dossier
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore, Status

UNITS = (6, 24, 26, 13, 13, 10, 12, 9, 14, 20)
LAST = len(UNITS)

FIGURES: Columns = (
    (1, 3, N_("口径")),
    (4, 5, N_("得分")),
    (6, 6, N_("等级")),
    (7, LAST, N_("如何得出，或为何不能评定")),
)
PROJECTS: Columns = (
    (1, 1, N_("序号")),
    (2, 2, N_("项目编码")),
    (3, 3, N_("项目名称")),
    (4, 4, N_("全年预算数")),
    (5, 5, N_("全年执行数")),
    (6, 6, N_("执行率")),
    (7, 7, N_("得分")),
    (8, 8, N_("等级")),
    (9, 9, N_("录入情况")),
    (10, 10, N_("疑点")),
)
LEVELS: Columns = (
    (1, 1, N_("序号")),
    (2, 3, N_("项目名称")),
    (4, 5, N_("一级指标")),
    (6, 7, N_("二级指标")),
    (8, 8, N_("分值")),
    (9, LAST, N_("得分")),
)
OBJECTIVES: Columns = (
    (1, 1, N_("序号")),
    (2, 2, N_("所属目标")),
    (3, 3, N_("指标")),
    (4, 4, N_("年度指标值")),
    (5, 5, N_("实际完成值")),
    (6, 6, N_("完成率")),
    (7, 7, N_("分值")),
    (8, 9, N_("得分")),
    (10, 10, N_("偏差原因及改进措施")),
)
WHOLE: Columns = (
    (1, 3, N_("支出类别")),
    (4, 4, N_("预算数")),
    (5, 5, N_("执行数")),
    (6, 6, N_("执行率")),
    (7, 7, N_("分值")),
    (8, LAST, N_("得分")),
)


def write(sheet: Sheet, dossier: Dossier, score: DepartmentScore) -> None:
    """Write the summary and set it up for A4 landscape, whose it is on every page."""
    sheet.line(_("部门绩效自评汇总表"), TITLE, least=32)
    whose = sheet.line(texts.department(score), SUBTITLE)
    sheet.line(texts.rulebook(score.rulebook))
    _figures(sheet, score)
    _projects(sheet, score)
    _levels(sheet, score.projects)
    _objectives(sheet, score.objectives)
    _whole(sheet, dossier.outcomes.department, score.execution)
    sheet.finish(landscape=True, repeat=whose)


def _figures(sheet: Sheet, score: DepartmentScore) -> None:
    sheet.table(_("部门得分（各口径并列）"), FIGURES)
    for method in score.methods.values():
        label = term(method.code)
        if method.code == score.headline:
            label = _("{figure}〔评分规则采用〕").format(figure=label)
        judged = method.score is not None
        sheet.add(
            Box(1, 3, label),
            Box(4, 5, texts.total(method.score) if judged else _("不能评定"), TOTAL),
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


def _levels(sheet: Sheet, projects: Sequence[ProjectScore]) -> None:
    sheet.table(_("各级指标得分"), LEVELS)
    for number, project in enumerate(projects, 1):
        if not project.levels:
            continue
        first = sheet.row
        for level1, levels in groupby(project.levels, key=lambda level: level.level1):
            top = sheet.row
            for level in levels:
                is_sum = not level.level2
                sheet.add(
                    Box(6, 7, _("小计") if is_sum else level.level2, CENTRE if is_sum else BODY),
                    Box(8, 8, level.weight, TOTAL if is_sum else POINTS),
                    Box(9, LAST, texts.total(level.score), TOTAL if is_sum else POINTS),
                )
            sheet.span(top, Box(4, 5, level1))
        sheet.span(first, Box(1, 1, Decimal(number), CENTRE))
        sheet.span(first, Box(2, 3, project.name))


def _objectives(sheet: Sheet, lines: Sequence[IndicatorScore]) -> None:
    if not lines:
        return
    sheet.table(_("部门整体绩效目标完成情况"), OBJECTIVES)
    for number, line in enumerate(lines, 1):
        sheet.add(
            Box(1, 1, Decimal(number), CENTRE),
            Box(2, 2, line.indicator.key.objective),
            Box(3, 3, line.indicator.name),
            Box(4, 4, texts.target(line), CENTRE),
            Box(5, 5, texts.actual(line), CENTRE),
            Box(6, 6, texts.rate(line.attainment), PERCENT),
            Box(7, 7, texts.weight(line), POINTS),
            Box(8, 9, texts.points(line.score, line.status), POINTS),
            Box(10, 10, texts.reasons(line)),
        )


def _whole(sheet: Sheet, outcome: DepartmentOutcome, execution: ExecutionScore | None) -> None:
    """The money of the department as a whole, on which its own execution rests."""
    if execution is None:
        return
    sheet.table(_("部门整体支出（金额单位：万元）"), WHOLE)
    kinds = (
        (_("基本支出"), outcome.basic_budget, outcome.basic_spent),
        (_("项目支出"), outcome.project_budget, outcome.project_spent),
    )
    for kind, budget, spent in kinds:
        sheet.add(
            Box(1, 3, kind),
            Box(4, 4, texts.amount(budget), MONEY),
            Box(5, 5, texts.amount(spent), MONEY),
            *(Box(first, last, texts.NOTHING, CENTRE) for first, last, _heading in WHOLE[3:]),
        )
    sheet.add(
        Box(1, 3, _("合计"), HEAD),
        Box(4, 4, texts.amount(execution.budget), MONEY),
        Box(5, 5, texts.amount(execution.spent), MONEY),
        Box(6, 6, texts.rate(execution.rate), PERCENT),
        Box(7, 7, execution.weight, POINTS),
        Box(8, LAST, texts.points(execution.score, execution.status), POINTS),
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
