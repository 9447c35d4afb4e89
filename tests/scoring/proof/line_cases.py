"""Cases of every rule: figures drawn at random, and what RULES.md gives for them, written down once more.

Every second case is made so that its exact points end in a 5 just behind the last decimal kept: there a
rounding of something already rounded, or in 28 digits, goes wrong. Nothing here rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Context, Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from scoring.model import Actual, Band, Indicator, Key, Outcome, Sense, StepTable, Target

EXACT = Context(prec=100)
PERCENT = Fraction(1, 100)
NOUGHT = Fraction(0)

UNITS = (("", "", "1"), ("次", "次", "1"), ("%", "‰", "10"), ("万元", "元", "10000"), ("公顷", "亩", "15"))
"""The target's unit, another that the actual may come in, and how many of that make one of the target's."""

WEIGHTS = ("10", "10", "10", "12.5", "5", "20", "25", "40", "6.25", "0.8", "3.125")
"""Weights that 100 is a decimal fraction of, so that a share for any points can be written."""


class Case(NamedTuple):
    """A line, what was achieved, and the points that the formula gives."""

    target: Target
    outcome: Outcome
    points: Fraction
    level2: str = "数量指标"
    name: str = "指标"
    steps: StepTable | None = None
    level1: str = "产出指标"

    @property
    def indicator(self) -> Indicator:
        key = Key("P", "", self.level1, self.level2, self.name)
        return Indicator(key, self.target, steps=self.steps)


Draw = Callable[[Random, Fraction, "Fraction | None"], Case]
"""A case for so many points, that earns the points wanted where some are wanted."""


def written(figure: Fraction) -> Decimal:
    """A figure with an end, in decimals."""
    text = EXACT.divide(Decimal(figure.numerator), Decimal(figure.denominator))
    assert Fraction(text) == figure
    return text


def some(luck: Random, *special: str) -> Fraction:
    """A figure above 0 as people type them: round, at a limit, any, or very long."""
    kind = luck.randrange(5)
    if kind == 0 and special:
        return Fraction(luck.choice(special))
    if kind == 1:
        return Fraction(luck.randint(1, 200))
    if kind == 2:
        return Fraction(luck.randint(1, 10**30), 10 ** luck.randint(20, 30))
    return Fraction(luck.randint(1, 100000), 10 ** luck.randint(0, 4))


def stretch(luck: Random) -> Fraction:
    """How much larger the target is than the weight, where the ratio of the two is what matters."""
    return Fraction(luck.randint(1, 400), luck.choice((1, 2, 4, 5, 8, 10, 1000)))


def figures(
    luck: Random, sense: Sense, target: Fraction, actual: Fraction, points: Fraction, level2: str = "数量指标"
) -> Case:
    """A case of a figure against a figure; now and then the actual comes in another unit."""
    unit, other, factor = luck.choice(UNITS)
    in_other = luck.random() < 0.3
    typed = Actual(written(actual * Fraction(factor)), other) if in_other else Actual(written(actual), "")
    return Case(Target(sense, written(target), unit=unit), Outcome(typed), points, level2)


FORWARD = (Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL)
REVERSE = ((Sense.AT_MOST, "数量指标"), (Sense.BELOW, "时效指标"), (Sense.EQUAL, "成本指标"))


def proportion(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """Met: w; short: w·a/t; a negative actual counts as 0."""
    if wanted is not None:
        t, a = w * (many := stretch(luck)), wanted * many
    else:
        t = some(luck)
        a = luck.choice((t, NOUGHT, -some(luck), some(luck), t * Fraction(luck.randint(1, 3000), 1000)))
    points = w if a >= t else w * a / t if a > 0 else NOUGHT
    return figures(luck, luck.choice(FORWARD), t, a, points)


def gate(percent: int) -> Draw:
    """Below the gate 0, else w·(r − gate)/(1 − gate), never above w."""
    g = percent * PERCENT

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        if wanted is not None:
            t = w * (many := stretch(luck))
            a = g * t + wanted * (1 - g) * many
        else:
            t = some(luck)
            a = luck.choice(
                (t, g * t, g * t + t / 10**6, -t, some(luck), t * Fraction(luck.randint(1, 1500), 1000))
            )
        r = a / t
        points = NOUGHT if r < g else w if r >= 1 else w * (r - g) / (1 - g)
        return figures(luck, luck.choice(FORWARD), t, a, points)

    return draw


def forward_whole(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W or nothing."""
    t = some(luck)
    a = luck.choice((t, t - Fraction(1, 10**9), t + Fraction(1, 10**9), some(luck), -t))
    return figures(luck, luck.choice(FORWARD), t, a, w if a >= t else NOUGHT)


def _reverse(luck: Random, t: Fraction, a: Fraction, points: Fraction) -> Case:
    sense, level2 = luck.choice(REVERSE)
    return figures(luck, sense, t, a, points, level2)


def _around(luck: Random, t: Fraction) -> Fraction:
    """An actual against a target that is better low: met, just met, at twice, anywhere."""
    any_ratio = t * Fraction(luck.randint(1, 3000), 1000)
    return luck.choice((t, 2 * t, t + t / 10**6, -t, NOUGHT, some(luck), any_ratio))


def reverse_ratio(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """R1: w up to t, then w·t/a."""
    if wanted is not None:
        t, a = wanted * (many := stretch(luck)), w * many
    else:
        a = _around(luck, t := some(luck))
    return _reverse(luck, t, a, w if a <= t else w * t / a)


def reverse_linear(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """R2: w·(1 − (a − t)/t), 0 from 2t on."""
    if wanted is not None:
        t = w * (many := stretch(luck))
        a = 2 * t - wanted * many
    else:
        a = _around(luck, t := some(luck))
    points = w if a <= t else NOUGHT if a >= 2 * t else w * (1 - (a - t) / t)
    return _reverse(luck, t, a, points)


def reverse_per_unit(deduct: str) -> Draw:
    """R3: full to t, then d less for each unit over, never below 0."""
    d = Fraction(deduct)

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        t = some(luck)
        a = t + (w - wanted) / d if wanted is not None else _around(luck, t)
        left = w - d * (a - t)
        return _reverse(luck, t, a, w if a <= t else left if left > 0 else NOUGHT)

    return draw


def reverse_whole(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W or nothing."""
    a = _around(luck, t := some(luck))
    return _reverse(luck, t, a, w if a <= t else NOUGHT)


def over_reduced(percent: int) -> Draw:
    """O1: beyond a tolerance T of the target, w·(1 − (r − T)), never below 0."""
    limit = percent * PERCENT

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        if wanted is not None:
            t = w * (many := stretch(luck))
            a = t * (1 + limit) - wanted * many
        else:
            t = some(luck)
            a = t * luck.choice((limit, limit + Fraction(1, 10**6), Fraction(luck.randint(1000, 4000), 1000)))
        excess = a / t - limit
        points = w if excess <= 0 else NOUGHT if excess >= 1 else w * (1 - excess)
        return figures(luck, luck.choice(FORWARD), t, a, points)

    return draw


def over_deducted(percent: int, deduct: str) -> Draw:
    """From so many percent of the target on, d points less, never below 0."""
    limit, d = percent * PERCENT, Fraction(deduct)

    def draw(luck: Random, w: Fraction, _: Fraction | None) -> Case:
        t = some(luck)
        r = luck.choice((limit, limit - Fraction(1, 10**6), Fraction(luck.randint(1000, 4000), 1000)))
        points = w if r < limit else w - d if w > d else NOUGHT
        return figures(luck, luck.choice(FORWARD), t, t * r, points)

    return draw


def between(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """Inside w; below it w·a/lower; above it w."""
    if wanted is not None:
        t, a = w * (many := stretch(luck)), wanted * many
    else:
        t = some(luck)
        a = luck.choice((t, -t, NOUGHT, some(luck), t * Fraction(luck.randint(1, 3000), 1000)))
    points = w if a >= t else w * a / t if a > 0 else NOUGHT
    case = figures(luck, Sense.BETWEEN, t, a, points)
    upper = written(t + some(luck))
    return case._replace(target=Target(Sense.BETWEEN, written(t), upper, unit=case.target.unit))


def between_whole(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W inside the two limits, both included, else nothing."""
    t, upper = sorted((some(luck), some(luck)))
    a = luck.choice((t, upper, t - Fraction(1, 10**9), upper + Fraction(1, 10**9), some(luck), -t))
    case = figures(luck, Sense.BETWEEN, t, a, w if t <= a <= upper else NOUGHT)
    return case._replace(target=Target(Sense.BETWEEN, written(t), written(upper), unit=case.target.unit))


def tolerance(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """±: w inside, both ends included, else nothing. Around 0 one limit is negative."""
    centre = luck.choice((NOUGHT, some(luck)))
    margin = some(luck, "5", "10")
    low, high = centre - margin, centre + margin
    a = luck.choice(
        (low, high, centre, low - Fraction(1, 10**9), high + Fraction(1, 10**9), some(luck), -some(luck))
    )
    nominal = None if low < 0 and luck.random() < 0.5 else written(centre)
    target = Target(Sense.BETWEEN, written(low), written(high), nominal=nominal, unit="%")
    return Case(target, Outcome(Actual(written(a))), w if low <= a <= high else NOUGHT)


def zero_target(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """Met or nothing: at least 0 with ≥ and >, at most 0 with =, ≤ and <."""
    sense = luck.choice((*FORWARD, Sense.AT_MOST, Sense.BELOW))
    a = luck.choice((NOUGHT, some(luck), -some(luck)))
    met = a >= 0 if sense in (Sense.AT_LEAST, Sense.ABOVE) else a <= 0
    return figures(luck, sense, NOUGHT, a, w if met else NOUGHT, luck.choice(("数量指标", "成本指标")))


def yes_no(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W or nothing."""
    yes = luck.random() < 0.5
    return Case(Target(Sense.YES_NO), Outcome(Actual(yes=yes)), w if yes else NOUGHT)


def due_date(deduct: str) -> Draw:
    """On or before the day w; late nothing, or d less for each day, never below 0."""
    d = Fraction(deduct)

    def draw(luck: Random, w: Fraction, _: Fraction | None) -> Case:
        due = date(2022, 1, 1) + timedelta(luck.randrange(365))
        late = luck.choice((0, 1, luck.randint(-400, 0), luck.randint(1, 40), luck.randint(1, 400)))
        left = w - late * d if d else NOUGHT
        points = w if late <= 0 else left if left > 0 else NOUGHT
        done = due + timedelta(late)
        return Case(Target(Sense.BY_DATE, date=due), Outcome(Actual(date=done)), points)

    return draw


def qualitative(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """A share of w: 达成 100–80 %, 部分达成 <80–60 %, 未达成 <60–0 %."""
    share = 100 * wanted / w if wanted is not None else Fraction(luck.randint(0, 10000), 100)
    if wanted is None and luck.random() < 0.3:
        share = Fraction(luck.choice(("100", "80", "79.999", "60", "59.999", "0")))
    band = Band.MET if share >= 80 else Band.PARTLY if share >= 60 else Band.UNMET
    return Case(Target(Sense.QUALITATIVE), Outcome(Actual(band=band), written(share)), w * share / 100)


Rows = tuple[tuple[str, str], ...]
SATISFACTION_2021: Rows = (("90", "100"), ("80", "80"), ("60", "50"))
SATISFACTION_JIANGXI: Rows = tuple((str(90 - 5 * i), str(100 - 10 * i)) for i in range(10))
COST_RATE: Rows = (("10", "100"), ("15", "60"), ("20", "20"))
COMPLETION: Rows = (("100", "100"), ("95", "77.5"), ("80", "31"))
COUNT: Rows = (("12", "100"), ("8", "94.5"), ("4", "50"))


def award(rows: Rows, figure: Fraction, *, rising: bool = False) -> Fraction:
    """The award of the best step that a figure reaches; rising limits are upper ones."""
    for limit, points in rows:
        if figure <= Fraction(limit) if rising else figure >= Fraction(limit):
            return Fraction(points)
    return NOUGHT


def _at_limits(luck: Random, rows: Rows) -> Fraction:
    limit = Fraction(luck.choice(rows)[0])
    return luck.choice((limit, limit + Fraction(1, 10**9), limit - Fraction(1, 10**9), some(luck), limit * 2))


def satisfaction(rows: Rows) -> Draw:
    """M2, M3: a rate of satisfaction in steps, whatever the target."""

    def draw(luck: Random, w: Fraction, _: Fraction | None) -> Case:
        a = _at_limits(luck, rows)
        target = Target(luck.choice((Sense.AT_LEAST, Sense.EQUAL)), Decimal(luck.choice((90, 95))), unit="%")
        points = w * award(rows, a) / 100
        level1, level2 = "满意度指标", "服务对象满意度指标"
        outcome = Outcome(luck.choice((Actual(written(a)), Actual(written(10 * a), "‰"))))
        return Case(target, outcome, points, level2, level1=level1)

    return draw


def by_distance(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """C1: by how far a ± figure is from the one it stands around."""
    centre = luck.choice((NOUGHT, Fraction(100)))
    a = centre + luck.choice((1, -1)) * _at_limits(luck, COST_RATE)
    ends = (written(centre - 10), written(centre + 10))
    target = Target(Sense.BETWEEN, *ends, nominal=written(centre), unit="%")
    points = w * award(COST_RATE, abs(a - centre), rising=True) / 100
    return Case(target, Outcome(Actual(written(a))), points, name="经费成本控制率")


def by_attainment(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """By percent of the target, whichever its sense."""
    t = some(luck)
    a = t * _at_limits(luck, COMPLETION) / 100
    sense = luck.choice((*FORWARD, Sense.AT_MOST))
    return figures(luck, sense, t, a, w * award(COMPLETION, a / t * 100) / 100)._replace(name="任务完成率")


def by_actual(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """By the figure itself, in the target's unit."""
    a = _at_limits(luck, COUNT)
    return figures(luck, luck.choice(FORWARD), some(luck), a, w * award(COUNT, a) / 100)._replace(
        name="培训次数"
    )


def printed(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """S: a table printed with the indicator, or a person's, which goes before it."""
    rising = luck.random() < 0.5
    limits = sorted({some(luck) for _ in range(luck.randint(1, 4))}, reverse=not rising)
    full = luck.choice((Fraction(3), Fraction(5), Fraction(8), Fraction(100)))
    awards = sorted((full * luck.randint(0, 16) / 16 for _ in limits), reverse=True)
    rows = tuple(
        (str(written(limit)), str(written(points))) for limit, points in zip(limits, awards, strict=True)
    )
    a = _at_limits(luck, rows)
    table = StepTable(
        Sense.AT_MOST if rising else Sense.AT_LEAST,
        tuple((Decimal(limit), Decimal(points)) for limit, points in rows),
        written(full),
    )
    points = w * award(rows, a, rising=rising) / full
    case = figures(luck, luck.choice((*FORWARD, Sense.AT_MOST)), some(luck), a, points)
    if luck.random() < 0.5:
        return case._replace(steps=table)
    other = StepTable(Sense.AT_LEAST, ((Decimal(-(10**9)), Decimal(100)),))
    return case._replace(steps=other, outcome=Outcome(case.outcome.actual, steps=table))


class Rule(NamedTuple):
    """How a rule is chosen in a rulebook, how its cases are drawn, and the code that its lines carry."""

    draw: Draw
    code: str
    clauses: Mapping[str, str] = {}
    has_ties: bool = True


def _toml(rows: Rows) -> str:
    return "[" + ", ".join(f"[{limit}, {points}]" for limit, points in rows) + "]"


NAMED = {
    "steps.named": f'[{{ name = "成本控制率", measure = "distance", at_most = {_toml(COST_RATE)} }}, '
    f'{{ name = "完成率", measure = "attainment", at_least = {_toml(COMPLETION)} }}, '
    f'{{ name = "次数", at_least = {_toml(COUNT)} }}]'
}


def _satisfaction(rows: Rows) -> dict[str, str]:
    return {"steps.satisfaction": '"steps"', "steps.satisfaction_steps": f"{{ at_least = {_toml(rows)} }}"}


def _reduce(percent: int) -> dict[str, str]:
    return {"over.points": '"reduce"', "over.reduce_beyond": str(percent)}


def _deduct(percent: int, points: str) -> dict[str, str]:
    return {"over.points": '"deduct"', "over.deduct_from": str(percent), "over.deduct_points": points}


LATE = {"other.due_date": '"deduct_per_day"', "other.late_deduct": "0.125"}
PER_UNIT = {"quantitative.reverse": '"per_unit"', "quantitative.reverse_deduct": "0.25"}

RULES: dict[str, Rule] = {
    "forward in proportion": Rule(proportion, "forward"),
    "forward with a gate at 60": Rule(gate(60), "forward.gate", {"quantitative.forward": '"gate"'}),
    "forward with a gate at 35": Rule(
        gate(35), "forward.gate", {"quantitative.forward": '"gate"', "quantitative.gate": "35"}
    ),
    "forward met or nothing": Rule(
        forward_whole, "forward.whole", {"quantitative.forward": '"met_or_nothing"'}, has_ties=False
    ),
    "reverse by the ratio": Rule(reverse_ratio, "reverse.ratio"),
    "reverse in a line": Rule(reverse_linear, "reverse.linear", {"quantitative.reverse": '"linear"'}),
    "reverse per unit over": Rule(reverse_per_unit("0.25"), "reverse.per_unit", PER_UNIT),
    "reverse met or nothing": Rule(
        reverse_whole, "reverse.met_or_nothing", {"quantitative.reverse": '"met_or_nothing"'}, has_ties=False
    ),
    "over reduced": Rule(over_reduced(120), "forward", _reduce(120)),
    "over deducted": Rule(over_deducted(130, "2.125"), "forward", _deduct(130, "2.125")),
    "between": Rule(between, "between"),
    "between met or nothing": Rule(
        between_whole, "between.whole", {"quantitative.between": '"met_or_nothing"'}, has_ties=False
    ),
    "tolerance": Rule(tolerance, "tolerance", has_ties=False),
    "zero target": Rule(zero_target, "zero_target", has_ties=False),
    "yes or no": Rule(yes_no, "yes_no", has_ties=False),
    "due date": Rule(due_date("0"), "due_date", has_ties=False),
    "due date with a deduction a day": Rule(due_date("0.125"), "due_date", LATE),
    "qualitative": Rule(qualitative, "qualitative"),
    "printed steps": Rule(printed, "steps.printed"),
    "steps by name of the distance": Rule(by_distance, "steps.named", NAMED),
    "steps by name of the attainment": Rule(by_attainment, "steps.named", NAMED),
    "steps by name of the actual": Rule(by_actual, "steps.named", NAMED),
    "satisfaction steps of 2021-101": Rule(
        satisfaction(SATISFACTION_2021), "steps.satisfaction", _satisfaction(SATISFACTION_2021)
    ),
    "satisfaction steps of Jiangxi": Rule(
        satisfaction(SATISFACTION_JIANGXI), "steps.satisfaction", _satisfaction(SATISFACTION_JIANGXI)
    ),
}
