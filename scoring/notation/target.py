"""Declared targets: text into `Target`, with a finding for what was concluded or not understood."""

from __future__ import annotations

import re
from decimal import Decimal

from scoring import units
from scoring.findings import Finding, finding
from scoring.model import Sense, Source, Subject, Target
from scoring.notation.dates import Doubt
from scoring.notation.lexicon import DEFAULT_LEXICON, Lexicon, infer_sense, wants_less
from scoring.notation.phrase import Amount, Due, Failure
from scoring.notation.reading import LONGEST, plain_text, understand

NOWHERE = Subject()
YES_WORDS = frozenset({"是", "有", "√"})
NO_WORDS = frozenset({"否", "无", "没有", "×"})
_BLANK = re.compile(r"[^\w≥≤<>=±≈√×]*|一|_+|不适用|(?:指标|目标)[0-9]{1,2}[:.、]?|[Nn]/?[Aa]|空")
_LIKE_DATE = re.compile(r"(?:19|20)[0-9]{2}\.?(?:0[1-9]|1[0-2])(?:[0-3][0-9])?")
_LIKE_DAY = re.compile(_LIKE_DATE.pattern + r"|(?:1[0-2]|0?[1-9])\.(?:[12][0-9]|3[01]|0?[1-9])")
"""Under 时效 also 6.30 may be a day."""
_LONGEST_FACT = 80


def read_target(
    text: str,
    *,
    level2: str = "",
    name: str = "",
    year: int | None = None,
    lexicon: Lexicon = DEFAULT_LEXICON,
    subject: Subject = NOWHERE,
    source: Source | None = None,
) -> tuple[Target, tuple[Finding, ...]]:
    """What a declared target asks for, and the findings about its text. Never raises.

    `level2` and `name` decide the sense of a figure without a sign; a date without a year falls in `year`.
    """
    target, doubts = _target(text, level2, name, year, lexicon)
    return target, findings_of(text, doubts, subject, source)


def findings_of(
    text: str, doubts: tuple[Doubt, ...], subject: Subject, source: Source | None
) -> tuple[Finding, ...]:
    """Doubts about a text as findings, each with the text as a fact."""
    said = text if len(text) <= _LONGEST_FACT else text[:_LONGEST_FACT] + "…"
    return tuple(finding(code, subject, source, text=said, **facts) for code, facts in doubts)


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing but a stroke, dots or a word for nothing; 一 alone is a dash."""
    return len(text.strip()) <= LONGEST and _BLANK.fullmatch(plain_text(text)) is not None


def _target(
    text: str, level2: str, name: str, year: int | None, lexicon: Lexicon
) -> tuple[Target, tuple[Doubt, ...]]:
    if is_blank(text):
        return Target(Sense.UNREAD, text=text), (("text.blank", {}),)
    plain = plain_text(text)
    if plain in YES_WORDS | NO_WORDS:
        return Target(Sense.YES_NO, inferred=("answer",) if plain in NO_WORDS else (), text=text), ()
    phrase = understand(text, year)
    if isinstance(phrase, Failure):
        return Target(Sense.UNREAD, text=text), ((phrase.code, {}), *phrase.doubts)
    if isinstance(phrase, Due):
        inferred = () if phrase.stated else ("year",)
        return Target(Sense.BY_DATE, date=phrase.day, inferred=inferred, text=text), phrase.doubts
    if isinstance(phrase, Amount):
        if phrase.low == 0 and phrase.high is None and wants_less(phrase.unit, lexicon):
            return _none_allowed(text)  # 0投诉
        sense = infer_sense(level2, name or phrase.name, phrase.low, phrase.unit, lexicon)
        is_timed = any(place in level2 for place in lexicon.time_places)
        return _figure(text, phrase, sense, is_timed=is_timed)
    if plain.startswith("零") and wants_less(plain[1:], lexicon):
        return _none_allowed(text)
    return Target(Sense.QUALITATIVE, text=text), phrase.doubts


def _none_allowed(text: str) -> tuple[Target, tuple[Doubt, ...]]:
    """零事故: none of it, whatever it is counted in."""
    target = Target(Sense.AT_MOST, Decimal(0), inferred=("sense",), text=text)
    return target, (("text.none_allowed", {"read": "0"}),)


def _figure(text: str, amount: Amount, usual: Sense, *, is_timed: bool) -> tuple[Target, tuple[Doubt, ...]]:
    sense = amount.said or usual
    inferred = () if amount.said else ("sense",)
    limits = (amount.low, amount.high, amount.unit)
    target = Target(sense, *limits, nominal=amount.nominal, inferred=inferred, text=text)
    doubts = amount.doubts
    like_date = _LIKE_DAY if is_timed else _LIKE_DATE
    if not amount.unit and amount.said in {None, Sense.BETWEEN} and like_date.fullmatch(str(amount.low)):
        doubts = (*doubts, ("text.like_date", {"read": f"{amount.low:f}"}))
    most = amount.low if amount.high is None else amount.high
    share = units.compare(amount.unit, "%")
    if isinstance(share, units.Factor) and most * share.value.numerator > 100 * share.value.denominator:
        return target, (*doubts, ("text.over_hundred", {"read": f"{most:f}{amount.unit}"}))
    return target, doubts
