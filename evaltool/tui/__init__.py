"""The terminal workbench. Nothing of textual is loaded before `run` is called."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path


def run(where: str | Path, *, who: Callable[[], str], clock: Callable[[], datetime]) -> int:
    """Open the workbench on a workspace and stay in it until the person leaves; give the exit code.

    `who` is asked again when the settings change. A fault of ours is raised once the terminal is as it was.
    """
    gc.disable()  # what is loaded stays: to look through it for garbage is a seventh of the start
    from evaltool import operations as ops
    from evaltool.tui.app import Workbench

    def open_desk() -> ops.Desk:
        try:
            return ops.Desk.open(where, who=who(), clock=clock)
        finally:
            gc.freeze()  # now all is loaded; to look through it later would be felt while typing
            gc.enable()

    app = Workbench(open_desk, clock=clock, who=who)
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def key_table_markdown() -> str:
    """The table of keys as README prints it, in the language in use."""
    from evaltool.tui.commands import key_table_markdown as table

    return table()
