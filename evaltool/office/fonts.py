"""Whether what is printed can show Chinese: without a font for it every sign comes out as an empty box."""

from __future__ import annotations

import shutil
import subprocess

_SECONDS = 30
"""The first question after fonts were installed takes some time."""


def has_chinese_font() -> bool:
    """Whether a font with Chinese signs is installed.

    Asked of fontconfig, where there is one; Windows and macOS bring fonts for Chinese along.
    """
    program = shutil.which("fc-list")
    if program is None:
        return True
    command = [program, ":lang=zh", "family"]
    try:
        said = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return True
    return said.returncode != 0 or bool(said.stdout.strip())
