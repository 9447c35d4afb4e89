"""What evaltool's forms print behind an indicator's reason, or around its target: found and taken apart.

The column 偏差原因分析及改进措施 holds the reason, then 改进措施 and what else there is to say, each from a
line of its own on. A workbook that was handed in can so be taken in again.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from evaltool.documents.blocks import one_line

_BEGINS = re.compile(r"(?m)^(?=改进措施[：:]|指标值调整为：|人工评分 ?[0-9])")
_ACTION = re.compile(r"改进措施[：:]\s*")
_BY_PERSON = re.compile("人工评分 ?[0-9]")
_ADJUSTED = re.compile(r"指标值调整为：(?P<adjusted>.*)（调整：(?P<approval>.*)）", re.DOTALL)
_BOTH = re.compile(r"(?P<declared>.*\S)\s*→\s*(?P<adjusted>.*)（调整：(?P<approval>.*)）", re.DOTALL)
_DAY = re.compile(r"(?:(?P<approval>.*)，)?(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})", re.DOTALL)
_NO_APPROVAL = "未填批复"

_IN_NOTES = {
    "project": "项目不适用：",
    "execution": "预算执行率不适用：",
    "spending": "预算执行率的说明：",
}

_FINISHED = "项目已完成，执行数"
_NO_EXECUTION = "按人工选择不另计预算执行率"


class Adjusted(NamedTuple):
    """The text of a target as adjusted, its approval, and the day of that."""

    text: str
    approval: str = ""
    day: date | None = None


class Remark(NamedTuple):
    """A reason, an action, and an adjusted target; `by_person`: what is said of a score set by a person."""

    reason: str = ""
    action: str = ""
    adjusted: Adjusted | None = None
    by_person: str = ""


class Notes(NamedTuple):
    """Why a project, or its execution rate, does not apply; why little was spent. Empty: nothing is said.

    `finished` says that all was finished within the year, `whole` that the indicators have all 100 points.
    """

    project: str = ""
    execution: str = ""
    spending: str = ""
    finished: bool = False
    whole: bool = False


def remark_in(text: str) -> Remark:
    """The parts of what stands beside an indicator."""
    found: dict[str, str] = {}
    adjusted = None
    for part in _BEGINS.split(text):
        if match := _ACTION.match(part):
            found["action"] = one_line(part[match.end() :])
        elif match := _ADJUSTED.fullmatch(part.strip()):
            adjusted = _adjusted(match)
        elif _BY_PERSON.match(part):
            found["by_person"] = one_line(part)
        else:
            found["reason"] = one_line(part)
    return Remark(**found, adjusted=adjusted)


def targets_in(text: str) -> tuple[str, Adjusted | None]:
    """The declared target, and the adjusted one behind it: ≥95% → ≥85%（调整：…）."""
    match = _BOTH.fullmatch(text)
    return (one_line(match["declared"]), _adjusted(match)) if match else (text, None)


def notes_in(text: str) -> Notes:
    """What the notes below a form say of the project and of its execution rate."""
    lines = text.split("\n")
    said = {
        field: next((line.removeprefix(words) for line in lines if line.startswith(words)), "")
        for field, words in _IN_NOTES.items()
    }
    return Notes(**said, finished=_FINISHED in text, whole=_NO_EXECUTION in text)


def _adjusted(match: re.Match[str]) -> Adjusted:
    approval = one_line(match["approval"])
    dated = _DAY.fullmatch(approval)
    day = _day(dated["day"]) if dated else None
    said = (dated["approval"] or "") if dated and day else approval
    return Adjusted(one_line(match["adjusted"]), "" if said == _NO_APPROVAL else said, day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
