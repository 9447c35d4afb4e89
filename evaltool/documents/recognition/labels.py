"""The words that documents are recognised by: headings, labels of a form, headers of columns.

One table for each. A document that calls a thing otherwise needs a line here and no code.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import TypeVar

LONGEST_LABEL = 40
"""Longer text is never a label, and is not looked at as one."""


class Section(Enum):
    """A part of the prose. NONE: prose before, between and after the parts that are read."""

    NONE = auto()
    OBJECTIVE = auto()
    OBJECTIVES = auto()
    MEASURES = auto()


class Field(Enum):
    """What a label in a project's form announces."""

    CODE = auto()
    NAME = auto()
    UNIT = auto()
    MONEY = auto()
    """The budget's own row; the row below it, without a label, says what the money is for."""
    BUDGET = auto()
    FISCAL = auto()
    OTHER = auto()
    PURPOSE = auto()
    PLAN = auto()
    OBJECTIVE = auto()


class Column(Enum):
    """The role of a column in an indicator table."""

    LEVEL1 = auto()
    LEVEL2 = auto()
    NAME = auto()
    DESCRIPTION = auto()
    TARGET = auto()
    WEIGHT = auto()
    BASIS = auto()


SECTIONS: Mapping[Section, tuple[str, ...]] = {
    Section.OBJECTIVE: ("总体绩效目标", "年度总体绩效目标", "部门总体绩效目标", "年度总体目标", "总体目标"),
    Section.OBJECTIVES: ("分项绩效目标", "年度分项绩效目标", "部门分项绩效目标", "分项目标"),
    Section.MEASURES: ("工作保障措施", "保障措施", "实现绩效目标的保障措施"),
    Section.NONE: ("部门整体绩效目标", "预算项目绩效目标", "项目绩效目标"),
}

FIELDS: Mapping[Field, tuple[str, ...]] = {
    Field.CODE: ("项目编码", "项目代码"),
    Field.NAME: ("项目名称",),
    Field.UNIT: ("单位", "金额单位"),
    Field.MONEY: ("预算规模及资金用途", "预算规模和资金用途"),
    Field.BUDGET: ("预算数", "预算金额", "年度资金总额", "资金总额"),
    Field.FISCAL: ("其中:财政资金", "财政资金", "其中:财政拨款", "财政拨款"),
    Field.OTHER: ("其他资金", "其它资金"),
    Field.PURPOSE: ("资金用途",),
    Field.PLAN: ("资金支出计划", "资金支出进度计划"),
    Field.OBJECTIVE: ("绩效目标", "项目绩效目标", "年度绩效目标"),
}

COLUMNS: Mapping[Column, tuple[str, ...]] = {
    Column.LEVEL1: ("一级指标",),
    Column.LEVEL2: ("二级指标",),
    Column.NAME: ("三级指标", "指标名称", "绩效指标名称"),
    Column.DESCRIPTION: ("绩效指标描述", "指标描述", "指标说明", "指标解释"),
    Column.TARGET: ("指标值", "年度指标值", "绩效指标值", "目标值"),
    Column.WEIGHT: ("分值", "权重", "指标分值", "指标权重", "权重占比", "分值权重"),
    Column.BASIS: ("指标值确定依据", "确定依据", "指标值依据"),
}

PROJECT_HEADINGS = ("绩效目标表", "绩效目标申报表")
"""How the heading above a project's form ends; before it stand a number and the project's name."""

MONEY_UNITS = ("元", "千元", "万元", "亿元")

LOOKED_FOR = (
    *(SECTIONS[section][0] for section in (Section.OBJECTIVE, Section.OBJECTIVES, Section.MEASURES)),
    *(FIELDS[field][0] for field in (Field.CODE, Field.PLAN)),
    *(COLUMNS[column][0] for column in (Column.NAME, Column.TARGET)),
)
"""What is named to a person whose file holds none of it."""

_PLAIN = str.maketrans("（）％：", "()%:")


def label(text: str) -> str:
    """`text` as the tables above write it: no white space, no colon at the end, no bracketed tail."""
    if len(text) > LONGEST_LABEL:
        return ""
    return "".join(text.split()).translate(_PLAIN).partition("(")[0].rstrip(":")


_Role = TypeVar("_Role", bound=Enum)


def _by_word(table: Mapping[_Role, tuple[str, ...]]) -> Mapping[str, _Role]:
    return {word: role for role, words in table.items() for word in words}


SECTION_OF = _by_word(SECTIONS)
FIELD_OF = _by_word(FIELDS)
COLUMN_OF = _by_word(COLUMNS)
