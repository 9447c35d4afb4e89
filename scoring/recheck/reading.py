"""A printed row read as an indicator with its target and its actual, as far as its texts allow."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from scoring.findings import Finding
from scoring.model import QUANTITATIVE, Actual, Indicator, Key, Sense, Target
from scoring.notation import is_blank, normalise, read_actual, read_share, read_target
from scoring.recheck.in_units import in_one_unit, is_share_or_percent, sign_became_digit
from scoring.recheck.model import PublishedLine
from scoring.recheck.rows import level_of

ANY_YEAR = 2000
"""The year of dates where nothing names one: they are compared with one another only."""

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_BLANK_SIGN = re.compile(r"(>=|<=|[≥≤≧≦<>=])[*＊xX]{2}")
_ONE_MONTH = timedelta(days=31)


def read_line(line: PublishedLine) -> tuple[Indicator, Actual]:
    """The indicator that a row states, and what was achieved. What is not understood is unread."""
    year = year_of(line)
    level1, level2 = level_of(line.level1), level_of(line.level2)
    target, doubts = _target(line, level2 or level1, year)
    if _echoes(line):
        actual = _same_as(target, line.actual)
    else:
        actual, odd = read_actual(read_share(line.actual)[0], target, year=year)
        target, actual = in_one_unit(target, actual, line.indicator)
        if _may_be_in_time(target, actual, doubts, odd) or is_share_or_percent(target, actual):
            actual = Actual(text=line.actual)
        if sign_became_digit(target, actual):
            target = replace(target, sense=Sense.UNREAD, value=None)
    key = Key(line.project, "", level1, level2, line.indicator)
    return Indicator(key, target, source=line.source), actual


def year_of(line: PublishedLine) -> int:
    """The year that dates without one fall in: the table's, else one that the document or a cell names."""
    if line.year is not None:
        return line.year
    named = (
        _YEAR.search(normalise(text)) for text in (line.document, line.project, line.target, line.actual)
    )
    return next((int(found[0]) for found in named if found), ANY_YEAR)


def _target(line: PublishedLine, level2: str, year: int) -> tuple[Target, tuple[Finding, ...]]:
    """The target; one without a sign takes the sign that its name leaves for it: 满意度(≥**%)."""
    target, odd = read_target(line.target, level2=level2, name=line.indicator, year=year)
    sign = _BLANK_SIGN.search(normalise(line.indicator))
    if sign and target.sense in QUANTITATIVE and "sense" in target.inferred:
        signed, doubts = read_target(sign[1] + line.target, level2=level2, name=line.indicator, year=year)
        if signed.sense in QUANTITATIVE:
            return replace(signed, text=line.target), doubts
    return target, odd


def _echoes(line: PublishedLine) -> bool:
    """Whether the target's text stands again as what was achieved."""
    return plain(line.target) == plain(line.actual) and not is_blank(line.target)


def _same_as(target: Target, text: str) -> Actual:
    """What an actual says that repeats its target: just kept. Words are judged by a person all the same."""
    if target.sense is Sense.BY_DATE:
        return Actual(date=target.date, text=text)
    if target.sense is Sense.YES_NO:
        return Actual(yes=True, text=text)
    middle = target.nominal if target.nominal is not None else target.value
    return Actual(middle, target.unit, text=text) if target.sense in QUANTITATIVE else Actual(text=text)


def _may_be_in_time(
    target: Target, actual: Actual, doubts: tuple[Finding, ...], odd: tuple[Finding, ...]
) -> bool:
    """Whether only a nearer date could tell: 2021年 for a day in June, 9月 for 9月前."""
    if target.date is None or actual.date is None or actual.date <= target.date:
        return False
    if any(doubt.code == "text.period" for doubt in odd):
        return True
    is_unclear = any(doubt.code == "text.before" for doubt in doubts)
    return is_unclear and actual.date - target.date <= _ONE_MONTH


def plain(text: str) -> str:
    """A text for comparing: without white space and punctuation at its end."""
    return normalise(text).replace(" ", "").rstrip("。.;,")
