"""部门汇总排名: each department on one line, by its place; below them those that have none, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts, titles
from evaltool.reports.many.groups import Group, headline
from evaltool.reports.many.overview import Overview
from evaltool.reports.money import rate
from evaltool.reports.ranks import place
from evaltool.reports.severities import counted
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import BAND, CENTRE, MONEY, PERCENT, PLAIN, SUBTITLE, TITLE, TOTAL
from scoring.compared import Ranked

UNITS = (9, 32, 14, 8, 13, 10, 10, 10, 10, 10, 8, 14, 15)
LAST = len(UNITS)

LEVELS = ("产出指标", "效益指标", "满意度指标", "成本指标")
FIRST_LEVEL = 7

CENTRED = replace(PLAIN, across="center")

COLUMNS: Columns = (
    (1, 1, N_("排名")),
    (2, 2, N_("部门")),
    (3, 3, N_("得分")),
    (4, 4, N_("等级")),
    (5, 5, N_("项目预算数")),
    (6, 6, N_("项目执行率")),
    (7, 7, N_("产出得分率")),
    (8, 8, N_("效益得分率")),
    (9, 9, N_("满意度得分率")),
    (10, 10, N_("成本得分率")),
    (11, 11, N_("项目数")),
    (12, 12, N_("未答复的疑点")),
    (13, 13, N_("评分规则")),
)


def write(sheet: Sheet, groups: Sequence[Group], mark: str) -> None:
    """Write a table per group and set it up for A4 landscape, the headings of the first on every page."""
    sheet.line(_("部门绩效自评汇总排名"), TITLE, least=32)
    count = sum(len(group.places) for group in groups)
    sheet.line(_("共 {count} 个部门，金额单位：万元").format(count=count), SUBTITLE)
    if len(groups) > 1:
        said = _("以下部门的年度或评分规则不同，得分不可比，分 {count} 组排名")
        sheet.line(said.format(count=len(groups)), CENTRED)
    repeat = sheet.row
    for number, group in enumerate(groups):
        headings = _group(sheet, group)
        repeat = repeat if number else headings
    sheet.finish(landscape=True, repeat=repeat, mark=mark)


def department(one: Overview) -> str:
    """A department with its code."""
    return titles.coded(one.name, one.code)


def _group(sheet: Sheet, group: Group) -> int:
    """Write a group; gives the row of its first headings."""
    with_place = [each for each in group.places if each.place is not None]
    without = [each for each in group.places if each.place is None]
    sheet.table(group.said, COLUMNS)
    headings = sheet.row - 1
    for each in with_place:
        sheet.add(*_named(each), *_figures(each.one))
    if without:
        said = _("以下 {count} 个部门得分未定或无法评定，不参加排名")
        sheet.line(said.format(count=len(without)), BAND)
    for each in without:
        first = sheet.add(*_figures(each.one))
        sheet.add(Box(3, LAST, _("原因：{why}").format(why=each.one.figure.why)))
        for box in _named(each):
            sheet.span(first, box)
    sheet.line(headline(group), PLAIN)
    return headings


def _named(each: Ranked[Overview]) -> tuple[Box, Box]:
    return Box(1, 1, place(each), CENTRE), Box(2, 2, department(each.one))


def _figures(one: Overview) -> list[Box]:
    figure = one.figure
    rates = {level.level1: texts.earned(level) for level in one.levels}
    return [
        Box(3, 3, texts.figure(figure.score), TOTAL),
        Box(4, 4, texts.grade_of(figure.score, figure.grade), CENTRE),
        Box(5, 5, texts.amount(one.budget), MONEY),
        Box(6, 6, texts.rate(rate(one.budget, one.spent)), PERCENT),
        *(
            Box(column, column, rates.get(level, texts.NOTHING), PERCENT)
            for column, level in enumerate(LEVELS, FIRST_LEVEL)
        ),
        Box(11, 11, Decimal(len(one.projects)), CENTRE),
        Box(12, 12, counted(Counter(dict(one.findings)).elements())),
        Box(13, 13, one.rules.id, CENTRE),
    ]
