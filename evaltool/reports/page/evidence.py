"""What people named as evidence, and the files as they were then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaltool.language import _
from evaltool.reports.page.html import Html, el, text, written
from evaltool.reports.page.sections import Section
from evaltool.reports.page.tables import Column, table
from scoring.scores import DepartmentScore, IndicatorScore


def evidence(score: DepartmentScore) -> Section:
    """What was named for which indicator, and the files as they were then."""
    columns = [
        Column(_("指标"), "name"),
        Column(_("项目名称"), "name"),
        Column(_("佐证材料"), "long"),
        Column(_("佐证文件"), "long"),
    ]
    names = {one.code: one.name for one in score.projects}
    rows = _named(_lines(score), names)
    whole = table(_("佐证材料清单"), columns, rows)
    return Section("evidence", _("佐证材料清单"), [whole or el("p", text(_("没有填报佐证材料")))])


def _lines(score: DepartmentScore) -> Iterator[IndicatorScore]:
    for project in score.projects:
        yield from project.indicators
    yield from score.objectives


def _named(lines: Iterable[IndicatorScore], names: Mapping[str, str]) -> Iterator[Sequence[Html]]:
    for line in lines:
        outcome = line.outcome
        if not outcome.evidence and not outcome.evidence_files:
            continue
        key = line.indicator.key
        files = [
            _("{path}，{size} 字节，SHA-256 {sha}").format(path=one.path, size=one.size, sha=one.sha256)
            if one.sha256
            else one.path
            for one in outcome.evidence_files
        ]
        whose = names.get(key.project, key.objective)
        yield written(key.name), written(whose), written(outcome.evidence), text("\n".join(files))
