"""Opening the workbench from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from evaltool.cli.session import SESSION, now
from evaltool.cli.streams import narrate
from evaltool.language import _


def has_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def open_workbench(db: str) -> None:
    """Open the workbench on a workspace; a new one is announced first."""
    from evaltool import tui

    if "://" not in db and not Path(db).exists():
        narrate(_("新建工作区：{path}").format(path=Path(db).absolute()))
    tui.run(db, who=SESSION.who, clock=now)
