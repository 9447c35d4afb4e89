"""Planned against actual spending at the four checkpoints, as bars on one scale with their figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from textual.content import Content

from evaltool.language import _
from evaltool.tui import bars, words
from evaltool.tui.book import Book
from evaltool.tui.cells import cells, fold, pad
from evaltool.tui.compared.targets import place_name, score_of
from evaltool.tui.widgets.page import Line, Section
from scoring.compared import Spending, Spent, spending, spending_together
from scoring.findings import plain
from scoring.rules import round_half_up
from scoring.scores import ExecutionScore

GAP = 2
LONGEST_BAR = 60


def sections(book: Book, project: str) -> list[Section]:
    """The money of a project; of the department its own, and its projects' added up."""
    dossier = book.dossier
    parts = [spending(one, dossier) for one in dossier.department.projects if project in ("", one.code)]
    standing = book.standing(project)
    head = Section(place_name(book, project), [_execution(standing.execution)])
    if not project:
        head = Section(_("部门的全部资金"), [_execution(standing.execution)])
    if not parts:
        return [head]
    found = parts[0] if project else spending_together(parts)
    title = _("支出计划与实际支出") if project else _("全部项目的支出计划与实际支出")
    return [head, Section(title, [*_scale(found), Chart(found, is_sum=not project)])]


def _execution(execution: ExecutionScore | None) -> Line:
    """The whole year in one line."""
    if execution is None:
        return Line(_("（部门没有自身的指标，不评执行率）"))
    inferred = _("预算 {amount} 万元（按申报数）") if execution.budget_inferred else _("预算 {amount} 万元")
    known = ((inferred, execution.budget), (_("支出 {amount} 万元"), execution.spent))
    said = [text.format(amount=plain(amount)) for text, amount in known if amount is not None]
    if execution.rate is not None:
        said.append(_("执行率 {percent}").format(percent=words.percent(execution.rate)))
    points = score_of(execution)
    return Line(_("，").join([*said, _("得分 {score}").format(score=points)] if points else said))


def _scale(found: Spending) -> Iterator[Line]:
    if found.budget is None:
        yield Line(_("预算没有录入，不能算占预算的百分比。"))
    else:
        said = _("百分比是占预算 {budget} 万元的；# 是计划，= 是实际。")
        yield Line(said.format(budget=plain(found.budget)))


@dataclass(frozen=True, slots=True)
class Chart:
    """Two bars for each checkpoint, and the difference in words. `is_sum`: of several projects."""

    found: Spending
    is_sum: bool = False

    def drawn(self, room: int) -> list[Content]:
        """Bars as long as the room beside the figures allows."""
        pairs = [(one, self._figures(one)) for one in self.found.months]
        figures = max(cells(text) for _one, texts in pairs for text in texts)
        lead = max(cells(label) for label in (_("计划"), _("实际")))
        month = max(cells(_month(one)) for one in self.found.months)
        width = max(min(room - month - lead - figures - 3 * GAP, LONGEST_BAR), 0)
        lines: list[Content] = []
        for one, (planned, actual) in pairs:
            if lines:
                lines.append(Content(""))
            for label, sign, amount, said in (
                (_("计划"), bars.ON, one.planned, planned),
                (_("实际"), bars.DONE, one.actual, actual),
            ):
                head = pad(_month(one) if sign == bars.ON else "", month) + " " * GAP + pad(label, lead)
                drawn = bars.amount_bar(self._part(amount), width, sign)
                lines.append(Content(f"{head}{' ' * GAP}{drawn}{' ' * GAP}{pad(said, figures, right=True)}"))
            inside = " " * (month + GAP)
            lines += [Content(inside + line) for line in fold(self._said(one), room - len(inside))]
        return lines

    def _part(self, amount: Decimal | None) -> Fraction:
        scale = self.found.scale
        return Fraction(amount) / Fraction(scale) if amount and scale > 0 else Fraction(0)

    def _figures(self, one: Spent) -> tuple[str, str]:
        return self._figure(one.planned, _("无计划")), self._figure(one.actual, _("未录入"))

    def _figure(self, amount: Decimal | None, missing: str) -> str:
        if amount is None:
            return missing
        return f"{plain(amount)} {pad(words.percent(self.found.of_budget(amount)), 8, right=True)}"

    def _said(self, one: Spent) -> str:
        """How far spending is from the plan, and what the figures rest on."""
        said = _difference(one, self.found.of_budget(one.ahead))
        if one.is_year:
            return _("{said}（按全年执行数）").format(said=said)
        if self.is_sum and one.actuals < one.plans:
            open_ = _("{said}：{plans} 个项目有计划，其中 {actuals} 个录入了支出")
            return open_.format(said=said, plans=one.plans, actuals=one.actuals)
        return said


def _month(one: Spent) -> str:
    return _("{month}月底").format(month=one.month)


def _difference(one: Spent, part: Fraction | None) -> str:
    ahead = one.ahead
    if ahead is None:
        return _("不能比较")
    if ahead == 0:
        return _("与计划一致")
    facts = {"amount": plain(abs(ahead))}
    if part is None:
        text = _("比计划多 {amount} 万元") if ahead > 0 else _("比计划少 {amount} 万元")
        return text.format(**facts)
    points = plain(round_half_up(abs(part) * 100))
    text = (
        _("超前 {points} 个百分点，多 {amount} 万元")
        if ahead > 0
        else _("落后 {points} 个百分点，少 {amount} 万元")
    )
    return text.format(points=points, **facts)
