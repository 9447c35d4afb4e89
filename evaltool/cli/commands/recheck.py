"""recheck: a table that already carries scores, scored again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import JsonFlag, Rules
from evaltool.cli.errors import Misuse
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import answer, answer_json, leave, narrate
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("recheck", cls=Command, help=_("复核已评分的表：逐行按规则重新评分，指出不符之处"))(recheck)


def recheck(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("已评分的表（CSV 或 xlsx）"))],
    rulebook: Rules = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE.xlsx", help=_("另存一份，在得分处加批注")),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Score a published table again: a verdict on each line, and what does not add up."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    if output is not None and output.suffix.lower() != ".xlsx":
        raise Misuse(_("应为 .xlsx 文件"), "--output")
    done = ops.recheck_file(file, SESSION.rulebook(rulebook))
    if output is not None:
        ops.write_remarks(done, output)
    if json:
        answer_json(payload.rechecked(done))
    else:
        answer(*print_out.rechecked(done), "", *print_out.findings(done.findings))
    if output is not None:
        narrate(_("已写入 {path}").format(path=output))
    leave(done.findings)
