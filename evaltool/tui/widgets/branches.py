"""A tree of whole texts, folded to the width; up and down go through it, left and right close and open.

Textual's own tree draws one line a node, and its guides are characters of ambiguous width.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from evaltool.tui.cells import fold
from evaltool.tui.why.branch import INSIDE, Branch

Path = tuple[int, ...]

OPEN, CLOSED, LEAF = "- ", "+ ", "  "

EDGE = 3
"""Cells that the list keeps for itself, its scroll bar among them."""

LEAST_ROOM = 20


class Branches(OptionList):
    """One tree. What fits the screen is open at first, the upper branches before the lower ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
    ]

    def __init__(self, root: Branch) -> None:
        super().__init__(id="branches", markup=False)
        self._root = root
        self._open: set[Path] | None = None
        self._paths: list[Path] = []

    def show(self, root: Branch) -> None:
        """Show another tree, the cursor at its top."""
        self._root, self._open = root, None
        self._draw(())

    @property
    def at_cursor(self) -> Branch:
        """The branch that the cursor is on."""
        return self._branch(self._path)

    @property
    def shown(self) -> str:
        """The tree as far as it is open, as plain text."""
        return "\n".join(INSIDE * len(path) + self._branch(path).text for path in self._paths)

    def on_resize(self) -> None:
        """Fold the texts anew."""
        self._draw(self._path)

    def action_unfold(self) -> None:
        """Open the branch; of an open one go to the first inside."""
        path = self._path
        if self._is_open(path):
            self._draw((*path, 0))
        elif self._branch(path).under:
            self._turn(path)

    def action_fold(self) -> None:
        """Close the branch; from a closed one go to the one that it is in."""
        path = self._path
        if self._is_open(path):
            self._turn(path)
        elif path:
            self._draw(path[:-1])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        path = self._paths[event.option_index]
        if self._branch(path).under:
            self._turn(path)

    @property
    def _path(self) -> Path:
        at = self.highlighted
        return self._paths[at] if at is not None and at < len(self._paths) else ()

    def _branch(self, path: Path) -> Branch:
        branch = self._root
        for index in path:
            branch = branch.under[index]
        return branch

    def _is_open(self, path: Path) -> bool:
        return path in (self._open or ())

    def _turn(self, path: Path) -> None:
        self._open = (self._open or set()) ^ {path}
        self._draw(path)

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width - EDGE, LEAST_ROOM)

    def _draw(self, at: Path) -> None:
        if not self.size.height:
            return  # not laid out yet: what fits is not known
        if self._open is None:
            self._open = self._fitting()
        self._paths = list(self._visible((), self._root))
        self.clear_options()
        self.add_options(Option(Content("\n").join(self._drawn(path))) for path in self._paths)
        self.highlighted = self._paths.index(at) if at in self._paths else 0

    def _visible(self, path: Path, branch: Branch) -> Iterator[Path]:
        yield path
        if self._is_open(path):
            for index, one in enumerate(branch.under):
                yield from self._visible((*path, index), one)

    def _drawn(self, path: Path) -> list[Content]:
        branch = self._branch(path)
        sign = (OPEN if self._is_open(path) else CLOSED) if branch.under else LEAF
        lead = INSIDE * len(path)
        first, *others = fold(branch.text, self._room - len(lead) - len(sign))
        style = "bold" if not path else ""
        rest = (Content.styled(lead + LEAF + line, style) for line in others)
        return [Content.styled(lead + sign + first, style), *rest]

    def _fitting(self) -> set[Path]:
        """The branches to open at first: the top one, then as many as there are lines for, level by level."""
        opened: set[Path] = set()
        left = self.size.height - len(self._drawn(()))
        level: list[Path] = [()]
        while level:
            for path in level:
                inside = [(*path, index) for index in range(len(self._branch(path).under))]
                needed = sum(len(self._drawn(one)) for one in inside)
                if inside and (needed <= left or not path):
                    opened.add(path)
                    left -= needed
            level = [
                (*path, index)
                for path in level
                if path in opened
                for index in range(len(self._branch(path).under))
            ]
        return opened
