"""评分依据: where every number comes from, line by line, with the rulebook's sources and all doubts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.basis import clauses
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet, Value
from evaltool.reports.summary import own_objectives
from evaltool.sheets.looks import BAND, CENTRE, PERCENT, POINTS, SUBTITLE, TITLE, TOTAL, Look
from evaltool.wording import place, say, suggestion, term
from scoring.findings import Finding
from scoring.model import Department
from scoring.notation import write_target
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, Step
from scoring.weighting import HUNDRED

UNITS = (32, 12, 12, 16, 18, 52)
LAST = len(UNITS)

WORKING: Columns = (
    (1, 1, N_("指标")),
    (2, 2, N_("完成率")),
    (3, 3, N_("分值")),
    (4, 4, N_("得分")),
    (5, LAST, N_("计算过程")),
)
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
WHAT_WAS_INFERRED = {"sense": N_("方向"), "year": N_("年份"), "answer": N_("期望的回答")}


def write(sheet: Sheet, card: Scorecard) -> None:
    """Write the sheet and set it up for A4 landscape, whose it is on every page."""
    score = card.score
    sheet.line(_("评分依据"), TITLE, least=32)
    whose = sheet.line(texts.department(score), SUBTITLE)
    sheet.line(texts.rulebook(score.rulebook))
    standing = texts.standing(score.rulebook)
    if standing:
        sheet.line(standing)
    sheet.line(card.made)
    _working(sheet, score)
    _inferred(sheet, card.department)
    _findings(sheet, score.findings, card.dossier.outcomes.department.answers)
    clauses.write(sheet, score)
    sheet.finish(landscape=True, repeat=whose, mark=card.mark)


def _working(sheet: Sheet, score: DepartmentScore) -> None:
    sheet.table(_("计算过程（〔〕内为所依据条款的序号）"), WORKING)
    numbers = {clause.key: number for number, clause in enumerate(score.rulebook.clauses(), 1)}
    for project in score.projects:
        sheet.line(project.name, BAND)
        _execution(sheet, project.execution, numbers)
        for line in project.indicators:
            _line(sheet, line, numbers)
        total = texts.total(project.score)
        _row(sheet, _("总分"), None, HUNDRED, total, _sentences(project.working, numbers), TOTAL)
    for method in own_objectives.shown(score):
        sheet.line(term(method.code), BAND)
        if method.execution is not None:
            _execution(sheet, method.execution, numbers)
        for line in method.lines:
            _line(sheet, line, numbers)
    sheet.line(_("部门得分"), BAND)
    for method in score.methods.values():
        earned = texts.total(method.score) if method.score else texts.NOTHING
        _row(sheet, term(method.code), None, None, earned, _sentences(method.working, numbers), TOTAL)


def _execution(sheet: Sheet, execution: ExecutionScore, numbers: Mapping[str, int]) -> None:
    earned = texts.points(execution.score, execution.status)
    working = _sentences(execution.working, numbers)
    _row(sheet, _("预算执行率"), execution.rate, execution.weight, earned, working)


def _line(sheet: Sheet, line: IndicatorScore, numbers: Mapping[str, int]) -> None:
    said = [_sentences(line.working, numbers)]
    if line.outcome.evidence:
        said.append(_("佐证材料：{evidence}").format(evidence=line.outcome.evidence))
    said += [
        _("佐证文件：{path}，{size} 字节，SHA-256 {sha}").format(path=one.path, size=one.size, sha=one.sha256)
        for one in line.outcome.evidence_files
        if one.sha256
    ]
    earned = texts.points(line.score, line.status)
    _row(sheet, line.indicator.name, line.attainment, texts.weight(line), earned, "\n".join(said))


def _row(
    sheet: Sheet,
    name: str,
    attainment: Fraction | None,
    weight: Value,
    earned: Value,
    working: str,
    look: Look = POINTS,
) -> None:
    sheet.add(
        Box(1, 1, name),
        Box(2, 2, texts.rate(attainment), PERCENT),
        Box(3, 3, weight, look),
        Box(4, 4, earned, look),
        Box(5, LAST, working),
    )


def _sentences(steps: Iterable[Step], numbers: Mapping[str, int]) -> str:
    """A working, a sentence a line, each with the number of the clause that it follows."""
    return "\n".join(say(step) + (f"〔{numbers[step.clause]}〕" if step.clause else "") for step in steps)


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


def _findings(sheet: Sheet, findings: Sequence[Finding], answers: Mapping[str, str]) -> None:
    """The open ones, then those answered with their answers."""
    sheet.table(_("疑点"), FINDINGS)
    if not findings:
        sheet.line(_("没有疑点"), CENTRE)
    for finding in sorted(findings, key=lambda one: one.fingerprint in answers):
        said, advice = say(finding), suggestion(finding)
        if advice:
            said += "\n" + _("建议：{advice}").format(advice=advice)
        answer = answers.get(finding.fingerprint)
        if answer:
            said += "\n" + _("答复：{answer}").format(answer=answer)
        severity = Box(2, 2, term(finding.severity), CENTRE)
        sheet.add(Box(1, 1, place(finding)), severity, Box(3, LAST, said))
