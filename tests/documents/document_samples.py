"""The two published documents, and a reading written out so that a person can check it line by line."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaltool.documents import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoring.findings import Finding
    from scoring.model import Checkpoint, Indicator, Project, Reading, Target

    Read = Callable[[str | bytes], Reading]

ROOT = Path(__file__).parents[2]
JULU = ROOT / "examples" / "巨鹿县政协-2022.txt"
BEIDAIHE = ROOT / "examples" / "北戴河区政协-2020.txt"
PUBLISHED = (JULU, BEIDAIHE)


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def reader(folder: Path) -> Read:
    """Reads a text, or bytes, as if it stood in a file of its own."""

    def read_it(content: str | bytes) -> Reading:
        path = folder / "文件"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)

    return read_it


def unspaced(value: Any) -> Any:
    """A value of the model without white space in its texts."""
    if type(value) is str:
        return "".join(value.split())
    if isinstance(value, tuple):
        return tuple(map(unspaced, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = (each.name for each in fields(value) if each.init)
        return replace(value, **{name: unspaced(getattr(value, name)) for name in parts})
    return value


def replaced(text: str, old: str, new: str) -> str:
    """`text` with the one place changed; a test whose place is gone must not pass."""
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def found(reading: Reading, code: str) -> list[Finding]:
    return [finding for finding in reading.findings if finding.code == code]


def lines(reading: Reading, code: str) -> list[int]:
    return [finding.source.line if finding.source else 0 for finding in found(reading, code)]


def parts_missing(reading: Reading) -> set[str]:
    return {finding.facts["part"] for finding in found(reading, "document.missing_part")}


def written_out(reading: Reading) -> dict[str, object]:
    """A reading as the files in tests/cases/documents show it."""
    department = reading.department
    return {
        "code": department.code,
        "name": department.name,
        "year": department.year,
        "inferred": list(department.inferred),
        "objective": department.objective,
        "clauses": [_clause(indicator) for indicator in department.objective_indicators],
        "objectives": [
            {
                "title": objective.title,
                "text": objective.text,
                "clauses": [_clause(indicator) for indicator in objective.indicators],
            }
            for objective in department.objectives
        ],
        "measures": [{"text": measure.text, "items": list(measure.items)} for measure in department.measures],
        "projects": [_project(project) for project in department.projects],
        "findings": [_finding(finding) for finding in reading.findings if _ROOM.match(finding.code)],
    }


_ROOM = re.compile(r"(?:document|plan|level|table|project|indicator|indicators|clause|text)\.")
"""Doubts of reading; those about the declaration itself are shown where they are made."""


def _project(project: Project) -> dict[str, object]:
    return {
        "code": project.code,
        "name": project.name,
        "money": f"{project.unit}: {project.budget} = {project.fiscal} + {project.other}",
        "purpose": project.purpose,
        "objectives": list(project.objectives),
        "plan": [_checkpoint(point) for point in project.plan],
        "indicators": [_indicator(indicator) for indicator in project.indicators],
    }


def _checkpoint(point: Checkpoint) -> str:
    return f"{point.month}月底: {point.text} | {point.amount}万元 = {point.percent}%"


def _clause(indicator: Indicator) -> str:
    return f"{_line(indicator)}: {indicator.name} | {_target(indicator.target)}"


def _indicator(indicator: Indicator) -> str:
    said = (
        indicator.level1,
        indicator.level2,
        indicator.name,
        indicator.description,
        _target(indicator.target),
        indicator.basis,
    )
    return f"{_line(indicator)}: {' | '.join(said)}"


def _line(indicator: Indicator) -> int:
    assert indicator.source
    return indicator.source.line


def _target(target: Target) -> str:
    limit = "" if target.value is None else f" {target.value}{target.unit}"
    inferred = f" ({'、'.join(target.inferred)} inferred)" if target.inferred else ""
    return f"{target.text} → {target.sense.value}{limit}{inferred}"


def _finding(finding: Finding) -> str:
    assert finding.source
    facts = ", ".join(f"{name}={fact}" for name, fact in finding.facts.items())
    return f"{finding.source.line}: {finding.severity.value} {finding.code} {facts}".strip()


def table(*rows: str) -> str:
    """Rows with their cells between strokes, in the plain-text form: 「甲 | 乙」."""
    return "".join("".join(f"\t{cell.strip()}\n" for cell in row.split("|")) + "\n" for row in rows)


HEADERS = "一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据"
ROWS = (
    "产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | 4次 | 领导批示",
    "效益指标 | 社会效益指标 | 能力提升 | 履职能力有效提升 | 有效提高 | 问卷调查",
    "满意度指标 | 服务对象满意度指标 | 委员满意度 | 满意的委员所占比率 | ≥95% | 问卷调查",
)


def project(  # a form with one thing changed
    *indicator_rows: str,
    headers: str = HEADERS,
    code: str = "P1",
    unit: str = "单位：万元",
    money: str = "预算规模及资金用途 | 预算数 | 10.00 | 其中：财政资金 | 10.00 | 其他资金 | ",
    months: str = "资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底",
    spending: str = " | 25 | 50 | 75 | 100",
) -> str:
    """One project as the county form has it, whole but for what a test changes."""
    return "1、委员活动绩效目标表\n" + table(
        f"131001某县政协办公室 | {unit}",
        f"项目编码 | {code} | 项目名称 | 委员活动",
        money,
        " | 用于组织委员活动",
        months,
        spending,
        "绩效目标 | 1、组织委员参政议政",
        headers,
        *(indicator_rows or ROWS),
    )


PROSE = """2022年部门预算绩效信息
一、总体绩效目标
做好各项工作，提案交办率达95%。
二、分项绩效目标
（一）做好会议工作。
三、工作保障措施
（一）加强学习。
"""
