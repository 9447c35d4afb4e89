"""Units as printed in declarations: which belong together, and the exact factor between two of them.

A figure is never compared across families. Where two units are often written for one another but do not mean
the same (场 and 次, 人 and 人次, 天 and 个工作日), a person is asked instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import prod
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Factor:
    """The units are of one family: a figure in the first, times `value`, is the figure in the second."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Asks:
    """The units may mean the same here, and only a person can say so."""


@dataclass(frozen=True, slots=True)
class Differs:
    """The units measure different things."""


Comparison = Factor | Asks | Differs

_MULTIPLES = "万亿=12 千亿=11 百亿=10 十亿=9 千万=7 百万=6 十万=5 亿=8 万=4 千=3 百=2"

PREFIXES: Mapping[str, int] = MappingProxyType(
    {prefix: 10 ** int(zeros) for prefix, zeros in (part.split("=") for part in _MULTIPLES.split())}
)
"""Multiples written before a unit (万元, 千人次)."""

_SPELLINGS = {
    "%": "％ 百分比 百分率 百分号",
    "‰": "千分比",
    "百分点": "个百分点",
    "平方米": "平米 平方 ㎡ m2 m²",
    "平方公里": "km2 km²",
    "立方米": "立方 m3 m³",
    "元": "圆",
    "km": "KM Km",
    "kg": "KG Kg",
}
"""Units that have one usual form, with the others they are written in."""

_FAMILIES = {
    "money": "元=1 角=1/10",
    "ratio": "%=1/100 ‰=1/1000 ‱=1/10000 成=1/10",
    "person": "人=1 名=1 位=1",
    "time": "毫秒=1/1000 秒=1 秒钟=1 分钟=60 min=60 小时=3600 个小时=3600 h=3600 天=86400 日=86400 "
    "周=604800 星期=604800 个星期=604800",
    # A month has no fixed number of days, but a quarter and a year have a fixed number of months.
    "month": "月=1 个月=1 季度=3 季=3 个季度=3 半年=6 年=12 周年=12 年度=12",
    "workday": "个工作日=1 工作日=1",
    "length": "毫米=1/1000 mm=1/1000 厘米=1/100 cm=1/100 分米=1/10 米=1 m=1 延米=1 里=500 华里=500 "
    "公里=1000 千米=1000 km=1000",
    "area": "平方厘米=1/10000 平方米=1 亩=2000/3 公顷=10000 平方公里=1000000 平方千米=1000000",
    "volume": "毫升=1/1000000 ml=1/1000000 升=1/1000 L=1/1000 立方米=1 方=1",
    "weight": "微克=1/1000000 毫克=1/1000 mg=1/1000 克=1 g=1 斤=500 市斤=500 公斤=1000 千克=1000 kg=1000 "
    "吨=1000000 t=1000000",
    "energy": "千瓦时=1 度=1 kWh=1 kwh=1",
    "power": "瓦=1 千瓦=1000 kW=1000 兆瓦=1000000 MW=1000000",
}
"""Families of units with the exact size of each in the family's own measure."""

_COUNTERS = """
    人次 次 场 场次 回 期 届 轮 批 批次 趟 班次 班 节 课时 学时 节次 车次 台次 件次 例次 户次 家次 团次
    座次 人天 人日 人月 亩次 辆次 个 件 份 项 起 例 宗 桩 条 种 类 户 家 所 处 座 栋 幢 间 套 台 辆 部
    台套 台件 套件 只 头 匹 羽 尾 峰 株 棵 颗 粒 枚 根 支 枝 本 册 篇 页 幅 张 块 片 面 盏 盒 箱 袋 瓶
    桶 包 把 扇 门 口 眼 孔 艘 架 村 个村 乡 镇 县 区 市 省 社区 单 单位 家庭 学期 学年 学分 生 对 双
    组 队 支队 部门 点 站 网点 岁 周岁 分 倍 百分点 ℃ 级 等级 床 张床 股 笔 单元 标段 字 卷 盘 集 档 桌
    席 款 宗地 分贝 dB GB TB MB Mbps
""".split()  # noqa: SIM905 - a list of 130 quoted words is no easier to read
"""Units that count: each is a family of its own."""

_TAKEN_FOR_ONE_ANOTHER = tuple(
    frozenset(group.split())
    for group in (
        "次 场 场次 回 期 届 轮 批 批次 趟 班次 班 节 课时 学时 节次",
        "个 件 份 项 起 例 宗 桩 条 篇 次 笔 处",
        "种 类 个 项",
        "person 人次 户 户次 家庭 生 家 个 对",
        "家 所 单位 个 部门 户",
        "台 套 辆 部 台套 台件 套件 件 台次",
        "只 头 匹 羽 尾",
        "株 棵 颗 粒 枚 根",
        "本 册 份 卷",
        "村 个村 个 社区",
        "座 处 栋 幢 间 个 所",
        "车次 台次 辆 次 人次 件次 例次 户次 家次 团次",
        "time month workday",
        "岁 周岁 month",
        "分 time",
        "ratio 百分点 倍",
    )
)
"""Families of which one is often written for the other: never converted, always asked about."""

_ALIASES = {other: usual for usual, others in _SPELLINGS.items() for other in others.split()}

_SIZES: Mapping[str, tuple[str, Fraction]] = {
    "": ("", Fraction(1)),
    **{unit: (unit, Fraction(1)) for unit in _COUNTERS},
    **{
        unit: (family, Fraction(size))
        for family, sizes in _FAMILIES.items()
        for unit, size in (part.split("=") for part in sizes.split())
    },
}

KNOWN = frozenset(unit for unit in (*_SIZES, *_ALIASES) if unit)
"""Every single unit known by name, without prefixes."""

DURATIONS = frozenset(unit for unit, (family, _) in _SIZES.items() if family in {"time", "month", "workday"})
"""Units of a length of time."""


@lru_cache(maxsize=1024)
def canonical(unit: str) -> str:
    """One spelling of a unit: 百分比 → %, 元/人*月 and 元/人/月 → 元/人·月. Synonyms stay as printed."""
    above, *below = _split(unit)
    return "/".join([above, "·".join(below)]) if below else above


@lru_cache(maxsize=1024)
def compare(unit_from: str, unit_to: str) -> Comparison:
    """How figures of one unit compare with another's: by an exact factor, by asking, or not at all.

    A figure without a unit compares only with one without: that an actual without a unit means the target's
    is for the caller to say. Compound units (元/人·月) compare part by part.
    """
    above, *below = _split(unit_from)
    above_to, *below_to = _split(unit_to)
    first = _compare_single(above, above_to)
    if len(below) != len(below_to):
        return first if isinstance(first, Differs) else Asks()
    pairs = zip(sorted(below, key=_family), sorted(below_to, key=_family), strict=True)
    parts = [first, *(_compare_single(*pair) for pair in pairs)]
    factors = [part.value for part in parts if isinstance(part, Factor)]
    if len(factors) < len(parts):
        return Differs() if Differs() in parts else Asks()
    return Factor(factors[0] / prod(factors[1:]))


def _split(unit: str) -> Iterable[str]:
    """The unit above the stroke, then those below it; each in its usual spelling."""
    above, stroke, below = "".join(unit.split()).translate(_MARKS).partition("/")
    parts = [above, *below.replace("·", "/").split("/")] if stroke else [above]
    return [_ALIASES.get(part, part) for part in parts]


_MARKS = str.maketrans({"每": "/", "*": "·", "×": "·", "(": None, ")": None})


def _compare_single(unit: str, other: str) -> Comparison:
    (family, size), (other_family, other_size) = _size(unit), _size(other)
    if family == other_family:
        return Factor(size / other_size)
    pair = {family, other_family}
    if "" in pair or any(pair <= group for group in _TAKEN_FOR_ONE_ANOTHER):
        return Asks()
    return Differs()


def _family(unit: str) -> str:
    return _size(unit)[0]


def _size(unit: str) -> tuple[str, Fraction]:
    """The family of a single unit and how much of the family's own unit it is; unknown ones stand alone."""
    if unit in _SIZES:
        return _SIZES[unit]
    for prefix, many in PREFIXES.items():
        if unit.startswith(prefix):
            rest = _ALIASES.get(unit[len(prefix) :], unit[len(prefix) :])
            if rest in _SIZES:
                family, size = _SIZES[rest]
                return family, size * many
    return unit, Fraction(1)
