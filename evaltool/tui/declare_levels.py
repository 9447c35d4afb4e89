"""The official names of first and second levels, chosen by a digit: digits pass through any input method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from scoring.model import Indicator
from scoring.rulebook import Rulebook

SECOND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
        "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
        "满意度指标": ("服务对象满意度指标",),
        "成本指标": ("经济成本指标", "社会成本指标", "生态环境成本指标"),
    }
)
"""Second levels by their first, as the forms print them: names of the field, not words of the screen."""


def offered(field: str, line: Indicator, rulebook: Rulebook) -> Sequence[str]:
    """What may stand in a level of an indicator: the rulebook's first levels, or those below its own."""
    if field == "level2":
        return SECOND.get(line.level1, ())
    known = {level for family in rulebook.weights.levels.value for level in family}
    usual = [level for level in SECOND if level in known]
    return [*usual, *sorted(known.difference(usual))]


def chosen(field: str, line: Indicator, rulebook: Rulebook, text: str) -> str:
    """The level that a digit stands for, or the text itself."""
    names = {str(digit): name for digit, name in enumerate(offered(field, line, rulebook), start=1)}
    return names.get(text.strip(), text)
