"""The names of a table of actuals: headers, and lines that are money, people or texts and no indicators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from scoring.model import CHECKPOINT_MONTHS, OVERALL, Completion, State, WeightChoice
from scoring.notation import normalise

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
        "ordinal": "ordinal",
        "同名序号": "ordinal",
        "adjusted": "adjusted",
        "调整后指标值": "adjusted",
        "approval": "approval",
        "批准文号": "approval",
        "override": "override",
        "人工评分": "override",
        "override_reason": "override_reason",
        "评分理由": "override_reason",
        "steps": "steps",
        "评分标准": "steps",
        "weight": "weight",
        "分值": "weight",
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
OBJECTIVE_WEIGHT = "目标权重"
POINTS = "分"
SEMICOLONS = ";；"
NOT_APPLICABLE = "不适用"
STATES = MappingProxyType({"适用": State.APPLIES, NOT_APPLICABLE: State.NOT_APPLICABLE})
CHOICES: Mapping[str, Mapping[str, Completion | State | WeightChoice]] = MappingProxyType(
    {
        "completion": MappingProxyType({"已完成": Completion.FINISHED, "未完成": Completion.UNFINISHED}),
        "weight_choice": MappingProxyType(
            {"不另计预算执行率": WeightChoice.NO_EXECUTION, "折算": WeightChoice.SCALE}
        ),
        "state": STATES,
        "execution": STATES,
    }
)
"""Fields that hold one of a few words, and the words in the order of the digits that choose them."""

CHECKPOINTS = MappingProxyType({f"{month}月底": f"checkpoint.{month}" for month in CHECKPOINT_MONTHS})
MAY_NOT_APPLY = ("state", "execution")
"""Fields of a project that hold nothing but whether it, or its execution rate, counts at all."""

_OF_PROJECT = MappingProxyType(
    {
        "": "state",
        EXECUTION: "execution",
        ACHIEVED: "achieved",
        "项目完成情况": "completion",
        "部门加权权重": "mean_weight",
        "分值合计为100时": "weight_choice",
        **CHECKPOINTS,
    }
)
_OF_DEPARTMENT = MappingProxyType(
    {
        ACHIEVED: f"achieved:{OVERALL}",
        OVERALL: f"achieved:{OVERALL}",
        "部门完成情况": "completion",
        **WHOLE_MONEY,
        **PEOPLE,
    }
)


def plain(text: str) -> str:
    """A name for comparing: full-width forms, lookalike signs and spaces do not make it another one."""
    return normalise(text).replace(" ", "")


def field_of(name: str, titles: Sequence[str], *, of_project: bool) -> str:
    """The field that the name of a line stands for, such as 全年执行数：财政资金; empty where it is none."""
    said = plain(name)
    if not of_project:
        title = next((title for title in titles if plain(title) == said), "")
        return _OF_DEPARTMENT.get(said, "") or (f"achieved:{title}" if title else "")
    kind, _, source = said.partition(":")
    if kind in MONEY and source in SOURCES:
        return f"money.{MONEY[kind]}.{SOURCES[source]}"
    return _OF_PROJECT.get(said, "")


def known(titles: Sequence[str], *, of_project: bool) -> tuple[str, ...]:
    """The names of lines that are no indicators."""
    return (
        (*MONEY, *filter(None, _OF_PROJECT)) if of_project else (*_OF_DEPARTMENT, OBJECTIVE_WEIGHT, *titles)
    )


def is_line(text: str) -> bool:
    """Whether a text is the name of a line of money, people or the like, wherever it stands."""
    said = plain(text)
    is_known = any(field_of(said, (), of_project=of_project) for of_project in (True, False))
    return bool(said) and (said == OBJECTIVE_WEIGHT or is_known)


def is_objective(said: str, title: str) -> bool:
    """Whether a row's objective is the one of this title: （二）, or any part of the title, will do."""
    return not said or plain(said) in plain(title) or (title == OVERALL and said in (ACHIEVED, "总体目标"))


def is_not_applicable(text: str) -> bool:
    """Whether a cell says that its line does not count: 不适用."""
    return normalise(text) == NOT_APPLICABLE
