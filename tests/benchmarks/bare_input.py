"""The least program with a line to type in: what Textual itself takes from key to picture."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input


class Bare(App[None]):
    """One input and nothing else."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Input()


if __name__ == "__main__":
    Bare().run()
