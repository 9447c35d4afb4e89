"""What every command needs: the workspace meant, the person, and how an answer leaves the program."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import typer

from scoring.findings import Finding, Severity

if TYPE_CHECKING:
    from evaltool.operations import Desk
    from scoring.rulebook import Rulebook

DONE, ERRORS, UNUSABLE = 0, 1, 2
"""Exit codes: done; done, with findings of severity error; wrong usage or unreadable input."""


@dataclass(slots=True)
class Session:
    """The options that stand before a command."""

    db: str = "evaltool.db"
    who: str = ""

    def open(self, rulebook: Rulebook | None = None, *, must_exist: bool = False) -> Desk:
        """The workspace, opened for the person at the keyboard."""
        from evaltool.operations import Desk

        return Desk.open(
            self.db, who=self.who or person(), clock=now, rulebook=rulebook, must_exist=must_exist
        )


SESSION = Session()
"""The options of this process: one command line, one session."""


def person() -> str:
    """The name of who is logged in; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now().astimezone()


def answer(text: str) -> None:
    """A line of the answer."""
    print(text)  # noqa: T201 - stdout is what the command is for


def narrate(text: str) -> None:
    """A line about what happens, which is no part of the answer."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


def answer_json(payload: Any) -> None:
    """The answer as UTF-8 JSON, whatever the console's encoding is."""
    sys.stdout.flush()
    text = json.dumps(payload, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def leave(findings: Iterable[Finding] = ()) -> None:
    """End the command: with 1 where a finding is an error."""
    if any(doubt.severity is Severity.ERROR for doubt in findings):
        raise typer.Exit(ERRORS)
