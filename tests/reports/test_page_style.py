"""The page's style sheet: colours that everybody can tell apart, in light, in dark and on paper."""

from __future__ import annotations

import re
from importlib import resources
from itertools import product

import pytest
from by_hand import done, julu, with_outcome, with_own_objectives
from page_made import BEIDAIHE, JULU, card_of, example, many, parsed

from scoring.model import State

STYLE = (resources.files("evaltool.reports.page") / "style.css").read_text("utf-8")
ROOT = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
COLOUR = re.compile(r"--([a-z]+):\s*(#[0-9a-f]{6});")
SCHEMES = dict(
    zip(("light", "dark", "print"), (dict(COLOUR.findall(one)) for one in ROOT.findall(STYLE)), strict=True)
)

TEXTS = ("ink", "quiet", "accent", "error")
GROUNDS = ("paper", "panel", "chosen")
SHAPES = [
    ("met", "track"),
    ("short", "track"),
    ("tick", "track"),
    ("tick", "paper"),
    ("planned", "paper"),
    ("planned", "track"),
    ("accent", "paper"),
]
"""What has to be seen, and what it stands on; the last is the frame of what has the focus."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_ratios() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = SCHEMES[scheme]
    ratios = {pair: contrast(*(colours[name] for name in pair)) for pair in product(TEXTS, GROUNDS)}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_bar_mark_and_frame_can_be_seen_on_what_it_stands_on(scheme: str) -> None:
    colours = SCHEMES[scheme]
    ratios = {pair: contrast(*(colours[name] for name in pair)) for pair in SHAPES}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 3} == {}


def test_colours_stand_in_the_schemes_alone_and_text_has_only_those_that_are_looked_at_here() -> None:
    rest = ROOT.sub("", STYLE)
    assert not re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", rest)
    used = set(re.findall(r"var\(--([a-z]+)\)", rest))
    assert all(set(colours) == used for colours in SCHEMES.values())
    assert set(re.findall(r"[ ;{]color: var\(--([a-z]+)\)", rest)) == set(TEXTS)
    assert set(re.findall(r"background: var\(--([a-z]+)\)", rest)) == {*GROUNDS, "track", "met"}


def test_paper_is_never_dark() -> None:
    assert SCHEMES["print"]["paper"] == "#ffffff"
    assert luminance(SCHEMES["dark"]["paper"]) < 0.05


def test_nothing_is_fetched_by_the_style_sheet() -> None:
    assert not re.search(r"url\(|@import|@font-face|expression|</", STYLE)


def test_every_class_of_the_page_has_a_rule_and_every_rule_a_class() -> None:
    open_ = with_outcome(with_own_objectives(julu()), "完成率", None)
    beyond = with_outcome(julu(), "完成率", done("400"))
    not_applicable = with_outcome(julu(), "完成率", done("1", state=State.NOT_APPLICABLE))
    cards = [example(JULU), example(BEIDAIHE), *map(card_of, (open_, beyond, not_applicable, many(20)))]
    used = {name for card in cards for names in parsed(card).xpath("//@class") for name in names.split()}
    ruled = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)))
    severities = {"warning", "note"}
    """They look as any severity does; only an error stands out."""
    assert used - ruled - severities == set()
    assert ruled - used - {"error"} == set()
