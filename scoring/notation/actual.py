"""Achieved figures, dates, answers and bands, and amounts of money: what is tried depends on the target."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from scoring import units
from scoring.findings import Finding
from scoring.model import QUANTITATIVE, Actual, Band, Sense, Source, Subject, Target
from scoring.notation.dates import Doubt
from scoring.notation.measure import exact_decimal
from scoring.notation.phrase import Amount, Due, Failure
from scoring.notation.reading import plain_text, understand
from scoring.notation.target import NO_WORDS, NOWHERE, YES_WORDS, findings_of

_UNREAD: Doubt = ("actual.unread", {})
_NONE_WORDS = NO_WORDS | {"零", "未发生", "没有发生", "无发生"}

_BAND = re.compile(
    r"(?P<how>已|均已|全部|全面|完全|已全部|圆满|按期|按时|如期|部分|未|没有|尚未|未能|不|基本|大部分|绝大部分)?"
    r"(?:达成|达到|完成|实现|达标|合格|符合)(?:了)?(?:本?年度?|年初|预期|预定|绩效|总体|设定|既定|目标|指标|要求|值)*"
    r"(?P<tail>(?:并|且|但)?(?:具有|有)?(?:一定|较好|较差)?(?:的)?(?:效果)?(?:较差|较好)?)"
)
_DONE = "(?:完成|办结|到位|拨付|发放|支付|实施|开工|完工|竣工|验收|交付|报送|达成|实现|落实)"
_KEPT = re.compile(
    rf"(?:已|已经|均|均已|都已|全部|已全部)?(?:按时|按期|如期|及时|准时|按计划|提前)(?:全部|足额|全额|保质保量)?{_DONE}*了?"
)
_NOT_KEPT = re.compile(
    rf"(?:未|没有|未能|尚未)(?:按时|按期|如期|及时|准时|按计划)?{_DONE}+|(?:已)?(?:逾期|超期|延期|延迟|推迟|滞后){_DONE}*"
)
"""Words that say of a due date, without a day, whether it was kept."""

_PARTLY = frozenset({"部分"})
_UNMET = frozenset({"未", "没有", "尚未", "未能", "不"})
_UNSURE = frozenset({"基本", "大部分", "绝大部分"})


def read_actual(
    text: str,
    target: Target,
    *,
    year: int | None = None,
    subject: Subject = NOWHERE,
    source: Source | None = None,
) -> tuple[Actual, tuple[Finding, ...]]:
    """What was achieved, read as the target's sense asks, and the findings about its text. Never raises.

    `yes` says whether the answer is the one asked for. An empty text is no actual and no finding.
    """
    actual, doubts = _actual(text, target, year)
    return actual, findings_of(text, doubts, subject, source)


def read_amount(
    text: str, *, unit: str = "万元", subject: Subject = NOWHERE, source: Source | None = None
) -> tuple[Decimal | None, tuple[Finding, ...]]:
    """An amount of money in 万元, exactly; a figure without a unit is in `unit`. Never raises.

    An empty text gives None without a finding; what is no amount gives None with one.
    """
    amount, doubts = _amount(text, unit)
    return amount, findings_of(text, doubts, subject, source)


def _actual(text: str, target: Target, year: int | None) -> tuple[Actual, tuple[Doubt, ...]]:
    plain = plain_text(text)
    if not text.strip():
        return Actual(text=text), ()
    if plain == "不适用":
        return Actual(text=text), (_UNREAD,)
    if target.sense is Sense.YES_NO:
        return _answer(text, plain, target)
    if target.sense is Sense.QUALITATIVE:
        return _band(text, plain, target)
    if target.sense is Sense.BY_DATE and (_KEPT.fullmatch(plain) or _NOT_KEPT.fullmatch(plain)):
        return Actual(yes=_KEPT.fullmatch(plain) is not None, text=text), ()
    if target.sense in QUANTITATIVE and target.value == 0 and plain in _NONE_WORDS:
        return Actual(Decimal(0), text=text), (("actual.none", {"read": "0"}),)
    return _measured(text, plain, target, year)


def _measured(text: str, plain: str, target: Target, year: int | None) -> tuple[Actual, tuple[Doubt, ...]]:
    """A figure or a date, whichever the target asks for; either one while it is unread."""
    phrase = understand(text, year)
    if isinstance(phrase, Amount) and phrase.high is None and target.sense is not Sense.BY_DATE:
        return _figure(text, phrase, target)
    if isinstance(phrase, Due) and target.sense in {Sense.BY_DATE, Sense.UNREAD}:
        return Actual(date=phrase.day, text=text), phrase.doubts
    if not isinstance(phrase, Failure):
        return Actual(text=text), (_UNREAD,)
    if phrase.code == "text.negative":
        return _negative(text, plain, year)
    reason: tuple[Doubt, ...] = ((phrase.code, {}),) if phrase.code != "text.unread" else ()
    return Actual(text=text), (_UNREAD, *reason, *phrase.doubts)


def _figure(text: str, amount: Amount, target: Target) -> tuple[Actual, tuple[Doubt, ...]]:
    doubts, unit = amount.doubts, amount.unit
    if unit in units.PREFIXES and (base := _base(target.unit)):
        unit += base
        doubts = (*doubts, ("actual.unit_completed", {"read": f"{amount.low:f}{unit}"}))
    if amount.signed and amount.said is not Sense.EQUAL:
        doubts = (*doubts, ("actual.sign", {"read": f"{amount.low:f}{unit}"}))
    return Actual(amount.low, unit, text=text), doubts


def _base(unit: str) -> str:
    """A unit without the multiple before it: 万元 → 元."""
    prefix = next(
        (prefix for prefix in units.PREFIXES if unit.startswith(prefix) and unit not in units.KNOWN), ""
    )
    return unit.removeprefix(prefix)


def _negative(text: str, plain: str, year: int | None) -> tuple[Actual, tuple[Doubt, ...]]:
    if plain.startswith("-"):
        phrase = understand(plain[1:], year)
        if isinstance(phrase, Amount) and phrase.high is None and phrase.said is None:
            read = f"-{phrase.low:f}{phrase.unit}"
            return Actual(-phrase.low, phrase.unit, text=text), (
                *phrase.doubts,
                ("actual.negative", {"read": read}),
            )
    return Actual(text=text), (_UNREAD,)


def _answer(text: str, plain: str, target: Target) -> tuple[Actual, tuple[Doubt, ...]]:
    wants_no = "answer" in target.inferred
    if plain in YES_WORDS | NO_WORDS:
        return Actual(yes=(plain in NO_WORDS) == wants_no, text=text), ()
    band, doubt = _band_of(plain)
    if band is None or band is Band.PARTLY:
        return Actual(text=text), (("actual.ask_band", {}) if band else doubt or _UNREAD,)
    return Actual(yes=band is Band.MET, text=text), ()


def _band(text: str, plain: str, target: Target) -> tuple[Actual, tuple[Doubt, ...]]:
    band, doubt = _band_of(plain)
    if band is None and plain == plain_text(target.text):
        return Actual(band=Band.MET, text=text), (("actual.echo", {}),)
    return Actual(band=band, text=text), () if band else (doubt or _UNREAD,)


def _band_of(plain: str) -> tuple[Band | None, Doubt | None]:
    """The band that words name; 基本达成 lies between two, so a person is asked."""
    found = _BAND.fullmatch(plain)
    if found is None:
        return None, None
    how = found["how"] or ""
    if how in _UNSURE:
        return None, ("actual.ask_band", {})
    if how in _UNMET:
        return Band.UNMET, None
    return Band.PARTLY if how in _PARTLY else Band.MET, None


def _amount(text: str, unit: str) -> tuple[Decimal | None, tuple[Doubt, ...]]:
    if not text.strip():
        return None, ()
    phrase = understand(text, None)
    if isinstance(phrase, Failure) and phrase.code == "text.negative":
        return None, (("amount.negative", {}),)
    if (
        not isinstance(phrase, Amount)
        or phrase.high is not None
        or (phrase.signed and phrase.said is not Sense.EQUAL)
    ):
        return None, (("amount.unread", {}),)
    printed = phrase.unit or unit
    factor = units.compare(printed + "元" if printed in units.PREFIXES else printed, "万元")
    if not isinstance(factor, units.Factor):
        return None, (("amount.unit", {"unit": printed}),)
    if factor.value == 1:
        return phrase.low, phrase.doubts
    return exact_decimal(Fraction(phrase.low) * factor.value), phrase.doubts
