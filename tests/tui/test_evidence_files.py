"""Evidence that names files: remembered while typing goes on, and doubted where they changed or are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_bench import Bench, Start

from evaltool.tui.screens.findings import FindingsScreen

NAME = "[red]问卷[b].pdf"


@pytest.fixture
def file(db: Path) -> Path:
    path = db.parent / NAME
    _write(path, "满意度 96.2%")
    return path


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def _remove(path: Path) -> None:
    path.unlink()


async def _enter(bench: Bench, text: str) -> None:
    """Enter evidence for the first indicator, and stay at it."""
    await bench.press("enter", "down", "down", "tab", "tab", "tab")
    assert "【佐证材料】" in bench.screen
    await bench.enter(text)


async def _back(bench: Bench) -> None:
    await bench.press("up", "tab", "tab", "tab")


@pytest.mark.usefixtures("file")
async def test_a_file_is_remembered_and_that_is_said(known: Path, start: Start):
    async with start(known, (120, 34)) as bench:
        await _enter(bench, NAME)
        assert f"佐证材料 空 → {NAME}" in bench.message
        assert "记下了 1 个佐证文件的大小和校验值" in bench.message
        book = bench.app.work.book
        assert book is not None
        row = bench.app.work.rows[2]
        assert [one.path for one in book.value(row.at("evidence_files"))] == [NAME]  # type: ignore[union-attr]


async def test_a_folder_is_remembered_without_its_content(known: Path, start: Start):
    (known.parent / "材料").mkdir()
    async with start(known, (120, 34)) as bench:
        await _enter(bench, "材料")
        assert "不校验其中的内容" in bench.message


async def test_a_text_says_nothing_of_files(known: Path, start: Start):
    async with start(known, (120, 34)) as bench:
        await _enter(bench, "问卷存于办公室")
        assert "佐证文件" not in bench.message


async def test_a_file_that_changed_is_doubted_in_the_bar_and_in_the_check(
    known: Path, file: Path, start: Start
):
    async with start(known, (160, 40)) as bench:
        await _enter(bench, NAME)
    _write(file, "满意度 99%")
    async with start(known, (160, 40)) as bench:
        await bench.press("enter", "down", "down")
        assert f"佐证文件“{NAME}”在录入之后有改动" in bench.screen
        await bench.press("f5")
        assert isinstance(bench.app.screen, FindingsScreen)
        assert f"佐证文件“{NAME}”在录入之后有改动" in bench.screen.replace("\n", "")


async def test_undo_takes_the_file_back_and_with_it_the_doubt(known: Path, file: Path, start: Start):
    async with start(known, (160, 40)) as bench:
        await _enter(bench, NAME)
        _remove(file)
        await _back(bench)
        await bench.press("ctrl+z")
        assert f"撤销：会议培训次数·佐证材料 {NAME} → 空" in bench.message
        assert "【佐证材料】" in bench.screen
        assert bench.app.work.book is not None
        assert bench.app.work.book.beside == ()
        await bench.press("ctrl+y")
        assert f"找不到“会议培训次数”的佐证文件“{NAME}”" in bench.screen


async def test_the_field_says_that_it_takes_paths(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "tab", "tab", "tab")
        assert "写材料名称，或文件的路径（记下大小和校验值）；几个用分号隔开" in bench.screen
