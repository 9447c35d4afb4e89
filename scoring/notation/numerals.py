"""Which Chinese numerals count something (四次, 不少于三场) and which are only part of words (三年行动)."""

from __future__ import annotations

from collections.abc import Sequence

from scoring import units
from scoring.notation.tokens import Figure, Token
from scoring.notation.vocabulary import WORDS, Role

_OCCURRENCES = frozenset({"次", "场", "场次", "期", "届", "轮", "批次", "人次"})
"""Units of what is done: 四次宣传 counts, 四项制度 names."""

_STEERING = frozenset({Role.SIGN, Role.HINT, Role.FILLER, Role.ABOUT})
_IN_SENTENCES = frozenset({Role.FILLER, Role.HINT, Role.SIGN, Role.DENIAL})


def settle_numerals(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with Chinese numerals that are parts of words made words, and 一年两次 made 两次 per 年."""
    alone = not any(token.figure and not token.figure.chinese for token in tokens)
    return [
        _settled(token.figure, tokens, place, alone=alone) if token.figure else token
        for place, token in enumerate(tokens)
    ]


def _settled(figure: Figure, tokens: Sequence[Token], place: int, *, alone: bool) -> Token:
    token = tokens[place]
    follower = tokens[place + 1] if place + 1 < len(tokens) else None
    if follower and follower.figure and figure.value == 1 and _is_period(figure):
        return Token(Role.PER, "每" + figure.unit)
    if follower and follower.figure and figure.raw == "半":
        return Token(Role.PER, "每" + token.text)
    if (
        figure.problem
        or not figure.chinese
        or _counts(figure, tokens[place - 1] if place else None, follower, alone=alone)
    ):
        return token
    return Token(Role.IDIOM, token.text, numeral=bool(figure.unit))


def _counts(figure: Figure, before: Token | None, after: Token | None, *, alone: bool) -> bool:
    """Whether a numeral is a figure, from its neighbours; `alone` says that no figure is in digits."""
    if before and (before.text.endswith(("第", "统", "每", "逐")) or _is_vague(before, figure)):
        return False
    beside = [token.figure for token in (before, after) if token and token.figure]
    if any(not _is_period(other) for other in beside) and not _is_period(figure):
        return False
    in_words = after is not None and after.role in WORDS
    after_word = before is not None and before.role in WORDS
    if not alone and after is not None and after.role in _IN_SENTENCES:
        return False
    if not in_words:
        return bool(figure.unit) or not after_word
    if not figure.unit or not alone:
        return False
    steered = before is not None and before.role in _STEERING
    return steered or (figure.unit in _OCCURRENCES and not after_word)


def _is_period(figure: Figure) -> bool:
    return figure.unit in units.DURATIONS


def _is_vague(before: Token, figure: Figure) -> bool:
    """Whether the numeral is only a magnitude: 数十次, 上百人."""
    return before.text.endswith(("数", "几", "上")) and figure.raw[0] in "十百千万"
