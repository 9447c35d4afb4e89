"""汇总说明: what the other sheets rest on: rulebooks, how means were computed, who was left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts, titles
from evaltool.reports.many.groups import Group
from evaltool.reports.many.ranking import department
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import BODY, CENTRE, MONEY, SECTION, SUBTITLE, TITLE
from evaltool.wording import term

UNITS = (6, 32, 14, 14, 14, 16)
LAST = len(UNITS)

SOURCES: Columns = (
    (1, 1, N_("序号")),
    (2, 2, N_("部门")),
    (3, 3, N_("整体预算数（万元）")),
    (4, 4, N_("整体执行数（万元）")),
    (5, 5, N_("录入情况")),
    (6, 6, N_("数据校验")),
)

HOW = (
    N_("只有年度和评分规则（编号、版本和内容校验）都相同的部门才可比，其余的分开排名、分开平均"),
    N_("按评分规则采用的部门得分由高到低排名；得分相同的并列，其后的名次空出（1、2、2、4）"),
    N_("得分未定的部门写明可能的区间，无法评定的写明原因，两者都不参加排名"),
    N_("项目预算数、项目执行率按部门的全部适用项目合计；有一个项目没有金额的，写“—”，不作 0"),
    N_("产出、效益、满意度、成本得分率是全部适用项目中该级指标的得分与分值之比；未定的写“—”"),
    N_("得分率平均：各部门得分率的简单平均；按分值加权：各部门得分之和与分值之和的比"),
    N_("完成率按分值加权，单项超过 100% 的按 100% 计；没有完成率的指标不计入"),
    N_("等级按个数和按预算数两种口径统计；等级待定的（得分区间跨等级）和无法评定的单列"),
)


def write(sheet: Sheet, groups: Sequence[Group], mark: str, made: str) -> None:
    """Write the sheet and set it up for A4."""
    sheet.line(_("汇总说明"), TITLE, least=32)
    repeat = sheet.line(made, SUBTITLE)
    if len(groups) > 1:
        said = _("本汇总含 {count} 组年度或评分规则不同的部门，组与组之间的得分不可比")
        sheet.line(said.format(count=len(groups)), SECTION)
    sheet.gap()
    sheet.line(_("如何计算"), SECTION)
    for number, sentence in enumerate(HOW, 1):
        sheet.add(Box(1, 1, Decimal(number), CENTRE), Box(2, LAST, _(sentence)))
    for group in groups:
        _group(sheet, group)
    sheet.finish(landscape=False, repeat=repeat, mark=mark)


def _group(sheet: Sheet, group: Group) -> None:
    """The rulebook of a group, who is not ranked in it, and what each department's figures rest on."""
    sheet.table(group.said, SOURCES)
    sheet.line(titles.rulebook(group.rules), BODY)
    sheet.line(_("采用的部门得分：{method}").format(method=term(group.headline)), BODY)
    left_out = [each.one.name for each in group.places if each.place is None]
    if left_out:
        names = _("、").join(left_out)
        sheet.line(_("不参加排名的 {count} 个：{names}").format(count=len(left_out), names=names), BODY)
    for number, one in enumerate(group.overviews, 1):
        recorded = _("{measured}/{lines} 项").format(measured=one.recorded, lines=one.lines)
        sheet.add(
            Box(1, 1, Decimal(number), CENTRE),
            Box(2, 2, department(one)),
            Box(3, 3, texts.amount(one.whole_budget), MONEY),
            Box(4, 4, texts.amount(one.whole_spent), MONEY),
            Box(5, 5, recorded, CENTRE),
            Box(6, 6, one.inputs, CENTRE),
        )
