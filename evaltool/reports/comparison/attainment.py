"""How far each target was reached, as bars: of few lines all, of many those that lost most."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports.comparison.figures import MOST, label, rate
from evaltool.reports.comparison.lines import Group, Numbered, groups
from evaltool.reports.comparison.pages import Pages
from evaltool.reports.comparison.picture import Picture, draw
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import PERCENT, POINTS, SECTION
from scoring.compared import Losses, losses_of, own_losses, reach
from scoring.scores import Status

COLUMNS: Columns = ((1, 3, N_("序号与指标")), (4, 4, N_("失分")), (5, 5, N_("完成率")))
SCORE, RATE = 4, 5

ALL = N_("各项指标的完成率（共 {all} 项）")
MOST_LOST = N_("失分最多的 {count} 项指标的完成率（共 {all} 项）")
ALL_LOST = N_("有失分的 {count} 项指标的完成率（共 {all} 项）")

OWN = N_("部门自身绩效目标：")

AXIS_ENDS = (Decimal("1.2"), Decimal(2))
"""Where the axis may end: a little behind the target, or at its double; a longer bar is cut there."""


def write(sheet: Sheet, card: Scorecard, pages: Pages) -> None:
    """Write the projects' lines as one picture, and the department's own clauses as another."""
    score = card.score
    of_projects = [group for group in groups(score) if group.code]
    own = [group for group in groups(score) if not group.code]
    _block(sheet, "", of_projects, losses_of(score, card.dossier), pages)
    _block(sheet, OWN, own, own_losses(score), pages)


def _block(sheet: Sheet, whose: str, of: Sequence[Group], losses: Losses, pages: Pages) -> None:
    named = [
        (one, group.name if len(of) > 1 else "")
        for group in of
        for one in group.lines
        if one.line.status is not Status.NOT_APPLICABLE
    ]
    if not named:
        return
    first = sheet.row
    title, chosen = _chosen(named, losses)
    title = f"{_(whose)}{title}"
    if all(reach(one.line).ratio is None for one, _name in chosen):
        sheet.gap()
        sheet.line(title, SECTION)
        sheet.line(_("还没有可以画图的完成率"))
        pages.keep(first)
        return
    sheet.table(title, COLUMNS)
    headings = sheet.row - 1
    labels = [
        label(_("{number} {name}").format(number=one.number, name=one.line.indicator.name), name)
        for one, name in chosen
    ]
    for (one, _name), said in zip(chosen, labels, strict=True):
        sheet.add(
            Box(1, 3, said),
            Box(SCORE, SCORE, one.line.lost, POINTS),
            Box(RATE, RATE, rate(reach(one.line).ratio), PERCENT),
        )
    draw(sheet, headings, _picture(title, [one for one, _name in chosen]), labels)
    _open(sheet, [one for one, _name in named])
    pages.keep(first)


def _chosen(named: Sequence[tuple[Numbered, str]], losses: Losses) -> tuple[str, list[tuple[Numbered, str]]]:
    """The title, which says what was chosen and of how many; and the lines."""
    if len(named) <= MOST:
        return _(ALL).format(all=len(named)), list(named)
    by_line = {id(one.line): (one, name) for one, name in named}
    lossy = [by_line[id(loss.line)] for loss in losses.lines if id(loss.line) in by_line]
    text = MOST_LOST if len(lossy) > MOST else ALL_LOST
    chosen = lossy[:MOST]
    return _(text).format(count=len(chosen), all=len(named)), chosen


def _picture(title: str, chosen: Sequence[Numbered]) -> Picture:
    ratios = [reach(one.line).ratio or Fraction(0) for one in chosen]
    longest = max(ratios)
    limit = next((end for end in AXIS_ENDS if longest <= end), AXIS_ENDS[-1])
    if longest > limit:
        title += _("，图止于 {percent}%").format(percent=int(limit * 100))
    unit = _("完成率（%，指标值为 100%）")
    return Picture(title, _("指标"), unit, RATE, is_rate=True, is_signed=min(ratios) < 0, limit=limit)


def _open(sheet: Sheet, every: Sequence[Numbered]) -> None:
    count = sum(one.line.lost is None for one in every)
    if count:
        sheet.line(_("还有 {count} 项没有评定，失分多少还不知道；没有完成率的不画图。").format(count=count))
