"""Findings are answered with a reason, and the answer stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input, OptionList
from tui_bench import WHO, Bench, Start, open_desk

from evaltool import operations as ops
from evaltool.tui.finding_list import ordered
from scoring.findings import Severity
from scoring.model import Dossier

CODE, YEAR = "131001", 2022
SIZES = [(80, 24), (160, 48), (60, 20)]


def found(db: Path) -> tuple[Dossier, tuple[ops.By, ...], int]:
    with open_desk(db) as desk:
        dossier = desk.dossier(CODE, YEAR)
        findings = desk.check(dossier)
        by = tuple(desk.history.answered(CODE, YEAR).values())
        return dossier, by, len(ops.open_findings(dossier, findings))


def options(bench: Bench) -> list[str]:
    shown = bench.app.screen.query_one(OptionList)
    return [str(shown.get_option_at_index(index).prompt) for index in range(shown.option_count)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_finding_is_answered_and_stands_below_the_open_ones(
    known: Path, start: Start, size: tuple[int, int]
):
    _dossier, _by, before = found(known)
    async with start(known, size) as bench:
        await bench.press("f5")
        first = options(bench)[0]
        assert bench.lines[0].strip().startswith(f"疑点 {before} ")
        await bench.press("f2")
        await bench.type("已核对原件，［90%］无误")
        await bench.press("enter")
        assert bench.lines[0].strip().startswith(f"疑点 {before - 1} ")
        assert "已答复 1" in bench.screen
        assert options(bench)[0] != first
        last = options(bench)[-1]
        assert "".join(first.split())[:12] in "".join(last.split())
        assert "已答复：已核对原件，［90%］无误" in "".join(line.strip() for line in last.splitlines())
        assert f"{WHO} 2023-01-15 09:30" in last
        assert all(cell_len(line) == size[0] for line in bench.lines)
    dossier, by, after = found(known)
    assert list(dossier.outcomes.department.answers.values()) == ["已核对原件，［90%］无误"]
    assert [one.who for one in by] == [WHO]
    assert after == before - 1


async def test_an_answer_is_changed_taken_back_and_undone(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("f5", "f2")
        await bench.type("甲")
        await bench.press("enter", "end", "f2")
        assert bench.app.screen.query_one(Input).value == "甲"
        await bench.type("乙")
        await bench.press("enter")
        assert "已答复：甲乙" in options(bench)[-1]
        await bench.press("end", "f2", "backspace", "backspace", "enter")
        assert not any("已答复：" in said for said in options(bench))
        assert "已收回答复" in bench.screen
        await bench.press("escape", "ctrl+z")
        assert "答复" in bench.message
        assert "空 → 甲乙" in bench.message
        await bench.press("f5")
        assert "已答复：甲乙" in options(bench)[-1]


async def test_leaving_the_line_or_an_empty_line_answers_nothing(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f5", "f2")
        await bench.type("不算")
        await bench.press("escape", "f2", "enter")
        assert not any("已答复：" in said for said in options(bench))
    assert found(known)[0].outcomes.department.answers == {}


async def test_enter_still_goes_to_a_finding_that_is_answered(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("f5", "f3")
        await bench.press("f2")
        await bench.type("属实")
        await bench.press("enter", "end", "enter")
        assert bench.app.screen is bench.app.work
        assert bench.app.focused is bench.bar.entering


async def test_findings_are_listed_by_severity_and_by_place(known: Path, start: Start):
    dossier, _by, _open = found(known)
    with open_desk(known) as desk:
        findings = desk.check(dossier)
    grave = [one.severity for one in ordered(dossier, findings, by_place=False)]
    assert grave == sorted(grave, key=list(Severity).index)
    codes = [one.code for one in dossier.department.projects]
    projects = [one.subject.project for one in ordered(dossier, findings, by_place=True)]
    assert projects == sorted(projects, key=lambda code: codes.index(code) if code else len(codes))
    async with start(known, (120, 40)) as bench:
        await bench.press("f5", "f3")
        assert "按所在之处排列" in bench.screen
        await bench.press("f3")
        assert "按轻重排列" in bench.screen


async def test_square_brackets_in_an_answer_are_shown_and_do_nothing(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("f5", "f2")
        await bench.type("[red]x[/]")
        assert "[red]x[/]" in bench.screen
        await bench.press("enter", "end")
        assert "已答复：[red]x[/]" in bench.screen
        await bench.press("escape")
        assert "[red]x[/]" in bench.message


async def test_an_answer_that_another_window_gave_is_not_written_over(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("f5")
        with open_desk(known) as desk:
            book = bench.app.work.book
            assert book is not None
            dossier = book.dossier
            first = ordered(dossier, desk.check(dossier), by_place=False)[0]
            desk.record(CODE, YEAR, [ops.answer_entry(first, "别处的答复")], "answer")
        await bench.press("f2")
        await bench.type("这里的答复")
        await bench.press("enter")
        assert "没有保存：别处已有答复" in bench.screen
        assert "已答复：别处的答复" in options(bench)[-1]
    assert list(found(known)[0].outcomes.department.answers.values()) == ["别处的答复"]
