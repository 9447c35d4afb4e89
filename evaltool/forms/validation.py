"""What a cell to fill accepts while it is typed, and what it says to a person who typed something else."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.worksheet.datavalidation import DataValidation

from evaltool.forms.page import Page
from evaltool.formulas.exact import MOST_DECIMALS, number
from evaltool.formulas.figure_rules import FigureFormula
from evaltool.formulas.words import BANDS, COMPLETIONS, NO, STATES, YES
from evaltool.language import _

MOST_AMOUNT = 10**7
"""万元."""


def figure(page: Page, cell: str, formula: FigureFormula | None, unit: str) -> None:
    """A number without a unit, with no more digits than the score stays exact with."""
    of = _("数字，单位为“{unit}”，只填数，不带单位").format(unit=unit) if unit else _("数字")
    if formula is None:
        _custom(page, cell, f"ISNUMBER({cell})", _("请填数字"), of)
        return
    checks = (
        f"ISNUMBER({cell})",
        f"{cell}=ROUND({cell},{formula.decimals})",
        f"ABS({cell})<={number(formula.limit)}",
    )
    said = _("{of}；最多 {decimals} 位小数，不大于 {limit}").format(
        of=of, decimals=formula.decimals, limit=number(formula.limit)
    )
    _custom(page, cell, f"AND({','.join(checks)})", _("请填数字"), said)


def amount(page: Page, cell: str) -> None:
    """Money in 万元."""
    checks = (
        f"ISNUMBER({cell})",
        f"{cell}>=0",
        f"{cell}<{MOST_AMOUNT}",
        f"{cell}=ROUND({cell},{MOST_DECIMALS})",
    )
    said = _("金额以万元为单位，只填数，不能为负，最多 {decimals} 位小数").format(decimals=MOST_DECIMALS)
    _custom(page, cell, f"AND({','.join(checks)})", _("请填金额"), said)


def share(page: Page, cell: str) -> None:
    """Percent of the points inside a band."""
    check = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<=100,{cell}=ROUND({cell},4))"
    _custom(page, cell, check, _("请填得分比例"), _("填 0 到 100 之间的数，不带 %，须在所选档次的范围内"))


def day(page: Page, cell: str) -> None:
    """A date."""
    rule = DataValidation(
        type="date",
        operator="between",
        formula1="DATE(1990,1,1)",
        formula2="DATE(2100,12,31)",
    )
    _add(page, cell, rule, _("请填日期"), _("填完成的日期，如 2024-6-30"))


def answer(page: Page, cell: str) -> None:
    """是 or 否."""
    _choose(page, cell, (YES, NO))


def band(page: Page, cell: str) -> None:
    """A band of a judgement."""
    _choose(page, cell, BANDS.values())


def state(page: Page, cell: str) -> None:
    """适用 or 不适用."""
    _choose(page, cell, STATES.values())


def completion(page: Page, cell: str) -> None:
    """已完成 or 未完成."""
    _choose(page, cell, COMPLETIONS.values())


def _choose(page: Page, cell: str, words: Iterable[str]) -> None:
    words = tuple(words)
    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"')
    _add(page, cell, rule, _("请从列表中选择"), _("可选：{words}").format(words=_("、").join(words)))


def _custom(page: Page, cell: str, check: str, title: str, said: str) -> None:
    _add(page, cell, DataValidation(type="custom", formula1=check), title, said)


def _add(page: Page, cell: str, rule: DataValidation, title: str, said: str) -> None:
    rule.allow_blank = True
    rule.showErrorMessage = rule.showInputMessage = True
    rule.errorStyle = "stop"
    rule.errorTitle = rule.promptTitle = title
    rule.error = rule.prompt = said
    rule.add(cell)
    page.worksheet.add_data_validation(rule)
