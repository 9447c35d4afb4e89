"""What all dialogs have in common: they cover the whole screen.

An opaque screen has no edge that a wide character of the panes below could be cut at.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from evaltool.operations.paths import typed_path
from evaltool.tui.commands import bound_as
from evaltool.tui.widgets.key_line import KeyLine

__all__ = ["Dialog", "files_at_hand", "typed_path"]

T = TypeVar("T")


def files_at_hand(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """The files of a folder that may be of the kind that is asked for, by name."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in suffixes and path.is_file()]
    except OSError:
        return []
    return sorted(found)


class Dialog(ModalScreen[T | None], Generic[T]):
    """A title, a body, and a line that says which keys do what. Esc leaves it without a result."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        *bound_as("quit", "app.quit"),
    ]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def body(self) -> list[Widget]:
        """The widgets between title and keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        yield Static(self._title, id="dialog-title", markup=False)
        yield from self.body()
        yield KeyLine(self._keys)

    def action_leave(self) -> None:
        """Esc."""
        self.dismiss(None)
