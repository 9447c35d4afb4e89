"""What a program finds around it when a person starts it."""

from __future__ import annotations

import os

ALIEN = {"COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"}
"""Settings that a person's terminal does not have. An installed program has its bytecode beside it."""


def settings() -> dict[str, str]:
    """The environment of a program that a person starts."""
    return {name: value for name, value in os.environ.items() if name not in ALIEN} | {"PYTHONUTF8": "1"}
