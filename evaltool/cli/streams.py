"""How an answer leaves the program: stdout is the answer, stderr is narration, exit codes are an API.

A console may lack signs, a reader may stop reading, a disk may be full: none of it is a fault.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from evaltool.settings import in_force

if TYPE_CHECKING:
    from scoring.findings import Finding

DONE, ERRORS, UNUSABLE = 0, 1, 2
"""Exit codes: done; done, with findings of severity error; wrong usage or unreadable input."""

_ORDERS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def prepare() -> None:
    """Have a console that lacks a sign show the sign's number, and a closed stream take what nobody reads."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for good
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def drawn(text: str) -> str:
    """`text` as a terminal shows it: signs in ASCII for who has a console that draws them badly."""
    if not (in_force().settings.plain_signs and has_console()):
        return text
    from evaltool.tui.signs import spelled

    return spelled(text)


def has_console() -> bool:
    """Whether a terminal shows the answer; a file or another program gets the signs as they are."""
    return sys.stdout is not None and sys.stdout.isatty()


def answer(*texts: str) -> None:
    """Lines of the answer."""
    with _answering():
        for text in texts:
            print(visible(drawn(text)))  # noqa: T201 - stdout is what the command is for


def answer_json(payload: Any) -> None:
    """The answer as UTF-8 JSON, whatever the console's encoding is."""
    import json

    text = json.dumps(payload, ensure_ascii=False, indent=2)
    with _answering():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def finish() -> None:
    """See to it that the whole answer is out. Raises `operations.Refused` where there is no room for it."""
    with _answering():
        sys.stdout.flush()


def narrate(text: str) -> None:
    """A line about what happens, which is no part of the answer."""
    with suppress(OSError):
        print(visible(drawn(text)), file=sys.stderr, flush=True)  # noqa: T201


def visible(text: str) -> str:
    """`text` with what a terminal would obey spelt out: no name of a file and no text in one gives orders."""
    return text.translate(_ORDERS)


def leave(findings: Iterable[Finding] = ()) -> None:
    """End the command: with 1 where a finding is an error."""
    from scoring.findings import Severity

    if any(doubt.severity is Severity.ERROR for doubt in findings):
        raise typer.Exit(ERRORS)


@contextmanager
def _answering() -> Iterator[None]:
    """Where nobody reads on, the command goes on with its work and says the rest to nobody."""
    try:
        yield
    except BrokenPipeError:
        _say_to_nobody()
    except OSError as fault:
        from evaltool.operations import Refused

        _say_to_nobody()
        raise Refused.to_write(Path("stdout"), fault) from None


def _say_to_nobody() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
