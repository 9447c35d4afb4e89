"""The rulebook's clauses: first those that the workings of this workbook name, then all the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evaltool.language import N_, _
from evaltool.reports.clauses import evidence, followed, origin, source
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE
from evaltool.wording import clause as name_of
from evaltool.wording import clause_value
from scoring.rulebook import Clause, Rulebook
from scoring.scores import DepartmentScore

COLUMNS: Columns = (
    (1, 1, N_("条款")),
    (2, 3, N_("取值")),
    (4, 4, N_("证据")),
    (5, 5, N_("出自")),
    (6, 6, N_("出处与说明")),
)


def write(sheet: Sheet, score: DepartmentScore) -> None:
    """Write two tables; a clause keeps the number that the workings name it by."""
    rests_on = followed(score)
    numbered = list(enumerate(score.rulebook.clauses(), 1))
    used = [(number, clause) for number, clause in numbered if clause.key in rests_on]
    others = [(number, clause) for number, clause in numbered if clause.key not in rests_on]
    _table(sheet, _("本次评分依据的条款"), used, score.rulebook)
    _table(sheet, _("评分规则的其余条款"), others, score.rulebook)


def _table(sheet: Sheet, title: str, numbered: Iterable[tuple[int, Clause[Any]]], rulebook: Rulebook) -> None:
    sheet.table(title, COLUMNS)
    for number, clause in numbered:
        sheet.add(
            Box(1, 1, f"{number}  {name_of(clause.key)}\n{clause.key}"),
            Box(2, 3, clause_value(clause)),
            Box(4, 4, evidence(clause), CENTRE),
            Box(5, 5, origin(clause, rulebook), CENTRE),
            Box(6, 6, source(clause)),
        )
