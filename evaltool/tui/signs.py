"""Signs that some consoles draw two cells wide, or not at all, and how ASCII spells them.

All of them are of ambiguous width in Unicode's tables (or stand beside one that is): a console in Chinese may
give them two cells where the workbench reckons with one, and the rest of the line is out of place.
"""

from __future__ import annotations

SPELLINGS = {
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "≈": "~=",
    "±": "+-",
    "×": "x",
    "÷": "/",
    "−": "-",
    "…": "..",
    "·": ".",
    "•": "*",
    "●": "*",
    "○": "o",
    "◆": "*",
    "◇": "o",
    "■": "*",
    "□": "o",
    "▲": "^",
    "△": "^",
    "▼": "v",
    "▽": "v",
    "★": "*",
    "☆": "*",
    "√": "v",
    "→": "->",
    "←": "<-",
    "↑": "^",
    "↓": "v",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "—": "-",
    "–": "-",
    "―": "-",
    "─": "-",
    "━": "-",
    "═": "=",
    "│": "|",
    "┃": "|",
    "║": "|",
    "█": "#",
    "▉": "#",
    "▊": "#",
    "▋": "#",
    "▌": "#",
    "▍": "#",
    "▎": "|",
    "▏": "|",
    "▐": "#",
    "▀": "#",
    "▄": "#",
    "░": ".",
    "▒": ":",
    "▓": "#",
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰", "+"),
    **dict.fromkeys("▁▂▃▅▆▇", "_"),
    **{chr(0x2460 + number): f"({number + 1})" for number in range(20)},  # ① to ⑳
}
"""What stands for each sign; never shorter in cells than the sign."""

_TABLE = str.maketrans(SPELLINGS)


def spelled(text: str) -> str:
    """`text` with these signs in ASCII; done twice it is done once."""
    return text if text.isascii() else text.translate(_TABLE)
