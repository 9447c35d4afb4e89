"""巨鹿's published document as a dossier with nothing recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaltool import operations
from scoring.model import Dossier

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def julu() -> Dossier:
    dossier, _ = operations.dossier_of(ROOT / "examples/巨鹿县政协-2022.txt", None)
    return dossier
