"""The pages of the comparison as text: what stands on them, and that it fits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len
from tui_bench import BEIDAIHE, JULU

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.book import Book
from evaltool.tui.compared import levels, losses, money, targets, years
from evaltool.tui.compared.table import GIVING_WAY, Order, laid_out
from evaltool.tui.widgets.page import Section, _section
from scoring.compared import Column, ProjectRow, beside, project_rows
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    Dossier,
    Outcome,
    Override,
    Sense,
    State,
    Subject,
    Target,
)
from scoring.record import apply
from scoring.scores import Score

WIDTHS = range(55, 200, 5)
"""From what a page has on a screen of 60 columns."""
BAR = re.compile(r"[=-]\|")
PAGES = (targets, levels, losses, money)


def recorded(document: Path) -> Dossier:
    (example,) = (one for one in ops.examples() if one.document == document)
    return ops.dossier_of(document, example.actuals)[0]


@pytest.fixture(scope="module", params=[JULU, BEIDAIHE], ids=["巨鹿", "北戴河"])
def book(request: pytest.FixtureRequest) -> Book:
    return Book(recorded(request.param))


@pytest.fixture(scope="module")
def julu() -> Book:
    return Book(recorded(JULU))


def drawn(sections: Sequence[Section], room: int) -> list[str]:
    return [line for section in sections for line in _section(section, room).plain.splitlines()]


def everything(book: Book, project: str) -> list[Section]:
    both = beside(book.score, book.score)
    return [*(one for page in PAGES for one in page.sections(book, project)), *years.sections(both, project)]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_page_fits_every_width(book: Book, code: str):
    language.use(code)
    projects = [one.code for one in book.dossier.department.projects]
    for room in WIDTHS:
        for project in ("", *projects):
            lines = drawn(everything(book, project), room)
            assert [line for line in lines if cell_len(line.rstrip()) > room] == []
            assert [line for line in lines if "…" in line] == []


def test_figures_stand_in_columns(julu: Book):
    (project,) = julu.dossier.department.projects
    for room in (55, 75, 155):
        lines = drawn(targets.sections(julu, project.code), room)
        bars = [line for line in lines if BAR.search(line)]
        assert len(bars) == 7
        assert len({cell_len(line[: line.index("|")]) for line in bars}) == 1
        assert len({cell_len(line[: line.index("%", line.index("|"))]) for line in bars}) == 1


def test_nothing_of_ambiguous_width_stands_before_a_bar_or_a_figure_of_ours(julu: Book):
    (project,) = julu.dossier.department.projects
    lines = drawn(targets.sections(julu, project.code), 75)
    figures = [line for line in lines if BAR.search(line)]
    chart = [line for line in drawn(money.sections(julu, project.code), 75) if "  #" in line or "  =" in line]
    table = laid_out(project_rows(julu.score), Order(Column.TOTAL), 75)
    heading = table.heading.splitlines()
    for line in (*figures, *chart, *heading):
        assert {unicodedata.east_asian_width(sign) for sign in line} <= {"Na", "N", "W", "F"}


def test_a_line_shows_target_actual_attainment_and_points(julu: Book):
    (project,) = julu.dossier.department.projects
    lines = drawn(targets.sections(julu, project.code), 75)
    at = next(i for i, line in enumerate(lines) if line.startswith("完成率：指标值"))
    assert lines[at] == "完成率：指标值 ≥95%，实际 90%"
    assert lines[at + 1].split() == ["=================-|", "94.74%", "11.84/12.50"]
    assert any("经费成本" in line and "越少越好" in line for line in lines)
    assert "产出指标：46.22/50.00，平均完成率 92.43%" in lines


def _with(book: Book, outcome: Outcome, target: Target | None = None) -> list[str]:
    """The first line of a project with something else recorded for it, and the line with its figures."""
    dossier = book.dossier
    (project,) = dossier.department.projects
    first = project.indicators[0]
    changed = replace(first, target=target or first.target)
    department = replace(
        dossier.department, projects=(replace(project, indicators=(changed, *project.indicators[1:])),)
    )
    achieved = {**dossier.outcomes.indicators, first.key: outcome}
    outcomes = replace(dossier.outcomes, indicators=achieved)
    lines = drawn(
        targets.sections(Book(replace(dossier, department=department, outcomes=outcomes)), project.code), 75
    )
    at = next(i for i, line in enumerate(lines) if line.startswith(first.name))
    return lines[at : at + 2]


def test_lines_without_a_ratio_say_why_in_words(julu: Book):
    assert _with(julu, Outcome())[1].split() == ["未录入", "0~12.5/12.50"]
    dropped = Outcome(state=State.NOT_APPLICABLE, reason="取消")
    assert _with(julu, dropped)[1].split() == ["不适用", "不计"]
    assert "待核实" in _with(julu, Outcome(Actual(Decimal(3), "万元")))[1]
    zero = _with(julu, Outcome(Actual(Decimal(0))), Target(Sense.AT_MOST, Decimal(3), unit="起"))
    assert zero[1].split() == ["==================|========>", "达到", "12.50/12.50"]
    late = _with(julu, Outcome(Actual(yes=False, text="否")), Target(Sense.YES_NO, text="是"))
    assert late[1].split() == ["------------------|", "未达到", "0.00/12.50"]


def test_a_judgement_has_its_band_in_words_and_an_adjusted_target_the_declared_one_beside_it(julu: Book):
    band = Outcome(Actual(band=Band.PARTLY), Decimal(70))
    said = _with(julu, band, Target(Sense.QUALITATIVE, text="有效提高"))
    assert "实际 部分达成 70%" in said[0]
    assert "70.00%" in said[1]
    adjusted = AdjustedTarget(Target(Sense.AT_LEAST, Decimal(2), unit="次", text="2次"), "批复1号")
    assert "（原 " in _with(julu, Outcome(Actual(Decimal(3)), adjusted=adjusted))[0]


def test_a_score_set_by_a_person_says_so(julu: Book):
    (project,) = julu.dossier.department.projects
    key = project.indicators[0].key
    by_hand = Book(replace(julu.dossier, overrides={key: Override(Decimal(5), "核查")}))
    assert any("人工评分" in line for line in drawn(targets.sections(by_hand, project.code), 75))


def test_losses_stand_by_size_with_whether_they_were_explained(julu: Book):
    (project,) = julu.dossier.department.projects
    lines = [line.split() for line in drawn(losses.sections(julu, project.code), 75)]
    assert lines[0] == ["专项运转保障经费：共失", "7.12", "分"]
    assert [line[0] for line in lines[2:]] == [
        "会议培训次数",
        "委员履职能力提升",
        "完成率",
        "预算执行率",
        "满意度",
    ]
    assert lines[2][1:] == ["3.12", "43.82%", "43.82%", "已说明"]
    assert lines[5][1:] == ["0.31", "4.35%", "99.58%", "未说明"]
    assert lines[6][3] == "100.00%"


def test_spending_is_said_in_words_and_what_is_missing_is_no_zero():
    book = Book(recorded(BEIDAIHE))
    project = book.dossier.department.projects[0]
    said = "\n".join(drawn(money.sections(book, project.code), 75))
    assert "不能比较" in said
    assert "未录入" in said
    assert "落后 7.00 个百分点，少 0.14 万元（按全年执行数）" in said


def test_amounts_of_one_chart_stand_on_one_scale(julu: Book):
    (project,) = julu.dossier.department.projects
    lines = drawn(money.sections(julu, project.code), 75)
    planned = [line.count("#") for line in lines if "计划  #" in line]
    actual = [line.count("=") for line in lines if "实际  =" in line]
    assert planned == sorted(planned)
    assert planned[0] * 4 <= planned[3] <= planned[0] * 4 + 3
    assert all(one > other for one, other in zip(planned, actual, strict=True))


def test_two_years_say_what_moved(julu: Book):
    dossier = julu.dossier
    (project,) = dossier.department.projects
    first = project.indicators[0].key
    entry, _ = ops.read_entry(dossier, Subject(first.project, first, "actual"), "2次")
    assert entry is not None
    before = ops.score(apply(dossier, [entry]))
    lines = drawn(years.sections(beside(julu.score, before), project.code), 100)
    at = next(i for i, line in enumerate(lines) if line.startswith("会议培训次数"))
    assert lines[at].split()[1:] == ["50.00%", "75.00%", "+25.00", "6.25/12.50", "9.38/12.50", "+3.13"]
    assert "实际上年 2次，本年 3次（+1次）" in lines[at + 1]
    narrow = drawn(years.sections(beside(julu.score, before), project.code), 55)
    assert [line.split()[1:] for line in narrow if line.startswith("会议培训次数")] == [
        ["50.00%", "75.00%", "+25.00"],
        ["6.25/12.50", "9.38/12.50", "+3.13"],
    ]


ROWS = [
    ProjectRow(
        f"P{i}",
        name,
        Decimal(10),
        Decimal(9),
        None,
        i,
        3,
        Decimal(i),
        Score.settled(Decimal(90 - i)),
        "优",
        0,
    )
    for i, name in enumerate(("[red]x[/]", "三级政协视频系统建设费和运行维护费", "委员活动"))
]


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("room", range(30, 160, 7))
def test_the_table_fits_and_says_what_it_leaves_out(room: int, code: str):
    language.use(code)
    table = laid_out(ROWS, Order(), room)
    lines = [*table.heading.splitlines(), *(line for row in table.rows for line in row)]
    assert set(table.left_out) <= set(GIVING_WAY)
    if room >= 44:
        assert [line for line in lines if cell_len(line) > room] == []
    for row, lines_of in zip(ROWS, table.rows, strict=True):
        assert row.name in "".join(line[: cell_len(line)].split("  ")[0].strip() for line in lines_of)


def test_a_key_pressed_again_turns_the_order_round_and_another_begins_anew():
    order = Order().pressed(Column.TOTAL)
    assert (order.by, order.falling) == (Column.TOTAL, True)
    assert order.pressed(Column.TOTAL) == Order(Column.TOTAL, falling=False)
    assert order.pressed(Column.NAME) == Order(Column.NAME, falling=False)
    assert order.pressed(None) == Order()
