"""parse, read: what was declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.streams import answer, answer_json, leave
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("parse", cls=Command, help=_("说明每个指标值或实际完成值如何理解"))(parse)
    app.command("read", cls=Command, help=_("读取绩效文本，只显示，不录入"))(read)


def parse(
    text: Annotated[
        list[str],
        typer.Argument(metavar="TEXT", help=_("指标值，如 ≥95%、4次、12月底前；以 - 开头的写在 -- 之后")),
    ],
    level2: Annotated[str, typer.Option(metavar="LEVEL2", help=_("二级指标，如 成本指标"))] = "",
    name: Annotated[str, typer.Option(metavar="NAME", help=_("三级指标名称"))] = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """How each text is read as a target."""
    from evaltool.cli import payload, print_out
    from scoring.model import level_name
    from scoring.notation import read_target

    read_all = [read_target(one, level2=level_name(level2), name=name, year=year) for one in text]
    findings = [doubt for _target, odd in read_all for doubt in odd]
    if json:
        answer_json([payload.target(target, odd) for target, odd in read_all])
    else:
        answer(print_out.targets([target for target, _odd in read_all]))
        answer(*print_out.findings(findings))
    leave(findings)


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("绩效文本"))],
    json: JsonFlag = False,
) -> None:
    """What a document says; nothing is adopted."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    found = ops.read(file)
    if json:
        answer_json(payload.reading(found))
    else:
        answer(*print_out.reading(found), "", *print_out.findings(found.findings))
    leave(found.findings)
