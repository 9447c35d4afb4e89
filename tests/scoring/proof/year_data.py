"""A generated year in plain dicts: 200 departments with 2,000 projects, the same every time.

A figure is text, what is not recorded is None. From these dicts both the dossiers for `scoring` and what the
second implementation reads are made, so that neither sees the other.
"""

from __future__ import annotations

from datetime import date, timedelta
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
START = date(2022, 1, 1)


def year(seed: int = 2022) -> list[dict[str, Any]]:
    """The departments, each with everything declared and recorded of it."""
    random = Random(seed)
    sizes = [random.randint(0, 2 * PROJECTS) for _ in range(DEPARTMENTS)]
    while (more := DEPARTMENTS * PROJECTS - sum(sizes)) != 0:
        i = random.randrange(DEPARTMENTS)
        sizes[i] = max(0, sizes[i] + (1 if more > 0 else -1))
    return [_department(random, i, size) for i, size in enumerate(sizes)]


def _department(random: Random, number: int, size: int) -> dict[str, Any]:
    objectives = [_objective(random, i) for i in range(random.choice((0, 1, 2, 2, 3, 4)))]
    gives = random.random() < 0.3
    for objective in objectives:
        objective["weight"] = _often(random, 0.95, _points(random)) if gives else None
    scored_so_far = random.random() < 0.85
    for line in (line for objective in objectives for line in objective["lines"]):
        if not scored_so_far:
            line["actual"] = line["share"] = None
    gives_means = random.random()
    projects = []
    for i in range(size):
        projects.append(_project(random, f"{number:03}-{i:02}"))
        if gives_means < 0.6:
            projects[-1]["mean_weight"] = _often(random, 0.99, str(random.choice((0, 1, 2, 2.5, 30))))
    if gives_means < 0.03 and projects:
        projects[0]["mean_weight"] = "-1"
    spent = random.random() < 0.8
    money = {
        name: _often(random, 0.97, _amount(random)) if spent else None
        for name in ("basic_budget", "basic_spent", "project_budget", "project_spent")
    }
    return {
        "code": f"{131000 + number}",
        "overall": [_clause(random, "总体绩效目标", i) for i in range(random.choice((0, 0, 1, 2)))],
        "overall_weight": _often(random, 0.05, "2"),
        "objectives": objectives,
        "projects": projects,
        "money": {name: "0" for name in money} if random.random() < 0.03 else money,
    }


def _objective(random: Random, number: int) -> dict[str, Any]:
    title = f"目标{number + 1}"
    lines = [_clause(random, title, i) for i in range(random.choice((0, 1, 1, 2, 3, 5)))]
    if random.random() < 0.25:
        for line in lines:
            line["declared_weight"] = _often(random, 0.97, _points(random))
    return {"title": title, "weight": None, "lines": lines}


def _clause(random: Random, objective: str, number: int) -> dict[str, Any]:
    return {**_line(random, "", "", f"第{number + 1}项"), "objective": objective}


def _project(random: Random, code: str) -> dict[str, Any]:
    """A project of one to twelve lines; most have settled weights and everything recorded."""
    levels = [level for level in tuple(LEVELS)[:3] if random.random() < 0.85]
    levels += [level for level in ("成本指标",) if random.random() < 0.3]
    levels += [level for level in ("管理指标",) if random.random() < 0.03]
    lines = []
    for level1 in levels:
        for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
            level2 = random.choice(LEVELS[level1])
            lines.append(_line(random, level1, level2, f"第{len(lines) + 1}项"))
    if random.random() < 0.15:
        random.shuffle(lines)
    if random.random() < 0.5:
        for line in lines:
            line["actual"] = line["actual"] or _actual(random, line["adjusted"] or line["target"])
            line["share"] = line["share"] or "85"
    _declare(random, lines)
    return {
        "code": code,
        "budget": _often(random, 0.9, _amount(random)),
        "lines": lines,
        "money": _money(random),
        "state": "not_applicable" if random.random() < 0.04 else "applies",
        "execution": "not_applicable" if random.random() < 0.08 else "applies",
        "weight_choice": random.choice(("", "no_execution", "scale")),
        "completion": random.choice(("", "finished", "unfinished")),
        "mean_weight": None,
    }


def _money(random: Random) -> dict[str, dict[str, str]]:
    """年初预算数, 全年预算数 and 全年执行数, each as a total, by source, or not at all."""
    budget = random.choice((_amount(random), _amount(random), _amount(random), "0"))
    rate = random.choice((0, 0.37, 0.5, 0.595, 0.6, 0.7, 0.75, 0.8, 0.9375, 0.98, 1, 1, 1, 1.2, random.random()))
    spent = str(round(float(budget) * rate, random.choice((2, 4, 6))))
    money = {"initial": _amount(random), "adjusted": budget, "spent": "-1" if random.random() < 0.01 else spent}
    return {kind: _funds(random, total) for kind, total in money.items() if random.random() < 0.95}


def _funds(random: Random, total: str) -> dict[str, str]:
    if random.random() < 0.7:
        return {"total": total}
    parts = {"fiscal": total, "carried": _amount(random), "other": "0.5"}
    return {source: part for source, part in parts.items() if source == "fiscal" or random.random() < 0.4}


def _declare(random: Random, lines: list[dict[str, Any]]) -> None:
    """Weights of a project: none, to 80, 90 or 100, to anything, with blanks, not positive, by a person."""
    if not lines or random.random() < 0.4:
        return
    whole = random.choice((90, 90, 90, 80, 80, 100, 100, 100, 95))
    cuts = sorted(random.sample(range(1, whole * 1000), len(lines) - 1))
    if random.random() < 0.7:
        cuts = sorted(random.sample(range(1, whole * 2), len(lines) - 1))
        cuts = [cut * 500 for cut in cuts]
    edges = [0, *cuts, whole * 1000]
    setter = random.choice(("declared_weight", "declared_weight", "declared_weight", "given_weight"))
    for line, low, high in zip(lines, edges, edges[1:], strict=False):
        line[setter] = f"{(high - low) // 1000}.{(high - low) % 1000:03}"
        if setter == "given_weight":
            line["declared_weight"] = _often(random, 0.5, "10")
    odd = random.random()
    if odd < 0.06:
        random.choice(lines)[setter] = None
    elif odd < 0.09:
        random.choice(lines)[setter] = random.choice(("0", "-5"))


def _line(random: Random, level1: str, level2: str, number: str) -> dict[str, Any]:
    name = number + random.choice(NAMES)
    sense = random.choice(SENSES)
    target = _target(random, sense)
    if name.endswith("成本控制率") and random.random() < 0.6:
        target = _around(random)
    if level1 == "满意度指标" and random.random() < 0.7:
        target = {**BLANK, "sense": "at_least", "value": random.choice(("80", "90", "95")), "unit": "%"}
    adjusted = _target(random, sense) if random.random() < 0.06 else None
    actual = _actual(random, adjusted or target) if random.random() < 0.93 else None
    return {
        "level1": level1,
        "level2": level2,
        "objective": "",
        "name": name,
        "target": target,
        "adjusted": adjusted,
        "declared_weight": None,
        "given_weight": None,
        "steps": random.choice(TABLES) if random.random() < 0.06 else None,
        "own_steps": random.choice(TABLES) if random.random() < 0.03 else None,
        "actual": actual,
        "share": _often(random, 0.9, _share(random, actual)),
        "state": "not_applicable" if random.random() < 0.05 else "applies",
        "override": _override(random) if random.random() < 0.06 else None,
    }


BLANK: dict[str, Any] = dict.fromkeys(("value", "upper", "nominal", "date"), None) | {"unit": ""}
SENSES = (
    *("at_least", "at_least", "at_least", "at_most", "at_most", "equal", "above", "below"),
    *("between", "around", "by_date", "yes_no", "qualitative", "qualitative", "unread"),
)


def _target(random: Random, sense: str) -> dict[str, Any]:
    """A declared target of a sense; a few of 0, below 0, or without what the sense needs."""
    unit = random.choice(random.choice(LIKE_UNITS))
    if sense == "unread" and random.random() < 0.7:
        sense = "at_least"
    if sense == "around":
        return _around(random)
    if sense == "by_date":
        day = _often(random, 0.98, _day(random))
        return {**BLANK, "sense": sense, "date": day}
    if sense in ("yes_no", "qualitative", "unread"):
        return {**BLANK, "sense": sense}
    value = random.choice(("100", "95", "4", "8", "12.5", "0.8", "143", f"{random.randint(1, 99999) / 100}"))
    odd = random.random()
    if odd < 0.08:
        value = "0" if odd < 0.06 else "-3"
    upper = None
    if sense == "between":
        upper = str(round(abs(float(value)) * 1.25 + random.choice((0, 1)), 4))
    return {**BLANK, "sense": sense, "value": _often(random, 0.99, value), "upper": upper, "unit": unit}


def _around(random: Random) -> dict[str, Any]:
    """A target with ±."""
    nominal, margin = random.choice((0, 0, 50, 100)), random.choice((5, 10))
    ends = {"value": str(nominal - margin), "upper": str(nominal + margin)}
    named = str(nominal) if random.random() < 0.8 else None
    return {**BLANK, "sense": "between", **ends, "nominal": named, "unit": "%"}


def _actual(random: Random, target: dict[str, Any]) -> dict[str, Any]:
    """What was achieved: mostly an answer to the target, in its unit or one like it; now and then not."""
    actual: dict[str, Any] = dict.fromkeys(("value", "date", "yes", "band"), None) | {"unit": ""}
    kind = target["sense"]
    if random.random() < 0.015:
        kind = random.choice(("at_least", "by_date", "yes_no", "qualitative"))
    if kind == "by_date":
        word = random.random() < 0.1
        return actual | ({"yes": random.random() < 0.7} if word else {"date": _day(random)})
    if kind == "yes_no":
        return actual | {"yes": random.random() < 0.8}
    if kind == "qualitative":
        return actual | {"band": random.choice(("met", "met", "met", "partly", "unmet"))}
    around = target["nominal"] or target["value"] or "10"
    ratios = (0, 0.3, 0.5, 0.595, 0.6, 0.75, 0.8125, 0.96, 1, 1, 1, 1.05, 1.2, 1.3, 1.5, 2, 5, -0.5)
    value = float(around) * random.choice((*ratios, random.random() * 2))
    if float(around) == 0:
        value = random.choice((0, 0, 3, 9.5, 12, 17, -1, 25))
    return actual | {"value": f"{round(value, random.choice((1, 3, 5)))}", **_unit(random, target["unit"])}


def _unit(random: Random, unit: str) -> dict[str, str]:
    """No unit (the target's), one like the target's, or another one."""
    luck = random.random()
    if luck < 0.6:
        return {"unit": ""}
    if luck < 0.97:
        return {"unit": next(random.choice(units) for units in LIKE_UNITS if unit in units)}
    return {"unit": random.choice(OTHER_UNITS)}


def _share(random: Random, actual: dict[str, Any] | None) -> str | None:
    """A share inside the band, or now and then outside of it."""
    if not actual or not actual["band"]:
        return None
    low, high = {"met": (80, 100), "partly": (60, 79), "unmet": (0, 59)}[actual["band"]]
    inside = random.choice((str(low), str(high), f"{random.randint(low * 100, high * 100) / 100}"))
    return inside if random.random() < 0.96 else random.choice(("80", "100", "60", "79.99", "120"))


def _override(random: Random) -> dict[str, str]:
    score = f"{random.randint(0, 20000) / 1000}"
    return {"score": score, "reason": random.choice(("核查后调整", "核查后调整", "核查后调整", " "))}


def _points(random: Random) -> str:
    return random.choice(("10", "20", "12.5", "7", "0.333", "0"))


def _amount(random: Random) -> str:
    return random.choice(("143", "43.2", "1000", f"{random.randint(1, 10**7) / 100}"))


def _day(random: Random) -> str:
    return (START + timedelta(days=random.choice((150, 160, 180, 181, 334, 364)))).isoformat()


def _often(random: Random, chance: float, value: str | None) -> str | None:
    """The value, or None where luck has it."""
    return value if random.random() < chance else None
