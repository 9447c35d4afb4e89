"""Cases of answers, dates, judgements and score tables; see line_cases.py."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from line_cases import FORWARD, NOUGHT, Case, Draw, figures, some, written

from scoring.model import Actual, Band, Outcome, Sense, StepTable, Target


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
    """By percent of the target; where less is better, by percent that the target is of the actual."""
    percent, one = _at_limits(luck, COMPLETION), some(luck)
    sense = luck.choice((*FORWARD, Sense.AT_MOST))
    other = one * percent / 100
    t, a = (other, one) if sense is Sense.AT_MOST else (one, other)
    return figures(luck, sense, t, a, w * award(COMPLETION, percent) / 100)._replace(name="任务完成率")


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
