"""100 points over execution and indicators, for the second implementation."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from second_rules import HUNDRED, NOUGHT, Data, Rules, figure

CENT = Fraction(1, 100)


class Allotted(NamedTuple):
    """Points of execution and of each line, in the order printed; unsettled where they make no whole."""

    execution: Fraction
    weights: list[Fraction | None]
    is_settled: bool


def allotted(project: Data, rules: Rules) -> Allotted:
    """A project's points: a person's weights before declared ones, declared before spread."""
    lines = project["lines"]
    reserved = Fraction(rules["execution.points"])
    execution = NOUGHT if project["execution"] == "not_applicable" else reserved
    given = [figure(line["given_weight"] or line["declared_weight"]) for line in lines]
    if not lines:
        return Allotted(execution, [], is_settled=False)
    if any(weight is not None for weight in given):
        found = _declared(given, execution, reserved, project["weight_choice"])
    else:
        weights = _spread(lines, HUNDRED - execution, rules)
        found = Allotted(execution, weights, is_settled=None not in weights)
    if rules["weights.not_applicable"] == "within_level" and found.is_settled:
        return found._replace(weights=_within_level(lines, found.weights, rules["weights.inside"]))
    return found


def _declared(given: list[Fraction | None], execution: Fraction, reserved: Fraction, choice: str) -> Allotted:
    """Declared weights are kept where they leave room for execution; else a person has to choose."""
    usable = [weight if weight is not None and weight > 0 else None for weight in given]
    known = [weight for weight in usable if weight is not None]
    if len(known) < len(given):
        return Allotted(execution, usable, is_settled=False)
    whole = sum(known, NOUGHT)
    if whole in (HUNDRED - execution, HUNDRED - reserved):
        return Allotted(execution, usable, is_settled=True)
    if whole == HUNDRED and choice == "no_execution":
        return Allotted(NOUGHT, usable, is_settled=True)
    if whole == HUNDRED and choice == "scale":
        return Allotted(execution, [*split(known, HUNDRED - execution)], is_settled=True)
    return Allotted(execution, usable, is_settled=False)


def _spread(lines: list[Data], room: Fraction, rules: Rules) -> list[Fraction | None]:
    """The points of the levels over their indicators; a level that the rulebook does not know has none."""
    families, inside = rules["weights.levels"], rules["weights.inside"]
    known = {level for family in families for level in family}
    groups: dict[str, dict[str, list[int]]] = {}
    for level1 in dict.fromkeys(line["level1"] for line in lines):
        level = inside.get(level1, level1)
        if level in known:
            members = [i for i, line in enumerate(lines) if line["level1"] == level1]
            groups.setdefault(level, {})[level1] = members
    members_of = {level: [i for part in parts.values() for i in part] for level, parts in groups.items()}
    weights: list[Fraction | None] = [None] * len(lines)
    if not members_of:
        return weights
    family = min(families, key=lambda one: (len(members_of.keys() - one), len(one.keys() - members_of)))
    absent = [level for level in family if level not in members_of]
    everywhere = rules["weights.spread"] == "over_indicators"
    if everywhere or (absent and rules["weights.absent"] == "over_indicators"):
        served = [i for members in members_of.values() for i in members]
        shared = split([Fraction(1)] * len(served), room)
        return _placed(weights, served, shared)
    points = _of_levels(family, absent, room, rules)
    for level in [level for level in members_of if level in family]:
        members = members_of[level]
        shares = [Fraction(1)] * len(members)
        if rules["weights.spread"] == "by_level2":
            inside2 = Counter(lines[i]["level2"] for i in members)
            shares = [Fraction(1, inside2[lines[i]["level2"]]) for i in members]
        weights = _placed(weights, members, split(shares, points[level]))
    return weights


def _placed(
    weights: list[Fraction | None], where: list[int], points: list[Fraction]
) -> list[Fraction | None]:
    new = dict(zip(where, points, strict=True))
    return [new.get(i, weight) for i, weight in enumerate(weights)]


def _of_levels(
    family: dict[str, Fraction], absent: list[str], room: Fraction, rules: Rules
) -> dict[str, Fraction]:
    """Points of the levels present: one takes those of an absent one, the rest goes round, or is left out."""
    points = {level: Fraction(given) for level, given in family.items() if level not in absent}
    left_out = NOUGHT
    for level in absent:
        heir = rules["weights.absent_to"].get(level)
        if heir in points:
            points[heir] += family[level]
        elif rules["weights.absent"] == "rescale":
            left_out += family[level]
    return dict(zip(points, split([*points.values(), left_out], room), strict=False))


def _within_level(
    lines: list[Data], weights: list[Fraction | None], inside: dict[str, str]
) -> list[Fraction | None]:
    """Points of lines that do not apply go to the others of their level 1, where there are any."""
    moved = weights
    levels = [inside.get(line["level1"], line["level1"]) for line in lines]
    printed = list(dict.fromkeys(line["level1"] for line in lines))
    for level in set(levels):
        members = [i for i in range(len(lines)) if levels[i] == level]
        members.sort(key=lambda i: printed.index(lines[i]["level1"]))
        gone = [i for i in members if lines[i]["state"] == "not_applicable"]
        left = [i for i in members if i not in gone]
        if gone and left:
            room = sum((weights[i] or NOUGHT for i in members), NOUGHT)
            moved = _placed(moved, gone, [NOUGHT] * len(gone))
            moved = _placed(moved, left, split([weights[i] or NOUGHT for i in left], room))
    return moved


def split(shares: list[Fraction], total: Fraction) -> list[Fraction]:
    """`total` in proportion, to 0.01, by largest remainder; the earlier part first where two are alike.

    A total that is finer than 0.01 is split to as many decimals as it has, so that nothing is lost.
    """
    cent = CENT
    while (total / cent).denominator != 1:
        cent /= 10
    whole = sum(shares, NOUGHT)
    exact = [total * share / whole / cent for share in shares]
    parts = [part.numerator // part.denominator for part in exact]
    missing = total / cent - sum(parts)
    rest = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in rest[: int(missing)]:
        parts[i] += 1
    return [part * cent for part in parts]
