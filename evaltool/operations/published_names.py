"""The names of columns and lines in tables that already carry scores, as offices print them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_NAMES = {
    "document": "document 文件 文件名 文件名称 文档 来源文件",
    "project": "project 项目 项目名称",
    "level1": "level1 一级指标 一级 指标类型",
    "level2": "level2 二级指标 二级",
    "indicator": "indicator 三级指标 三级",
    "name": "四级指标 指标名称 绩效指标 指标 指标内容 评价指标",
    "sign": "符号 指标性质 指标方向 运算符号 比较符号",
    "target": "target 指标值 年度指标值 预期指标值 年初指标值 年度目标值 全年目标值 目标值 年初目标值 "
    "绩效目标值 预期目标值 年度绩效指标值 计划值 标准值 预期值 计划指标值 指标目标值 调整后指标值 值",
    "unit": "度量单位 计量单位 指标单位 单位(文字描述)",
    "actual": "actual 实际完成值 全年实际值 全年完成值 全年实际完成值 实际值 完成值 实际完成指标值 "
    "年度完成值 单项指标实际完成值 实际完成情况 全年实际完成情况 指标完成值 自评完成值 年度实际完成值 "
    "完成指标值",
    "weight": "weight 分值 指标分值 权重 权重分值 指标权重 标准分 标准分值 满分 参考分值 分值权重",
    "score": "score 得分 自评得分 自评分 自评分值 单项指标得分 指标得分 实际得分 评价得分 最终得分 评分 "
    "得分值",
    "converted": "converted 折算得分 单项指标折算得分",
    "rate": "rate 执行率 预算执行率 预算执行进度 支出进度",
}
COLUMNS: Mapping[str, str] = MappingProxyType(
    {name: column for column, names in _NAMES.items() for name in names.split()}
)
"""Columns of a table of indicators."""

_MONEY_NAMES = {
    "initial": "年初预算数 年初预算",
    "target": "全年预算数 调整后预算数 调整预算数 预算数 全年预算 调整后预算 年度预算数 预算安排数",
    "actual": "全年执行数 执行数 预算执行数 全年执行 实际支出数 全年支出数 支出数 资金执行数",
    "weight": "分值 权重",
    "rate": "执行率 预算执行率 预算执行进度 支出进度",
    "score": "得分 自评得分",
}
MONEY_COLUMNS: Mapping[str, str] = MappingProxyType(
    {name: column for column, names in _MONEY_NAMES.items() for name in names.split()}
)
"""Columns of the lines of money that stand above the indicators of a form."""

PROJECT_LABELS = frozenset({"项目名称"})
EXECUTION = "预算执行率"
WHOLE_TOTAL = "总"
"""What the name of a whole table's total holds: 总分, 总计; 小计 and 合计 may stand in its middle."""
MONEY_LINE = re.compile(r"(?:.*(?:总额|合计|总计|资金|拨款|收入|结转|结余|支出|其他)[^一-鿿]*|其中.*)")
"""A line of money by its first words: 年度资金总额, 其中：当年财政拨款, 其他."""

SIGN = re.compile("[≥≤=<>]{1,2}|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过")
YEAR = re.compile(r"(20[0-9]{2})年")
