"""picture: the workbench drawn without a terminal, for a manual or a report."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.help import Command
from evaltool.cli.session import DB, SESSION, now
from evaltool.cli.streams import answer
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("picture", cls=Command, help=_("把工作台画成图片（svg），供说明书使用"))(picture)


def picture(
    where: Annotated[
        Path, typer.Argument(metavar="FILE.svg|DIR", help=_("写到哪个文件；是文件夹的，各个画面都画"))
    ],
    *,
    examples: Annotated[bool, typer.Option("--examples", help=_("画两个公开的绩效文本，不画工作区"))] = False,
) -> None:
    """Draw the workbench on the workspace, in its first project; all of README's pictures into a folder."""
    if not examples:
        SESSION.open(must_exist=True).close()
        _draw(where)
        return
    from evaltool import operations as ops

    where, SESSION.db = where.absolute(), DB
    # Inside the folder, so that the pictures name no path of this machine.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        with SESSION.open() as desk:
            ops.take_in_examples(desk, SESSION.who)
        _draw(where)


def _draw(where: Path) -> None:
    from evaltool import operations as ops
    from evaltool.tui.picture import PICTURES, draw

    pictures = {where: PICTURES["workbench"]}
    if where.is_dir():
        pictures = {where / f"{name}.svg": keys for name, keys in PICTURES.items()}
    for file, keys in pictures.items():
        try:
            answer(str(draw(lambda: SESSION.open(must_exist=True), file, clock=now, keys=keys)))
        except OSError as fault:
            raise ops.Refused.to_write(file, fault) from None
