"""Due dates with the words around them: at latest by 12月底, from 1月 to 12月."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from scoring.model import Sense
from scoring.notation.dates import Doubt
from scoring.notation.phrase import Due, Failure, Words
from scoring.notation.tokens import Figure, Token
from scoring.notation.vocabulary import Role

_WORDS = frozenset({Role.WORD, Role.IDIOM})
_WRONG_WAY = frozenset({Sense.AT_LEAST, Sense.ABOVE})


def due_of(tokens: Sequence[Token]) -> Due | Words | Failure:
    """The one day that the tokens name, or words where a date is only part of what they say."""
    places = [place for place, token in enumerate(tokens) if token.moment or token.figure]
    first, last = tokens[places[0]], tokens[places[-1]]
    moment = last.moment
    if moment is None or moment.day is None:
        return Failure((moment and moment.problem) or "text.several")
    if first.moment and first.moment.day is None:
        return Failure(first.moment.problem)
    tail = tokens[places[-1] + 1 :]
    if not moment.firm and any(token.role in _WORDS for token in (tokens if moment.bare_year else tail)):
        return Words()
    doubts: list[Doubt] = list(moment.doubts)
    day, stated = moment.day, moment.stated
    if len(places) == 2:
        if not _joins(tokens, places, first):
            return Failure("text.several")
        if first.moment and first.moment.day and first.moment.stated and not stated:
            day, stated = _in_year(day, first.moment.day.year), True
        if tokens[places[0] + 1].role is Role.JOINT:
            doubts.append(("text.period", {"read": day.isoformat()}))
    elif len(places) > 2:
        return Failure("text.several")
    elif moment.bare_year:
        doubts.append(("text.period", {"read": day.isoformat()}))
    failed = _misled(tokens[: places[0]])
    if failed:
        return failed
    aside = "".join(token.text for token in tail if token.role in _WORDS)
    if aside:
        doubts.append(("text.aside", {"aside": aside}))
    return Due(day, stated, tuple(doubts))


def _joins(tokens: Sequence[Token], places: Sequence[int], first: Token) -> bool:
    """Whether two dates make one: a period, a month alone before it (1-12月), or a year set before the day."""
    between = tokens[places[0] + 1 : places[1]]
    if (
        first.moment
        and first.moment.bare_year
        and all(token.role in {Role.MARK, Role.FILLER} for token in between)
    ):
        return True
    if len(between) != 1 or between[0].role is not Role.JOINT:
        return False
    return first.moment is not None or (first.figure is not None and _is_month_or_year(first.figure))


def _is_month_or_year(figure: Figure) -> bool:
    value = figure.value
    return value is not None and not figure.unit and (1 <= value <= 12 or 1900 <= value <= 2100)


def _misled(lead: Sequence[Token]) -> Failure | None:
    """A failure where something before the date gives it another meaning."""
    for back, token in enumerate(reversed(lead)):
        if token.role is Role.PER and token.text != "每年":
            return Failure()
        if token.role is Role.DENIAL or (
            back == 0 and token.role in _WORDS and token.text.endswith(("前", "后", "不"))
        ):
            return Failure()
        if token.sense in _WRONG_WAY and token.role is Role.SIGN:
            return Failure("text.contradiction")
    return None


def _in_year(day: date, year: int) -> date:
    last = monthrange(day.year, day.month)[1]
    return date(year, day.month, monthrange(year, day.month)[1] if day.day == last else day.day)


def is_context(token: Token) -> bool:
    """Whether a date only says when (2022年完成4次) and is no target beside a figure."""
    return token.moment is not None and token.moment.bare_year
