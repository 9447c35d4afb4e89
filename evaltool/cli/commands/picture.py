"""picture: the workbench drawn without a terminal, for a manual or a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.help import Command
from evaltool.cli.session import SESSION, now
from evaltool.cli.streams import answer
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("picture", cls=Command, help=_("把工作台画成图片（svg），供说明书使用"))(picture)


def picture(
    file: Annotated[Path, typer.Argument(metavar="FILE.svg", help=_("写到哪个文件"))],
) -> None:
    """Draw the workbench on the workspace, in its first project."""
    from evaltool import operations as ops
    from evaltool.tui.picture import draw

    SESSION.open(must_exist=True).close()
    try:
        answer(str(draw(lambda: SESSION.open(must_exist=True), file, clock=now)))
    except OSError as fault:
        raise ops.Refused.to_write(file, fault) from None
