"""A printed target and its actual in one unit, where one of them leaves its unit to the other."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from scoring import units
from scoring.model import QUANTITATIVE, Actual, Sense, Target
from scoring.notation.lexicon import bare_name

_RATE = re.compile(r".*(?:率|度|比例|比重|占比)")
_A_YEAR = "/年"
"""What is scored is one year: 2次/年 and 2次 are the same."""
_SIGN_READ_AS_DIGIT = Decimal(200)
"""A percentage from here on that nobody reached is a sign read as a digit: ≥90% → 290%."""
_MORE = frozenset({Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL})
_UPPER_HALF = Decimal(50)


def in_one_unit(target: Target, actual: Actual, name: str) -> tuple[Target, Actual]:
    """Both with the unit that only one of them prints, as people read 31 beside 42台."""
    if target.sense not in QUANTITATIVE or actual.value is None or not actual.unit:
        return target, actual
    if actual.unit + _A_YEAR == target.unit:
        return replace(target, unit=actual.unit), actual
    if target.unit + _A_YEAR == actual.unit:
        return target, replace(actual, unit=target.unit)
    if target.unit in units.PREFIXES:
        return replace(target, unit=target.unit + _without_multiple(actual.unit)), actual
    if target.unit or (_is_share(actual.unit) and not _may_be_percent(target, name)):
        return target, actual
    return replace(target, unit=actual.unit), actual


def _without_multiple(unit: str) -> str:
    multiples = sorted((one for one in units.PREFIXES if unit.startswith(one)), key=len)
    return unit.removeprefix(multiples[-1]) if multiples and unit not in units.KNOWN else unit


def _may_be_percent(target: Target, name: str) -> bool:
    """Whether a bare target is one in percent: that of a rate, all of something, or none of it.

    0.95 and 1 may be shares of one, or counts.
    """
    if target.value is None or target.value in (0, 100):
        return target.value is not None
    return target.value > 1 and _RATE.fullmatch(bare_name(name)) is not None


def is_share_or_percent(target: Target, actual: Actual) -> bool:
    """Whether a bare actual may be a share of one beside a target in percent: 0.95, or 1, for 95%."""
    if target.unit != "%" or actual.unit or actual.value is None or target.value is None:
        return False
    return target.sense in _MORE and target.value >= _UPPER_HALF and 0 < actual.value <= 1


def sign_became_digit(target: Target, actual: Actual) -> bool:
    """Whether a target beyond all percentages is a damaged one."""
    if target.unit != "%" or target.value is None or actual.value is None:
        return False
    return target.value >= _SIGN_READ_AS_DIGIT and actual.value < target.value


def _is_share(unit: str) -> bool:
    return isinstance(units.compare(unit, "%"), units.Factor)
