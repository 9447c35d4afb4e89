"""What is odd about a form that came back, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

FORMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "form.not_ours": (
            N_("这不是由本工具生成的填报表"),
            N_("请填写用 evaltool form 生成的文件；实际完成值表请用 evaltool record 录入"),
        ),
        "form.not_xlsx": (N_("填报表被存成了其他格式"), N_("请用表格软件打开，另存为 xlsx 后交回")),
        "form.altered": (
            N_("表格结构已改动：此处原为“{expected}”，现为“{found}”，整个文件未收"),
            N_("请在原表中只填写黄色单元格，不增删、移动行列"),
        ),
        "form.no_sheet": (
            N_("缺少工作表“{sheet}”，整个文件未收"),
            N_("请在原表中填写，不删除工作表，不改其名称"),
        ),
        "form.altered_identity": (
            N_("填报表内的标识已改动，整个文件未收"),
            N_("请重新生成填报表，把内容填入新表"),
        ),
        "form.other_department": (
            N_("填报表是单位“{found}”的，不在本次收回的范围内，整个文件未收"),
            N_("本次收回：{expected}"),
        ),
        "form.other_year": (
            N_("填报表是 {found} 年度的，应为 {expected}，整个文件未收"),
            N_("请使用本年度的填报表"),
        ),
        "form.other_rulebook": (
            N_("表内得分按评分规则 {found} 计算，现用 {expected}"),
            N_("表内显示的得分仅供参考，以收回后的计算为准"),
        ),
        "form.unknown_indicator": (
            N_("绩效目标中已没有“{name}”，填写的“{found}”未录入"),
            N_("绩效目标有变动的，请重新生成填报表"),
        ),
        "form.target_moved": (
            N_("发出填报表之后，指标值已由“{expected}”改为“{now}”；此处填的是“{found}”，未录入"),
            N_("请按现在的指标值核实后录入，或重新生成填报表"),
        ),
        "form.formula": (N_("此处填的是公式“{found}”，应填{expected}"), N_("请直接填写结果")),
        "form.date": (N_("此处填的是日期“{found}”，应填{expected}"), N_("请更正，并核对单元格格式")),
        "form.text": (N_("“{found}”无法判读，应填{expected}"), N_("请更正")),
        "form.unit": (N_("“{found}”的单位与“{expected}”不能比较"), N_("请按表中所列单位，只填数字")),
        "form.twice": (
            N_("几个文件填得不同：{files}；此处填的是“{found}”，都未录入"),
            N_("请核实后只交回一种"),
        ),
        "form.moved": (
            N_("发出填报表之后，工作区中已由“{expected}”改为“{now}”；此处填的是“{found}”，没有覆盖"),
            N_("请核实以哪个为准，在工作台中更正"),
        ),
        "form.emptied": (N_("原有的“{expected}”已清空"), N_("如非有意，可撤销本次收回")),
        "form.not_applicable": (
            N_("此处填的是“{found}”，应填{expected}"),
            N_("不适用的，此处留空，在“是否适用”中选不适用，并填写“偏差原因”"),
        ),
        "form.both": (
            N_("此处填了“{found}”，又选了不适用，该行未录入"),
            N_("请只保留一种"),
        ),
        "form.row": (
            N_("同一行有错误，此处填的“{found}”一并未录入"),
            N_("更正之后再收一次"),
        ),
        "form.elsewhere": (
            N_("黄色单元格以外填有 {count} 处内容，此处为“{found}”，均未录入"),
            N_("请填入相应的黄色单元格；得分等栏由公式计算，不必填写"),
        ),
        "form.other_sheet": (
            N_("文件中另有工作表“{sheet}”，其内容未录入"),
            N_("需要收回的内容，请填入原有的工作表"),
        ),
        "form.copy_exists": (
            N_("批注文件 {copy} 已有其他内容，没有覆盖"),
            N_("其中如有更正，可指明这个批注文件直接收回；否则请将其移走或改名后再收一次"),
        ),
        "form.no_copy": (N_("批注文件 {copy} 无法写出：{why}"), ""),
    }
)

ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        "expected.figure": N_("数字"),
        "expected.date": N_("日期"),
        "expected.answer": N_("是或否"),
        "expected.band": N_("达成、部分达成或未达成"),
        "expected.share": N_("0 至 100 的数字"),
        "expected.amount": N_("金额（万元）"),
        "expected.money_unit": N_("万元"),
        "expected.choice": N_("下拉列表中的一项"),
        "expected.text": N_("文字"),
    }
)
"""What a cell of a form takes."""
