"""The search: typing narrows a list of names, Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from evaltool.language import _
from evaltool.tui.cells import cells, cut, cut_middle
from evaltool.tui.screens.narrowing import NarrowingScreen
from evaltool.tui.searching import Spot, matching

SHOWN = 200
"""So many are listed; who has more than that to look through types on."""

LEAST_NAME = 20


class FindScreen(NarrowingScreen[Spot]):
    """A line to type in and the names that fit it; the result is the one to go to."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        super().__init__(_("查找"), _("输入名称，上下选择，Enter 前往，Esc 返回"))
        self._spots = spots
        self._found: Sequence[Spot] = ()

    def body(self) -> list[Widget]:
        """The line, how many fit, and the list."""
        return [
            Input(placeholder=_("指标、项目或单位的名称"), id="wanted", compact=True),
            Static(id="dialog-message", markup=False),
            OptionList(id="found", markup=False),
        ]

    def on_mount(self) -> None:
        """All there is."""
        self._search("")

    def on_resize(self) -> None:
        """Cut the names anew."""
        self._draw()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search(event.value)

    def _search(self, wanted: str) -> None:
        self._found = matching(self._spots, wanted)
        self._draw()

    def _draw(self) -> None:
        list_ = self.query_one(OptionList)
        room = max(list_.scrollable_content_region.width - 2, LEAST_NAME)
        list_.clear_options()
        list_.add_options(Option(_line(spot, room)) for spot in self._found[:SHOWN])
        list_.highlighted = 0 if self._found else None
        self.query_one("#dialog-message", Static).update(self._counted())

    def _counted(self) -> str:
        count = len(self._found)
        if not count:
            return _("没有这样的名称；可以只输入其中几个字，用空格隔开")
        said = _("{count} 个") if count <= SHOWN else _("{count} 个，只列出前 {shown} 个")
        return said.format(count=count, shown=SHOWN)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._found[event.option_index])


def _line(spot: Spot, room: int) -> Content:
    """The name, and what it belongs to in what room is left."""
    name = cut(spot.name, max(room - LEAST_NAME, LEAST_NAME))
    return Content.assemble(name, "  ", (cut_middle(spot.where, room - cells(name) - 2), "dim"))
