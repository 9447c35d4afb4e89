"""Settings that every test shares."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings

# No test reads a person's own settings, nor does any process that a test starts: there is no such file.
os.environ["EVALTOOL_CONFIG"] = str(Path(__file__).parent / "no-settings.toml")

# A draw that is slow on a busy machine is no fault; on CI the same draws come every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
