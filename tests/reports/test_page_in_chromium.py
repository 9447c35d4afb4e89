"""The page in an installed Chromium: what it shows, says on its console, asks for, and prints."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import lxml.html
import pytest
from by_hand import julu
from chromium import shown
from page_made import BEIDAIHE, JULU, card_of, example, many, said
from PIL import Image
from test_page_style import SCHEMES

from evaltool.reports import Scorecard
from evaltool.reports.page import page
from evaltool.wording import say


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and what it was asked for."""
    paths: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
def test_a_page_shows_its_text_and_the_console_stays_empty(name: str, file: Path) -> None:
    card = example(name)
    file.write_bytes(page(card))
    found = shown(file, "--dump-dom")
    assert found.console == ()
    after = lxml.html.document_fromstring(found.output)
    assert said(after.body) == said(lxml.html.document_fromstring(page(card).decode()).body)
    assert after.xpath("count(//section)") > 8


def test_an_address_in_a_text_is_never_asked_for(file: Path, asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    hostile = f'"><img src={address}/image><script src={address}/script></script><style>@import "{address}";'
    dossier = julu()
    named = replace(dossier, department=replace(dossier.department, name=hostile))
    file.write_bytes(page(card_of(named)))
    found = shown(file, "--dump-dom")
    assert paths == []
    assert found.console == ()
    assert hostile in lxml.html.document_fromstring(found.output).body.text_content()


def test_the_policy_of_the_page_stops_an_image_and_a_script_all_the_same(
    file: Path, asked: tuple[str, list[str]]
) -> None:
    address, paths = asked
    planted = f"<img src='{address}/image'><script>document.title = 'run'</script></body>".encode()
    whole = page(card_of(julu())).replace(b"</body>", planted)
    file.write_bytes(whole)
    found = shown(file, "--dump-dom")
    assert paths == []
    assert "<title>run</title>" not in found.output
    assert len(found.console) == 2
    # Without the policy both happen: so this test can fail.
    file.write_bytes(whole.replace(b"Content-Security-Policy", b"none"))
    found = shown(file, "--dump-dom")
    assert "/image" in paths
    assert "<title>run</title>" in found.output


@pytest.mark.parametrize(("scheme", "setting"), [("light", "1"), ("dark", "0")])
def test_light_and_dark_follow_what_the_reader_prefers(scheme: str, setting: str, file: Path) -> None:
    file.write_bytes(page(card_of(julu())))
    picture = file.with_name("shot.png")
    shown(
        file,
        f"--blink-settings=preferredColorScheme={setting}",
        "--window-size=800,600",
        f"--screenshot={picture}",
    )
    with Image.open(picture) as image:
        colour = image.convert("RGB").getpixel((2, 2))
    assert "#{:02x}{:02x}{:02x}".format(*colour) == SCHEMES[scheme]["paper"]


@pytest.mark.parametrize("width", [500, 1280])
def test_the_page_is_never_wider_than_its_window(width: int, file: Path) -> None:
    """A window of Chromium has at least 500 pixels; a frame inside it may have the 360 of a telephone."""
    inner = 360 if width == 500 else width
    file.write_bytes(page(example(BEIDAIHE)))
    around = file.with_name("around.html")
    around.write_text(
        f"<!doctype html><title>-</title><iframe src='page.html' style='width:{inner}px'></iframe>"
        "<script>onload = () => { const page = frames[0].document.documentElement;"
        "document.title = page.clientWidth + ' ' + page.scrollWidth }</script>",
        "utf-8",
    )
    found = shown(around, "--allow-file-access-from-files", f"--window-size={width},800", "--dump-dom")
    client, scroll = lxml.html.document_fromstring(found.output).findtext(".//title").split()
    assert 0 < int(scroll) <= int(client)


class TestPrinted:
    @pytest.fixture
    def card(self) -> Scorecard:
        return card_of(many(80))

    @pytest.fixture
    def sheets(self, card: Scorecard, file: Path) -> list[str]:
        """The text of each sheet of paper, without its white space."""
        program = shutil.which("pdftotext")
        if program is None:
            pytest.skip("poppler's pdftotext is not installed here")
        file.write_bytes(page(card))
        printed = file.with_suffix(".pdf")
        shown(file, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
        text = subprocess.run([program, "-layout", printed, "-"], check=True, capture_output=True).stdout
        return ["".join(sheet.split()) for sheet in text.decode().split("\f")[:-1]]

    def test_headings_workings_and_the_mark_are_on_every_sheet(
        self, card: Scorecard, sheets: list[str]
    ) -> None:
        assert len(sheets) > 5
        mark = "".join(card.mark.split())
        assert all(mark in sheet for sheet in sheets)
        assert [sheet.endswith(f"{n}/{len(sheets)}") for n, sheet in enumerate(sheets, 1)] == [True] * len(
            sheets
        )
        lines = [sheet for sheet in sheets if "部分工作推迟" in sheet]
        assert len(lines) > 2
        assert all("年度指标值" in sheet for sheet in lines)
        whole = "".join(sheets)
        assert whole.count("计算过程") >= 80
        step = card.score.projects[0].indicators[0].working[0]
        assert "".join(say(step).split()) in whole

    def test_what_is_only_for_the_screen_is_not_printed(self, sheets: list[str]) -> None:
        whole = "".join(sheets)
        assert "跳到正文" not in whole
        assert "目录" not in whole
        assert "计算过程未随打印展开" not in whole
