"""Doubts: those that are open, and those that somebody answered."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.language import _
from evaltool.reports.page.html import Html, el, text, written
from evaltool.reports.page.sections import Section, titled
from evaltool.reports.page.tables import Column, table
from evaltool.reports.scorecard import Scorecard
from evaltool.wording import place, say, suggestion, term
from scoring.findings import Finding


def doubts(card: Scorecard) -> Section:
    """The open ones, then those answered with their answers."""
    open_ones = card.open_findings
    columns = [
        Column(_("位置"), "name"),
        Column(_("级别"), "c"),
        Column(_("疑点"), "long"),
        Column(_("建议"), "long"),
    ]
    still = table(_("未答复的疑点"), columns, (_cells(one, text(suggestion(one))) for one in open_ones))
    columns = [*columns[:-1], Column(_("答复"), "long")]
    done = table(_("已答复的疑点"), columns, (_cells(one, written(answer)) for one, answer in card.answered))
    nothing = [] if open_ones else [el("p", text(_("没有未答复的疑点")))]
    return Section(
        "doubts", _("疑点"), [*nothing, titled(_("未答复的疑点"), still), titled(_("已答复的疑点"), done)]
    )


def _cells(finding: Finding, beside: Html) -> Sequence[Html]:
    severity = el("span", text(term(finding.severity)), class_=f"severity {finding.severity}")
    return text(place(finding)), severity, text(say(finding)), beside
