"""How every line and every total came about, with the numbers of the clauses that were followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports import clauses, own_methods, texts
from evaltool.reports.basis.columns import LAST
from evaltool.reports.sheet import Box, Columns, Sheet, Value
from evaltool.sheets.looks import BAND, PERCENT, POINTS, TOTAL, Look
from evaltool.wording import say, term
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, Step
from scoring.weighting import HUNDRED

WORKING: Columns = (
    (1, 1, N_("指标")),
    (2, 2, N_("完成率")),
    (3, 3, N_("分值")),
    (4, 4, N_("得分")),
    (5, LAST, N_("计算过程")),
)


def write(sheet: Sheet, score: DepartmentScore) -> None:
    """Write a table of every line and total, by project, then of the department."""
    sheet.table(_("计算过程（〔〕内为所依据条款的序号）"), WORKING)
    numbers = clauses.numbers(score.rulebook)
    for project in score.projects:
        sheet.line(project.name, BAND)
        _execution(sheet, project.execution, numbers)
        for line in project.indicators:
            _line(sheet, line, numbers)
        total = texts.total(project.score)
        _row(sheet, _("总分"), None, HUNDRED, total, _sentences(project.working, numbers), TOTAL)
    for method in own_methods.shown(score):
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
    _row(sheet, _("预算执行率"), execution.rate, texts.execution_weight(execution), earned, working)


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
