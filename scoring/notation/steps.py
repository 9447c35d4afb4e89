"""Score tables printed with an indicator (评分标准): ≥70%得3分，≥65%得1分，<65%不得分 ⇄ `StepTable`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from scoring.findings import Finding
from scoring.model import Sense, Source, StepTable, Subject, Target
from scoring.notation.dates import Doubt
from scoring.notation.normalise import compact, normalise
from scoring.notation.reading import LONGEST
from scoring.notation.target import NOWHERE, findings_of, read_target
from scoring.units import Factor, compare

HUNDRED = Decimal(100)
NOTHING = Decimal(0)
SAME = Factor(Fraction(1))

_TITLE = re.compile(r"[^:]{0,6}(?:标准|细则|办法|规则):")
_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_STEP = re.compile(
    r"(?P<said>[^;。]+?)[,、]?"
    rf"(?:(?:不得|不计|不给|[得计给为:]0)分|[得计给为:](?P<full>满分)|[得计给为:](?P<points>{_FIGURE})分"
    rf"|[得计给为:](?P<percent>{_FIGURE})%(?:的?(?:分值|权重|分数|分))?)[,;。、]?"
)
_REST = re.compile(r"其[余他它].*|否则|未达到?")
_WORDS_BEFORE = re.compile(r".*(?:[;:、。]|,(?![0-9])|(?<![0-9]),)")
"""提案办结率，≥70%: the sign begins after the last mark that is not part of a figure."""

_DIRECTIONS = {
    Sense.AT_LEAST: Sense.AT_LEAST,
    Sense.ABOVE: Sense.AT_LEAST,
    Sense.AT_MOST: Sense.AT_MOST,
    Sense.BELOW: Sense.AT_MOST,
}


class _Step(NamedTuple):
    """One step as written. `asked` is None for the rest (其余)."""

    asked: Target | None
    award: Decimal
    in_percent: bool


def read_steps(
    text: str, *, unit: str = "", subject: Subject = NOWHERE, source: Source | None = None
) -> tuple[StepTable | None, tuple[Finding, ...]]:
    """The score table that a text writes, and what is odd about it; never raises.

    None is given where the text cannot be used. `unit` is that of the figure to be scored, where it is known:
    steps in another one are not used.
    """
    table, is_strict = _read(text, unit)
    if table is None:
        return None, findings_of(text, (("steps.unread", {}),), subject, source)
    strict: Doubt = ("text.strictness", {"read": write_steps(table, unit)})
    return table, findings_of(text, (strict,) if is_strict else (), subject, source)


def holds_steps(text: str) -> bool:
    """Whether a text looks like a score table: at least two steps that say what they earn."""
    return len(text) <= LONGEST and len(_STEP.findall(_plain(text))) > 1


def write_steps(steps: StepTable, unit: str = "") -> str:
    """A score table as text that reads as the same table; `unit` is that of its limits."""
    sign = "≥" if steps.sense is Sense.AT_LEAST else "≤"
    in_points = steps.full == steps.limits[0][1]
    award = "分" if in_points else "%"
    written = [f"{sign}{limit:f}{unit}得{points:f}{award}" for limit, points in steps.limits]
    return "，".join([*written, "其余不得分"])


def _plain(text: str) -> str:
    plain = compact(normalise(text.strip()))
    title = _TITLE.match(plain)
    return plain[title.end() :] if title else plain


def _read(text: str, unit: str) -> tuple[StepTable | None, bool]:
    """The table, and whether a step leaves its own limit out (>70%), which counts as including it."""
    plain = _plain(text) if len(text) <= LONGEST else ""
    found = list(_STEP.finditer(plain))
    if len(found) < 2 or "".join(one[0] for one in found) != plain:
        return None, False
    steps = [_step(one) for one in found]
    asked = [step.asked for step in steps if step.asked]
    if not all(map(_is_usable, asked)) or not _is_one_unit([unit, *(one.unit for one in asked)]):
        return None, False
    earning = [step.asked.sense for step in steps if step.asked and step.award]
    return _table(steps, text), earning[:1] in ([Sense.ABOVE], [Sense.BELOW])


def _step(found: re.Match[str]) -> _Step:
    said = _WORDS_BEFORE.sub("", found["said"])
    asked = None if _REST.fullmatch(said) else read_target(said)[0]
    if found["points"]:
        return _Step(asked, Decimal(found["points"]), in_percent=False)
    if found["full"] or found["percent"]:
        return _Step(asked, Decimal(found["percent"] or HUNDRED), in_percent=True)
    return _Step(asked, NOTHING, in_percent=False)


def _is_usable(asked: Target) -> bool:
    """Whether a limit was read, with the sign that a step needs."""
    return asked.sense in {*_DIRECTIONS, Sense.BETWEEN} and "sense" not in asked.inferred


def _is_one_unit(units: Iterable[str]) -> bool:
    """Whether all the figures are in one unit; one without a unit is in that of the others."""
    first, *others = {*units} - {""} or {""}
    return all(compare(first, other) == SAME for other in others)


def _table(steps: Sequence[_Step], text: str) -> StepTable | None:
    """The table of the steps, where they follow on each other and all earn in one measure."""
    earning = steps if steps[-1].award else steps[:-1]
    first = earning[0].asked
    sense = _DIRECTIONS.get(first.sense) if first else None
    in_percent = {step.in_percent for step in earning}
    awards = [step.award for step in earning]
    if sense is None or first is None or first.value is None or len(in_percent) != 1 or not _fall(awards):
        return None
    limits = [first.value]
    for step in steps[1:]:
        limit = _limit(step, limits[-1], sense)
        if limit is None:
            return None
        limits.append(limit)
    rows = tuple(zip(limits, awards, strict=False))  # what earns nothing is no row
    full = HUNDRED if in_percent == {True} else awards[0]
    if awards[0] > full or not _fall([limit if sense is Sense.AT_LEAST else -limit for limit, _ in rows]):
        return None
    return StepTable(sense, rows, full, text=text)


def _limit(step: _Step, before: Decimal, sense: Sense) -> Decimal | None:
    """The limit of a step that comes after another: its own, or 0 for all that is below the one before."""
    asked, forward = step.asked, sense is Sense.AT_LEAST
    if asked is None or (asked.value == before and _DIRECTIONS.get(asked.sense, sense) is not sense):
        return NOTHING if forward or not step.award else None
    if asked.sense is Sense.BETWEEN:
        near, far = (asked.upper, asked.value) if forward else (asked.value, asked.upper)
        return far if near == before else None
    return asked.value if _DIRECTIONS[asked.sense] is sense and step.award else None


def _fall(figures: Sequence[Decimal]) -> bool:
    return all(second < first for first, second in pairwise(figures))
