"""From a text to the one thing it says: an amount, a due date, words, or nothing understood."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from scoring.notation.amounts import amount_of
from scoring.notation.dates import Doubt
from scoring.notation.dues import due_of, is_context
from scoring.notation.normalise import compact, normalise, odd_digits
from scoring.notation.numerals import settle_numerals
from scoring.notation.phrase import Failure, Phrase, Words
from scoring.notation.tokens import Token, tokens_of
from scoring.notation.unit_text import unit_at
from scoring.notation.vocabulary import Role

LONGEST = 500
"""Characters of a text that are read. What is longer is prose and no target."""

_EDGES = " ,;:、。.!?\"'“”‘’"
_LISTED = re.compile(
    r"(?:指标|目标)[0-9]{1,2}[:.、]?|[0-9]{1,2}[.、](?=[^0-9])|\([0-9]{1,2}\)(?=.)"
    r"|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)(?=.)"
)
_LIST_MARK = "[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]"
_INCLUDING = re.compile(r"\((?:包?含|含本数)\)")
"""That the figure itself is included, which 以上 and 以下 mean anyway."""
_COMPARISON = re.compile(r"[≥≤<>=≈±≠]")
_SAYS_SOMETHING = r"[\u4e00-\u9fff]{2}"
_FIGURE = re.compile(r"[0-9]")


def understand(text: str, year: int | None) -> Phrase:
    """What a text of any length and content says; a date without a year falls in `year`."""
    text = text.strip()
    if len(text) > LONGEST:
        too_long: Doubt = ("text.overlong", {})
        return Failure("text.overlong") if _FIGURE.search(normalise(text)) else Words((too_long,))
    plain = plain_text(text)
    odd = odd_digits(plain)
    if not odd:
        return _read(_without_list_number(plain), year)
    if re.sub(_LIST_MARK, "", odd):
        return Failure(doubts=(("text.odd_digit", {"characters": odd}),))
    phrase = _read(re.sub(_LIST_MARK, ";", plain).strip(_EDGES), year)
    return replace(phrase, doubts=(*phrase.doubts, ("text.odd_digit", {"characters": odd})))


def plain_text(text: str) -> str:
    """The beginning of a text, normalised, without needless spaces and without punctuation at its edges."""
    return compact(normalise(text.strip()[: LONGEST + 1])).strip(_EDGES)


def _without_list_number(text: str) -> str:
    found = _LISTED.match(text)
    if found is None or found.end() == len(text):
        return text
    unit = unit_at(text, found.end())
    return text if unit and unit.end == len(text) else text[found.end() :]


def _read(text: str, year: int | None) -> Phrase:
    tokens = settle_numerals(tokens_of(_INCLUDING.sub("", text), year))
    if any(token.figure for token in tokens):
        if not all(is_context(token) for token in tokens if token.moment) or _spans_years(tokens):
            return due_of(tokens)
        return amount_of([_as_filler(token) for token in tokens])
    if any(token.moment for token in tokens):
        return due_of(tokens)
    if _COMPARISON.search(text):
        return Words((("text.no_figure", {}),)) if re.search(_SAYS_SOMETHING, text) else Failure()
    counted = [token.text for token in tokens if token.numeral]
    return Words((("text.numeral", {"numeral": counted[0]}),) if counted else ())


def _spans_years(tokens: list[Token]) -> bool:
    """2022-2025年: the last year stands after a joint."""
    return any(first.role is Role.JOINT and second.moment for first, second in pairwise(tokens))


def _as_filler(token: Token) -> Token:
    return Token(Role.FILLER, token.text) if token.moment else token
