"""How Python runs the program from this checkout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def command(line: Sequence[str | bytes | Path]) -> list[str | bytes | Path]:
    """A command line of evaltool as a child process."""
    return [sys.executable, "-m", "evaltool", *line]
