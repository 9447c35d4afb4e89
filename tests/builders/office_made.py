"""Files that an installed LibreOffice makes of others, where a test wants them fresh."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 120


def made_by_office(content: bytes, name: str, to: str, folder: Path) -> bytes:
    """`content`, a file called `name`, saved in the format `to`. Skips the test where nobody can do that."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip(
            "LibreOffice is not installed here; the kept files of tests/data/documents are read instead"
        )
    path = folder / name
    path.write_bytes(content)
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(folder / "made"),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return (folder / "made" / path.with_suffix(f".{to}").name).read_bytes()
