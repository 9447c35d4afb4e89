"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.errors import Misuse
from evaltool.language import _


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1949 <= int(text) <= 9999):
        raise Misuse(_("“{text}”不是年度，应为四位数，如 2024").format(text=text), "--year")
    return int(text)


JsonFlag = Annotated[bool, typer.Option("--json", help=_("以 JSON 输出"))]
CatalogueFlag = Annotated[bool, typer.Option("--list", help=_("列出全部检查，不检查任何文件"))]
Year = Annotated[int | None, typer.Option(metavar="YEAR", help=_("年度"), parser=_year)]
Code = Annotated[str, typer.Option(metavar="CODE", help=_("单位编码"))]
Document = Annotated[Path | None, typer.Argument(metavar="FILE", help=_("绩效文本；不写则用工作区"))]
Actuals = Annotated[Path | None, typer.Option(metavar="FILE", help=_("实际完成值表（CSV 或 xlsx）"))]
Rules = Annotated[str, typer.Option(metavar="ID|FILE", help=_("评分规则"))]
Other = Annotated[str, typer.Option(metavar="ID|FILE", help=_("与另一套评分规则对照"))]
