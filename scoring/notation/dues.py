"""Due dates with the words around them: at latest by 12月底, from 1月 to 12月."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from scoring.model import Sense
from scoring.notation.dates import Doubt, Moment
from scoring.notation.phrase import Due, Failure, Words
from scoring.notation.steering import split_name
from scoring.notation.tokens import Figure, Token
from scoring.notation.vocabulary import WORDS, Role

_WRONG_WAY = frozenset({Sense.AT_LEAST, Sense.ABOVE})
_HAS_DIGIT = re.compile("[0-9]")
_TURNS = tuple("不未没非前后")
"""A word that ends so turns the date after it into something else."""


def due_of(tokens: Sequence[Token]) -> Due | Words | Failure:
    """The one day that the tokens name, or words where a date is only part of what they say."""
    places = [place for place, token in enumerate(tokens) if token.moment or token.figure]
    lead, tail = tokens[: places[0]], tokens[places[-1] + 1 :]
    moment = _moment(tokens[places[0] : places[-1] + 1], len(places))
    if isinstance(moment, Failure):
        return moment
    if moment.day is None:
        return Failure(moment.problem)
    if not moment.firm and any(token.role in WORDS for token in (tokens if moment.bare_year else tail)):
        if len(places) > 1:
            return Failure("text.several")
        named = tokens[places[-1]].text
        return Words((("text.numeral", {"numeral": named}),) if _HAS_DIGIT.search(named) else ())
    if failed := _misled(lead, tail):
        return failed
    aside = "".join(token.text for token in tail if token.role in WORDS)
    around: tuple[Doubt, ...] = (("text.aside", {"aside": aside}),) if aside else ()
    return Due(moment.day, moment.stated, (*moment.doubts, *around))


def _moment(tokens: Sequence[Token], named: int) -> Moment | Failure:
    """The day that one date or two joined ones name; a year alone is kept when its last day is."""
    first, last = tokens[0], tokens[-1]
    if named == 3 and first.moment and is_context(first):
        return _moment_in(first.moment, tokens[1:])
    moment = last.moment
    if moment is None or named > 2 or (named == 2 and not _joins(first, tokens[1:-1])):
        return Failure("text.several")
    opening = first.moment if named == 2 else None
    if opening and opening.day is None:
        return opening
    if opening and opening.day and moment.day and opening.stated and not moment.stated:
        moment = moment._replace(day=_in_year(moment.day, opening.day.year), stated=True)
    is_period = tokens[1].role is Role.JOINT if named == 2 else moment.bare_year
    if is_period and moment.day:
        moment = moment._replace(doubts=(*moment.doubts, ("text.period", {"read": moment.day.isoformat()})))
    return moment


def _moment_in(context: Moment, tokens: Sequence[Token]) -> Moment | Failure:
    """The day of a period whose year stands before it, 2022年1-12月."""
    start = next(place for place, token in enumerate(tokens) if token.moment or token.figure)
    moment = _moment(tokens[start:], 2)
    if isinstance(moment, Failure) or start or moment.day is None or context.day is None or moment.stated:
        return moment if isinstance(moment, Failure) else Failure("text.several")
    return moment._replace(day=_in_year(moment.day, context.day.year), stated=True)


def _joins(first: Token, between: Sequence[Token]) -> bool:
    """Whether two dates make one: a period, also as 1-12月, or a year set before the day."""
    if is_context(first) and all(token.role in {Role.MARK, Role.FILLER} for token in between):
        return True
    if [token.role for token in between] != [Role.JOINT]:
        return False
    return first.moment is not None or (first.figure is not None and _is_month_or_year(first.figure))


def _is_month_or_year(figure: Figure) -> bool:
    value = figure.value
    return value is not None and not figure.unit and (1 <= value <= 12 or 1900 <= value <= 2100)


def _misled(lead: Sequence[Token], tail: Sequence[Token]) -> Failure | None:
    """A failure where something around the date gives it another meaning."""
    name, _ = split_name(lead)
    if name and name[-1].text.endswith(_TURNS):
        return Failure()
    if any(token.role is Role.DENIAL for token in (*lead, *tail)):
        return Failure()
    if any(token.role is Role.PER and token.text != "每年" for token in lead):
        return Failure()
    if any(token.role is Role.SIGN and token.sense in _WRONG_WAY for token in lead):
        return Failure("text.contradiction")
    return None


def _in_year(day: date, year: int) -> date:
    last = monthrange(day.year, day.month)[1]
    return date(year, day.month, monthrange(year, day.month)[1] if day.day == last else day.day)


def is_context(token: Token) -> bool:
    """Whether a date only says when (2022年完成4次) and is no target beside a figure."""
    return token.moment is not None and token.moment.bare_year
