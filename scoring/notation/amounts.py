"""Amounts: a measure with what steers it before and after.

    amount := [name] comparison* measure comparison* [words]

All that steers must agree, and no figure may be left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from scoring import units
from scoring.model import Sense
from scoring.notation.dates import Doubt
from scoring.notation.figures import written_at
from scoring.notation.measure import Measure, convert, is_share, measures_of
from scoring.notation.phrase import Amount, Failure
from scoring.notation.steering import SEPARATORS, After, Before, look_after, look_before, split_name
from scoring.notation.tokens import Figure, Token
from scoring.notation.vocabulary import Role

_LOWER = frozenset({Sense.AT_LEAST, Sense.ABOVE})
_UPPER = frozenset({Sense.AT_MOST, Sense.BELOW})
_STRICT = frozenset({Sense.ABOVE, Sense.BELOW})


def amount_of(tokens: Sequence[Token]) -> Amount | Failure:
    """The one amount that the tokens state."""
    measures = measures_of(tokens)
    if isinstance(measures, Failure):
        return measures
    last = measures[-1]
    if len(measures) == 1:
        return _single(tokens, last)
    problem = next((measure.problem for measure in measures if measure.problem), "")
    if len(measures) == 2 and not problem:
        first = measures[0]
        if _restates(tokens[first.end : last.start], first, last):
            return _single(tokens[: first.end + 1], first)
        if twofold := _between_signs(tokens, first, last) or _two_limits(tokens, first, last):
            return twofold
    if _is_name(tokens[: last.start]):
        found = _single(tokens, last)
        name = "".join(token.text for token in split_name(tokens[: last.start])[0])
        return replace(found, doubts=(*found.doubts, ("text.aside", {"aside": name})))
    return Failure(problem or "text.several")


def _restates(between: Sequence[Token], first: Measure, again: Measure) -> bool:
    """Whether a bracket only says that the figure itself is included: 95%以上(含95%)."""
    if (first.low, first.unit) != (again.low, again.unit) or not between:
        return False
    return between[0].role is Role.AFTER and [token.text for token in between[1:]] == ["(", "含"]


def _is_name(lead: Sequence[Token]) -> bool:
    """Whether figures before the last measure belong to a name: 0-6岁儿童管理率≥90%."""
    name, run = split_name(lead)
    if not name or any(token.text in SEPARATORS for token in lead) or any(token.figure for token in run):
        return False
    last = max(place for place, token in enumerate(name) if token.figure)
    words = "".join(token.text for token in name[last + 1 :])
    return len(words) > 1 and any(token.role in {Role.SIGN, Role.HINT} for token in run)


def _between_signs(tokens: Sequence[Token], first: Measure, last: Measure) -> Amount | Failure | None:
    """Two limits around a name, 90%≤满意度≤95%; None where it is not that."""
    between = tokens[first.end : last.start]
    if len(between) < 2 or any(token.role not in {Role.WORD, Role.SIGN} for token in between):
        return None
    senses = {between[0].sense, between[-1].sense}
    if None in senses:
        return None
    strict = bool(senses & _STRICT)
    if senses <= _UPPER:
        return _limits(first, last, strict=strict)
    return _limits(last, first, strict=strict) if senses <= _LOWER else Failure("text.contradiction")


def _two_limits(tokens: Sequence[Token], first: Measure, last: Measure) -> Amount | Failure | None:
    """Two amounts that hold together, ≥90%且≤95%; None where they are not one limit below and one above."""
    cut = first.end
    while tokens[cut].role in {Role.AFTER, Role.ABOUT}:
        cut += 1
    if tokens[cut].role not in {Role.AND, Role.SIGN} and tokens[cut].text not in SEPARATORS:
        return None
    one = _single(tokens[:cut], first)
    other = _single(tokens[cut:], last._replace(start=last.start - cut, end=last.end - cut))
    if (
        isinstance(one, Failure)
        or isinstance(other, Failure)
        or one.high is not None
        or other.high is not None
    ):
        return None
    strict = bool({one.said, other.said} & _STRICT)
    if one.said in _LOWER and other.said in _UPPER:
        return _limits(first, last, strict=strict)
    return _limits(last, first, strict=strict) if one.said in _UPPER and other.said in _LOWER else None


def _limits(low: Measure, high: Measure, *, strict: bool) -> Amount | Failure:
    unit = low.unit or high.unit
    top = convert(high.low, high.unit or unit, unit)
    if top is None or low.high is not None or high.high is not None:
        return Failure()
    if top < low.low:
        return Failure("text.contradiction")
    read = f"{low.low:f}~{top:f}{unit}"
    doubts: tuple[Doubt, ...] = (("text.strictness", {"read": read}),) if strict else ()
    return Amount(low.low, top, unit, Sense.BETWEEN, signed=True, doubts=doubts)


def _single(tokens: Sequence[Token], measure: Measure) -> Amount | Failure:
    before = look_before(tokens[: measure.start])
    if isinstance(before, Failure):
        return before
    after = look_after(tokens[measure.end :], has_unit=bool(measure.unit))
    if isinstance(after, Failure):
        return after
    if before.per and after.unit:
        return Failure()  # 每年3 with a word: which of the two is the unit is not known
    repaired = _repaired(measure, before, after)
    if isinstance(repaired, Failure):
        return repaired
    said = _said(measure, before, after)
    if isinstance(said, Failure):
        return said
    (value, repair), (sense, strictness) = repaired, said
    unit = _unit(measure.unit or after.unit or before.unit, before.per)
    read = f"{value:f}{unit}" if measure.high is None else f"{value:f}~{measure.high:f}{unit}"
    figure = measure.single or Figure(None, "")
    raised = {
        "text.approximate": (before.about or after.about or figure.about, {"read": read}),
        "text.unit_unknown": (bool(after.unit) or not figure.unit_known, {"unit": unit}),
        "text.decline": (before.declines, {"read": read}),
        "text.aside": (bool(before.aside or after.aside), {"aside": before.aside + after.aside}),
    }
    around = tuple((code, facts) for code, (is_raised, facts) in raised.items() if is_raised)
    signed = bool(before.signs or after.comparisons)
    doubts = (*measure.doubts, *repair, *strictness, *around)
    return Amount(value, measure.high, unit, sense, signed, before.name, doubts, measure.nominal)


def _said(measure: Measure, before: Before, after: After) -> tuple[Sense | None, tuple[Doubt, ...]] | Failure:
    """The sense that signs and words state together, or a failure where they contradict one another."""
    if measure.high is not None:
        allowed = {Sense.EQUAL, Sense.AT_MOST} if measure.low == -measure.high else {Sense.EQUAL}
        agrees = set(before.signs) <= allowed and all(word.text.endswith("内") for word in after.comparisons)
        return (Sense.BETWEEN, ()) if agrees else Failure("text.contradiction")
    stated = [*before.signs, *(word.sense for word in after.comparisons if word.sense)]
    if not stated:
        return (before.hints[-1] if before.hints else None), ()
    if len(set(stated)) == 1:
        return stated[0], ()
    if _LOWER.issuperset(stated) or _UPPER.issuperset(stated):
        return stated[0], (("text.strictness", {"read": stated[0].value}),)
    return Failure("text.contradiction")


def _unit(unit: str, per: Sequence[str]) -> str:
    """The unit with what 每 adds to it: 每年4次 is 次/年. A share stays one (每年95%)."""
    if not per or is_share(unit):
        return unit
    above, _, below = unit.partition("/")
    parts = [*per, *(part for part in below.split("·") if part and part not in per)]
    return units.canonical(f"{above}/{'·'.join(parts)}")


def _repaired(measure: Measure, before: Before, after: After) -> tuple[Decimal, tuple[Doubt, ...]] | Failure:
    """The figure, or the half of one printed twice.

    Forms with the columns sign, value and wording (`≥`, `95`, `95%及以上`) print as ≥9595%及以上 where they
    are run together. Without words after it only what cannot be meant (≥9595%) is taken for that; one doubled
    digit (≥55%及以上) may well be meant, and stays with a doubt.
    """
    figure = measure.single
    if figure is None:
        return measure.low, ()
    half = figure.raw[: len(figure.raw) // 2]
    twice = half * 2 == figure.raw != "" and not figure.chinese and bool(before.signs)
    is_over = figure.value is not None and figure.value > 100 and is_share(figure.unit)
    impossible = is_over or figure.problem == "text.unread"
    once = written_at(half, 0) if twice and (after.comparisons or impossible) else None
    if once and once.value is not None and once.end == len(half) and (len(half) > 1 or figure.value is None):
        return once.value, (("text.repaired", {"read": f"{once.value:f}{figure.unit}"}),)
    if figure.value is None:
        return Failure(figure.problem)
    return figure.value, (("text.doubled", {"read": f"{figure.value:f}{figure.unit}"}),) if once else ()
