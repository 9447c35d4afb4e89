"""What a reader may do to its process, as functions that another process finds by their name."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from evaltool.documents.unreadable import Unreadable
from scoring.findings import Finding, finding


def own_number() -> int:
    return os.getpid()


def abort() -> None:
    os.abort()


def abort_in_all_but_the_first(kept: str) -> str:
    """As a library that a file before has left in pieces."""
    if Path(kept).exists() and Path(kept).read_text("ascii") == str(os.getpid()):
        os.abort()
    Path(kept).write_text(str(os.getpid()), "ascii")
    return "read"


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def loop(*_: object) -> None:
    while True:
        pass


def loop_inside_a_library() -> None:
    """A pattern that never ends and lets no other thread of the process run."""
    re.match(r"(a|a)*b", "a" * 60)


def eat_memory() -> int:
    eaten = [bytes(10_000_000) * 2 for _ in range(200)]
    return len(eaten)


def forty_megabytes() -> int:
    return len(bytes(40_000_000))


def print_a_lot() -> str:
    sys.stdout.write("x" * 100_000)
    sys.stdout.flush()
    os.write(1, b"y" * 100_000)
    os.write(2, b"z" * 100_000)
    return "read"


def read_the_keyboard() -> bytes:
    return os.read(0, 10)


def leave() -> None:
    sys.exit(0)


def fault() -> None:
    raise KeyError("word/document.xml")


def refuse() -> None:
    raise Unreadable("document.too_many_pages", "长.pdf", pages=3000, limit=500)


def found() -> tuple[Finding, ...]:
    return (finding("document.hidden_sheet", sheet="附件"),)


def start_another_and_loop(kept: str) -> None:
    """As LibreOffice that hangs: the program itself, and what it has started."""
    child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
    Path(kept).write_text(f"{os.getpid()} {child.pid}", "ascii")
    while True:
        signal.pause()


def limits() -> tuple[int, float]:
    """Bytes of memory and seconds that are left to the process."""
    import resource

    return resource.getrlimit(resource.RLIMIT_DATA)[0], float(signal.alarm(0))
