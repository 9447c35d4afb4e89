"""Names of keys as people write them, and which of them a terminal delivers."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "page_up": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "del": "delete",
    "ins": "insert",
    "control": "ctrl",
}
"""What else people call a key."""

MODIFIERS = ("alt", "ctrl", "shift")
"""In the order in which Textual names them."""

TYPING = frozenset({"space", "left", "right", "home", "end", "backspace", "delete", "insert", "shift+space"})
"""Keys that move and change what is being typed."""

NAMED = ("enter", "tab", "escape", "up", "down", "pageup", "pagedown", *sorted(TYPING - {"shift+space"}))

FUNCTION = tuple(f"f{number}" for number in range(1, 25))

NEVER = frozenset({"ctrl+c", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"})
"""Backspace, Tab and Enter in disguise, and the one that people leave other programs with."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a terminal delivers, by Textual's name. `is_chord`: nobody needs it for typing."""

    name: str
    is_chord: bool


def key_of(text: str) -> Key | None:
    """The key that somebody wrote; None where no terminal delivers it to the workbench."""
    *before, last = (OTHER_NAMES.get(part.strip(), part.strip()) for part in text.lower().split("+"))
    held = sorted(set(before))
    name = "+".join([*held, last])
    if not set(held) <= set(MODIFIERS) or name in NEVER:
        return None
    if last in FUNCTION:
        return Key(name, is_chord=True)
    strong = bool({"alt", "ctrl"} & set(held))
    if last in NAMED:
        return Key(name, is_chord=strong)
    is_letter = len(last) == 1 and "a" <= last <= "z"
    return Key(name, is_chord=True) if is_letter and strong and "shift" not in held else None


def near_key(text: str) -> list[str]:
    """The nearest key with a name, if one is near: pageup for pgeup."""
    return get_close_matches(text.lower(), [*FUNCTION[:12], *NAMED], 1, 0.75)
