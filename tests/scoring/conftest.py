"""What the tests of the rules share."""

from __future__ import annotations

import pytest

# The modules that hold scores against cases assert like tests do, and say as much where they fail.
pytest.register_assert_rewrite("case_scores")
