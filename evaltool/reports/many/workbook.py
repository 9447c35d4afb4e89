"""The workbook over many departments, as the content of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import partial

from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook import Workbook

from evaltool import __version__
from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.many import about, averages, grades, ranking
from evaltool.reports.many.groups import Group, grouped
from evaltool.reports.many.overview import Overview
from evaltool.reports.sheet import Sheet
from evaltool.sheets.archive import saved
from evaltool.sheets.looks import Looks
from evaltool.sheets.safe import cell_text
from scoring.digest import HEX_DIGITS


def workbook(overviews: Sequence[Overview], made_on: date) -> bytes:
    """The summary over these departments, made on that day; their order changes nothing.

    Raises `ValueError` where there is no department.
    """
    if not overviews:
        raise ValueError("no department")
    groups = grouped(overviews)
    inputs = _together(overviews)
    made = _("由 evaltool {version} 于 {date} 生成，数据校验 {inputs}").format(
        version=__version__, date=made_on.isoformat(), inputs=inputs
    )
    mark = f"{_mark(groups)} · {inputs}"
    parts: tuple[tuple[str, Sequence[int], Callable[[Sheet], None]], ...] = (
        (_("部门汇总排名"), ranking.UNITS, partial(ranking.write, groups=groups, mark=mark)),
        (_("各级指标平均"), averages.UNITS, partial(averages.write, groups=groups, mark=mark)),
        (_("等级分布"), grades.UNITS, partial(grades.write, groups=groups, mark=mark)),
        (_("汇总说明"), about.UNITS, partial(about.write, groups=groups, mark=mark, made=made)),
    )
    book = Workbook()
    looks = Looks(book)
    for number, (name, units, write) in enumerate(parts):
        worksheet = book.create_sheet(name) if number else book.worksheets[0]
        worksheet.title = name
        write(Sheet(worksheet, looks, units))
    moment = datetime.combine(made_on, time())
    said = [*dict.fromkeys(titles.rulebook(group.rules) for group in groups), made]
    book.properties = DocumentProperties(
        title=_("部门绩效自评汇总排名"),
        creator=f"evaltool {__version__}",
        description=cell_text("\n".join(said)),
        created=moment,
        modified=moment,
    )
    book.calculation.fullCalcOnLoad = False
    return saved(book)


def _together(overviews: Sequence[Overview]) -> str:
    """One hash of what all these scores were computed from."""
    inputs = "\n".join(sorted(one.inputs for one in overviews))
    return hashlib.sha256(inputs.encode()).hexdigest()[:HEX_DIGITS]


def _mark(groups: Sequence[Group]) -> str:
    """The rulebook for the foot of every page, in short; of several how many there are."""
    rules, *others = dict.fromkeys(group.rules for group in groups)
    if others:
        return _("{count} 种评分规则").format(count=len(others) + 1)
    return titles.mark(rules)
