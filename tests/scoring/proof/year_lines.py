"""Indicators of the generated year, in plain dicts: targets of every sense, and what was achieved of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

NAMES = ("培训次数", "完成率", "成本控制率", "满意度", "及时率", "采购数量", "受益人数", "单位成本")
LIKE_UNITS = (
    ("元", "千元", "万元", "亿元"),
    ("%", "‰"),
    ("分钟", "小时", "天"),
    ("米", "公里"),
    ("亩", "公顷"),
    ("季度", "年"),
    ("人", "名", "万人"),
    ("元/户", "万元/户"),
    ("次",),
    ("",),
)
OTHER_UNITS = ("场", "%", "万元", "")
TABLES = (
    {"sense": "at_least", "limits": [["70", "3"], ["65", "1"]], "full": "3"},
    {"sense": "at_least", "limits": [["100", "100"], ["80", "62.5"], ["0", "12.5"]], "full": "100"},
    {"sense": "at_most", "limits": [["10", "5"], ["15", "3"], ["20", "1"]], "full": "5"},
)
RATIOS = ("0", "0.3", "0.5", "0.595", "0.6", "0.75", "0.8125", "0.96", "1", "1", "1", "1.05", "1.2", "1.3")
FAR = ("1.5", "2", "5", "-0.5")
"""Rates and ratios at the limits that rulebooks name, beside any other."""

START = date(2022, 1, 1)


class Luck(Random):
    """Chance, with and without slips: of a careful department everything is recorded and can be read."""

    careful = False

    def slips(self, chance: float) -> bool:
        return self.random() < chance and not self.careful


def line_of(luck: Luck, level1: str, level2: str, number: str) -> dict[str, Any]:
    name = number + luck.choice(NAMES)
    sense = luck.choice(SENSES)
    target = _target(luck, sense)
    if name.endswith("成本控制率") and luck.random() < 0.6:
        target = _around(luck)
    if "满意度指标" in level2 and luck.random() < 0.7:
        target = {**BLANK, "sense": "at_least", "value": luck.choice(("80", "90", "95")), "unit": "%"}
    adjusted = _target(luck, sense) if luck.random() < 0.06 else None
    actual = _actual(luck, adjusted or target) if not luck.slips(0.07) else None
    return {
        "level1": level1,
        "level2": level2,
        "objective": "",
        "name": name,
        "target": target,
        "adjusted": adjusted,
        "declared_weight": None,
        "given_weight": None,
        "steps": luck.choice(TABLES) if luck.random() < 0.06 else None,
        "own_steps": luck.choice(TABLES) if luck.random() < 0.03 else None,
        "actual": actual,
        "share": often(luck, 0.9, _share(luck, actual)),
        "state": "not_applicable" if luck.random() < 0.05 else "applies",
        "override": _override(luck) if luck.random() < 0.06 else None,
    }


BLANK: dict[str, Any] = dict.fromkeys(("value", "upper", "nominal", "date"), None) | {"unit": ""}
SENSES = (
    *("at_least", "at_least", "at_least", "at_most", "at_most", "equal", "above", "below"),
    *("between", "around", "by_date", "yes_no", "qualitative", "qualitative", "unread"),
)


def _target(luck: Luck, sense: str) -> dict[str, Any]:
    """A declared target of a sense; a few of 0, below 0, or without what the sense needs."""
    unit = luck.choice(luck.choice(LIKE_UNITS))
    if sense == "unread" and not luck.slips(0.4):
        sense = "at_least"
    if sense == "around":
        return _around(luck)
    if sense == "by_date":
        day = often(luck, 0.98, _day(luck))
        return {**BLANK, "sense": sense, "date": day}
    if sense in ("yes_no", "qualitative", "unread"):
        return {**BLANK, "sense": sense}
    value = luck.choice(("100", "95", "4", "8", "12.5", "0.8", "143", f"{luck.randint(1, 99999) / 100}"))
    odd = luck.random()
    if odd < 0.08:
        value = "0" if odd < 0.06 or luck.careful else "-3"
    upper = None
    if sense == "between":
        upper = str(abs(Decimal(value)) * Decimal("1.25") + luck.choice((0, 1)))
    return {**BLANK, "sense": sense, "value": often(luck, 0.99, value), "upper": upper, "unit": unit}


def _around(luck: Luck) -> dict[str, Any]:
    """A target with ±."""
    nominal, margin = luck.choice((0, 0, 50, 100)), luck.choice((5, 10))
    ends = {"value": str(nominal - margin), "upper": str(nominal + margin)}
    named = str(nominal) if luck.random() < 0.8 else None
    return {**BLANK, "sense": "between", **ends, "nominal": named, "unit": "%"}


def _actual(luck: Luck, target: dict[str, Any]) -> dict[str, Any]:
    """What was achieved: mostly an answer to the target, in its unit or one like it; now and then not."""
    actual: dict[str, Any] = dict.fromkeys(("value", "date", "yes", "band"), None) | {"unit": ""}
    kind = target["sense"]
    if luck.slips(0.02):
        kind = luck.choice(("at_least", "by_date", "yes_no", "qualitative"))
    if kind == "by_date":
        word = luck.random() < 0.1
        return actual | ({"yes": luck.random() < 0.7} if word else {"date": _day(luck)})
    if kind == "yes_no":
        return actual | {"yes": luck.random() < 0.8}
    if kind == "qualitative":
        return actual | {"band": luck.choice(("met", "met", "met", "partly", "unmet"))}
    around = target["nominal"] or target["value"] or "10"
    value = Decimal(around) * Decimal(luck.choice((*RATIOS, *FAR, f"{luck.random() * 2:.4f}")))
    if not value:
        value = Decimal(luck.choice(("0", "0", "3", "9.5", "12", "17", "-1", "25")))
    return actual | {"value": f"{round(value, luck.choice((1, 3, 5)))}", **_unit(luck, target["unit"])}


def _unit(luck: Luck, unit: str) -> dict[str, str]:
    """No unit (the target's), one like the target's, or another one."""
    of = luck.random()
    if of < 0.6:
        return {"unit": ""}
    if of < 0.97 or luck.careful:
        return {"unit": next(luck.choice(units) for units in LIKE_UNITS if unit in units)}
    return {"unit": luck.choice(OTHER_UNITS)}


def _share(luck: Luck, actual: dict[str, Any] | None) -> str | None:
    """A share inside the band, or now and then outside of it."""
    if not actual or not actual["band"]:
        return None
    low, high = {"met": (80, 100), "partly": (60, 79), "unmet": (0, 59)}[actual["band"]]
    inside = luck.choice((str(low), str(high), f"{luck.randint(low * 100, high * 100) / 100}"))
    return luck.choice(("80", "100", "60", "79.99", "120")) if luck.slips(0.05) else inside


def _override(luck: Luck) -> dict[str, str]:
    score = luck.choice(("0", "10", "12.5", "15", "25", "30", f"{luck.randint(0, 20000) / 1000}"))
    return {"score": score, "reason": luck.choice(("核查后调整", "核查后调整", "核查后调整", " "))}


def _day(luck: Luck) -> str:
    return (START + timedelta(days=luck.choice((150, 160, 180, 181, 334, 364)))).isoformat()


def often(luck: Luck, chance: float, value: str | None) -> str | None:
    """The value, or None where luck has it."""
    return value if luck.careful or luck.random() < chance else None
