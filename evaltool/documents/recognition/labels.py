"""The words that prose and forms are recognised by: headings, and labels with a text beside them.

One table for each. A document that calls a thing otherwise needs a word here and no code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import TypeVar

from evaltool.documents.recognition.columns import plain


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
    OFFICE = auto()
    """The unit that carries the project out and hands in the form."""
    OFFICE_CODE = auto()
    AUTHORITY = auto()
    PREPARER = auto()
    PHONE = auto()
    REVIEWER = auto()
    PREPARED_ON = auto()
    YEAR = auto()
    PERIOD = auto()
    """What is said of all the years of a project, beside what is said of this one."""
    NOTES = auto()
    """How a scorecard came about, sentence by sentence."""
    ASIDE = auto()
    """Known, and not read."""


SECTIONS: Mapping[Section, tuple[str, ...]] = {
    Section.OBJECTIVE: ("总体绩效目标", "年度总体绩效目标", "部门总体绩效目标", "年度总体目标", "总体目标"),
    Section.OBJECTIVES: ("分项绩效目标", "年度分项绩效目标", "部门分项绩效目标", "分项目标"),
    Section.MEASURES: ("工作保障措施", "保障措施", "实现绩效目标的保障措施"),
    Section.NONE: ("部门整体绩效目标", "预算项目绩效目标", "项目绩效目标"),
}

_FIELDS: Mapping[Field, str] = {
    Field.CODE: "项目编码 项目代码",
    Field.NAME: "项目名称 专项名称 资金名称 转移支付(项目)名称 转移支付名称 专项资金名称",
    Field.UNIT: "单位 金额单位",
    Field.MONEY: "预算规模及资金用途 预算规模和资金用途",
    Field.BUDGET: "预算数 预算金额 年度资金总额 资金总额 项目金额 项目预算金额 本年度预计投入 "
    "预算总额 年度金额 项目总额",
    Field.FISCAL: "其中:财政资金 财政资金 其中:财政拨款 财政拨款 其中:财政投款 其中:本年财政拨款 "
    "其中:当年财政拨款 其中:一般公共预算",
    Field.OTHER: "其他资金 其它资金 其中:其他资金 其他",
    Field.PURPOSE: "资金用途 用途范围 项目概况 专项概况 项目概述",
    Field.PLAN: "资金支出计划 资金支出进度计划",
    Field.OBJECTIVE: "绩效目标 项目绩效目标 年度绩效目标 总体目标 年度目标 年度总体目标 "
    "年度绩效总目标 本年度绩效目标 专项年度绩效目标 项目年度绩效目标 项目整体目标",
    Field.OFFICE: "实施单位 填报单位 资金使用单位 项目实施单位 部门名称 单位名称 预算单位 "
    "项目单位 部门(单位)名称 实施(主管)单位 级预算单位名称 部门 部门(单位) 预算部门、单位名称 "
    "预算部门(单位)名称 单位信息 一级预算单位名称",
    Field.OFFICE_CODE: "部门编码 单位编码 部门代码",
    Field.AUTHORITY: "主管部门 主管部门及代码 主管预算部门 省级业务主管部门 地方主管部门 "
    "县级主管部门 市级主管部门 市县主管部门",
    Field.PREPARER: "填报人 填表人",
    Field.PHONE: "联系电话 联系人电话",
    Field.REVIEWER: "审核人 单位负责人 填报单位负责人 部门负责人",
    Field.PREPARED_ON: "填报日期 填表日期",
    Field.YEAR: "评价年度 自评年度 预算年度 项目年度 绩效年度 所属年度 填报年度",
    Field.PERIOD: "实施期资金总额 中期资金总额 实施期目标 实施期绩效目标 实施期总目标 中期目标 中长期目标",
    Field.NOTES: "评分说明",
    Field.ASIDE: "评分规则 项目属性 项目期 项目类别 项目性质 资金类型 专项属性 项目负责人 项目负责人及电话 "
    "联系人 联系人及电话 专项负责人 专项起止时间 是否为专项资金 中央主管部门 财政处室 自评总分 "
    "负责人及电话 实施周期 部门职能职责概述 专项立项依据 立项依据 中长期绩效目标 项目分类 "
    "起止时间 项目起止时间 专项实施期 职能职责与活动 项目经办人 项目经办人电话 预算执行率权重 "
    "专项实施进度计划 专项长期绩效目标 自评得分 自评总得分 项目总得分 财政审核评分 项目立项依据 "
    "自治区主管部门 省级主管部门 市县财政部门 财务负责人 财务审核人 经办人 分管领导 评价结论 "
    "自评结论 自评等级 评价等级 预算绩效评价结果 存在问题 存在的问题 改进措施 下一步改进措施 "
    "其他需要说明的问题 其他需要说明的事项 保障绩效目标实现措施 主管部门审核意见 财政部门审核意见 "
    "主管部门意见 财政部门意见 审核意见",
}
FIELDS = MappingProxyType({field: tuple(words.split()) for field, words in _FIELDS.items()})

PROJECT_HEADINGS = ("绩效目标表", "绩效目标申报表")
"""How the heading above a project's form ends; before it stand a number and the project's name."""

NO_NAME = re.compile(
    r"(?:部门|单位|预算|项目|专项|支出|资金|整体|转移支付|[市省县区]级|市直|[0-9]{4}年?度?|附件[0-9]*|:|\(|\))*"
)
"""What stands before such an ending where the heading is a form's own title and names no project."""

MONEY_UNITS = ("元", "千元", "万元", "亿元")

_LOOKED_FOR = (
    "总体绩效目标",
    "分项绩效目标",
    "工作保障措施",
    "项目编码",
    "资金支出计划",
    "三级指标",
    "指标值",
)
LOOKED_FOR = "、".join(_LOOKED_FOR)
"""What is named to a person whose file holds none of it."""

TITLES = frozenset(
    {
        "项目资金",
        "资金情况",
        "项目资金情况",
        "资金来源",
        "预算执行情况",
        "资金执行情况",
        "基本信息",
        "项目基本情况",
        "专项基本情况",
        "专项资金情况",
    }
)
"""Titles that stand merged down beside the labels of the rows they head, and say nothing but a unit."""

PART_TITLE = re.compile(
    "[一二三四五六七八九十]、(?:年度|项目)?(?:基本|预算|资金|绩效|目标|自评|存在|其他)[^，。；,;]{0,12}"
    "(?:情况|指标|目标|问题)"
)
"""The title of a part of a form in a row of its own or merged down beside it: 四、年度绩效指标完成情况."""

_Role = TypeVar("_Role", bound=Enum)


def _by_word(table: Mapping[_Role, tuple[str, ...]]) -> Mapping[str, _Role]:
    return MappingProxyType({word: role for role, words in table.items() for word in words})


PEOPLE = (Field.PREPARER, Field.PHONE, Field.REVIEWER, Field.PREPARED_ON)
"""Who handed a form in and when: often in a single cell or line with each other."""

SECTION_OF = _by_word(SECTIONS)
FIELD_OF = _by_word(FIELDS)

_YEAR = re.compile("^[0-9]{4}年度?")
_SIGNED = re.compile("(?:签字|签章|签名|盖章)$")
_TAIL = re.compile(r"\([^()]*\)?$")
_MONEY_UNIT = re.compile(
    r"[(（]\s?(?:单位[:：])?\s?(亿元|万元|千元|元)\s?[)）]|单位\s?[:：]\s?(亿元|万元|千元|元)(?![一-鿿])"
)


def section_of(text: str) -> Section | None:
    """The part of the prose that a heading begins."""
    return _role(SECTION_OF, text)


def field_of(text: str) -> Field | None:
    """What a label announces, with or without what stands in brackets at its end."""
    return _role(FIELD_OF, text)


def money_unit_in(text: str) -> str:
    """The unit of money in brackets, or behind 单位: 项目资金（万元）, 金额单位：元."""
    found = _MONEY_UNIT.search(text) or _MONEY_UNIT.search("".join(text.split()))
    return (found[1] or found[2]) if found else ""


def _role(words: Mapping[str, _Role], text: str) -> _Role | None:
    said = _YEAR.sub("年度", plain(text))
    bare = _SIGNED.sub("", _TAIL.sub("", said).rstrip(":"))
    return words.get(said) or words.get(bare)
