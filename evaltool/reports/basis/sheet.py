"""评分依据: where every number comes from, line by line, with the rulebook's sources and all doubts."""

from __future__ import annotations

from collections.abc import Iterable

from evaltool.language import N_, _
from evaltool.reports import titles
from evaltool.reports.basis import clauses, decisions, working
from evaltool.reports.basis.columns import LAST, UNITS
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE, SUBTITLE, TITLE
from evaltool.wording import place, say, suggestion, term
from scoring.findings import Finding
from scoring.model import Department
from scoring.notation import write_target

__all__ = ["UNITS", "write"]

INFERRED: Columns = (
    (1, 1, N_("指标")),
    (2, 3, N_("原文")),
    (4, 4, N_("推断的内容")),
    (5, LAST, N_("读作")),
)
FINDINGS: Columns = (
    (1, 1, N_("位置")),
    (2, 2, N_("级别")),
    (3, LAST, N_("疑点与建议")),
)
STILL_OPEN, ANSWERED = N_("尚未答复的疑点（{count} 条）"), N_("已答复的疑点（{count} 条）")
WHAT_WAS_INFERRED = {"sense": N_("方向"), "year": N_("年份"), "answer": N_("期望的回答")}


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write the sheet and set it up for A4 landscape, whose it is on every page."""
    score = card.score
    sheet.line(_("评分依据"), TITLE, least=32)
    whose = sheet.line(titles.department(score), SUBTITLE)
    sheet.line(titles.rulebook(score.rulebook))
    standing = titles.standing(score.rulebook)
    if standing:
        sheet.line(standing)
    sheet.line(card.made)
    working.write(sheet, score)
    decisions.write(sheet, card)
    _inferred(sheet, card.department)
    _findings(sheet, card)
    clauses.write(sheet, score)
    sheet.finish(landscape=True, repeat=whose, mark=card.mark)


def _inferred(sheet: Sheet, department: Department) -> None:
    inferred = [indicator for indicator in department.indicators() if indicator.target.inferred]
    if not inferred and not department.inferred:
        return
    sheet.table(_("推断的判读（原文没有写明）"), INFERRED)
    names = {project.code: project.name for project in department.projects}
    if department.inferred:
        _reading(sheet, department.name, "", department.inferred, str(department.year))
    for indicator in inferred:
        target = indicator.target
        said = target.date.isoformat() if target.date else write_target(target)
        read = f"{term(target.sense)} {said}"
        where = names.get(indicator.key.project) or indicator.key.objective
        _reading(sheet, f"{where} · {indicator.name}", target.text, target.inferred, read)


def _reading(sheet: Sheet, where: str, text: str, inferred: Iterable[str], read: str) -> None:
    what = _("、").join(_(WHAT_WAS_INFERRED[item]) for item in inferred)
    sheet.add(Box(1, 1, where), Box(2, 3, text), Box(4, 4, what, CENTRE), Box(5, LAST, read))


def _findings(sheet: Sheet, card: Scorecard) -> None:
    """The open ones, then those answered with their answers."""
    if not card.score.findings:
        sheet.table(_("疑点"), FINDINGS)
        sheet.line(_("没有疑点"), CENTRE)
    still_open = [(finding, "") for finding in card.open_findings]
    for title, some in ((STILL_OPEN, still_open), (ANSWERED, card.answered)):
        if some:
            sheet.table(_(title).format(count=len(some)), FINDINGS)
        for finding, answer in some:
            _finding(sheet, finding, answer)


def _finding(sheet: Sheet, finding: Finding, answer: str) -> None:
    said, advice = say(finding), suggestion(finding)
    if advice:
        said += "\n" + _("建议：{advice}").format(advice=advice)
    if answer:
        said += "\n" + _("答复：{answer}").format(answer=answer)
    severity = Box(2, 2, term(finding.severity), CENTRE)
    sheet.add(Box(1, 1, place(finding)), severity, Box(3, LAST, said))
