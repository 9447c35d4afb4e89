"""What stands around a measure and steers its reading: comparisons, 每, about, a unit or a name before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scoring.model import Sense
from scoring.notation.figures import NUMERALS
from scoring.notation.phrase import Failure
from scoring.notation.tokens import Token
from scoring.notation.unit_text import unit_at
from scoring.notation.vocabulary import DECLINES, WORDS, Role
from scoring.units import DURATIONS

SEPARATORS = frozenset(",;、。")
_TURNS = tuple("不未没非无第前除每")
"""A word that ends so turns the figure after it into something else."""
_AFTERWARDS = ("前", "后", "之前", "之后", "以前", "以后", "以外", "外", "折", "级", "等", "类")
"""A word that begins so turns the figure before it into something else."""
_NOT_AFTER = frozenset({Role.JOINT, Role.TOLERANCE, Role.DENIAL})
_LONGEST_UNKNOWN_UNIT = 3
_CLOSING = ")]}】》」”’\"'!?…"


@dataclass(slots=True)
class Before:
    """What leads to a measure. `name` are the words before it; `unit` is a unit before the figure."""

    signs: list[Sense] = field(default_factory=list)
    hints: list[Sense] = field(default_factory=list)
    per: list[str] = field(default_factory=list)
    about: bool = False
    declines: bool = False
    unit: str = ""
    name: str = ""
    aside: str = ""


@dataclass(slots=True)
class After:
    """What follows a measure. `unit` is a word taken for its unit; `aside` are words set aside."""

    comparisons: list[Token] = field(default_factory=list)
    about: bool = False
    unit: str = ""
    aside: str = ""


def look_before(lead: Sequence[Token]) -> Before | Failure:
    """Collect what steers a measure from before it, back to the last separator or figure."""
    begin = 1 + max((place for place, token in enumerate(lead) if _parts(token)), default=-1)
    if any(token.numeral for token in lead[:begin]):
        return Failure("text.several")
    clause = lead[begin:]
    if clause and clause[-1].text in {"-", "~"}:
        return Failure("text.negative" if clause[-1].text == "-" else "text.unread")
    name, run = split_name(clause)
    found = Before(name="".join(token.text for token in name))
    for token in run:
        if token.role is Role.DENIAL:
            return Failure()
        if token.role is Role.SIGN and token.sense:
            found.signs.append(token.sense)
        elif token.role is Role.HINT and token.sense:
            found.hints.append(token.sense)
            found.declines = found.declines or token.text in DECLINES
        elif token.role is Role.ABOUT:
            found.about = True
        elif token.text == "¥":
            found.unit = "元"
    found.per = [token.text[1:] for token in clause if token.role is Role.PER]
    if name and (failed := _look_at_name(name, found, touches=not run)):
        return failed
    return found


def split_name(clause: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens up to the last word, and those that stand between it and the measure."""
    end = len(clause)
    while end and clause[end - 1].role not in WORDS:
        end -= 1
    return clause[:end], clause[end:]


def _parts(token: Token) -> bool:
    return token.role is Role.FIGURE or token.text in SEPARATORS


def _look_at_name(name: Sequence[Token], found: Before, *, touches: bool) -> Failure | None:
    """A unit or a comparison further off (不低于上年水平95%) still steers; other words are a name."""
    last = name[-1].text
    if last.endswith(_TURNS):
        return Failure()
    unit = unit_at(last, 0)
    if unit and unit.end == len(last) and unit.unit not in DURATIONS:
        found.unit = unit.unit
    elif touches and last[-1].isascii():
        return Failure()
    places = [place for place, token in enumerate(name) if token.role is Role.SIGN]
    if places and not found.signs:
        sign = name[places[-1]]
        found.signs = [sign.sense] if sign.sense else []
        found.aside = "".join(token.text for token in name[places[-1] + 1 :])
    return None


def look_after(tail: Sequence[Token], *, has_unit: bool) -> After | Failure:
    """Collect what follows a measure; comparisons count up to the first separator."""
    found = After()
    if tail and tail[0].role in WORDS and not _may_follow(tail[0], has_unit=has_unit):
        return Failure()
    if tail and tail[0].role is Role.WORD and not has_unit:
        found.unit, tail = tail[0].text, tail[1:]
    parted = False
    for place, token in enumerate(tail):
        if token.numeral:
            return Failure("text.several")
        if token.role in _NOT_AFTER or (token.role is Role.SIGN and not is_chinese(token.text[0])):
            return Failure()
        parted = parted or token.text in SEPARATORS
        if token.role is Role.AFTER and not parted:
            found.comparisons.append(token)
        elif token.role is Role.ABOUT and not found.aside:
            found.about = True
        elif token.role not in {Role.FILLER, Role.MARK} and not found.aside:
            found.aside = "".join(token.text for token in tail[place:]).rstrip(_CLOSING)
    return found


def _may_follow(token: Token, *, has_unit: bool) -> bool:
    """Whether a word can stand right after a figure: as words set aside, or as a unit not known by name."""
    if token.text.startswith(_AFTERWARDS) or not is_chinese(token.text[0]) or token.text[0] in NUMERALS:
        return False
    return has_unit or (
        token.role is Role.WORD and len(token.text) <= _LONGEST_UNKNOWN_UNIT and is_chinese(token.text)
    )


def is_chinese(text: str) -> bool:
    """Whether a text consists of Chinese characters."""
    return all("\u4e00" <= char <= "\u9fff" for char in text)
