"""Settings that every test shares."""

from __future__ import annotations

import os

from hypothesis import settings

# A draw that is slow on a busy machine is no fault; on CI the same draws come every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
