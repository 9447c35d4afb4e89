"""The words that steer a reading: comparisons before and after a figure, joints of a range, fillers.

A word is looked up at a place of a text, the longest first, so that 不低于 is never read as 低于.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from scoring.model import Sense


class Role(Enum):
    """What a piece of text does in a reading."""

    SIGN = auto()
    """A comparison before the figure."""
    HINT = auto()
    """A weak comparison before the figure: a word after the figure may say otherwise (控制在90%以上)."""
    AFTER = auto()
    """A comparison after the figure."""
    JOINT = auto()
    """Between the two limits of a range."""
    AND = auto()
    """Between two limits that hold together."""
    TOLERANCE = auto()
    ABOUT = auto()
    FILLER = auto()
    """A word that says nothing about the figure."""
    MARK = auto()
    """Punctuation."""
    IDIOM = auto()
    """A word in which a numeral, 内 or 多 is not what it looks like (进一步, 内部, 多功能)."""
    DENIAL = auto()
    """A word after which a figure is not what it seems (未达到95%)."""
    PER = auto()
    """每 with a unit: 每年4次 is 4 次/年."""
    FIGURE = auto()
    DATE = auto()
    WORD = auto()
    """Anything else."""


WORDS = frozenset({Role.WORD, Role.IDIOM})
"""What steers nothing."""


class Word(NamedTuple):
    """One entry: its spelling, what it does, and for comparisons the sense it states."""

    text: str
    role: Role
    sense: Sense | None = None


_SIGNS: Mapping[Sense, str] = {
    Sense.AT_LEAST: """
        ≥ >= => ≥= 不少于 不低于 不小于 不短于 不弱于 不得少于 不得低于 不得小于 不能少于 不能低于 至少
        最少 最低 起码 大于等于 大于或等于 大于、等于 高于等于 高于或等于 多于等于 多于或等于
        超过或等于 达到或超过 达到及超过 下限 底线
    """,
    Sense.ABOVE: "> 大于 高于 超过 超出 多于 突破 优于 长于",
    Sense.EQUAL: "= == 等于 恰好 正好",
    Sense.AT_MOST: """
        ≤ <= =< ≤= 不超过 不超出 不超 不高于 不大于 不多于 不长于 不晚于 不迟于 不突破 不得超过
        不得高于 不得大于 不能超过 未超过 没有超过 至多 最多 最高 最迟 最晚 上限 限额 小于等于
        小于或等于 小于、等于 低于等于 低于或等于 少于等于 少于或等于 降至 降到 下降到 下降至 降低到
        降低至 减少到 减少至 压缩到 压缩至 缩短到 缩短至
    """,
    Sense.BELOW: "< 小于 低于 少于 短于 不足 不到 不满 未满 早于",
}

DECLINES = frozenset({"下降", "降低", "减少", "缩短", "压减", "压缩", "缩减", "削减", "减低", "下调", "压降"})
"""Verbs after which a figure says how much less; at least so much less is asked for."""

_HINTS: Mapping[Sense, Iterable[str]] = {
    Sense.AT_LEAST: [
        *("达到", "达", "达成", "达至", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至"),
        *("增长到", "增长至", "扩大到", "扩大至", "保持在", "稳定在", "维持在"),
        *DECLINES,
    ],
    Sense.EQUAL: ["为", "是"],
    Sense.AT_MOST: ["控制在", "控制", "控制到", "控制为", "限制在", "压降到", "压降至"],
}


def _including(*stems: str) -> Iterable[str]:
    """Every way of adding that the figure itself is included: 以上, 及以上, 含以上."""
    for stem in stems:
        yield from (lead + stem for lead in ("", "及", "及其", "或", "含", "(及)"))
        yield stem + "含"


def _excluding(stem: str) -> Iterable[str]:
    return (f"(不含){stem}", f"(不含本数){stem}", f"{stem}(不含)", f"{stem}(不含本数)")


_AFTER: Mapping[Sense, Iterable[str]] = {
    Sense.AT_LEAST: [*_including("以上"), "起", "起步"],
    Sense.ABOVE: _excluding("以上"),
    Sense.AT_MOST: [*_including("以下", "以内", "之内"), "内", "封顶", "以里"],
    Sense.BELOW: _excluding("以下"),
}

_OTHERS: Mapping[Role, str] = {
    Role.JOINT: "- -- --- ~ ~~ 至 到 -至",
    Role.AND: "且 并且 同时 以及 和",
    Role.TOLERANCE: "± +- +/- 正负 上下浮动",
    Role.ABOUT: "约 大约 约为 约占 大概 估计 近 将近 接近 左右 上下 余 多 ≈",
    Role.FILLER: """
        已 已经 均 均已 都 全部 全面 全年 全年度 年度 年内 共 共计 累计 合计 总计 总共 计 实际 新增
        增加 增长 提高 提升 上升 完成 已完成 实际完成 开展 举办 组织 组织开展 召开 实现 确保 保证 力争
        争取 计划 预计 目标 目标值 应 应当 需 须 的 在 于 并 有 含 之间 区间 范围内 到位 完工 竣工
        达标 合格 覆盖 及时 通过 按时 按期 如期 验收 完毕 结束 每 截至 截止 截止到 截至到 时间 完成时间
        时间为 完成时间为 完成时限 数量 标准 规定 要求 人民币 建设 建成 办理 办结 发放 资助 培训 宣传
        支付 拨付 送达 报送 上报 提交 交付 开工 投入使用 回复 答复 处理 解决 处置 响应 结案
    """,
    Role.MARK: """, ; : 、 。 . ( ) [ ] { } “ ” ‘ ’ " ' ! ? … 【 】 《 》 「 」 · ¥ | _ +""",
    Role.IDIOM: """
        进一步 统一 统一性 一定 一体 一体化 一致 一流 一般 一直 一律 一旦 一线 一手 一系列 一次性
        一站式 一批 一起 一并 一同 一向 一对一 一如既往 一网 一门 一窗 一家 一件事 一把手 一岗双责
        一事一议 一级 二级 三级 四级 五级 一等 二等 三等 一类 二类 三类 第一 万一 万众 万无一失 千万
        千方百计 百年 百姓 百家 双百 十分 三公 三公经费 三农 三期 三保障 三重一大 三个代表 两会 两不愁
        两个维护 两个确立 四个意识 四个自信 四个全面 四项制度 四风 五位一体 八项规定 十三五 十四五
        十五五 零件 零星 零售 零散 零部件 零容忍 零距离 零增长 逐一 之一 唯一 专一 单一 内部 内控 内容
        内涵 内外 起草 起诉 起来 起点 多功能 多部门 多元 多层 多方 余额 约束 近期 近年
    """,
    Role.DENIAL: """
        未达到 未达 没有达到 没达到 不达 未能 未能完成 未能达到 未完成 没完成 没有完成 未实现 尚未
        不等于 ≠ 不为 非 不是 没有 距
    """,
}


def _entries() -> Iterable[Word]:
    for sense, words in _SIGNS.items():
        yield from (Word(text, Role.SIGN, sense) for text in words.split())
    for role, table in ((Role.HINT, _HINTS), (Role.AFTER, _AFTER)):
        for sense, spellings in table.items():
            yield from (Word(text, role, sense) for text in spellings)
    for role, words in _OTHERS.items():
        yield from (Word(text, role) for text in words.split())


_BY_FIRST_CHARACTER: dict[str, list[Word]] = {}
for _word in sorted(_entries(), key=lambda word: -len(word.text)):
    _BY_FIRST_CHARACTER.setdefault(_word.text[0], []).append(_word)


def word_at(text: str, start: int) -> Word | None:
    """The longest word of the vocabulary that stands at `start`."""
    for word in _BY_FIRST_CHARACTER.get(text[start], ()):
        if text.startswith(word.text, start):
            return word
    return None
