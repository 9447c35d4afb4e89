"""Targets and actuals written back, in the one form that reads as the same value again."""

from __future__ import annotations

from scoring.model import Actual, Band, Sense, Target

_SIGNS = {
    Sense.AT_LEAST: "≥",
    Sense.ABOVE: ">",
    Sense.EQUAL: "=",
    Sense.AT_MOST: "≤",
    Sense.BELOW: "<",
}
_BANDS = {Band.MET: "达成", Band.PARTLY: "部分达成", Band.UNMET: "未达成"}


def write_target(target: Target) -> str:
    """A target as text that reads as the same target: an inferred sense or year stays unwritten.

    Words and unread texts are given back as found.
    """
    if target.sense is Sense.YES_NO:
        return "否" if "answer" in target.inferred else "是"
    if target.sense is Sense.BY_DATE and target.date is not None:
        year = "" if "year" in target.inferred else f"{target.date.year}年"
        return f"{year}{target.date.month}月{target.date.day}日前"
    if target.value is None:
        return target.text
    if target.sense is Sense.BETWEEN and target.upper is not None:
        if target.nominal == 0:
            return f"±{target.upper:f}{target.unit}"
        if target.nominal is not None:
            around = target.upper - target.nominal
            return f"{target.nominal:f}{target.unit}±{around:f}"
        return f"{target.value:f}~{target.upper:f}{target.unit}"
    sign = "" if "sense" in target.inferred else _SIGNS.get(target.sense, "")
    return f"{sign}{target.value:f}{target.unit}"


def write_actual(actual: Actual, target: Target | None = None) -> str:
    """An actual as text; an answer is written as the target asks for it (无 for a target 无)."""
    if actual.value is not None:
        return f"{actual.value:f}{actual.unit}"
    if actual.date is not None:
        return f"{actual.date.year}年{actual.date.month}月{actual.date.day}日"
    if actual.yes is not None:
        wants_no = target is not None and "answer" in target.inferred
        return "否" if actual.yes == wants_no else "是"
    return _BANDS[actual.band] if actual.band is not None else actual.text
