"""The words that columns are recognised by: a table that heads one otherwise needs a word and no code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from scoring.notation import normalise


class Column(StrEnum):
    """What a column of a table of indicators holds."""

    DOCUMENT = "document"
    CODE = "code"
    PROJECT = "project"
    UNIT_NAME = "unit_name"
    """The department or its unit, named in each row of a list."""
    BUDGET = "budget"
    OBJECTIVE = "objective"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    NAME = "indicator"
    DESCRIPTION = "description"
    NATURE = "nature"
    """正向 / 反向 / 定性, or the sign itself."""
    SIGN = "sign"
    TARGET = "target"
    BEST = "best"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    ADJUSTED = "adjusted"
    LATER = "later"
    """The value for the whole period, beside the year's."""
    UNIT = "unit"
    BASIS = "basis"
    GOAL = "goal"
    """A goal beside the indicator that judges it, with a value and an achieved value of its own."""
    GOAL_VALUE = "goal_value"
    GOAL_ACTUAL = "goal_actual"
    RULE = "rule"
    """How points are given; a score table may stand there."""
    ACTUAL = "actual"
    WEIGHT = "weight"
    SHARE = "share"
    """The weight in percent, beside or instead of points."""
    SCORE = "score"
    CONVERTED = "converted"
    RATE = "rate"
    REASON = "reason"
    ASIDE = "aside"
    """Known, and not read."""


class Money(StrEnum):
    """What a column of the table of money above the indicators holds."""

    INITIAL = "initial"
    ADJUSTED = "adjusted"
    RECEIVED = "received"
    SPENT = "spent"
    WEIGHT = "weight"
    RATE = "rate"
    SCORE = "score"


class Goal(StrEnum):
    """What a column of the table of objectives above the indicators holds."""

    EXPECTED = "expected"
    ACHIEVED = "achieved"
    ASIDE = "aside"


_COLUMNS: Mapping[Column, str] = {
    Column.DOCUMENT: "document 文件 文件名 文件名称 文档 来源文件",
    Column.CODE: "project_code 项目编码 项目代码",
    Column.PROJECT: "project 项目 项目名称",
    Column.UNIT_NAME: "项目单位 预算单位 单位名称",
    Column.BUDGET: "预算数 预算金额 项目预算",
    Column.OBJECTIVE: "年度绩效目标 绩效目标 项目绩效目标",
    Column.LEVEL1: "level1 一级指标 一级 指标类型 绩效指标分类 指标分类",
    Column.LEVEL2: "level2 二级指标 二级 评价内容",
    Column.NAME: "indicator 三级指标 三级 三级指标内容 三级指标名称 指标名称 绩效指标名称",
    Column.DESCRIPTION: "绩效指标描述 指标描述 指标说明 指标解释 绩效标准",
    Column.NATURE: "指标性质",
    Column.SIGN: "符号 指标方向 运算符号 比较符号 计算符号",
    Column.TARGET: "target 指标值 年度指标值 预期指标值 年初指标值 年度目标值 全年目标值 年初目标值 "
    "绩效目标值 绩效指标值 预期目标值 年度绩效指标值 计划值 标准值 预期值 计划指标值 指标目标值 值 "
    "当年预期实现值 指标值及单位 年度值 预算设定指标值",
    Column.BEST: "优",
    Column.GOOD: "良",
    Column.FAIR: "中",
    Column.POOR: "差",
    Column.ADJUSTED: "调整指标值 调整后指标值 调整后目标值",
    Column.LATER: "实施周期目标值 实施周期指标值 实施周期 实施期目标值 实施期指标值 中期指标值 中期目标值 "
    "中长期目标值 中长期指标值 总体指标值 中期 中长期 实施期",
    Column.UNIT: "unit 度量单位 计量单位 指标单位 单位(文字描述)",
    Column.BASIS: "指标值说明 指标值确定依据 确定依据 指标值依据 评价标准确定依据",
    Column.GOAL: "目标名称",
    Column.GOAL_ACTUAL: "目标完成值",
    Column.RULE: "评分规则 评分标准 评分细则 评分办法",
    Column.ACTUAL: "actual 实际完成值 全年实际值 全年完成值 全年实际完成值 实际值 完成值 实际完成指标值 "
    "年度完成值 单项指标实际完成值 实际完成情况 全年实际完成情况 指标完成值 自评完成值 年度实际完成值 "
    "完成指标值 评价指标值 项目完成指标值",
    Column.WEIGHT: "weight 分值 指标分值 权重 权重分值 指标权重 标准分 标准分值 满分 参考分值 分值权重",
    Column.SHARE: "权重占比",
    Column.SCORE: "score 得分 自评得分 自评分 自评分值 单项指标得分 指标得分 实际得分 评价得分 最终得分 评分 "
    "得分值",
    Column.CONVERTED: "converted 折算得分 单项指标折算得分",
    Column.RATE: "rate 执行率 预算执行率 预算执行进度 支出进度",
    Column.REASON: "reason 偏差原因分析及改进措施 未完成原因分析 未完成原因及拟采取的改进措施 "
    "未完成原因和改进措施 偏差原因分析 偏差原因 未完成原因 偏差原因及改进措施 未完成原因分析及改进措施 "
    "说明 偏差分析及改进措施",
    Column.ASIDE: "序号 是否核心指标 核心指标 得分系数 单项指标完成情况 完成情况 项目类别 "
    "单项指标得分(百分制) 指标完成率 完成率 指标类别",
}

_WEAK: Mapping[Column, str] = {
    Column.NAME: "四级指标 绩效指标 指标 指标内容 评价指标",
    Column.TARGET: "目标值 年度",
    Column.UNIT: "单位",
    Column.LEVEL1: "评价指标",
    Column.DESCRIPTION: "指标内容",
    Column.GOAL_VALUE: "目标值",
}
"""Words that mean this only where no other column does: 绩效指标 is also the title beside 三级指标."""

_MONEY: Mapping[Money, str] = {
    Money.INITIAL: "年初预算数 年初预算",
    Money.ADJUSTED: "全年预算数 调整后预算数 调整预算数 全年预算 调整后预算 预算安排数 预算安排情况 预算安排 "
    "全年(调整)预算数",
    Money.RECEIVED: "资金到位情况 资金到位数 到位数 资金到位",
    Money.SPENT: "全年执行数 执行数 预算执行数 全年执行 实际支出数 全年支出数 支出数 "
    "资金执行数 资金执行情况 资金执行",
    Money.WEIGHT: "分值 权重",
    Money.RATE: "执行率 预算执行率 预算执行进度 支出进度",
    Money.SCORE: "得分 自评得分",
}

_WEAK_MONEY: Mapping[Money, str] = {Money.ADJUSTED: "预算数 年度预算数"}

_GOALS: Mapping[Goal, str] = {
    Goal.EXPECTED: "预期目标 年初设定目标 年度预期目标 总体目标 年初目标 年度目标 设定目标 "
    "年初绩效目标 项目年度目标",
    Goal.ACHIEVED: "实际完成情况 年度总体目标完成情况综述 具体完成情况 全年实际完成情况 目标实际完成情况 "
    "年度总体目标完成情况 目标完成情况 年度目标完成情况 全年目标实际完成情况 实际完成目标",
}


_Role = TypeVar("_Role", bound=StrEnum)


def _by_word(table: Mapping[_Role, str]) -> Mapping[str, _Role]:
    return MappingProxyType({word: role for role, words in table.items() for word in words.split()})


COLUMN_OF = _by_word(_COLUMNS)
MONEY_OF = _by_word(_MONEY)
GOAL_OF = _by_word(_GOALS)
_WEAK_ONES = tuple((word, role) for role, words in _WEAK.items() for word in words.split())
_WEAK_MONIES = tuple((word, role) for role, words in _WEAK_MONEY.items() for word in words.split())

LONGEST_HEADER = 40
_IN_BRACKETS = re.compile(r"\([^()]*\)$")


def plain(text: str) -> str:
    """A header or label without white space, full-width forms, marks around it and a colon at its end."""
    return _names(text)[0] if len(text) <= LONGEST_HEADER else ""


def role_of(words: Mapping[str, _Role], text: str) -> _Role | None:
    """What a header says, with or without what stands in brackets at its end."""
    if len(text) > LONGEST_HEADER:
        return None
    said, bare = _names(text)
    return words.get(said) or words.get(bare)


@lru_cache(maxsize=1 << 12)
def _names(text: str) -> tuple[str, str]:
    """`plain`, and that without brackets at its end. Every row asks for each of its cells many times."""
    said = "".join(normalise(text).split()).lower().strip("*★").rstrip(":")
    return said, _IN_BRACKETS.sub("", said)


def columns_of(cells: Sequence[str], *, is_year_last: bool = False) -> list[Column | None]:
    """The role of each cell of a header; None where it names none, or one that stood before.

    A title merged down left of 一级指标 is no column. Points before the name belong to a level where others
    stand behind it. `is_year_last` says that the year's
    indicators stand behind those of the whole period.
    """
    said = [role_of(COLUMN_OF, cell) for cell in cells]
    level1 = said.index(Column.LEVEL1) if Column.LEVEL1 in said else 0
    columns = ["" if place < level1 and not said[place] else cell for place, cell in enumerate(cells)]
    roles = _resolved(columns, COLUMN_OF, _WEAK_ONES)
    name = roles.index(Column.NAME) if Column.NAME in roles else 0
    later = set(_OF_THE_YEAR) if is_year_last else set()
    for place, role in enumerate(said):
        first = roles.index(role) if role in roles else place
        if role and first < place and (role in later or (role is Column.WEIGHT and first < name)):
            roles[first], roles[place] = Column.ASIDE, role
    if Column.SCORE not in roles and Column.CONVERTED in roles:
        # Beside a score out of 100 the converted one is what the line earned.
        roles[roles.index(Column.CONVERTED)] = Column.SCORE
    return roles


_OF_THE_YEAR = (Column.LEVEL2, Column.NAME, Column.TARGET)


def monies_of(cells: Sequence[str]) -> list[Money | None]:
    """The kind of money of each cell of a header; None as above."""
    return _resolved(cells, MONEY_OF, _WEAK_MONIES)


def _resolved(
    cells: Sequence[str], strong: Mapping[str, _Role], weak: Sequence[tuple[str, _Role]]
) -> list[_Role | None]:
    roles: list[_Role | None] = []
    for cell in cells:
        role = role_of(strong, cell)
        roles.append(None if role in roles and role is not Column.ASIDE else role)
    names = [_names(cell) if len(cell) <= LONGEST_HEADER else () for cell in cells]
    for word, meant in weak:
        for place, said in enumerate(names):
            if word in said and roles[place] is None and meant not in roles:
                roles[place] = meant
    return roles


def is_column(cell: str) -> bool:
    """Whether a cell is the name of a column of indicators."""
    return role_of(COLUMN_OF, cell) is not None or any(word in _names(cell) for word, _role in _WEAK_ONES)


def named_twice(cells: Sequence[str]) -> Iterator[str]:
    """The known names of columns that stand a second time in a header, where only the first can be read."""
    said, roles = [plain(cell) for cell in cells], columns_of(cells)
    for place, name in enumerate(said):
        if (
            COLUMN_OF.get(name, Column.ASIDE) is not Column.ASIDE
            and name in said[:place]
            and not roles[place]
        ):
            yield cells[place]
