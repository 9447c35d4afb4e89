"""What there is to know of a code: how much it matters, its facts, and where its check comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error must be settled, a warning looked at, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Origin(StrEnum):
    """Where a check comes from."""

    NATIONAL = "national"
    """财预〔2020〕10号."""
    REVIEW = "review"
    """What reviewers at a finance bureau look for."""
    SAVING = "saving"
    """What an integrated budget system refuses to save."""
    WARNING = "system_warning"
    """What an integrated budget system warns of."""
    LOCAL = "local_form"
    """What a place's own form asks for."""
    OWN = "own"
    """A convention of this tool."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What there is to know of a code. `facts` are the names of the facts that its sentence may use."""

    group: str
    severity: Severity
    facts: tuple[str, ...]
    origin: Origin
