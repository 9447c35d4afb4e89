"""Amounts: a measure with what steers it before and after.

    amount  := [name] sign* measure after* [words]
    twofold := amount and amount           one limit below, one above: ≥90%且≤95%, 90%≤x≤95%

All that steers must agree, and no figure may be left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from scoring import units
from scoring.model import Sense
from scoring.notation.dates import Doubt
from scoring.notation.figures import written_at
from scoring.notation.measure import Measure, convert, measures_of
from scoring.notation.phrase import Amount, Failure
from scoring.notation.tokens import Figure, Token
from scoring.notation.unit_text import unit_at
from scoring.notation.vocabulary import DECLINES, Role

_SEPARATORS = frozenset(",;、。")
_WORDS = frozenset({Role.WORD, Role.IDIOM})
_TURNS = tuple("不未没非无第前后除每")
"""A word that ends so turns the figure after it into something else."""
_AFTERWARDS = ("前", "后", "之前", "之后", "以前", "以后", "折", "级", "等", "类")
_LOWER = frozenset({Sense.AT_LEAST, Sense.ABOVE})
_UPPER = frozenset({Sense.AT_MOST, Sense.BELOW})
_LONGEST_UNKNOWN_UNIT = 3


@dataclass(slots=True)
class _Steering:
    """What stands around a measure, as it is collected."""

    signs: list[Sense] = field(default_factory=list)
    hints: list[Sense] = field(default_factory=list)
    afters: list[Token] = field(default_factory=list)
    per: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    about: bool = False
    yuan: bool = False
    declines: bool = False
    unit_before: str = ""
    unknown_unit: str = ""


def amount_of(tokens: Sequence[Token]) -> Amount | Failure:
    """The one amount that the tokens state."""
    measures = measures_of(tokens)
    if isinstance(measures, Failure):
        return measures
    last = measures[-1]
    if len(measures) == 1:
        return _single(tokens, last)
    if all(measure.is_read for measure in measures) and len(measures) == 2:
        first = measures[0]
        if _restates(tokens[first.end : last.start], first, last):
            return _single(tokens[: first.end + 1], first)
        if twofold := _twofold(tokens, first, last):
            return twofold
    if _is_name(tokens[: last.start]):
        found = _single(tokens, last)
        name = "".join(token.text for token in tokens[: last.start] if token.role is not Role.SIGN)
        return replace(found, doubts=(*found.doubts, ("text.aside", {"aside": name})))
    return Failure(next((measure.problem for measure in measures if measure.problem), "text.several"))


def _restates(between: Sequence[Token], first: Measure, again: Measure) -> bool:
    """Whether a bracket only says that the figure itself is included: 95%以上(含95%)."""
    words = [token.text for token in between]
    return words[1:] == ["(", "含"] and between[0].role is Role.AFTER and (first.low, first.unit) == (again.low, again.unit)


def _is_name(lead: Sequence[Token]) -> bool:
    """Whether figures before the last measure belong to a name: words and a sign stand between."""
    signs = 0
    while signs < len(lead) and lead[-1 - signs].role in {Role.SIGN, Role.HINT}:
        signs += 1
    before = lead[: len(lead) - signs]
    if not signs or not before or any(token.text in _SEPARATORS for token in lead):
        return False
    return before[-1].role in _WORDS and len(before[-1].text) > 1


def _twofold(tokens: Sequence[Token], first: Measure, second: Measure) -> Amount | Failure | None:
    """Two limits that hold together, or None where the figures are not that."""
    between = tokens[first.end : second.start]
    if not between or first.high is not None or second.high is not None:
        return None
    if between[0].role is Role.SIGN and between[-1].role is Role.SIGN and len(between) > 1:
        senses = {between[0].sense, between[-1].sense}
        if any(token.role not in {Role.WORD, Role.SIGN} for token in between):
            return None
        rising, falling = senses <= _UPPER, senses <= _LOWER
        if not (rising or falling):
            return Failure("text.contradiction")
        low, high = (first, second) if rising else (second, first)
        return _between(low, high, strict=bool(senses & {Sense.ABOVE, Sense.BELOW}))
    cut = first.end
    while cut < second.start and tokens[cut].role in {Role.AFTER, Role.ABOUT}:
        cut += 1
    if (
        cut < second.start
        and tokens[cut].role not in {Role.AND, Role.SIGN}
        and tokens[cut].text not in _SEPARATORS
    ):
        return None
    one = _single(tokens[:cut], first)
    rest = tokens[cut:]
    other = _single(rest, replace(second, start=second.start - cut, end=second.end - cut))
    if isinstance(one, Failure) or isinstance(other, Failure):
        return None
    if one.said in _LOWER and other.said in _UPPER:
        return _between(first, second, strict=Sense.ABOVE is one.said or Sense.BELOW is other.said)
    if one.said in _UPPER and other.said in _LOWER:
        return _between(second, first, strict=Sense.BELOW is one.said or Sense.ABOVE is other.said)
    return None


def _between(low: Measure, high: Measure, *, strict: bool) -> Amount | Failure:
    unit = low.unit or high.unit
    top = convert(high.low, high.unit or unit, unit)
    if top is None:
        return Failure()
    if top < low.low:
        return Failure("text.contradiction")
    doubts: tuple[Doubt, ...] = ()
    if strict:
        doubts = (("text.strictness", {"read": f"{low.low:f}~{top:f}{unit}"}),)
    return Amount(low.low, top, unit, Sense.BETWEEN, doubts=doubts)


def _single(tokens: Sequence[Token], measure: Measure) -> Amount | Failure:
    steering = _Steering()
    failed = _look_before(tokens[: measure.start], steering) or _look_after(
        tokens[measure.end :], steering, has_unit=bool(measure.unit)
    )
    if failed:
        return failed
    doubts = list(measure.doubts)
    value = measure.low
    if measure.single is not None:
        repaired = _repaired(measure.single, steering)
        if isinstance(repaired, Failure):
            return repaired
        value, doubt = repaired
        doubts += doubt
        steering.about = steering.about or measure.single.about
        if not measure.single.unit_known:
            steering.unknown_unit = measure.single.unit
    said = _said(steering, measure)
    if isinstance(said, Failure):
        return said
    sense, doubt = said
    doubts += doubt
    unit = _unit(measure.unit, steering)
    read = f"{value:f}{unit}" if measure.high is None else f"{value:f}~{measure.high:f}{unit}"
    if steering.about:
        doubts.append(("text.approximate", {"read": read}))
    if steering.unknown_unit:
        doubts.append(("text.unit_unknown", {"unit": unit}))
    if steering.declines:
        doubts.append(("text.decline", {"read": read}))
    if steering.aside:
        doubts.append(("text.aside", {"aside": "".join(steering.aside)}))
    signed = bool(steering.signs or steering.afters)
    return Amount(value, measure.high, unit, sense, signed, "".join(steering.name), tuple(doubts))


def _look_before(lead: Sequence[Token], steering: _Steering) -> Failure | None:
    """Collect what steers from the figure backwards; a name further off is no business of the figure's."""
    crossed = steering.name
    for back, token in enumerate(reversed(lead)):
        role = token.role
        if role is Role.FIGURE or (role is Role.MARK and token.text in _SEPARATORS):
            if any(token.numeral for token in lead[: len(lead) - back]):
                return Failure("text.several")
            break
        if back == 0 and token.text in {"-", "~"}:
            return Failure("text.negative" if token.text == "-" else "text.unread")
        if role in _WORDS:
            if not crossed and token.text.endswith(_TURNS):
                return Failure()
            unit = unit_at(token.text, 0) if not crossed else None
            if unit and unit.end == len(token.text):
                steering.unit_before = unit.unit
            elif back == 0 and token.text[-1].isascii():
                return Failure()
            crossed.insert(0, token.text)
        elif role is Role.DENIAL and not crossed:
            return Failure()
        elif role is Role.SIGN and token.sense and not (crossed and (steering.signs or not _spoken(token))):
            steering.signs.append(token.sense)
            if crossed:
                steering.aside += crossed
                break
        elif role is Role.HINT and token.sense and not crossed:
            steering.hints.append(token.sense)
            steering.declines = steering.declines or token.text in DECLINES
        elif role is Role.PER:
            steering.per.insert(0, token.text[1:])
        elif role is Role.ABOUT and not crossed:
            steering.about = True
        elif token.text == "¥":
            steering.yuan = True
    return None


def _spoken(token: Token) -> bool:
    return not token.text[0].isascii() and token.text[0] not in "≥≤"


def _look_after(tail: Sequence[Token], steering: _Steering, *, has_unit: bool) -> Failure | None:
    """Collect what follows the figure up to a separator; words there are set aside."""
    open_ended = True
    for place, token in enumerate(tail):
        role = token.role
        if token.numeral:
            return Failure("text.several")
        if role in _WORDS:
            if place == 0:
                if token.text.startswith(_AFTERWARDS) or not _is_chinese(token.text[0]):
                    return Failure()
                if not has_unit:
                    if (
                        role is Role.IDIOM
                        or len(token.text) > _LONGEST_UNKNOWN_UNIT
                        or not _is_chinese(token.text)
                    ):
                        return Failure()
                    steering.unknown_unit = token.text
                    continue
            steering.aside.append(token.text)
        elif role is Role.AFTER and token.sense and open_ended:
            steering.afters.append(token)
        elif role is Role.ABOUT and not steering.aside:
            steering.about = True
        elif role in {Role.JOINT, Role.TOLERANCE} or (role is Role.SIGN and not _spoken(token)):
            return Failure()
        elif role is Role.MARK:
            open_ended = open_ended and token.text not in _SEPARATORS
        elif role is not Role.FILLER:
            steering.aside.append(token.text)
    return None


def _is_chinese(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def _said(steering: _Steering, measure: Measure) -> tuple[Sense | None, list[Doubt]] | Failure:
    """The sense that signs and words state together, or a failure where they contradict one another."""
    if measure.high is not None:
        allowed = {Sense.EQUAL, Sense.AT_MOST} if measure.low == -measure.high else {Sense.EQUAL}
        agrees = set(steering.signs) <= allowed and all(word.text.endswith("内") for word in steering.afters)
        return (Sense.BETWEEN, []) if agrees else Failure("text.contradiction")
    hard = [*reversed(steering.signs), *(token.sense for token in steering.afters if token.sense)]
    if not hard:
        return (steering.hints[0] if steering.hints else None), []
    stated = set(hard)
    if len(stated) == 1:
        return hard[0], []
    if stated <= _LOWER or stated <= _UPPER:
        return hard[0], [("text.strictness", {"read": hard[0].value})]
    return Failure("text.contradiction")


def _unit(unit: str, steering: _Steering) -> str:
    unit = unit or steering.unknown_unit or steering.unit_before or ("元" if steering.yuan else "")
    if not steering.per or isinstance(units.compare(unit, "%"), units.Factor):
        return unit
    above, _, below = unit.partition("/")
    parts = [*steering.per, *(part for part in below.split("·") if part and part not in steering.per)]
    return units.canonical(f"{above}/{'·'.join(parts)}")


def _repaired(figure: Figure, steering: _Steering) -> tuple[Decimal, list[Doubt]] | Failure:
    """The figure, or the half of one printed twice.

    Forms with the columns sign, value and wording (`≥`, `95`, `95%及以上`) print as ≥9595%及以上 where they are run
    together. One doubled digit (≥55%及以上) may well be meant, and stays with a doubt.
    """
    half = figure.raw[: len(figure.raw) // 2]
    doubled = bool(
        half and half * 2 == figure.raw and steering.signs and steering.afters and not figure.chinese
    )
    if doubled and (len(half) > 1 or figure.value is None):
        once = written_at(half, 0)
        if once is not None and once.value is not None and once.end == len(half):
            return once.value, [("text.repaired", {"read": f"{once.value:f}{figure.unit}"})]
    if figure.value is None:
        return Failure(figure.problem or "text.unread")
    if doubled:
        return figure.value, [("text.doubled", {"read": f"{figure.value:f}{figure.unit}"})]
    return figure.value, []
