"""A generated year in plain dicts: 200 departments with 2,000 projects, the same every time.

A figure is text, what is not recorded is None. From these dicts both the dossiers for `scoring` and what the
second implementation reads are made, so that neither sees the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from year_lines import Luck, line_of, often

DEPARTMENTS = 200
PROJECTS = 10
"""Of each department on average: as many as make 2,000."""

LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("社会效益指标", "经济效益指标", "可持续影响指标", "服务对象满意度指标"),
    "满意度指标": ("服务对象满意度指标",),
    "成本指标": ("经济成本指标", "社会成本指标"),
    "管理指标": ("制度指标",),
}
RATES = ("0", "0.37", "0.5", "0.595", "0.6", "0.7", "0.75", "0.8", "0.9375", "0.98", "1", "1", "1", "1.2")
"""Rates at the limits that rulebooks name, beside any other."""


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
        objective["weight"] = often(luck, 0.95, _points(luck)) if gives else None
    if luck.slips(0.2):
        for line in (line for objective in objectives for line in objective["lines"]):
            line["actual"] = line["share"] = None
    gives_means = luck.random()
    projects = []
    for i in range(size):
        projects.append(_project(luck, f"{number:03}-{i:02}", whole))
        if gives_means < 0.6:
            projects[-1]["mean_weight"] = often(luck, 0.99, luck.choice(("0", "1", "2", "2.5", "30")))
    if gives_means < 0.03 and projects:
        projects[0]["mean_weight"] = "-1"
    is_known = not luck.slips(0.25)
    money = {
        name: often(luck, 0.97, _amount(luck)) if is_known else None
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
            line["declared_weight"] = often(luck, 0.97, _points(luck))
    return {"title": title, "weight": None, "lines": lines}


def _clause(luck: Luck, objective: str, number: int) -> dict[str, Any]:
    return {**line_of(luck, "", "", f"第{number + 1}项"), "objective": objective}


def _project(luck: Luck, code: str, whole: int) -> dict[str, Any]:
    """A project of one to twelve lines; most have settled weights and everything recorded."""
    levels = [level for level in tuple(LEVELS)[:3] if luck.random() < 0.85]
    levels += [level for level in ("成本指标",) if luck.random() < 0.3]
    levels += [level for level in ("管理指标",) if luck.slips(0.05)]
    lines: list[dict[str, Any]] = []
    for level1 in levels:
        for _ in range(luck.choice((1, 1, 2, 2, 3, 4))):
            level2 = luck.choice(LEVELS[level1])
            lines.append(line_of(luck, level1, level2, f"第{len(lines) + 1}项"))
    if luck.random() < 0.15:
        luck.shuffle(lines)
    _declare(luck, lines, whole)
    return {
        "code": code,
        "budget": often(luck, 0.9, _amount(luck)),
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


def _points(luck: Luck) -> str:
    return luck.choice(("10", "20", "12.5", "7", "0.333", "0"))


def _amount(luck: Luck) -> str:
    return luck.choice(("143", "43.2", "1000", f"{luck.randint(1, 10**7) / 100}"))
