"""What is odd about a template, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

TEMPLATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "template.not_xlsx": (N_("模板不是 xlsx 文件"), N_("请用表格软件打开，另存为 xlsx")),
        "template.macro": (N_("模板含有宏，未打开"), N_("请另存为不含宏的 xlsx")),
        "template.nothing": (
            N_("模板中没有占位符，填不进任何内容"),
            N_("请在单元格中写占位符，如 {{{{项目名称}}}}；全部名称见 evaltool template --list"),
        ),
        "template.unknown": (N_("没有占位符 {found}"), N_("最接近的是 {nearest}")),
        "template.unclosed": (N_("双花括号没有配对"), N_("占位符写作 {{{{项目名称}}}}，放在一个单元格内")),
        "template.formula": (
            N_("占位符 {found} 写在公式里，公式不会填写"),
            N_("请把占位符放在单独的单元格，让公式引用该单元格"),
        ),
        "template.two_rows": (
            N_("指标占位符不在同一行：每个工作表只有第 {row} 行按指标重复"),
            N_("请把指标占位符都放在第 {row} 行，或放到另一个工作表"),
        ),
        "template.tall_row": (
            N_("指标占位符所在的单元格上下合并了几行，而按指标重复的只有一行"),
            N_("请取消上下合并；相同的一级、二级指标填写时自动合并"),
        ),
        "template.no_row": (N_("指标占位符 {found} 写在页眉或页脚"), N_("请放在按指标重复的一行")),
        "template.drawn": (
            N_("占位符 {found} 写在文本框或图形里，不会填写"),
            N_("请放在单元格内"),
        ),
    }
)
