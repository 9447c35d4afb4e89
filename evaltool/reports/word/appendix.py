"""The signature, and after it the table of scores by project."""

from __future__ import annotations

from collections.abc import Iterator

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.parts import Column, Heading, Paragraph, Part, Set, Table
from evaltool.reports.word.phrases import clauses, earned, gap, graded, one_line, prose
from evaltool.wording import score as score_text
from evaltool.wording import term
from scoring.scores import DepartmentScore, ProjectScore, Status


def signature(card: Scorecard) -> Iterator[Part]:
    """Whose report it is, and when it was filled in."""
    people = card.dossier.outcomes.department.people
    yield Paragraph(one_line(card.department.name) or gap(_("单位名称")), Set.SIGNATURE)
    yield Paragraph(one_line(people.prepared_on) or gap(_("填报日期")), Set.SIGNATURE)


def scores(card: Scorecard) -> Iterator[Part]:
    """The table, and below it the department's figure."""
    score = card.score
    yield Heading(1, _("附：各项目得分表"), is_numbered=False, starts_page=True)
    if not score.projects:
        yield Paragraph(prose(_("没有申报项目")))
        return
    yield _table(score)
    method = score.methods[score.headline]
    figure = clauses(earned(method.score), graded(method.grade)) if method.score else _("无法评定")
    yield Paragraph(prose(_("{method}：{figure}").format(method=term(method.code), figure=figure)), Set.NOTE)
    if any(project.score and project.score.value is None for project in score.projects):
        yield Paragraph(prose(_("得分为区间的，尚有未录入或待核实的内容，待补充后确定")), Set.NOTE)


def _table(score: DepartmentScore) -> Table:
    levels = list(
        dict.fromkeys(line.indicator.level1 for project in score.projects for line in project.indicators)
    )
    columns = (
        Column(_("序号"), 4),
        Column(_("项目名称"), 16, is_centred=False),
        Column(_("预算执行率"), 8),
        *(Column(level or _("未注明一级指标"), 8) for level in levels),
        Column(_("总分"), 8),
        Column(_("等级"), 5),
    )
    rows = [
        (str(number), project.name, *_row(project, levels))
        for number, project in enumerate(score.projects, 1)
    ]
    return Table(columns, tuple(rows), is_short=True)


def _row(project: ProjectScore, levels: list[str]) -> Iterator[str]:
    """What a project earned: execution, each level 1, total, grade."""
    if project.score is None:
        yield from [_("不适用")] * (len(levels) + 2)
        yield texts.NOTHING
        return
    execution = project.execution
    yield _("不适用") if execution.status is Status.NOT_APPLICABLE else score_text(execution.score)
    of_level = {level.level1: level for level in project.levels if not level.level2}
    for name in levels:
        level = of_level.get(name)
        if level is None:
            yield texts.NOTHING
        else:
            yield texts.unweighed() if level.unweighted else score_text(level.score)
    yield score_text(project.score)
    yield texts.grade(project.grade)
