"""Every screen of the workbench, how to get there by keys, and what the panes of a screen drew themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rich.cells import cell_len
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

SCREENS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "help": ("f1",),
        "compare": ("f3",),
        "why": ("f4",),
        "findings": ("f5",),
        "hand in": ("f6",),
        "before handing in": ("f6", "f6"),
        "writing scorecards": ("f6", "f2"),
        "versions": ("f6", "f3"),
        "import": ("f7",),
        "rulebooks": ("f8",),
        "home": ("f10",),
        "declare": ("ctrl+d",),
        "journal": ("ctrl+l",),
        "settings": ("ctrl+o",),
        "palette": ("ctrl+p",),
    }
)
"""By name, the keys that open a screen over the working screen, the cursor in its table."""


def lost(screen: Screen[object]) -> list[tuple[str, str, str]]:
    """Where the screen shows something else than a pane drew: the pane, what it drew, what is shown.

    A wide character that an edge cuts in two is what Textual 8.2.8 loses; nothing here may lie on such an
    edge, so each pane's own lines must stand on the screen as they were drawn.
    """
    shown = [_cells(strip) for strip in screen._compositor.render_strips()]
    found = []
    for pane, region in _leaves(screen):
        drawn = pane.render_lines(Region(0, 0, *region.size))
        width = region.width - pane.gutter.right  # scrollbars are drawn beside what a pane draws
        height = region.height - pane.gutter.bottom
        for y, strip in enumerate(drawn[:height], start=region.y):
            here = shown[y][region.x : region.x + width]
            own = _cells(strip)[:width]
            if own != here:
                found.append((repr(pane), "".join(own), "".join(here)))
    return found


def torn(screen: Screen[object]) -> list[str]:
    """Lines of a screen that are not exactly as wide as it is."""
    lines = ("".join(segment.text for segment in strip) for strip in screen._compositor.render_strips())
    return [line for line in lines if cell_len(line) != screen.size.width]


def _leaves(screen: Screen[object]) -> Iterator[tuple[Widget, Region]]:
    """The panes that hold text and no other panes, whole on the screen, and where they are."""
    for pane, (region, clip) in screen._compositor.visible_widgets.items():
        if (
            not pane.displayed_children
            and region.size
            and clip.contains_region(region)
            and not pane.is_container
        ):
            yield pane, region


def _cells(strip: Strip) -> list[str]:
    """A line cell by cell: a wide character in its first cell, nothing in its second."""
    return [cell for text in strip.text for cell in (text, "")[: cell_len(text)]]
