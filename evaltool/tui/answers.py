"""How findings are answered where figures are kept: through the session, like any other value."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from evaltool import operations as ops
from evaltool.tui import hand_in_words
from evaltool.tui.book import Book
from scoring.findings import Finding
from scoring.model import Dossier

if TYPE_CHECKING:
    from evaltool.tui.session import Session


class Answers:
    """The answers of one book's findings."""

    def __init__(self, session: Session, book: Book) -> None:
        self._session = session
        self._book = book

    @property
    def dossier(self) -> Dossier:
        """The dossier with the answers as they are shown now."""
        return self._book.dossier

    @property
    def is_trying(self) -> bool:
        """Whether figures are being tried, and nothing is kept at the moment."""
        return self._book.trying

    def closed(self, found: Finding) -> str:
        """Why a finding is not answered any more: its place is handed in. Empty where it is not."""
        version = self._book.locked.get(found.subject.project, 0)
        return hand_in_words.locked(version) if version else ""

    def known(self) -> Mapping[str, ops.By]:
        """By fingerprint, who answered and when. It asks the workspace."""
        return self._session.desk.history.answered(*self._book.id)

    async def keep(self, found: Finding, reason: str) -> Mapping[str, ops.By]:
        """Answer a finding and wait until that is kept; who answered what by then.

        Raises one of `REFUSALS` where it is not kept.
        """
        entry = ops.answer_entry(found, reason)
        self._session.keep(self._book, entry, operation="answer")
        await self._session.drained()
        return await asyncio.to_thread(self.known)

    def is_kept(self, found: Finding) -> bool:
        """Whether the answer that is shown is on the disk."""
        return ops.answer_place(found) not in self._book.unsaved
