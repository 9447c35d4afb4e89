"""Departments as forms meet them, drawn from a seed: every sense and rule, ties on purpose, blanks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from random import Random

from scoring import rulebook
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    Completion,
    Department,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcome,
    Outcomes,
    Override,
    Project,
    ProjectOutcome,
    Sense,
    State,
    StepTable,
    Target,
)
from scoring.rulebook import Rulebook
from scoring.rules import round_half_up


@cache
def changed(extends: str = rulebook.DEFAULT, /, **clauses: str) -> Rulebook:
    """A shipped rulebook with other values, written as in TOML."""
    head = f'id = "local"\nversion = "1"\ntitle = "Local"\nextends = "{extends}"\n'
    body = "".join(f"[{key}]\nvalue = {value}\n" for key, value in clauses.items())
    return rulebook.parse(head + body, "local.toml")


SHIPPED = tuple(rulebook.load(name) for name in rulebook.shipped())
NAMED = '[{ name = "率", measure = "attainment", at_least = [[100, 100], [90, 75], [60, 33.3]] }]'
VARIANTS = (
    changed(**{"quantitative.forward": '"gate"', "quantitative.gate": "62.5"}),
    changed(**{"quantitative.forward": '"met_or_nothing"', "quantitative.reverse": '"met_or_nothing"'}),
    changed(**{"quantitative.reverse": '"linear"', "rounding.places": "1"}),
    changed(**{"quantitative.reverse": '"per_unit"', "quantitative.reverse_deduct": "0.75"}),
    changed(**{"quantitative.between": '"met_or_nothing"', "rounding.mode": '"half_even"'}),
    changed(**{"rounding.mode": '"cut"', "quantitative.missed_equal_cost": '"forward"'}),
    changed(**{"over.points": '"reduce"', "over.reduce_beyond": "130"}),
    changed(**{"over.points": '"deduct"', "over.deduct_from": "125", "over.deduct_points": "1.5"}),
    changed(**{"other.due_date": '"deduct_per_day"', "other.late_deduct": "0.3"}),
    changed(**{"steps.named": NAMED}),
    changed(**{"total.caps": "[[50, 59], [60, 69], [70, 79], [80, 89]]"}),
    changed("integrated-system", **{"total.caps": "[[50, 59], [80, 89]]"}),
    changed(**{"weights.not_applicable": '"within_level"'}),
    changed(**{"execution.budget": '"initial"', "execution.unrecorded_budget": '"no_data"'}),
    changed(**{"rounding.places": "3"}),
    changed(**{"rounding.places": "0"}),
    changed(**{"rounding.point": '"total"'}),
)
RULEBOOKS = SHIPPED + VARIANTS

LEVELS = (
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "社会效益指标"),
    ("满意度指标", "服务对象满意度指标"),
)
NAMES = ("完成率", "次数", "成本控制率", "满意度", "调研报告")
DAY = date(2024, 6, 30)


@dataclass(frozen=True)
class Case:
    """What went out blank, and what was filled in."""

    blank: Dossier
    filled: Dossier


def drawing(seed: int) -> Random:
    """The same figures every time."""
    return Random(seed)  # noqa: S311


def figure(draw: Random, most_digits: int = 5) -> Decimal:
    digits = draw.randint(1, most_digits)
    return Decimal(draw.randint(1, 10**digits)).scaleb(-draw.randint(0, min(3, digits)))


def target(draw: Random) -> Target:
    unit = draw.choice(["%", "次", "万元", ""])
    match draw.randint(0, 11):
        case 0:
            return Target(Sense.QUALITATIVE, text="有效提高")
        case 1:
            return Target(Sense.YES_NO, inferred=draw.choice([(), ("answer",)]), text="是")
        case 2:
            return Target(Sense.BY_DATE, date=DAY, text="6月底前")
        case 3:
            low = figure(draw)
            return Target(Sense.BETWEEN, low, low + figure(draw), unit=unit)
        case 4:
            margin = figure(draw, 2)
            around = draw.choice([Decimal(0), figure(draw)])
            return Target(Sense.BETWEEN, around - margin, around + margin, nominal=around, unit=unit)
        case 5:
            return Target(draw.choice([Sense.AT_LEAST, Sense.AT_MOST, Sense.EQUAL]), Decimal(0), unit=unit)
        case 6 | 7 | 8:
            return Target(draw.choice([Sense.AT_MOST, Sense.BELOW]), figure(draw), unit=unit)
    return Target(draw.choice([Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL]), figure(draw), unit=unit)


def ends(exact: Fraction) -> bool:
    return exact * 10**4 == int(exact * 10**4)


def tied(draw: Random, w: Decimal, of: Target) -> Decimal | None:
    """An actual whose points lie exactly between two cents, where the target has one that ends."""
    if not of.value or of.value <= 0 or not w:
        return None
    t, cents = Fraction(of.value), Fraction(w) * 100
    for _ in range(20):
        half = Fraction(2 * draw.randint(0, max(1, int(cents))) + 1, 2)
        made = [t * half / cents, t * cents / half, t * (2 - half / cents)]
        fitting = [one for one in made if ends(one)]
        if fitting:
            one = draw.choice(fitting)
            return Decimal(one.numerator) / Decimal(one.denominator)
    return None


def achieved(draw: Random, of: Target, w: Decimal) -> Outcome:
    if draw.randint(0, 14) == 0:
        return Outcome()
    if draw.randint(0, 24) == 0:
        return Outcome(state=State.NOT_APPLICABLE, reason="取消")
    match of.sense:
        case Sense.QUALITATIVE:
            band = draw.choice(list(Band))
            low, high = {Band.MET: (8000, 10000), Band.PARTLY: (6000, 7999), Band.UNMET: (0, 5999)}[band]
            share = Decimal(draw.randint(low, high)).scaleb(-2) if draw.randint(0, 5) else None
            return Outcome(Actual(band=band), share)
        case Sense.YES_NO:
            return Outcome(Actual(yes=draw.random() < 0.5))
        case Sense.BY_DATE:
            return Outcome(Actual(date=DAY + timedelta(days=draw.randint(-20, 60))))
    value = of.value or Decimal(0)
    choices = [
        tied(draw, w, of),
        tied(draw, w, of),
        value,
        of.upper,
        round_half_up(Fraction(value) * draw.randint(0, 300) / 100, draw.randint(0, 4)),
        round_half_up(Fraction(value) * Fraction(draw.choice([13, 12, 6, 9, 8]), 10), 4),
        figure(draw),
        -figure(draw, 2),
        Decimal(0),
    ]
    return Outcome(Actual(draw.choice([one for one in choices if one is not None]), of.unit))


def steps(draw: Random) -> StepTable | None:
    if draw.randint(0, 9):
        return None
    if draw.random() < 0.5:
        return StepTable(
            Sense.AT_LEAST, tuple((Decimal(a), Decimal(b)) for a, b in ((90, 3), (70, 2))), Decimal(3)
        )
    return StepTable(
        Sense.AT_MOST, tuple((Decimal(a), Decimal(b)) for a, b in ((5, 10), (50, 7))), Decimal(10)
    )


def weights(draw: Random, count: int, room: Decimal) -> list[Decimal | None]:
    """None declared, or cents that add up."""
    if draw.random() < 0.5:
        return [None] * count
    cuts = sorted(draw.sample(range(1, int(room * 100)), count - 1))
    edges = [0, *cuts, int(room * 100)]
    return [Decimal(b - a).scaleb(-2) for a, b in pairwise(edges)]


def amount(draw: Random) -> Decimal:
    return Decimal(draw.randint(1, 10 ** draw.randint(1, 8))).scaleb(-draw.randint(0, 6))


def money(draw: Random) -> Money:
    budget = amount(draw)
    spent = draw.choice(
        [budget, round_half_up(Fraction(budget) * draw.randint(0, 120) / 100, 6), amount(draw), Decimal(0)]
    )
    total, parts = Funds(budget), Funds(None, spent, draw.choice([None, Decimal("0.1")]), None)
    return Money(
        initial=draw.choice([Funds(), Funds(amount(draw))]),
        adjusted=draw.choice([total, total, Funds(None, budget, Decimal("0.3"), None), Funds()]),
        spent=draw.choice([Funds(spent), Funds(spent), parts, Funds()]),
    )


def case(seed: int, of: Rulebook) -> Case:
    """A department of one project."""
    draw = drawing(seed)
    count = draw.randint(2, 8)
    code = "P1"
    lines, outcomes, overrides = [], {}, {}
    given = weights(draw, count, 100 - of.execution.points.value)
    for number, weight in enumerate(given):
        level1, level2 = draw.choice(LEVELS)
        key = Key(code, "", level1, level2, f"{draw.choice(NAMES[:3])}", number + 1)
        one = target(draw)
        lines.append(Indicator(key, one, weight=weight, steps=steps(draw)))
        outcomes[key] = achieved(
            draw, one, weight or draw.choice([Decimal(10), Decimal("12.5"), Decimal("8.33")])
        )
        if draw.randint(0, 30) == 0:
            overrides[key] = Override(weight / 2 if weight else Decimal("0.5"), "核查")
    project = Project(code, "项目", budget=draw.choice([None, amount(draw)]), indicators=tuple(lines))
    department = Department("131001", "某单位", 2024, projects=(project,))
    done = ProjectOutcome(money(draw), completion=draw.choice(list(Completion)))
    adjusted = {key: AdjustedTarget(target(draw)) for key in outcomes if draw.randint(0, 30) == 0}
    before = {key: Outcome(adjusted=one) for key, one in adjusted.items()}
    after = {}
    for key, outcome in outcomes.items():
        of_line = adjusted[key].target if key in adjusted else None
        now = achieved(draw, of_line, Decimal(10)) if of_line else outcome
        after[key] = Outcome(now.actual, now.share, now.state, now.reason, adjusted=adjusted.get(key))
    blank = Dossier(department, of, Outcomes(before), overrides)
    filled = Dossier(department, of, Outcomes(after, {code: done}), overrides)
    return Case(blank, filled)
