"""Whether an indicator stands under the second level that its name and its target speak of."""

from __future__ import annotations

from scoring.model import Indicator, Sense

OUTPUT, BENEFIT, SATISFACTION = "产出指标", "效益指标", "满意度指标"
NUMBER, QUALITY, TIME, COST = OUTPUT_SET = ("数量指标", "质量指标", "时效指标", "成本指标")

MEASURED_AS_RATE = ("率", "度", "能力", "水平", "程度")
DONE_RATES = ("完成率", "实现率", "到位率", "及时率")
GOODNESS_RATES = ("合格率", "优良率", "达标率", "准确率", "正确率", "差错率")
IN_TIME = ("及时", "按时", "按期")


def better_level(indicator: Indicator) -> str:
    """The level that the name speaks of, where it is another than the one it stands under; else empty."""
    name, level1, level2 = indicator.name, indicator.level1, indicator.level2
    if "满意" in name and level1 != SATISFACTION:
        return SATISFACTION
    if level1 == BENEFIT and name.endswith(DONE_RATES):
        return OUTPUT
    if level2 in (NUMBER, QUALITY, COST) and _speaks_of_time(indicator):
        return TIME
    if level2 == TIME and name.endswith(GOODNESS_RATES):
        return QUALITY
    if level2 == NUMBER and name.endswith(MEASURED_AS_RATE):
        return QUALITY
    return ""


def _speaks_of_time(indicator: Indicator) -> bool:
    """Whether something is to be in time, or by a day."""
    return indicator.target.sense is Sense.BY_DATE or any(word in indicator.name for word in IN_TIME)
