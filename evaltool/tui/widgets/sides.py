"""The pages of the comparison by name, side by side, to be turned by keys or clicked."""

from __future__ import annotations

from enum import StrEnum

from textual.widgets import Static

from evaltool.language import N_, _


class Side(StrEnum):
    """What is compared on a page, in the order of the pages."""

    TARGETS = "targets"
    LEVELS = "levels"
    LOSSES = "losses"
    MONEY = "money"
    YEARS = "years"
    PROJECTS = "projects"


NAMES = {
    Side.TARGETS: N_("指标"),
    Side.LEVELS: N_("各级"),
    Side.LOSSES: N_("失分"),
    Side.MONEY: N_("资金"),
    Side.YEARS: N_("上年"),
    Side.PROJECTS: N_("项目"),
}


class Tab(Static):
    """The name of a page; the one that is shown stands in brackets."""

    def __init__(self, side: Side) -> None:
        super().__init__(markup=False)
        self.side = side

    def show(self, side: Side) -> None:
        """Say whether it is this page that is shown."""
        name = _(NAMES[self.side])
        self.update(f"[{name}]" if side is self.side else f" {name} ")
        self.set_class(side is self.side, "-shown")
