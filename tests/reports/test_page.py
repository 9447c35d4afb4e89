"""The page of a department, read back as html: what stands on it and how it is built."""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from page_made import BEIDAIHE, JULU, example, of_class, parsed, said

from evaltool import __version__, language
from evaltool.reports import Scorecard
from evaltool.reports.page import page
from evaltool.wording import points, say, suggestion, term

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    language.use("zh")
    yield
    language.use("zh")


def rows(table: HtmlElement) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in table.xpath("tbody/tr")]


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
class TestBothPublishedDocuments:
    @pytest.fixture
    def card(self, name: str) -> Scorecard:
        return example(name)

    @pytest.fixture
    def root(self, card: Scorecard, tongue: str) -> HtmlElement:
        language.use(tongue)
        return parsed(card)

    def test_the_outline_is_the_one_that_was_looked_at(
        self, card: Scorecard, root: HtmlElement, name: str, tongue: str
    ) -> None:
        """`EVALTOOL_GOLDEN=1` writes it anew, to be looked at."""
        shown = "\n".join(outline(root.body)) + "\n"
        for text, mark in (
            (card.rulebook.hash, "{hash}"),
            (card.inputs, "{inputs}"),
            (f"evaltool {__version__}", "evaltool {version}"),
        ):
            shown = shown.replace(text, mark)
        golden = GOLDEN / f"page-{name}-{tongue}.txt"
        if os.environ.get("EVALTOOL_GOLDEN"):
            golden.write_text(shown, "utf-8", newline="\n")
        assert shown == golden.read_text("utf-8")

    def test_headings_begin_with_one_and_leave_no_step_out(self, root: HtmlElement) -> None:
        levels = [int(one.tag[1]) for one in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_every_table_has_a_caption_headings_with_scope_and_cells_enough(self, root: HtmlElement) -> None:
        found = list(root.iter("table"))
        assert len(found) > 8
        for table in found:
            assert said(table.find("caption"))
            assert all(cell.get("scope") in ("col", "row", "rowgroup") for cell in table.iter("th"))
            assert table.xpath("count(thead/tr)") == 1
            assert all(row.xpath("th") for row in table.xpath("tbody/tr"))
            assert set(widths(table)) == {len(table.xpath("thead/tr/th"))}

    def test_tables_scroll_inside_a_named_box_that_the_keyboard_reaches(self, root: HtmlElement) -> None:
        boxes = [table.getparent() for table in root.iter("table")]
        assert all((box.get("role"), box.get("tabindex")) == ("region", "0") for box in boxes)
        names = [box.get("aria-label") for box in boxes]
        assert all(names)
        assert len(names) == len(set(names))

    def test_every_link_leads_to_one_place_on_the_page(self, root: HtmlElement) -> None:
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        links = root.xpath("//@href")
        assert len(links) > 20
        assert {link[0] for link in links} == {"#"}
        assert {link[1:] for link in links} <= set(ids)
        assert set(root.xpath("//@aria-labelledby")) <= set(ids)

    def test_nothing_is_fetched_run_or_sent(self, card: Scorecard, root: HtmlElement) -> None:
        assert not root.xpath("//@src|//@srcset|//@action|//@data|//@background|//@poster")
        elements = ("script", "link", "iframe", "img", "object", "embed", "form", "input", "base")
        assert not list(root.iter(*elements))
        assert not [name for name in root.xpath("//@*") if name.attrname.startswith("on")]
        (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
        assert b"url(" not in page(card)
        assert b"@import" not in page(card)
        assert b"//" not in page(card)

    def test_a_style_attribute_holds_a_width_and_nothing_else(self, root: HtmlElement) -> None:
        styles = root.xpath("//@style")
        assert styles
        for style in styles:
            name, _, width = style.partition(":")
            assert name == "width"
            assert 0 <= Decimal(width.removesuffix("%")) <= 100

    def test_a_bar_is_not_read_aloud_and_its_figure_is(self, root: HtmlElement) -> None:
        for bar in of_class(root, "bar"):
            assert bar.get("aria-hidden") == "true"
            assert not bar.text_content()
        for measured in of_class(root, "measured"):
            assert said(measured).endswith("%")

    def test_the_page_says_its_language_title_and_width(self, root: HtmlElement, tongue: str) -> None:
        assert root.get("lang") == {"zh": "zh-CN", "en": "en"}[tongue]
        assert root.findtext("head/title").startswith(said(root.find(".//h1"))[:10])
        assert root.xpath("//meta[@name='viewport']/@content") == ["width=device-width, initial-scale=1"]
        assert root.xpath("//meta[@charset]/@charset") == ["utf-8"]

    def test_the_first_thing_the_keyboard_reaches_skips_to_the_content(self, root: HtmlElement) -> None:
        first = root.xpath("//a")[0]
        (target,) = root.xpath("//*[@id=$id]", id=first.get("href")[1:])
        assert target.tag == "main"
        assert [one.tag for one in root.iter("header", "nav", "main", "footer")] == [
            "header",
            "nav",
            "main",
            "footer",
        ]

    def test_totals_and_lines_are_those_of_the_score(self, card: Scorecard, root: HtmlElement) -> None:
        for number, project in enumerate(card.score.projects, 1):
            (section,) = root.xpath("//section[@id=$id]", id=f"project-{number}")
            table = next(one for one in section.iter("table") if one.xpath("tbody[@class='foot']"))
            *lines, execution, total = rows(table)
            scores = [line.score for line in project.indicators]
            for line, score in [*zip(lines, scores, strict=True), (execution, project.execution.score)]:
                assert shown(score.value) in line[-2] if score.value is not None else "–" in line[-2]
            assert project.score is not None
            if project.score.value is None:
                low, high = points(project.score.low), points(project.score.high)
                assert f"{low}–{high}" in total[-2]
            else:
                assert total[-2] == points(project.score.value)

    def test_every_figure_of_the_department_says_what_it_is(self, card: Scorecard, root: HtmlElement) -> None:
        cards = root.xpath("//ul[@class='figures']/li")
        assert len(cards) == len(card.score.methods) == 5
        for element, method in zip(cards, card.score.methods.values(), strict=True):
            text = said(element)
            assert text.startswith(term(method.code))
            assert term(f"{method.code}.what") in text
            assert all(say(step) in text for step in method.working)
            assert (element.get("class") == "headline") == (method.code == card.score.headline)

    def test_every_doubt_stands_with_its_advice(self, card: Scorecard, root: HtmlElement) -> None:
        text = said(root.xpath("//section[@id='doubts']")[0])
        assert card.open_findings
        for finding in card.open_findings:
            assert " ".join(say(finding).split()) in text
            assert suggestion(finding) in text

    def test_the_same_card_gives_the_same_bytes(self, card: Scorecard, tongue: str) -> None:
        language.use(tongue)
        assert page(card) == page(card)


def shown(figure: Decimal | None) -> str:
    return "" if figure is None else points(figure)


def widths(table: HtmlElement) -> Iterator[int]:
    """How many columns each row of the body has, with those that cells of rows above reach down into."""
    for body in table.xpath("tbody"):
        reaching: list[tuple[int, int]] = []
        for row in body:
            spans = [(int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))) for cell in row]
            yield sum(across for across, _down in (*spans, *reaching))
            reaching = [(across, down - 1) for across, down in (*spans, *reaching) if down > 1]
        assert not reaching


def outline(element: HtmlElement, depth: int = 0) -> Iterator[str]:
    """Every element by tag and class, a row of a table on one line with what is read of its cells."""
    name = ".".join([str(element.tag), *(element.get("class") or "").split()])
    lead = "  " * depth
    if element.tag == "tr":
        yield lead + " | ".join(filter(None, [name.removeprefix("tr"), *map(cell_outline, element)]))
    elif element.tag == "details" and element.get("class") == "rest":
        yield f"{lead}{name} {said(element[0])}"
    elif all(inner.tag in ("span", "a", "strong", "code") for inner in element):
        yield f"{lead}{name} {said(element)}".rstrip()
    else:
        yield f"{lead}{name} {' '.join((element.text or '').split())}".rstrip()
        for inner in element:
            yield from outline(inner, depth + 1)


def cell_outline(cell: HtmlElement) -> str:
    bars = "".join(f" <{one.get('class')} {one.get('style')}>" for one in of_class(cell, "fill"))
    return f"{said(cell)}{bars}"
