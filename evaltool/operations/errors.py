"""Why an operation could not be done, where it is neither the document's nor the workspace's own refusal."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scoring.model import NOTHING


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """An operation that was not done: a code of `wording.faults` and its facts."""

    def __init__(self, code: str, facts: Mapping[str, str] = NOTHING) -> None:
        super().__init__(code, dict(facts))
        self.code = code
        self.facts = MappingProxyType(dict(facts))
