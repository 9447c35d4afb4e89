"""The colours of the workbench: calm on dark, calm on light, and the terminal's own sixteen.

A theme says what each role looks like; the style sheets know roles only.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    "dark",
    primary="#6f9fc8",
    secondary="#4c6a85",
    accent="#6f9fc8",
    warning="#d6a85a",
    error="#df7b7b",
    success="#8fb98a",
    foreground="#d8dbe0",
    background="#15181d",
    surface="#15181d",
    panel="#20252d",
    variables={
        "title-background": "#3a5269",
        "title-foreground": "#e6e9ee",
        "trial-background": "#453c2c",
        "trial-foreground": "#e6e9ee",
        "quiet": "#9a9fa8",
    },
)

LIGHT = Theme(
    "light",
    dark=False,
    primary="#245f96",
    secondary="#8fa9c0",
    accent="#245f96",
    warning="#7d5200",
    error="#a3282c",
    success="#2d6532",
    foreground="#22272e",
    background="#f8f7f3",
    surface="#f8f7f3",
    panel="#eae8e1",
    variables={
        "title-background": "#c9d7e4",
        "title-foreground": "#1b2733",
        "trial-background": "#d9ceb6",
        "trial-foreground": "#1b2733",
        "quiet": "#5c636c",
    },
)

ANSI = Theme(
    "ansi",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_blue",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "title-background": "ansi_blue",
        "title-foreground": "ansi_bright_white",
        "trial-background": "ansi_yellow",
        "trial-foreground": "ansi_black",
        "quiet": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "foreground-disabled": "ansi_default",
        "surface-active": "ansi_default",
        "border": "ansi_blue",
        "border-blurred": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-background": "ansi_blue",
        "block-cursor-blurred-foreground": "ansi_bright_white",
        "block-cursor-blurred-background": "ansi_blue",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-background": "ansi_white",
        "input-selection-foreground": "ansi_bright_white",
        "input-selection-background": "ansi_blue",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, ANSI)}
"""By the names that the setting has."""
