"""Opening the workbench from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from evaltool.cli.session import SESSION, now
from evaltool.cli.streams import narrate
from evaltool.language import _


def has_terminal() -> bool:
    """Whether a person sits at every end."""
    streams = (sys.stdin, sys.stdout, sys.stderr)  # the workbench draws on the last
    return all(stream is not None and stream.isatty() for stream in streams)


def open_workbench(db: str) -> None:
    """Open the workbench on a workspace, a new one announced first; leave with the workbench's own code."""
    from evaltool import tui

    if "://" not in db and not Path(db).exists():
        narrate(_("新建工作区：{path}").format(path=Path(db).absolute()))
    code = tui.run(db, who=lambda: SESSION.who, clock=now)
    if code:
        raise typer.Exit(code)
