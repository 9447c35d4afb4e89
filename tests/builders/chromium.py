"""An installed Chromium without a window: what it makes of a page."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Shown:
    """What Chromium said of a page: on its output, and on its console."""

    output: str
    console: tuple[str, ...]


def shown(page: Path, *wanted: str) -> Shown:
    """Open a page, ask for what is wanted of it, and close. Skips the test where there is no Chromium."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium or Chrome is installed here")
    profile = page.with_name("profile")
    done = subprocess.run(
        [
            program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--enable-logging=stderr",
            "--v=0",
            f"--user-data-dir={profile}",
            *wanted,
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    said = done.stderr.decode("utf-8", "replace").splitlines()
    return Shown(done.stdout.decode("utf-8"), tuple(line for line in said if "CONSOLE" in line))
