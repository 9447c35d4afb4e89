"""A text cut into what a reading is made of: figures with their units, dates, steering words, other words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from scoring.model import Sense
from scoring.notation.dates import Moment, moment_at
from scoring.notation.figures import written_at
from scoring.notation.unit_text import single_end, unit_at
from scoring.notation.vocabulary import Role, word_at
from scoring.units import PREFIXES

_GLUE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_#$@&^\\")
"""What must not touch a figure: then it is part of a name or of something not understood (M.8, 290$)."""

_HALVES = ("半年", "半天", "半个小时", "半小时", "半个月", "半日")
_YEAR_PARTS = frozenset("底末终初中")


class Figure(NamedTuple):
    """A figure with the unit after it. `value` is None where it cannot be taken; `problem` says why."""

    value: Decimal | None
    raw: str
    unit: str = ""
    problem: str = ""
    chinese: bool = False
    about: bool = False
    unit_known: bool = True


class Token(NamedTuple):
    """A piece of the text. Comparisons carry their sense; figures and dates what was read.

    `numeral` marks a counted numeral that is read as a word (三年行动).
    """

    role: Role
    text: str
    sense: Sense | None = None
    figure: Figure | None = None
    moment: Moment | None = None
    numeral: bool = False


def tokens_of(text: str, year: int | None) -> list[Token]:
    """The pieces of a compact, normalised text, in order and without gaps except blanks."""
    found: list[Token] = []
    at = begun = 0
    while at < len(text):
        token = _token_at(text, at, year)
        if token is None and text[at] != " ":
            at += 1
            continue
        if begun < at:
            found.append(Token(Role.WORD, text[begun:at]))
        if token is not None:
            found.append(token)
        at = begun = at + (len(token.text) if token else 1)
    if begun < at:
        found.append(Token(Role.WORD, text[begun:at]))
    return found


def _token_at(text: str, at: int, year: int | None) -> Token | None:
    if moment := moment_at(text, at, year):
        return Token(Role.DATE, text[at : moment.end], moment=moment)
    word = word_at(text, at)
    if word and word.role is Role.IDIOM and not text.startswith("十分钟", at):
        return Token(Role.IDIOM, word.text)
    if figure := _figure_at(text, at):
        return figure
    if text[at] == "每" and (per := _per_at(text, at)):
        return per
    return Token(word.role, word.text, word.sense) if word else None


def _per_at(text: str, at: int) -> Token | None:
    """每 with a unit. 每年底前 is no such thing: there 每 belongs to the date."""
    end = at + 1 + len("半年") if text.startswith("半年", at + 1) else single_end(text, at + 1)
    if end == at + 1 or (end < len(text) and text[end] in _YEAR_PARTS):
        return None
    return Token(Role.PER, text[at:end])


def _figure_at(text: str, at: int) -> Token | None:
    for half in _HALVES:
        if text.startswith(half, at):
            unit = half.removeprefix("半")
            return Token(Role.FIGURE, half, figure=Figure(Decimal("0.5"), "半", unit, chinese=True))
    written = written_at(text, at)
    if written is None:
        return None
    raw = text[at : written.end]
    figure = Figure(written.value, raw, written.unit, written.problem, written.chinese)
    end = written.end
    if not written.unit:
        figure, end = _with_unit(text, end, figure)
    if not figure.problem and (_is_touched(text, at, end) or _is_date(figure)):
        figure = Figure(None, "", problem="text.unread")
    return Token(Role.FIGURE, text[at:end], figure=figure)


def _is_touched(text: str, at: int, end: int) -> bool:
    """Whether letters, or 半 for one half more, stand directly at the figure."""
    before, after = text[at - 1 : at], text[end : end + 1]
    return after in _GLUE or after == "半" or before in _GLUE or before == "."


def _is_date(figure: Figure) -> bool:
    """Whether a figure looks like a part of the calendar that the dates did not take (0月, 二千年)."""
    if figure.unit == "年":
        return figure.value is not None and 1900 <= figure.value < 2100
    return figure.unit in {"月", "季度"}


def _with_unit(text: str, at: int, figure: Figure) -> tuple[Figure, int]:
    """The figure with the unit that follows, also across 余 and 多: 100余人, 3万多元."""
    unit = unit_at(text, at)
    multiple = unit.unit if unit and unit.unit in PREFIXES else ""
    about = at + len(multiple)
    if text.startswith(("余", "多"), about) and (base := unit_at(text, about + 1)):
        return figure._replace(unit=multiple + base.unit, about=True, unit_known=base.known), base.end
    if unit is None:
        return figure, at
    return figure._replace(unit=unit.unit, unit_known=unit.known), unit.end
