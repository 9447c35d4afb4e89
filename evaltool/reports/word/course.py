"""支出进度: what was to be spent by the checkpoints of the year, and what was."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaltool.language import _
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.phrases import amount, clauses, gap, money, quoted
from scoring.compared import Spent, spending
from scoring.model import Project


def course(card: Scorecard, project: Project) -> Iterator[str]:
    """Planned against spent at the checkpoints; nothing where there is neither plan nor record."""
    found = spending(project, card.dossier).months
    known = [one for one in found if one.actual is not None]
    missing = [one for one in found if one.actual is None and one.planned is not None]
    said = [_month(one, one.actual) for one in known if one.actual is not None]
    if missing:
        facts = {
            "months": _("、").join(_("{month}月底").format(month=one.month) for one in missing),
            "amounts": _("、").join(amount(one.planned) for one in missing),
            "gap": gap(_("累计支出")),
        }
        said.append(_("{months}计划{amounts}，实际{gap}").format(**facts))
    if said:
        name = quoted(project.name)
        yield _("{name}的累计支出：{months}").format(name=name, months=_("；").join(said))


def _month(one: Spent, actual: Decimal) -> str:
    planned = (
        _("无计划数") if one.planned is None else _("计划{amount}万元").format(amount=money(one.planned))
    )
    facts = {"month": one.month, "planned": planned, "actual": money(actual)}
    return clauses(_("{month}月底{planned}，实际{actual}万元").format(**facts), _ahead(one.ahead))


def _ahead(ahead: Decimal | None) -> str:
    if ahead is None:
        return ""
    if ahead == 0:
        return _("与计划一致")
    words = _("多于计划{amount}万元") if ahead > 0 else _("少于计划{amount}万元")
    return words.format(amount=money(abs(ahead)))
