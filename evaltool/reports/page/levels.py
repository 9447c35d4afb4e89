"""Levels: points earned of points available, and how far each level was attained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.language import _
from evaltool.reports.page.figures import percent, shown, target_bar
from evaltool.reports.page.html import Html, el, text, written
from evaltool.reports.page.sections import Section
from evaltool.reports.page.tables import Column, table
from evaltool.reports.summary.levels import figures
from scoring.scores import DepartmentScore, LevelScore, ProjectScore


def of_project(score: ProjectScore) -> Html:
    """The levels of a project."""
    caption = _("{name}：各级指标得分").format(name=score.name)
    return _table(caption, score.levels)


def of_department(score: DepartmentScore) -> Section:
    """The levels of all projects together."""
    whole = _table(_("全部项目：各级指标得分"), score.levels)
    return Section("levels", _("各级指标得分"), [whole])


def _table(caption: str, levels: Sequence[LevelScore]) -> Html:
    columns = [
        Column(_("指标类别"), "name"),
        Column(_("分值"), "n"),
        Column(_("得分"), "n"),
        Column(_("得分率"), "n"),
        Column(_("完成率"), "reach"),
        Column(_("计入项数"), "c"),
    ]
    note = _("完成率按分值加权，单项超过 100% 的按 100% 计；没有完成率的指标不计入")
    return table(caption, columns, _rows(levels), note)


def _rows(levels: Sequence[LevelScore]) -> Iterator[Sequence[Html]]:
    for level in levels:
        available, earned, ratio, _attained, counted = figures(level)
        name = written(level.level2 or level.level1)
        yield (
            el("span", name, class_="inner") if level.level2 else el("strong", name),
            text(shown(available)),
            text(shown(earned)),
            text(percent(ratio)),
            target_bar(level.attainment),
            text(counted),
        )
