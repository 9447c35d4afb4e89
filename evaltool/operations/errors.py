"""Why an operation could not be done, where it is neither the document's nor the workspace's own refusal."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from evaltool.documents import Unreadable
from evaltool.workspace.errors import WorkspaceError
from scoring.model import NOTHING
from scoring.rulebook import RulebookError


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """An operation that was not done: a code of `wording.faults` and its facts."""

    def __init__(self, code: str, facts: Mapping[str, str] = NOTHING) -> None:
        super().__init__(code, dict(facts))
        self.code = code
        self.facts = MappingProxyType(dict(facts))

    @classmethod
    def to_write(cls, path: Path, fault: OSError) -> Self:
        """The refusal of an operating system to write: its errno's name where it has one, else its words."""
        why = errno.errorcode.get(fault.errno or 0, fault.strerror or str(fault))
        return cls("write.failed", {"path": str(path), "why": why})


REFUSALS = (Refused, Unreadable, WorkspaceError, RulebookError)
"""What a person is told in one sentence; every other exception is a fault of ours."""
