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
        "help in the tree": ("escape", "f1"),
        "long text": ("tab", "f2"),
        "compare": ("f3",),
        "compare levels": ("f3", "f3"),
        "compare losses": ("f3", "f3", "f3"),
        "compare money": ("f3", "f3", "f3", "f3"),
        "compare years": ("f3", "f3", "f3", "f3", "f3"),
        "compare projects": ("f3", "left"),
        "why": ("f4",),
        "why in full": ("f4", "f2"),
        "findings": ("f5",),
        "findings by place": ("f5", "f3"),
        "answering": ("f5", "f2"),
        "hand in": ("f6",),
        "before handing in": ("f6", "f6"),
        "writing scorecards": ("f6", "f2"),
        "taking back": ("f6", "f6", "enter", "f6", "f8"),
        "no versions": ("f6", "f3"),
        "versions": ("f6", "f6", "enter", "f6", "f3"),
        "versions compared": ("f6", "f6", "enter", "f6", "f3", "enter"),
        "import": ("f7",),
        "review": ("f7", "down", "enter"),
        "help in a review": ("f7", "down", "enter", "f1"),
        "doubts of a document": ("f7", "down", "enter", "f5"),
        "rulebooks": ("f8",),
        "rulebooks compared": ("f8", "down", "f3"),
        "rulebook file": ("f8", "end", "enter"),
        "home": ("f10",),
        "find": ("ctrl+f",),
        "declare": ("ctrl+d",),
        "help while declaring": ("ctrl+d", "f1"),
        "adding": ("ctrl+d", "home", "ctrl+n"),
        "naming": ("ctrl+d", "ctrl+n"),
        "removing": ("ctrl+d", "enter", *["down"] * 10, "f8"),
        "copying": ("ctrl+d", "f7"),
        "journal": ("ctrl+l",),
        "a change": ("ctrl+l", "enter"),
        "journal by project": ("ctrl+l", "f3"),
        "journal by person": ("ctrl+l", "f4"),
        "journal by department": ("ctrl+l", "f5"),
        "settings": ("ctrl+o",),
        "settings, a key": ("ctrl+o", "end", "enter"),
        "palette": ("ctrl+p",),
    }
)
"""By name, the keys that open a screen over the working screen, the cursor in its table.

A document lies in the current folder.
"""

ON_THE_WAY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nothing done": (),
        "in the tree": ("escape",),
        "a figure saved": ("9", "enter"),
        "a figure far off": ("9", "9", "9", "enter"),
        "a figure that cannot be read": ("?", "?", "enter"),
        "undone": ("9", "enter", "ctrl+z"),
        "redone": ("9", "enter", "ctrl+z", "ctrl+y"),
        "evidence that is not there": ("tab", "tab", "tab", "1", ".", "2", "enter"),
        "the reason repeated": ("down", "tab", "ctrl+r"),
        "other fields": ("f9",),
        "more fields": ("f9", "f9"),
        "all fields": ("f9", "f9", "f9"),
        "people": ("f9", "f9", "f9", "f9"),
        "the department itself": ("escape", "up", "enter"),
        "filtered": ("f12",),
        "filtered otherwise": ("f12", "f12"),
        "what if": ("ctrl+t", "9", "enter"),
        "what if, undone": ("ctrl+t", "9", "enter", "ctrl+z"),
        "what if, to be dropped": ("ctrl+t", "9", "enter", "ctrl+t"),
        "what if, kept": ("ctrl+t", "9", "enter", "ctrl+s"),
        "handed in": ("f6", "f6", "enter"),
        "handed in and locked": ("f6", "f6", "enter", "9", "enter"),
        "taken back": ("f6", "f6", "enter", "f6", "f8", "9", "enter"),
        "a rulebook adopted": ("f8", "down", "enter"),
        "a finding answered": ("f5", "f2", "9", "enter"),
        "an indicator added": ("ctrl+d", "enter", "ctrl+n"),
        "points spread": ("ctrl+d", "f6"),
        "before adopting": ("f7", "down", "enter", "ctrl+s"),
        "adopted": ("f7", "down", "enter", "ctrl+s", "ctrl+s"),
        "choosing one of two": ("f7", "down", "enter", "enter", *["down"] * 5, "f4"),
        "left out": ("f7", "down", "enter", "enter", *["down"] * 5, "f8"),
        "corrected": ("f7", "down", "enter", "enter", *["down"] * 3, "9", "enter"),
        "moving": ("f7", "down", "enter", "ctrl+s", "ctrl+s", "f5", "end", "enter"),
        "scorecards written": ("f6", "f2", "enter", "enter", "enter"),
        "the settings' own signs": ("ctrl+o", *["down"] * 4),
    }
)
"""What a person may be told on the way, beside the screens that have a name of their own."""

EVERYWHERE = MappingProxyType({**SCREENS, **ON_THE_WAY})


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
