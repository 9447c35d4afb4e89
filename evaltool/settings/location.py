"""Where a person's settings are kept: where the system keeps such files, unless the environment names one."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "EVALTOOL_CONFIG"
"""Names another file: for tests, and for whoever carries the tool on a stick."""


def path() -> Path:
    """The file, whether there is one or not."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("evaltool", appauthor=False) / "settings.toml"
