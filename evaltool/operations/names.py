"""The names of a table of actuals: headers, and lines that are money, people or texts and no indicators."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scoring.model import CHECKPOINT_MONTHS, OVERALL

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "project_code": "project",
        "项目编码": "project",
        "indicator": "name",
        "三级指标": "name",
        "actual": "actual",
        "实际完成值": "actual",
        "share": "share",
        "得分比例": "share",
        "reason": "reason",
        "偏差原因": "reason",
        "action": "action",
        "改进措施": "action",
        "evidence": "evidence",
        "佐证材料": "evidence",
        "level1": "level1",
        "一级指标": "level1",
        "level2": "level2",
        "二级指标": "level2",
        "objective": "objective",
        "所属目标": "objective",
    }
)

MONEY: Mapping[str, str] = MappingProxyType(
    {"年初预算数": "initial", "全年预算数": "adjusted", "资金到位数": "received", "全年执行数": "spent"}
)
SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "": "total",
        "年度资金总额": "total",
        "财政资金": "fiscal",
        "当年财政拨款": "fiscal",
        "上年结转": "carried",
        "上年结转资金": "carried",
        "其他": "other",
        "其他资金": "other",
    }
)
WHOLE_MONEY: Mapping[str, str] = MappingProxyType(
    {
        "基本支出预算数": "basic_budget",
        "基本支出执行数": "basic_spent",
        "项目支出预算数": "project_budget",
        "项目支出执行数": "project_spent",
    }
)
PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "主管部门": "people.authority",
        "填报人": "people.preparer",
        "联系电话": "people.phone",
        "审核人": "people.reviewer",
        "填报日期": "people.prepared_on",
    }
)
ACHIEVED = "年度总体目标"
EXECUTION = "预算执行率"
CHECKPOINTS = MappingProxyType({f"{month}月底": f"checkpoint.{month}" for month in CHECKPOINT_MONTHS})
NOT_APPLICABLE = "不适用"


def money_field(name: str, *, of_project: bool) -> str:
    """The field that a name of money stands for, such as 全年执行数：财政资金; empty where it is none."""
    if not of_project:
        return WHOLE_MONEY.get(name, "")
    kind, _, source = name.replace("：", ":").partition(":")
    if kind in MONEY and source in SOURCES:
        return f"money.{MONEY[kind]}.{SOURCES[source]}"
    return CHECKPOINTS.get(name, "")


def text_field(name: str, *, of_project: bool, titles: tuple[str, ...]) -> str:
    """The field that a name of a text stands for: 年度总体目标, an objective's title, the form's people."""
    if of_project:
        return "achieved" if name == ACHIEVED else ""
    if name in (ACHIEVED, OVERALL):
        return f"achieved:{OVERALL}"
    return f"achieved:{name}" if name in titles else PEOPLE.get(name, "")
