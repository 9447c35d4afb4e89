"""Which side is the good one where a target carries no sign: read from its place and its name.

The words are conventions of this tool, not of a regulation, so a rulebook may bring its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scoring import units
from scoring.model import Sense


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of level-2 names and indicator names that decide the sense of an unsigned figure.

    Names are matched at their end, since 投诉 asks for few and 投诉办结率 for many. An event may be followed
    by one of the `event_tails`; a subject of `money` anywhere makes a `controlled` ending one of "less".
    """

    cost_places: tuple[str, ...] = ("成本",)
    time_places: tuple[str, ...] = ("时效",)
    more_under_cost: tuple[str, ...] = _words("""
        节约率 节省率 节支率 节约额 节约量 达标率 执行率 完成率 到位率 及时率 支付率 合规率 合格率
        覆盖率 降低率 下降率 降低额 压减率 压缩率 利用率 准确率 达成率 符合率 拨付率 使用率 满意率
        满意度 收益率 效益 收入
    """)
    less_endings: tuple[str, ...] = _words("""
        调整率 变动率 结转结余率 结转率 结余率 超支率 超支额 偏离率 偏差率 误差率 差错率 错误率 误报率
        漏报率 漏诊率 误诊率 改判率 发回重审率 返工率 退货率 不合格率 不达标率 废品率 次品率 破损率
        损耗率 损失率 漏损率 故障率 死亡率 病死率 发病率 感染率 复发率 再犯率 辍学率 失业率 流失率
        空置率 闲置率 逾期率 延误率 违约率 违规率 违纪率 返贫率 负债率 赤字率 坏账率 响应时间 等待时间
        办理时限 办结时限 平均用时 恢复时间 成本 费用 造价
    """)
    less_events: tuple[str, ...] = _words("""
        事故 投诉 差错 失误 违规 违纪 违法 发生 上访 舆情 伤亡 死亡 火灾 泄密 泄漏 泄露 逾期 延误 故障
        返工 超支 违规行为 违纪行为 安全事件 突发事件 责任事件 群体性事件 负面事件 重大事件 感染 中毒
    """)
    event_tails: tuple[str, ...] = _words("""
        率 数 数量 次数 起数 件数 人数 例数 发生 发生率 发生数 发生数量 发生次数 发生起数 发生件数
    """)
    money: tuple[str, ...] = _words("经费 费用 成本 预算 支出 资金 投资 造价 三公 公用 概算")
    controlled: tuple[str, ...] = _words("控制率 控制数 控制额 控制比例 控制情况")
    durations: tuple[str, ...] = tuple(sorted(units.DURATIONS))


DEFAULT_LEXICON = Lexicon()

_LONGEST_NAME = 200


def infer_sense(
    level2: str, name: str, value: Decimal, unit: str, lexicon: Lexicon = DEFAULT_LEXICON
) -> Sense:
    """The sense of a figure without a sign: at_most or at_least, a convention of this tool."""
    if value == 0:
        return Sense.AT_MOST
    if _holds(level2, lexicon.cost_places):
        return Sense.AT_LEAST if bare_name(name).endswith(lexicon.more_under_cost) else Sense.AT_MOST
    if _holds(level2, lexicon.time_places) and unit in lexicon.durations:
        return Sense.AT_MOST
    return Sense.AT_MOST if wants_less(name, lexicon) else Sense.AT_LEAST


def wants_less(name: str, lexicon: Lexicon = DEFAULT_LEXICON) -> bool:
    """Whether an indicator's name says that less of it is better."""
    plain = bare_name(name)
    if plain.endswith(lexicon.less_endings):
        return True
    if plain.endswith(lexicon.controlled) and _holds(plain, lexicon.money):
        return True
    stems = (plain.removesuffix(tail) for tail in ("", *lexicon.event_tails))
    return any(stem.endswith(lexicon.less_events) for stem in stems)


def bare_name(name: str) -> str:
    """A name without white space and without what stands in brackets at its end: 投诉率(%) is 投诉率."""
    plain = "".join(name[-_LONGEST_NAME:].replace("（", "(").replace("）", ")").split())
    while plain.endswith(")") and "(" in plain:
        plain = plain[: plain.rindex("(")]
    return plain


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
