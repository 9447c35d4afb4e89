"""What people named as evidence, and the files as they were then; and where evidence is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaltool.language import _
from evaltool.reports.evidence import EvidenceLine, evidence_lines
from evaltool.reports.page.html import Html, el, text, written
from evaltool.reports.page.sections import Section
from evaltool.reports.page.tables import Column, table
from scoring.scores import DepartmentScore


def evidence(score: DepartmentScore) -> Section:
    """What was named for which indicator, and the files as they were then."""
    columns = [
        Column(_("指标"), "name"),
        Column(_("项目名称"), "name"),
        Column(_("佐证材料"), "long"),
        Column(_("佐证文件"), "long"),
    ]
    whole = table(_("佐证材料清单"), columns, _named(evidence_lines(score)))
    return Section("evidence", _("佐证材料清单"), [whole or el("p", text(_("没有填报佐证材料")))])


def _named(lines: Iterable[EvidenceLine]) -> Iterator[Sequence[Html]]:
    for one in lines:
        files = [
            _("{path}，{size} 字节，SHA-256 {sha}").format(path=file.path, size=file.size, sha=file.sha256)
            if file.sha256
            else file.path
            for file in one.line.outcome.evidence_files
        ]
        said = text(one.said) if one.is_missing else written(one.said)
        yield written(one.line.indicator.name), written(one.whose), said, text("\n".join(files))
