"""A summary over many departments: places with ties, means of levels, grades, and what it all rests on."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from gettext import NullTranslations
from io import BytesIO

import openpyxl
import pytest
from by_hand import MADE_ON, julu, with_outcome, with_own_objectives, with_project_outcome, with_projects
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool import language
from evaltool.reports import Scorecard
from evaltool.reports.many import Overview, overview_of, workbook
from evaltool.reports.many.averages import means
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Dossier, Funds, Money
from scoring.scores import LevelScore, Score

SHEETS = ["部门汇总排名", "各级指标平均", "等级分布", "汇总说明"]
RANKING, MEANS, GRADES, NOTES = SHEETS


def overview(dossier: Dossier, code: str = "", name: str = "") -> Overview:
    department = dossier.department
    renamed = replace(department, code=code or department.code, name=name or department.name)
    dossier = replace(dossier, department=renamed)
    return overview_of(Scorecard(dossier, evaluate(dossier), MADE_ON))


def scored(code: str, figure: str | None, *, like: Overview | None = None) -> Overview:
    """An overview whose headline has that figure; None leaves it open."""
    one = like or overview(julu())
    score = Score.open(Decimal(60), Decimal(95)) if figure is None else Score.settled(Decimal(figure))
    grade = "" if figure is None else rulebook.load().grade(Decimal(figure))
    figures = tuple(
        replace(each, score=score, grade=grade, why="" if figure else "得分未定：某项目")
        if each.code == one.headline
        else each
        for each in one.figures
    )
    return replace(one, code=code, name=f"第{code}局", figures=figures)


def book_of(*overviews: Overview) -> Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(overviews, MADE_ON)))


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def places(book: Workbook) -> list[tuple[object, object]]:
    """Place and department of every line of the ranking."""
    named = ((row[0].value, row[1].value) for row in book[RANKING].iter_rows())
    return [(place, name) for place, name in named if isinstance(name, str) and name != "部门"]


def under(sheet: Worksheet, start: str) -> Iterator[list[object]]:
    """The rows from one on that begins so, up to an empty one."""
    found = rows(sheet)
    first = next(at for at, row in enumerate(found) if row and str(row[0]).startswith(start))
    for row in found[first:]:
        if not row:
            return
        yield row


def test_the_highest_score_is_first_and_those_alike_share_a_place_in_words() -> None:
    book = book_of(
        scored("3", "80"), scored("2", "90"), scored("4", "70"), scored("1", "90"), scored("5", "95")
    )
    assert book.sheetnames == SHEETS
    assert places(book) == [
        ("1", "第5局（5）"),
        ("2（并列）", "第1局（1）"),
        ("2（并列）", "第2局（2）"),
        ("4", "第3局（3）"),
        ("5", "第4局（4）"),
    ]


def test_a_line_has_score_grade_money_levels_projects_doubts_and_rulebook() -> None:
    one = overview(julu(), "131001", "县政协")
    line = next(row for row in rows(book_of(one)[RANKING]) if "县政协（131001）" in row)
    counted = line.pop(11)
    expected = ["1", "县政协（131001）", 92.88, "优", 143, 0.9692, 0.9244, 0.9, 0.997, "—", 1]
    assert line == [*expected, "national-2020"]
    severities = [severity for severity, _count in one.findings]
    assert str(counted).count("，") == len(severities) - 1


def test_an_open_score_stands_below_without_a_place_with_its_interval_and_why() -> None:
    waiting = overview(with_outcome(julu(), "完成率", None), "1", "甲局")
    book = book_of(waiting, scored("2", "50"))
    assert places(book) == [("1", "第2局（2）"), ("—", "甲局（1）")]
    found = rows(book[RANKING])
    assert ["以下 1 个部门得分未定或无法评定，不参加排名"] in found
    line = next(row for row in found if "甲局（1）" in row)
    assert line[2:4] == ["待定（可能 81.04–93.54）", "优"] or line[2:4] == [
        "待定（可能 81.04–93.54）",
        "待定",
    ]
    assert ["原因：得分未定：专项运转保障经费"] in found


def test_a_department_without_projects_is_not_judged_and_says_why() -> None:
    book = book_of(overview(with_projects(julu()), "1", "甲局"))
    line = next(row for row in rows(book[RANKING]) if "甲局（1）" in row)
    assert line[:6] == ["—", "甲局（1）", "无法评定", "—", "—", "—"]
    assert ["原因：没有可计分的项目"] in rows(book[RANKING])
    assert ["没有项目指标"] in rows(book[MEANS])


def test_what_a_figure_of_own_objectives_waits_for_is_named() -> None:
    dossier = replace(with_own_objectives(julu()), rulebook=rulebook.load("hubei-2020"))
    assert overview(dossier).figure.why == ""
    [goal] = dossier.department.objectives
    [own] = goal.indicators
    waiting = replace(own, key=own.key._replace(name="调研完成率"))
    department = replace(dossier.department, objectives=(replace(goal, indicators=(own, waiting)),))
    assert overview(replace(dossier, department=department)).figure.why == "得分未定：调研完成率"


def test_of_many_open_projects_three_are_named_and_all_counted() -> None:
    dossier = julu()
    first = dossier.department.projects[0]
    several = [replace(first, code=f"P{n}", name=f"项目{n}", indicators=()) for n in range(5)]
    one = overview(with_projects(dossier, *several))
    assert one.figures[1].why == "得分未定：项目0、项目1、项目2 等 5 项"


def test_departments_under_different_rulebooks_are_placed_apart_and_said_not_to_compare() -> None:
    other = overview(replace(julu(), rulebook=rulebook.load("hubei-2020")))
    book = book_of(scored("1", "90"), scored("2", "80"), scored("3", "99", like=other))
    assert [place for place, _name in places(book)] == ["1", "2", "1"]
    found = rows(book[RANKING])
    assert ["以下部门的年度或评分规则不同，得分不可比，分 2 组排名"] in found
    assert any("不可比" in str(row[0]) for row in rows(book[NOTES]) if row)
    hashes = [one.rules.hash for one in (overview(julu()), other)]
    text = "\n".join(str(value) for row in rows(book[NOTES]) for value in row)
    assert all(one in text for one in hashes)
    assert all(one in str(book.properties.description) for one in hashes)


def test_departments_of_different_years_are_placed_apart_the_latest_first() -> None:
    before = replace(scored("1", "99"), year=2021)
    book = book_of(before, scored("2", "80"))
    assert places(book) == [("1", "第2局（2）"), ("1", "第1局（1）")]


def test_one_rulebook_is_said_once_and_not_warned_about() -> None:
    book = book_of(scored("1", "90"), scored("2", "80"))
    assert not any("不可比" in str(row) for row in rows(book[RANKING]))
    foot = book[RANKING].oddFooter
    assert foot is not None
    assert str(foot.left.text).startswith("national-2020 · ")


def level(points: str | None, weight: int = 50, attainment: Fraction | None = None) -> LevelScore:
    score = Score.settled(Decimal(points)) if points else Score.open(Decimal(0), Decimal(weight))
    return LevelScore("产出指标", "", Decimal(weight), score, attainment, 1, 1)


def test_means_count_departments_alike_and_by_points_and_leave_out_what_is_open() -> None:
    [found] = means([[level("50")], [level("50", 100)], [level(None)], []])
    assert (found.having, found.settled) == (3, 2)
    assert found.mean == Fraction(3, 4)
    assert found.weighted == Fraction(2, 3)
    assert found.highest == 1
    assert found.lowest == Fraction(1, 2)
    assert found.attainment is None


def test_a_level_that_nobody_has_settled_has_no_mean_and_no_zero() -> None:
    [found] = means([[level(None)]])
    assert (found.having, found.settled) == (1, 0)
    assert [found.mean, found.weighted, found.highest, found.lowest] == [None] * 4
    assert means([]) == []


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 4)), min_size=1, max_size=20))
def test_means_lie_between_the_lowest_and_the_highest(drawn: Sequence[tuple[int, int]]) -> None:
    [found] = means([[level(str(points), 50 * times)] for points, times in drawn])
    assert found.mean is not None
    assert found.weighted is not None
    assert found.lowest is not None
    assert found.highest is not None
    assert found.lowest <= found.mean <= found.highest
    assert found.lowest <= found.weighted <= found.highest


def test_the_means_stand_with_the_number_of_departments_that_they_are_of() -> None:
    book = book_of(overview(julu(), "1"), overview(with_outcome(julu(), "完成率", None), "2"))
    found = rows(book[MEANS])
    assert next(row for row in found if "产出指标" in row)[:4] == ["产出指标", "1/2 个", 0.9244, 0.9244]
    assert next(row for row in found if "效益指标" in row)[:4] == ["效益指标", "2/2 个", 0.9, 0.9]


def test_grades_are_counted_and_weighted_by_money_for_departments_and_projects() -> None:
    dear = with_project_outcome(
        julu(), money=Money(adjusted=Funds(Decimal(286)), spent=Funds(Decimal("277.2")))
    )
    book = book_of(overview(dear, "1"), overview(with_outcome(julu(), "完成率", None), "2"))
    found = rows(book[GRADES])
    best = next(row for row in found if row[:1] == ["优"])
    assert best[1:5] == [1, 0.5, 286, 0.6667]
    assert best[5:] == [1, 0.5, 286, 0.6667]
    still_open = next(row for row in found if row[:1] == ["待定或无法评定"])
    assert still_open[1:4] == [1, 0.5, 143]
    assert next(row for row in found if row[:1] == ["合计"])[1:5] == [2, 1, 429, 1]
    assert any(row[:1] == ["部门：优 1 个，待定或无法评定 1 个"] for row in found)


def test_a_chart_draws_the_numbers_of_the_table() -> None:
    sheet = book_of(scored("1", "90"))[GRADES]
    [chart] = sheet._charts  # type: ignore[attr-defined]
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "部门数")
    first, last = heading.row + 1, heading.row + 5
    drawn = [str(series.val.numRef.f) for series in chart.series]
    assert drawn == [f"'等级分布'!$B${first}:$B${last}", f"'等级分布'!$F${first}:$F${last}"]
    assert sheet[f"A{last}"].value == "待定或无法评定"


def test_every_department_is_named_with_the_hash_of_its_inputs_and_what_is_recorded() -> None:
    one = overview(with_own_objectives(with_outcome(julu(), "完成率", None)), "1", "甲局")
    found = rows(book_of(one)[NOTES])
    assert next(row for row in found if "甲局（1）" in row) == [
        1,
        "甲局（1）",
        543,
        518.6,
        "5/6 项",
        one.inputs,
    ]
    assert ["不参加排名的 1 个：甲局"] in found


def test_an_overview_can_be_sent_to_another_process_and_is_small() -> None:
    one = overview(with_own_objectives(julu()))
    sent = pickle.dumps(one)
    assert pickle.loads(sent) == one  # noqa: S301 - our own bytes
    assert len(sent) < 5000


def test_its_figures_are_those_of_the_score() -> None:
    dossier = with_own_objectives(julu())
    score, one = evaluate(dossier), overview(dossier)
    assert {each.code: (each.score, each.grade) for each in one.figures} == {
        code: (method.score, method.grade) for code, method in score.methods.items()
    }
    assert one.settled == score.score.value if score.score else None
    assert [(each.code, each.score, each.grade) for each in one.projects] == [
        (each.code, each.score, each.grade) for each in score.projects
    ]
    assert (one.whole_budget, one.whole_spent) == (Decimal(543), Decimal("518.6"))


def test_the_order_of_departments_and_the_time_of_day_change_no_byte() -> None:
    many = [scored(str(number), str(60 + number % 7)) for number in range(9)]
    assert workbook(many, MADE_ON) == workbook(many[::-1], MADE_ON)
    assert workbook(many, MADE_ON) != workbook(many, date(2024, 1, 1))


def test_without_departments_there_is_no_summary() -> None:
    with pytest.raises(ValueError, match="no department"):
        workbook([], MADE_ON)


def test_names_from_people_are_never_formulas() -> None:
    book = book_of(overview(julu(), "=1+1", '=HYPERLINK("x")'), overview(julu(), "@a", "+1"))
    typed = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in typed} <= {"s", "n"}


def test_five_hundred_departments_stand_each_on_a_line() -> None:
    like = overview(julu())
    many = [scored(f"{number:03d}", str(50 + number % 50), like=like) for number in range(500)]
    book = book_of(*many)
    listed = places(book)
    assert len(listed) == 500
    assert listed[0][0] == "1（并列）"
    assert [place for place, _name in listed[10:20]] == ["11（并列）"] * 10
    assert sum(len(row) > 4 and row[-1] == like.inputs for row in rows(book[NOTES])) == 500


def test_it_speaks_english_too() -> None:
    language.use("en")
    try:
        book = book_of(overview(julu(), "1"), overview(with_outcome(julu(), "完成率", None), "2"))
    finally:
        language.use("zh")
    assert book.sheetnames == ["Departments by place", "Means of levels", "Grades", "Notes on the summary"]
    line = next(row for row in rows(book.worksheets[0]) if row[:1] == ["1"])
    assert line[2:6] == [92.88, "excellent", 143, 0.9692]
    assert ["Why: Still open: 专项运转保障经费"] in rows(book.worksheets[0])


class Marked(NullTranslations):
    """A catalogue that marks whatever goes through it."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"


def test_every_label_goes_through_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_catalogue", Marked())
    waiting = overview(with_outcome(julu(), "完成率", None), "2", "乙局")
    other = replace(overview(julu(), "3", "丙局"), year=2021)
    book = book_of(overview(julu(), "1", "甲局"), waiting, other)
    data = repr(julu()) + "甲局乙局丙局"
    letters = re.compile("[\u4e00-\u9fff]")
    for sheet in book:
        assert sheet.title.startswith("«")
        for text in (str(cell.value) for row in sheet.iter_rows() for cell in row):
            assert "«" in text or text in data or not letters.search(text), text


def test_every_sheet_is_printed_on_a4_one_page_wide_with_its_heading_again() -> None:
    for sheet in book_of(overview(julu(), "1"), overview(with_projects(julu()), "2")):
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_area
        assert sheet.print_title_rows
