"""LibreOffice as a program beside ours: found, started on a profile of its own, ended with all it started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
"""Settings that name the folders where programs stand on Windows."""

_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)
"""No macro runs, nothing is fetched, no link is followed. In Calc 1 means never, in Writer 0 does."""


_WATCHED = ("/bin/sh", "-c", 'exec 3<&0; { read -r _ <&3; kill -9 0; } & "$@" 3<&- </dev/null', "sh")
"""Starts a command beside a watcher that ends the group when our end of its input closes, however it did."""


def office_program() -> Path | None:
    """The program of an installed LibreOffice, or None."""
    on_path = (shutil.which(name) for name in _NAMES)
    on_windows = (
        Path(folder) / "LibreOffice" / "program" / "soffice.com"
        for setting in _WINDOWS_FOLDERS
        if (folder := os.environ.get(setting))
    )
    usual = (path for path in (*map(Path, _USUAL_PLACES), *on_windows) if path.is_file())
    return next((Path(path) for path in on_path if path), next(usual, None))


DOCX, PDF = ("docx", "MS Word 2007 XML"), ("pdf", "calc_pdf_Export")
"""What it makes: the suffix, and its own name for the format."""


def converted(program: Path, document: Path, seconds: float, to: tuple[str, str] = DOCX) -> bytes | None:
    """The document in another format, or None where LibreOffice made none of it.

    Works in the document's folder, which is nobody else's. Raises `TimeoutError` after `seconds`.
    """
    folder, (suffix, name) = document.parent, to
    profile = folder / "profile"
    _write_settings(profile)
    command = [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--convert-to",
        f"{suffix}:{name}",
        "--outdir",
        str(folder / "converted"),
        str(document),
    ]
    result = folder / "converted" / f"{document.stem}.{suffix}"
    result.unlink(missing_ok=True)  # of another document before
    _run(command, folder, seconds)
    return result.read_bytes() if result.is_file() else None


def _write_settings(profile: Path) -> None:
    items = "\n".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}\n</oor:items>\n"
    )
    user = profile / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run to the end, or end it and everything it started. What it prints is for nobody."""
    watched = () if sys.platform == "win32" else _WATCHED
    with subprocess.Popen(  # noqa: S603 - the program of the office suite on a file of our own naming
        [*watched, *command],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started. What ended before is not there to be ended."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - of our own making
