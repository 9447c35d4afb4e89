"""Where everything stands in a form: the columns, the blocks, and which field each cell to fill is for.

The writing side takes positions from here. The reading side needs none of them: a returned form says in its
hidden sheet (`identity`) where its cells are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from evaltool.forms.identity import Kind
from evaltool.formulas.columns import Columns
from evaltool.language import N_
from scoring.model import QUANTITATIVE, Sense, Target


class Column(IntEnum):
    """The columns of a sheet, counted from 1. The last ones are hidden: what the formulas compute with."""

    LEVEL1 = 1
    LEVEL2 = 2
    NAME = 3
    TARGET = 4
    UNIT = 5
    ACTUAL = 6
    BAND = 7
    SHARE = 8
    STATE = 9
    WEIGHT = 10
    SCORE = 11
    REASON = 12
    ACTION = 13
    EVIDENCE = 14
    HINT = 15
    SCALED = 16
    LOW = 17
    HIGH = 18
    COUNTED = 19


HIDDEN = (Column.SCALED, Column.LOW, Column.HIGH, Column.COUNTED)


COLUMNS = Columns(
    actual=Column.ACTUAL,
    band=Column.BAND,
    share=Column.SHARE,
    state=Column.STATE,
    weight=Column.WEIGHT,
    score=Column.SCORE,
    grade=Column.HINT,
    scaled=Column.SCALED,
    low=Column.LOW,
    high=Column.HIGH,
    counted=Column.COUNTED,
)
"""Where the formulas of a form compute."""


HEADINGS = MappingProxyType(
    {
        Column.LEVEL1: N_("一级指标"),
        Column.LEVEL2: N_("二级指标"),
        Column.NAME: N_("三级指标"),
        Column.TARGET: N_("指标值"),
        Column.UNIT: N_("单位"),
        Column.ACTUAL: N_("实际完成值"),
        Column.BAND: N_("完成档次"),
        Column.SHARE: N_("得分比例(%)"),
        Column.STATE: N_("是否适用"),
        Column.WEIGHT: N_("分值"),
        Column.SCORE: N_("得分"),
        Column.REASON: N_("偏差原因"),
        Column.ACTION: N_("改进措施"),
        Column.EVIDENCE: N_("佐证材料"),
        Column.HINT: N_("提示"),
    }
)

WIDTHS = MappingProxyType(
    {
        Column.LEVEL1: 11,
        Column.LEVEL2: 12,
        Column.NAME: 22,
        Column.TARGET: 14,
        Column.UNIT: 11,
        Column.ACTUAL: 14,
        Column.BAND: 11,
        Column.SHARE: 11,
        Column.STATE: 10,
        Column.WEIGHT: 9,
        Column.SCORE: 13,
        Column.REASON: 20,
        Column.ACTION: 20,
        Column.EVIDENCE: 14,
        Column.HINT: 18,
    }
)
"""In signs of half a Chinese one."""

MONEY_COLUMNS = MappingProxyType(
    {
        Column.TARGET: ("initial", N_("年初预算数")),
        Column.UNIT: ("adjusted", N_("全年预算数")),
        Column.ACTUAL: ("received", N_("资金到位数")),
        Column.BAND: ("spent", N_("全年执行数")),
    }
)
"""Of the money block: the kind of money that a column holds."""

SOURCES = (
    ("total", N_("年度资金总额")),
    ("fiscal", N_("其中：当年财政拨款")),
    ("carried", N_("上年结转资金")),
    ("other", N_("其他资金")),
)
"""Rows of the money block."""

CHECKPOINT_COLUMNS = MappingProxyType({3: Column.TARGET, 6: Column.UNIT, 10: Column.ACTUAL, 12: Column.BAND})

PEOPLE = (
    ("people.authority", N_("主管部门")),
    ("people.preparer", N_("填报人")),
    ("people.phone", N_("联系电话")),
    ("people.reviewer", N_("审核人")),
    ("people.prepared_on", N_("填报日期")),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell to fill of an indicator's row: its column, the field it is for, and what it takes."""

    column: Column
    field: str
    kind: Kind


def slots(target: Target) -> tuple[Slot, ...]:
    """The cells to fill of an indicator's row. A judgement stands in its own columns, never among figures."""
    achieved = {
        Sense.QUALITATIVE: (Slot(Column.BAND, "actual", Kind.BAND), Slot(Column.SHARE, "share", Kind.SHARE)),
        Sense.YES_NO: (Slot(Column.ACTUAL, "actual", Kind.ANSWER),),
        Sense.BY_DATE: (Slot(Column.ACTUAL, "actual", Kind.DATE),),
    }
    as_text = () if target.sense in QUANTITATIVE else (Slot(Column.ACTUAL, "actual", Kind.TEXT),)
    figures = as_text or (Slot(Column.ACTUAL, "actual", Kind.FIGURE),)
    return (
        *achieved.get(target.sense, figures),
        Slot(Column.STATE, "state", Kind.CHOICE),
        Slot(Column.REASON, "reason", Kind.TEXT),
        Slot(Column.ACTION, "action", Kind.TEXT),
        Slot(Column.EVIDENCE, "evidence", Kind.TEXT),
    )
