"""The places of a document under review: a line for the department and for each project.

On a narrow screen the list is hidden while the table is used, and there is no width to cut its lines to.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Places(OptionList):
    """The list on the left; `sized` is told when its lines are to be cut anew, as when it comes back."""

    def __init__(self, count: int, sized: Callable[[], object]) -> None:
        super().__init__(*(Option("") for _line in range(count)), id="places", markup=False)
        self._sized = sized

    def on_resize(self) -> None:
        """There is another width."""
        self._sized()
