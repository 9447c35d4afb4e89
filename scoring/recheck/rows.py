"""What the rows of a table are: indicators, the row of money, its sub-rows, and totals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from scoring.model import level_name
from scoring.notation import normalise
from scoring.notation.lexicon import bare_name
from scoring.recheck.figures import points_of
from scoring.recheck.model import PublishedLine

_LEADING = " ★☆*※▲△●○◆◇■□·.、:-"
_NUMBERED = re.compile(r"(?:指标|目标)[0-9]{1,2}[:、.]|[0-9]{1,2}[、.](?![0-9])")
_TOTAL = re.compile(
    r"(?:项目|自评|评价|本项|绩效|综合|指标|分值|得分|分数)?"
    r"(?:总分|总分值|总分数|总得分|总评分|合计|总计|小计|得分)(?:得分|分值|分数|数)?(?:\(可计分\))?:?"
)
COUNTING = "合计(可计分)"
_MONEY_PLACE = re.compile(r"预算执行|资金执行|执行率|项目资金|预算资金|资金情况|年度预算申请")
_MONEY_NAME = re.compile(r"(?:年度|项目|预算|全年)*(?:资金|预算)(?:总额|合计|总计)")
_WHOLE_RATE = re.compile(r"(?:年度|全年|项目|预算|资金|总)*执行(?:率|情况)?")
"""The execution rate of all money; that of 基本支出 or of a part has a name of its own."""
_WHOLE_MONEY = re.compile(r".*(?:总额|合计|总计|执行率|预算数|总预算|总资金).*")
_PART = "其中"


class Kind(StrEnum):
    """What a row is."""

    INDICATOR = "indicator"
    EXECUTION = "execution"
    PART = "part"
    """A sub-row: shown, never scored."""
    TOTAL = "total"
    SUBTOTAL = "subtotal"


def bare(text: str) -> str:
    """A name without white space, stars and list numbers before it, and a colon behind it."""
    name = normalise(text).replace(" ", "").lstrip(_LEADING)
    if found := _NUMBERED.match(name):
        name = name[found.end() :]
    return name.lstrip(_LEADING).rstrip(":")


def level_of(text: str) -> str:
    """A level's usual name, without the points that a form prints behind it: 产出指标(50分)."""
    return level_name(bare_name(bare(text)))


def kinds_of(lines: Sequence[PublishedLine]) -> list[Kind]:
    """What each row of one project's table is."""
    has_whole = any(is_money(line) and _is_whole(line) for line in lines)
    return [_kind(line, has_whole) for line in lines]


def _kind(line: PublishedLine, has_whole: bool) -> Kind:
    if is_money(line):
        is_part = bare(line.indicator).startswith(_PART) or (has_whole and not _is_whole(line))
        return Kind.PART if is_part else Kind.EXECUTION
    if (said := _total_name(line)) is not None:
        return Kind.SUBTOTAL if said.startswith("小计") else Kind.TOTAL
    is_part = bare(line.indicator).startswith(_PART) and points_of(line.weight) is None
    return Kind.PART if is_part else Kind.INDICATOR


def is_money(line: PublishedLine) -> bool:
    """Whether the row states a budget and what was spent of it.

    A rate beside a rate (100 % and 86 %) is an indicator like any other.
    """
    if "%" in normalise(line.target + line.actual):
        return False
    place, name = level_of(line.level1), bare(line.indicator)
    return bool(
        _MONEY_PLACE.search(place) or _MONEY_NAME.fullmatch(name) or (not place and name == "预算执行率")
    )


def _is_whole(line: PublishedLine) -> bool:
    name = bare(line.indicator)
    return not name or (not name.startswith(_PART) and _WHOLE_MONEY.fullmatch(name) is not None)


def is_whole_execution(line: PublishedLine, kind: Kind) -> bool:
    """Whether the row states the execution of all money, in amounts or as a rate beside a rate."""
    place, name = level_of(line.level1), bare(line.indicator)
    if kind not in (Kind.EXECUTION, Kind.INDICATOR) or (place and not _MONEY_PLACE.search(place)):
        return False
    is_amounts = kind is Kind.EXECUTION and _is_whole(line) and not name.endswith("率")
    return is_amounts or _WHOLE_RATE.fullmatch(name) is not None


def _total_name(line: PublishedLine) -> str | None:
    """The word for a total that stands in the row's first column that holds anything; None for other rows."""
    names = _first((line.indicator, line.level2, line.level1)), _first((line.level1, line.indicator))
    return next((name for name in names if _TOTAL.fullmatch(name)), None)


def is_sum_that_counts(name: str) -> bool:
    """Whether a total is 合计（可计分）, of the points that are left where some do not apply."""
    return name.endswith(COUNTING)


def is_total_name(level1: str, level2: str, indicator: str) -> bool:
    """Whether a row's first words say that it is a total."""
    return any(
        _TOTAL.fullmatch(_first(texts)) for texts in ((indicator, level2, level1), (level1, indicator))
    )


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, map(bare, texts)), "")
