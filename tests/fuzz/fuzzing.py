"""How many examples a fuzz run tries: a few in the suite, as many as EVALTOOL_FUZZ says in a long run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

often = settings(
    max_examples=int(os.environ.get("EVALTOOL_FUZZ", "15")),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
        HealthCheck.function_scoped_fixture,
    ],
)
