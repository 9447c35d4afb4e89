"""The same actuals of 巨鹿 under every shipped rulebook, as rows to compare with golden/巨鹿-rulebooks.txt.

After a rule has changed on purpose, from the root of the checkout:

    python tests/scoring/proof/golden_table.py

writes the figures anew and keeps the arithmetic, which stands there by hand; rows whose arithmetic no longer
gives their figure fail the test until somebody has worked them out again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
GOLDEN = Path(__file__).parent / "golden"
TABLE = GOLDEN / "巨鹿-rulebooks.txt"
DOCUMENT = ROOT / "examples" / "巨鹿县政协-2022.txt"
ACTUALS = ROOT / "examples" / "巨鹿县政协-2022-actuals.csv"
DEPARTMENT = ROOT / "examples" / "巨鹿县政协-2022-部门.csv"

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from evaltool.operations.actuals import read_actuals  # noqa: E402 - the source tree comes first
from evaltool.operations.stateless import dossier_of  # noqa: E402
from scoring import rulebook  # noqa: E402
from scoring.evaluate import evaluate  # noqa: E402
from scoring.record import apply  # noqa: E402
from scoring.scores import DepartmentScore, Method  # noqa: E402

HEADING = """\
# 巨鹿县政协 2022 年同一份实际完成情况（examples 中的实际完成值，另加 巨鹿-部门.csv）在各评分规则下的得分。
# 每行：名称 | 分值 | 分值的算式 | 得分 | 得分的算式 | 等级。
# 算式是照规则手算的，“：”前是理由；分值、得分是算式四舍五入到 0.01。
"""
CANNOT = "无法评定"


class Row(NamedTuple):
    """One figure: what it is, what it is out of, and the grade where it has one."""

    name: str
    weight: str
    score: str
    grade: str = ""


class Kept(NamedTuple):
    """A row of the table with the arithmetic of its weight and of its score."""

    row: Row
    of_weight: str
    of_score: str


@cache
def scored(rulebook_id: str) -> DepartmentScore:
    """The department's year under a shipped rulebook."""
    dossier, _ = dossier_of(DOCUMENT, ACTUALS, rulebook.load(rulebook_id))
    return evaluate(apply(dossier, read_actuals(DEPARTMENT, dossier).entries))


def rows(rulebook_id: str) -> Iterator[Row]:
    """The figures of a rulebook: the project line by line, then the ways to the department's figure."""
    score = scored(rulebook_id)
    (project,) = score.projects
    yield _row("预算执行率", project.execution.weight, project.execution.score.value)
    for line in project.indicators:
        yield _row(line.indicator.name, line.weight, line.score.value)
    for level in project.levels:
        if not level.level2:
            yield _row(level.level1, level.weight, level.score.value)
    yield _row("项目总分", project.available, project.score.value if project.score else None, project.grade)
    for method in score.methods.values():
        yield from _of_method(method, is_headline=method.code == score.headline)


def _of_method(method: Method, *, is_headline: bool) -> Iterator[Row]:
    if method.execution is not None:
        yield _row(f"{method.code} 预算执行率", method.execution.weight, method.execution.score.value)
    for line in method.lines:
        yield _row(f"{method.code} {line.indicator.name}", line.weight, line.score.value)
    for step in method.working:
        if step.code == "department.goal":
            facts = step.facts
            yield Row(f"{method.code} {facts['goal']}", f"{facts['points']}", f"{facts['score']}")
    score = method.score.value if method.score else None
    yield _row(f"{method.code}{'（采用）' if is_headline else ''}", Decimal(100), score, method.grade)


def _row(name: str, weight: Decimal | None, score: Decimal | None, grade: str = "") -> Row:
    return Row(name, f"{weight:.2f}", CANNOT if score is None else f"{score}", grade)


def kept() -> dict[str, list[Kept]]:
    """The table as it stands, by rulebook."""
    table: dict[str, list[Kept]] = {}
    for text in TABLE.read_text("utf-8").splitlines() if TABLE.exists() else ():
        if text.startswith("["):
            found = table.setdefault(text.strip("[]"), [])
        elif text and not text.startswith("#"):
            name, weight, of_weight, score, of_score, grade = (part.strip() for part in text.split("|"))
            found.append(Kept(Row(name, weight, score, grade), of_weight, of_score))
    return table


def written() -> str:
    """The table with the figures of today and the arithmetic that stands in it."""
    before = kept()
    parts = [HEADING]
    for rulebook_id in rulebook.shipped():
        by_name = {one.row.name: one for one in before.get(rulebook_id, [])}
        parts.append(f"\n[{rulebook_id}]\n")
        for row in rows(rulebook_id):
            old = by_name.get(row.name, Kept(row, "?", "?"))
            cells = (row.name, row.weight, old.of_weight, row.score, old.of_score, row.grade)
            parts.append(" | ".join(cells).rstrip() + "\n")
    return "".join(parts)


if __name__ == "__main__":
    TABLE.write_text(written(), "utf-8")
