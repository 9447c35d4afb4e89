"""Where the points went: the greatest loss first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evaltool.language import _
from evaltool.reports import texts, titles
from evaltool.reports.page.figures import percent
from evaltool.reports.page.html import NOTHING, Html, el, folded, joined, link, text, written
from evaltool.reports.page.sections import Section
from evaltool.reports.page.tables import Column, table
from evaltool.wording import points
from scoring.compared import Loss, Losses, losses_of, losses_of_project
from scoring.model import Dossier
from scoring.scores import DepartmentScore, ExecutionScore, ProjectScore

FIRST = 15
"""Losses of a whole department that stand open; the smaller ones are folded away."""


def of_project(score: ProjectScore, dossier: Dossier) -> Html:
    """The losses of a project; nothing where it does not count."""
    if score.score is None:
        return NOTHING
    losses = losses_of_project(score, dossier)
    caption = _("{name}：失分").format(name=score.name)
    return joined([_sum(losses), _table(caption, losses.lines, {}, {})])


def of_department(score: DepartmentScore, dossier: Dossier, anchors: Mapping[str, str]) -> Section:
    """The losses of all projects, each with its project."""
    losses = losses_of(score, dossier)
    names = {one.code: titles.coded(one.name, one.code) for one in score.projects}
    first = _table(_("全部项目：失分"), losses.lines[:FIRST], names, anchors)
    rest = losses.lines[FIRST:]
    caption = _("其余 {count} 项失分").format(count=len(rest))
    more = folded(text(caption), _table(caption, rest, names, anchors), class_="rest") if rest else NOTHING
    return Section("losses", _("失分情况"), [_sum(losses), first, more])


def _sum(losses: Losses) -> Html:
    """How much was lost, and how many lines may still lose some."""
    said = [_("共失 {points} 分").format(points=points(losses.points)) if losses.lines else _("没有失分")]
    if losses.open:
        said.append(_("还有 {count} 项没有评定，失分多少还不知道。").format(count=losses.open))
    return el("p", text("\n".join(said)))


def _table(
    caption: str, losses: Sequence[Loss], names: Mapping[str, str], anchors: Mapping[str, str]
) -> Html:
    columns = [Column(_("指标"), "name")]
    if names:
        columns.append(Column(_("项目名称"), "name"))
    columns += [
        Column(_("失分"), "n"),
        Column(_("占失分"), "n"),
        Column(_("累计"), "n"),
        Column(_("偏差说明"), "c"),
    ]
    return table(caption, columns, _rows(losses, names, anchors))


def _rows(
    losses: Sequence[Loss], names: Mapping[str, str], anchors: Mapping[str, str]
) -> Iterator[Sequence[Html]]:
    explained = {None: texts.NOTHING, True: _("已说明"), False: _("未说明")}
    for one in losses:
        line = one.line
        whose = [link(anchors[one.project], written(names[one.project]))] if names else []
        yield (
            text(_("预算执行率")) if isinstance(line, ExecutionScore) else written(line.indicator.name),
            *whose,
            text(points(one.points)),
            text(percent(one.share)),
            text(percent(one.together)),
            text(explained[one.is_explained]),
        )
