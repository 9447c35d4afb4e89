"""A generated year in plain dicts: 200 departments with 2,000 projects, the same every time.

A figure is text, what is not recorded is None. From these dicts both the dossiers for `scoring` and what the
second implementation reads are made, so that neither sees the other.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

DEPARTMENTS = 200
PROJECTS = 10
"""Of each department on average: as many as make 2,000."""

LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("社会效益指标", "经济效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
    "成本指标": ("经济成本指标", "社会成本指标"),
    "管理指标": ("制度指标",),
}
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
RATES = ("0", "0.37", "0.5", "0.595", "0.6", "0.7", "0.75", "0.8", "0.9375", "0.98", "1", "1", "1", "1.2")
RATIOS = ("0", "0.3", "0.5", "0.595", "0.6", "0.75", "0.8125", "0.96", "1", "1", "1", "1.05", "1.2", "1.3")
FAR = ("1.5", "2", "5", "-0.5")
"""Rates and ratios at the limits that rulebooks name, beside any other."""

START = date(2022, 1, 1)


class Luck(Random):
    """Chance, with and without slips: of a careful department everything is recorded and can be read."""

    careful = False

    def slips(self, chance: float) -> bool:
        return self.random() < chance and not self.careful


def year(seed: int = 2022) -> list[dict[str, Any]]:
    """The departments, each with everything declared and recorded of it."""
    luck = Luck(seed)
    sizes = [luck.randint(0, 2 * PROJECTS) for _ in range(DEPARTMENTS)]
    while (more := DEPARTMENTS * PROJECTS - sum(sizes)) != 0:
        i = luck.randrange(DEPARTMENTS)
        sizes[i] = max(0, sizes[i] + (1 if more > 0 else -1))
    return [_department(luck, i, size) for i, size in enumerate(sizes)]


def _department(luck: Luck, number: int, size: int) -> dict[str, Any]:
    luck.careful = number % 5 < 2
    whole = luck.choice((0, 80, 90, 100))
    objectives = [_objective(luck, i) for i in range(luck.choice((0, 1, 2, 2, 3, 4)))]
    gives = luck.random() < 0.3
    for objective in objectives:
        objective["weight"] = _often(luck, 0.95, _points(luck)) if gives else None
    if luck.slips(0.2):
        for line in (line for objective in objectives for line in objective["lines"]):
            line["actual"] = line["share"] = None
    gives_means = luck.random()
    projects = []
    for i in range(size):
        projects.append(_project(luck, f"{number:03}-{i:02}", whole))
        if gives_means < 0.6:
            projects[-1]["mean_weight"] = _often(luck, 0.99, luck.choice(("0", "1", "2", "2.5", "30")))
    if gives_means < 0.03 and projects:
        projects[0]["mean_weight"] = "-1"
    is_known = not luck.slips(0.25)
    money = {
        name: _often(luck, 0.97, _amount(luck)) if is_known else None
        for name in ("basic_budget", "basic_spent", "project_budget", "project_spent")
    }
    return {
        "code": f"{131000 + number}",
        "overall": [_clause(luck, "总体绩效目标", i) for i in range(luck.choice((0, 0, 1, 2)))],
        "overall_weight": luck.choice((None, None, None, "2")),
        "objectives": objectives,
        "projects": projects,
        "money": dict.fromkeys(money, "0") if luck.slips(0.04) else money,
    }


def _objective(luck: Luck, number: int) -> dict[str, Any]:
    title = f"目标{number + 1}"
    lines = [_clause(luck, title, i) for i in range(luck.choice((0, 1, 1, 2, 3, 5)))]
    if luck.random() < 0.25:
        for line in lines:
            line["declared_weight"] = _often(luck, 0.97, _points(luck))
    return {"title": title, "weight": None, "lines": lines}


def _clause(luck: Luck, objective: str, number: int) -> dict[str, Any]:
    return {**_line(luck, "", "", f"第{number + 1}项"), "objective": objective}


def _project(luck: Luck, code: str, whole: int) -> dict[str, Any]:
    """A project of one to twelve lines; most have settled weights and everything recorded."""
    levels = [level for level in tuple(LEVELS)[:3] if luck.random() < 0.85]
    levels += [level for level in ("成本指标",) if luck.random() < 0.3]
    levels += [level for level in ("管理指标",) if luck.slips(0.05)]
    lines: list[dict[str, Any]] = []
    for level1 in levels:
        for _ in range(luck.choice((1, 1, 2, 2, 3, 4))):
            level2 = luck.choice(LEVELS[level1])
            lines.append(_line(luck, level1, level2, f"第{len(lines) + 1}项"))
    if luck.random() < 0.15:
        luck.shuffle(lines)
    _declare(luck, lines, whole)
    return {
        "code": code,
        "budget": _often(luck, 0.9, _amount(luck)),
        "lines": lines,
        "money": _money(luck),
        "state": "not_applicable" if luck.random() < 0.04 else "applies",
        "execution": "not_applicable" if luck.random() < 0.08 else "applies",
        "weight_choice": luck.choice(("", "no_execution", "scale")),
        "completion": luck.choice(("", "finished", "unfinished")),
        "mean_weight": None,
    }


def _money(luck: Luck) -> dict[str, dict[str, str]]:
    """年初预算数, 全年预算数 and 全年执行数, each as a total, by source, or not at all."""
    budget = "0" if luck.slips(0.2) else _amount(luck)
    budget = "-20" if luck.slips(0.02) else budget
    rate = Decimal(luck.choice((*RATES, f"{luck.random():.4f}")))
    spent = str(round(Decimal(budget) * rate, luck.choice((2, 4, 6))))
    money = {
        "initial": luck.choice((budget, _amount(luck))),
        "adjusted": budget,
        "spent": "-1" if luck.slips(0.01) else spent,
    }
    return {kind: _funds(luck, total) for kind, total in money.items() if not luck.slips(0.05)}


def _funds(luck: Luck, total: str) -> dict[str, str]:
    if luck.random() < 0.7:
        return {"total": total}
    parts = {"fiscal": total, "carried": _amount(luck), "other": "0.5"}
    return {source: part for source, part in parts.items() if source == "fiscal" or luck.random() < 0.4}


def _declare(luck: Luck, lines: list[dict[str, Any]], whole: int) -> None:
    """Weights of a project: none, to 80, 90 or 100, to anything, with blanks, not positive, by a person."""
    whole = whole if luck.careful else luck.choice((0, 0, 0, 80, 90, 90, 95, 100, 100))
    if not lines or not whole:
        return
    cuts = sorted(luck.sample(range(1, whole * 1000), len(lines) - 1))
    if luck.random() < 0.7:
        cuts = sorted(luck.sample(range(1, whole * 2), len(lines) - 1))
        cuts = [cut * 500 for cut in cuts]
    edges = [0, *cuts, whole * 1000]
    setter = luck.choice(("declared_weight", "declared_weight", "declared_weight", "given_weight"))
    for line, low, high in zip(lines, edges, edges[1:], strict=False):
        line[setter] = f"{(high - low) // 1000}.{(high - low) % 1000:03}"
        if setter == "given_weight":
            line["declared_weight"] = luck.choice((None, "10"))
    if luck.slips(0.06):
        luck.choice(lines)[setter] = None
    elif luck.slips(0.03):
        luck.choice(lines)[setter] = luck.choice(("0", "-5"))


def _line(luck: Luck, level1: str, level2: str, number: str) -> dict[str, Any]:
    name = number + luck.choice(NAMES)
    sense = luck.choice(SENSES)
    target = _target(luck, sense)
    if name.endswith("成本控制率") and luck.random() < 0.6:
        target = _around(luck)
    if level1 == "满意度指标" and luck.random() < 0.7:
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
        "share": _often(luck, 0.9, _share(luck, actual)),
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
        day = _often(luck, 0.98, _day(luck))
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
    return {**BLANK, "sense": sense, "value": _often(luck, 0.99, value), "upper": upper, "unit": unit}


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


def _points(luck: Luck) -> str:
    return luck.choice(("10", "20", "12.5", "7", "0.333", "0"))


def _amount(luck: Luck) -> str:
    return luck.choice(("143", "43.2", "1000", f"{luck.randint(1, 10**7) / 100}"))


def _day(luck: Luck) -> str:
    return (START + timedelta(days=luck.choice((150, 160, 180, 181, 334, 364)))).isoformat()


def _often(luck: Luck, chance: float, value: str | None) -> str | None:
    """The value, or None where luck has it."""
    return value if luck.careful or luck.random() < chance else None
