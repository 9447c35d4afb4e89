"""Every theme can be read: contrasts are computed, and the one of sixteen colours uses no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from evaltool import tui
from evaltool.settings import setting_named
from evaltool.tui.themes import ANSI, DARK, LIGHT, THEMES

TUI = Path(tui.__file__).parent

READABLE = 4.5
"""WCAG's least contrast of a text."""

SIXTEEN = re.compile(
    r"ansi_(default|(bright_)?(black|red|green|yellow|blue|magenta|cyan|white))( \d+%)?|\d+%?|[a-z -]+|"
)

PAIRS = [
    ("foreground", "background"),
    ("foreground", "panel"),
    ("quiet", "background"),
    ("title-foreground", "title-background"),
    ("trial-foreground", "trial-background"),
    ("error", "background"),
    ("error", "panel"),
    ("warning", "background"),
    ("success", "background"),
    ("primary", "background"),
    ("block-cursor-foreground", "block-cursor-background"),
]


def luminance(color: Color) -> float:
    """WCAG's relative luminance."""
    parts = (part / 255 for part in color.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, str]:
    """What the style sheets' roles are in a theme."""
    return {**theme.to_color_system().generate(), **theme.variables}


def on(ground: Color, text: str) -> Color:
    """A colour as it is seen on a ground; `auto 87%` is black or white, whichever stands out."""
    if text.startswith("auto"):
        return ground.get_contrast_text(int(text.removeprefix("auto ").rstrip("%")) / 100)
    return ground + Color.parse(text)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_stands_out_from_its_ground(theme: Theme, pair: tuple[str, str]):
    roles = colours(theme)
    ground = Color.parse(roles[pair[1]])
    assert contrast(ground + on(ground, roles[pair[0]]), ground) >= READABLE


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_dimmed_text_can_still_be_read(theme: Theme):
    from textual.constants import DIM_FACTOR

    roles = colours(theme)
    ground, text = Color.parse(roles["background"]), Color.parse(roles["foreground"])
    assert contrast(ground.blend(text, DIM_FACTOR), ground) >= READABLE


def test_the_measure_is_that_of_black_on_white():
    assert round(contrast(Color.parse("black"), Color.parse("white")), 2) == 21.0


def test_the_theme_of_sixteen_colours_uses_no_other():
    odd = {name: value for name, value in colours(ANSI).items() if not SIXTEEN.fullmatch(value)}
    assert odd == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_role_of_a_style_sheet_is_in_every_theme(theme: Theme):
    sheets = [path.read_text("utf-8") for path in TUI.rglob("*.tcss")]
    roles = {role for sheet in sheets for role in re.findall(r"\$([a-z-]+)", sheet)}
    assert "quiet" in roles
    assert roles - set(colours(theme)) == set()


def test_no_style_sheet_thins_a_colour_or_names_one():
    odd = [
        line.strip()
        for path in TUI.rglob("*.tcss")
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"(color|background|border\S*): .*(#[0-9a-fA-F]{3}|[a-z] \d+%)", line)
    ]
    assert odd == []


def test_the_themes_are_those_of_the_setting():
    setting = setting_named("theme")
    assert setting is not None
    assert set(setting.choices) == set(THEMES)
