"""The catalogue of checks in words: what each group looks at, where a check comes from, what it would say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_, _
from evaltool.wording.findings import SENTENCES
from scoring.catalogue import Origin

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "text": N_("指标值、实际完成值和金额的判读"),
        "document": N_("绩效文本"),
        "table": N_("绩效文本中的表格"),
        "weights": N_("分值"),
        "line": N_("单项指标的评分"),
        "department": N_("部门得分"),
        "rulebook": N_("评分规则"),
        "execution": N_("预算执行率"),
        "declaration": N_("绩效目标的申报"),
        "actuals": N_("实际完成值表"),
        "outcome": N_("完成情况和得分"),
        "form": N_("收回的填报表"),
        "evidence": N_("佐证文件"),
        "recheck": N_("复核"),
    }
)

ORIGINS: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.NATIONAL: N_("财预〔2020〕10号"),
        Origin.REVIEW: N_("财政复核常见检查"),
        Origin.SAVING: N_("一体化系统保存校验"),
        Origin.WARNING: N_("一体化系统预警提示"),
        Origin.LOCAL: N_("地方表格的要求"),
        Origin.OWN: N_("本工具约定"),
    }
)


def group(code: str) -> str:
    """What a group of checks looks at."""
    return _(GROUPS.get(code, code))


def origin(code: Origin) -> str:
    """Where a check comes from."""
    return _(ORIGINS[code])


def templates(code: str) -> tuple[str, str]:
    """The sentence of a check and what it suggests, with {names} where its facts go."""
    message, advice = SENTENCES.get(code, (code, ""))
    return _(message), _(advice) if advice else ""
