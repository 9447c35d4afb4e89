"""A printed row read as an indicator with its target and its actual, as far as its texts allow."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from scoring import units
from scoring.model import QUANTITATIVE, Actual, Indicator, Key, Sense, Target
from scoring.notation import DEFAULT_LEXICON, Lexicon, is_blank, normalise, read_actual, read_target
from scoring.notation.lexicon import bare_name
from scoring.recheck.model import PublishedLine
from scoring.recheck.rows import level_of

ANY_YEAR = 2000
"""The year of dates where nothing names one: they are compared with one another only."""

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_BLANK_SIGN = re.compile(r"(>=|<=|[≥≤≧≦<>=])[*＊xX]{2}")
_SHARE = re.compile(r".*(?:率|度|比例|比重|占比)")
_OCR_SIGN = Decimal(200)
"""A percentage from here on that nobody reached is a sign read as a digit: ≥90% → 290%."""


def read_line(line: PublishedLine, lexicon: Lexicon = DEFAULT_LEXICON) -> tuple[Indicator, Actual]:
    """The indicator that a row states, and what was achieved. What is not understood is unread."""
    year = year_of(line)
    level1, level2 = level_of(line.level1), level_of(line.level2)
    target, _odd = _target(line, level2, year, lexicon)
    if _echoes(line):
        actual = _same_as(target, line.actual)
    else:
        actual, _odd = read_actual(line.actual, target, year=year)
        target = _in_unit_of(actual, target, line.indicator)
        if _sign_became_digit(target, actual):
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


def _target(line: PublishedLine, level2: str, year: int, lexicon: Lexicon) -> tuple[Target, object]:
    """The target; one without a sign takes the sign that its name leaves for it: 满意度(≥**%)."""
    target, odd = read_target(line.target, level2=level2, name=line.indicator, year=year, lexicon=lexicon)
    sign = _BLANK_SIGN.search(normalise(line.indicator))
    if sign and target.sense in QUANTITATIVE and "sense" in target.inferred:
        signed, doubts = read_target(
            sign[1] + line.target, level2=level2, name=line.indicator, year=year, lexicon=lexicon
        )
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
    if target.sense is Sense.BETWEEN and target.nominal is None and target.upper is not None:
        middle = target.upper if target.value is None else max(target.value, min(target.upper, Decimal(0)))
    return Actual(middle, target.unit, text=text) if target.sense in QUANTITATIVE else Actual(text=text)


def _in_unit_of(actual: Actual, target: Target, name: str) -> Target:
    """A bare target in the unit of its actual, as people read 31 beside 42台.

    A share of the whole (%) is another thing than a count, unless the name is that of a rate or 100 is asked.
    """
    if target.sense not in QUANTITATIVE or actual.value is None or not actual.unit:
        return target
    if target.unit in units.PREFIXES:
        base = next((actual.unit.removeprefix(p) for p in units.PREFIXES if actual.unit.startswith(p)), "")
        return replace(target, unit=target.unit + base)
    is_share = isinstance(units.compare(actual.unit, "%"), units.Factor)
    if target.unit or (is_share and target.value != 100 and not _SHARE.fullmatch(bare_name(name))):
        return target
    return replace(target, unit=actual.unit)


def _sign_became_digit(target: Target, actual: Actual) -> bool:
    return (
        target.unit == "%"
        and target.value is not None
        and target.value >= _OCR_SIGN
        and actual.value is not None
        and actual.value < target.value
    )


def plain(text: str) -> str:
    """A text for comparing: without white space and punctuation at its end."""
    return normalise(text).replace(" ", "").rstrip("。.;,")
