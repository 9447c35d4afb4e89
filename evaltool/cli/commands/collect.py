"""collect: forms that came back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import Code, JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import UNUSABLE, answer, answer_json, leave, narrate
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("collect", cls=Command, help=_("收回填好的填报表，逐格核对后录入工作区"))(collect)


def collect(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help=_("填好的填报表（xlsx），或放填报表的文件夹"))
    ],
    department: Code = "",
    year: Year = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("只检查，不录入，不写批注文件"))] = False,
    json: JsonFlag = False,
) -> None:
    """Record what returned forms say anew; each file is one change."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    def progress(number: int, count: int, path: Path) -> None:
        narrate(_("正在读取 {number}/{count}：{file}").format(number=number, count=count, file=path.name))

    with SESSION.open(must_exist=True) as desk:
        only = desk.choose(department, year) if department or year else None
        collected = ops.collect(files, desk, only=only, dry_run=dry_run, progress=progress)
    if json:
        answer_json(payload.collected(collected, dry_run=dry_run))
    elif collected:
        for one in collected:
            answer(*print_out.collected(one, dry_run=dry_run))
    else:
        narrate(_("没有找到填报表"))
    if not all(one.is_form for one in collected) or not collected:
        raise typer.Exit(UNUSABLE)
    leave([odd for one in collected for odd in one.findings])
