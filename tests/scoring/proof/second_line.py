"""One indicator, for the second implementation: what it earns of its points, by the letter of RULES.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from second_rules import NOUGHT, Data, Points, Rules, figure, rounded_by, settled

ONE = Fraction(1)
FIGURES = ("at_least", "above", "equal", "at_most", "below", "between")

UNITS: dict[str, tuple[str, Fraction]] = {
    "元": ("money", ONE),
    "千元": ("money", Fraction(1000)),
    "万元": ("money", Fraction(10000)),
    "亿元": ("money", Fraction(10**8)),
    "%": ("ratio", Fraction(1, 100)),
    "‰": ("ratio", Fraction(1, 1000)),
    "分钟": ("time", Fraction(60)),
    "小时": ("time", Fraction(3600)),
    "天": ("time", Fraction(86400)),
    "米": ("length", ONE),
    "公里": ("length", Fraction(1000)),
    "亩": ("area", Fraction(10000, 15)),
    "公顷": ("area", Fraction(10000)),
    "季度": ("month", Fraction(3)),
    "年": ("month", Fraction(12)),
    "人": ("person", ONE),
    "名": ("person", ONE),
    "万人": ("person", Fraction(10000)),
    "元/户": ("money a household", ONE),
    "万元/户": ("money a household", Fraction(10000)),
}
"""Units with what each measures and how much; any other measures itself alone."""


class Verdict(NamedTuple):
    """Points before rounding, and the attainment where there is one. `is_open`: something is missing."""

    low: Fraction
    high: Fraction
    attainment: Fraction | None = None
    is_open: bool = False


class Scored(NamedTuple):
    """A scored line: its weight, what counts, what is computed, the points before rounding."""

    line: Data
    weight: Fraction | None
    points: Points
    computed: Points
    attainment: Fraction | None
    exact: tuple[Fraction, Fraction]
    applies: bool
    is_set: bool = False
    """Whether a person's score counts."""


def score_of(line: Data, weight: Fraction | None, rules: Rules) -> Scored:
    """A line scored for its weight; a person's score goes before the computed one."""
    if line["state"] == "not_applicable":
        nothing = settled(NOUGHT)
        return Scored(line, weight, nothing, nothing, None, (NOUGHT, NOUGHT), applies=False)
    verdict = verdict_on(line, weight or NOUGHT, rules)
    exact = (verdict.low, verdict.high)
    if weight is None:
        nothing = Points(NOUGHT, NOUGHT, settled=False)
        return Scored(line, weight, nothing, nothing, verdict.attainment, exact, applies=True)
    low, high = (printed(end, weight, rules) for end in exact)
    computed = Points(low, high, settled=not verdict.is_open)
    points, override, is_set = computed, line["override"], False
    if override and override["reason"].strip() and 0 <= Fraction(override["score"]) <= weight:
        said = Fraction(override["score"])
        points, exact, is_set = settled(printed(said, weight, rules)), (said, said), True
    return Scored(line, weight, points, computed, verdict.attainment, exact, applies=True, is_set=is_set)


def printed(exact: Fraction, weight: Fraction, rules: Rules) -> Fraction:
    """Never above the weight; all points are the weight, however finely it was declared."""
    return weight if exact == weight else min(weight, rounded_by(rules, exact))


def verdict_on(line: Data, w: Fraction, rules: Rules) -> Verdict:
    """What a line earns of `w`."""
    target, actual = line["adjusted"] or line["target"], line["actual"]
    sense, t = target["sense"], figure(target["value"])
    everything = Verdict(NOUGHT, w, is_open=True)
    lacks = {"unread": True, "between": target["upper"] is None or t is None, "by_date": not target["date"]}
    if lacks.get(sense, sense in FIGURES and t is None):
        return everything
    if sense != "between" and t is not None and t < 0:
        return everything
    if actual is None:
        return everything
    if sense == "qualitative":
        return _in_band(actual["band"], figure(line["share"]), w, rules) or everything
    if sense == "yes_no":
        return everything if actual["yes"] is None else _whole(w, met=actual["yes"])
    if sense == "by_date":
        return _by_date(target["date"], actual, w, rules) or everything
    a = _in_unit(figure(actual["value"]), actual["unit"], target["unit"])
    if a is None or t is None:
        return everything
    points, attainment = _of_figures(line, target, a, t, w, rules)
    return Verdict(points, points, attainment)


def _whole(w: Fraction, *, met: bool) -> Verdict:
    return Verdict(w, w, ONE) if met else Verdict(NOUGHT, NOUGHT, NOUGHT)


def _in_band(band: str | None, share: Fraction | None, w: Fraction, rules: Rules) -> Verdict | None:
    """The share of w that a person gives inside the band; the band while it is not given, or is outside."""
    if band is None:
        return None
    limits = rules["other.bands"]
    low = limits[band]
    high = {"met": 100, "partly": limits["met"], "unmet": limits["partly"]}[band]
    inside = share is not None and low <= share and (share < high or share == high == 100)
    if share is None or not inside:
        return Verdict(w * low / 100, w * high / 100, is_open=True)
    return Verdict(w * share / 100, w * share / 100, share / 100)


def _by_date(due: str, actual: Data, w: Fraction, rules: Rules) -> Verdict | None:
    deduct = Fraction(rules["other.late_deduct"])
    if actual["date"] is None:
        if actual["yes"] is None:
            return None
        if actual["yes"] or rules["other.due_date"] == "met_or_nothing":
            return _whole(w, met=actual["yes"])
        return Verdict(NOUGHT, max(NOUGHT, w - deduct), NOUGHT, is_open=True)  # late, and by a day at least
    days = (date.fromisoformat(actual["date"]) - date.fromisoformat(due)).days
    if days <= 0 or rules["other.due_date"] == "met_or_nothing":
        return _whole(w, met=days <= 0)
    left = max(NOUGHT, w - days * deduct)
    return Verdict(left, left, NOUGHT)


def _in_unit(a: Fraction | None, unit: str, wanted: str) -> Fraction | None:
    """The figure in the target's unit; without a unit it is in that one already."""
    if a is None or unit in ("", wanted):
        return a
    family, size = UNITS.get(unit, (unit, ONE))
    other, one = UNITS.get(wanted, (wanted, ONE))
    return a * size / one if family == other else None


def _of_figures(
    line: Data, target: Data, a: Fraction, t: Fraction, w: Fraction, rules: Rules
) -> tuple[Fraction, Fraction | None]:
    """Points and attainment of a figure: by a score table, else by the formula of the sense."""
    sense, upper = target["sense"], figure(target["upper"])
    forward = _is_forward(line, sense, rules)
    for limits, full, measured in _tables(line, target, a, _attained(target, a, t, forward=forward), rules):
        return w * _award(limits, measured) / full, _attained(target, a, t, forward=forward)
    if sense == "between" and (target["nominal"] is not None or t < 0):
        return _all(w, met=t <= a <= (upper or NOUGHT))
    if t == 0 and sense != "between":
        return _all(w, met=a >= 0 if sense in ("at_least", "above") else a <= 0)
    a = max(NOUGHT, a)
    if sense == "between":
        return _between(a, t, upper or NOUGHT, w, rules)
    return _forward(a, t, w, rules) if forward else (_reverse(a, t, w, rules), t / a if a else None)


def _attained(target: Data, a: Fraction, t: Fraction, *, forward: bool) -> Fraction | None:
    """Actual against one target that is not 0; more is better also where less is asked for."""
    if t == 0 or target["upper"] is not None:
        return None
    if forward:
        return max(NOUGHT, a) / t
    return t / a if a > 0 else None


def _all(w: Fraction, *, met: bool) -> tuple[Fraction, Fraction]:
    return (w, ONE) if met else (NOUGHT, NOUGHT)


def _is_forward(line: Data, sense: str, rules: Rules) -> bool:
    """= scores as ≥; on a cost the rulebook says which way."""
    if sense == "equal" and (line["level1"] == "成本指标" or line["level2"].endswith("成本指标")):
        return bool(rules["quantitative.missed_equal_cost"] == "forward")
    return sense in ("at_least", "above", "equal")


def _forward(a: Fraction, t: Fraction, w: Fraction, rules: Rules) -> tuple[Fraction, Fraction]:
    """≥: proportion, gate or all-or-nothing; far above, less where the rulebook asks for it."""
    r, way, over = a / t, rules["quantitative.forward"], rules["over.points"]
    if r < 1:
        gate = Fraction(rules["quantitative.gate"]) / 100
        short = {
            "proportion": w * r,
            "gate": w * max(NOUGHT, r - gate) / (1 - gate),
            "met_or_nothing": NOUGHT,
        }
        return short[way], r
    if over == "reduce" and 100 * r > rules["over.reduce_beyond"]:
        beyond = Fraction(rules["over.reduce_beyond"]) / 100
        return max(NOUGHT, w * (1 + beyond - r)), r
    if over == "deduct" and 100 * r >= rules["over.deduct_from"]:
        return max(NOUGHT, w - rules["over.deduct_points"]), r
    return w, r


def _reverse(a: Fraction, t: Fraction, w: Fraction, rules: Rules) -> Fraction:
    """≤, R1 to R3: by the ratio, in a line to nothing at 2t, a deduction per unit over, or nothing."""
    if a <= t:
        return w
    way = rules["quantitative.reverse"]
    if way == "per_unit":
        return max(NOUGHT, w - (a - t) * Fraction(rules["quantitative.reverse_deduct"]))
    if way == "linear":
        return max(NOUGHT, w * (1 - (a - t) / t))
    return w * t / a if way == "ratio" else NOUGHT


def _between(
    a: Fraction, lower: Fraction, upper: Fraction, w: Fraction, rules: Rules
) -> tuple[Fraction, Fraction | None]:
    if rules["quantitative.between"] == "met_or_nothing":
        return _all(w, met=lower <= a <= upper)
    if a < lower:
        return w * a / lower, a / lower
    return w, ONE if a <= upper else (a / upper if upper else None)


Limits = list[list[Fraction]]


def _tables(
    line: Data, target: Data, a: Fraction, attained: Fraction | None, rules: Rules
) -> Iterator[tuple[tuple[str, Limits], Fraction, Fraction]]:
    """Score tables that apply, first the indicator's own: limits, the award of all points, the figure."""
    own = line["own_steps"] or (line["steps"] if rules["steps.printed"] == "follow" else None)
    if own:
        limits = [[Fraction(limit), Fraction(award)] for limit, award in own["limits"]]
        yield (own["sense"], limits), Fraction(own["full"]), a
    for named in rules["steps.named"]:
        if line["name"].endswith(named["name"]):
            nominal = figure(target["nominal"])
            measured = {
                "actual": a,
                "attainment": None if attained is None else attained * 100,
                "distance": abs(a - nominal) if nominal is not None else None,
            }[named.get("measure", "actual")]
            if measured is not None:
                ((sense, rows),) = [item for item in named.items() if item[0] not in ("name", "measure")]
                yield (sense, rows), Fraction(100), measured
    is_satisfaction = "满意度指标" in line["level1"] + line["level2"]
    if is_satisfaction and target["unit"] == "%" and rules["steps.satisfaction"] == "steps":
        ((sense, rows),) = rules["steps.satisfaction_steps"].items()
        yield (sense, rows), Fraction(100), a


def _award(table: tuple[str, Limits], measured: Fraction) -> Fraction:
    """The award of the best step reached."""
    sense, limits = table
    reached = [
        award for limit, award in limits if (measured >= limit if sense == "at_least" else measured <= limit)
    ]
    return Fraction(reached[0]) if reached else NOUGHT
