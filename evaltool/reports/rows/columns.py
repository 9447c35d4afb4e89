"""The columns of a row: names for programs and headings for people. They are a promise: README lists them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "department_code": "部门编码",
        "department": "部门（单位）名称",
        "year": "年度",
        "project_code": "项目编码",
        "project": "项目名称",
        "kind": "行类别",
        "objective": "所属目标",
        "level1": "一级指标",
        "level2": "二级指标",
        "indicator": "三级指标",
        "ordinal": "同名序号",
        "declared_target": "申报指标值",
        "target": "指标值",
        "sense": "方向",
        "target_value": "指标数值",
        "target_upper": "指标上限",
        "target_date": "指标日期",
        "target_unit": "指标单位",
        "actual": "实际完成值",
        "actual_value": "完成数值",
        "actual_date": "完成日期",
        "actual_unit": "完成单位",
        "band": "定性档次",
        "share": "得分比例",
        "status": "状态",
        "attainment": "完成率",
        "weight": "分值",
        "score": "得分",
        "low": "最低可能得分",
        "high": "最高可能得分",
        "computed": "计算得分",
        "override_reason": "人工评分理由",
        "override_by": "人工评分人",
        "reason": "偏差原因",
        "action": "改进措施",
        "evidence": "佐证材料",
        "rule": "计分方法",
        "clauses": "评分条款",
        "project_score": "项目总分",
        "project_grade": "项目等级",
        "department_score": "部门得分",
        "department_grade": "部门等级",
        "headline": "部门得分口径",
        "rulebook": "评分规则",
        "rulebook_version": "规则版本",
        "rulebook_hash": "规则校验",
        "inputs": "数据校验",
        "evaltool": "程序版本",
        "made_on": "生成日期",
    }
)
"""In their order. A later version may add columns at the end; it renames and moves none."""
