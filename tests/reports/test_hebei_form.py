"""The Hebei form of one project, read back cell by cell; its scores under a reviewer's calculator."""

from __future__ import annotations

import io
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import by_hand
import openpyxl
import pytest
import year_round
from by_hand import CODE, at_least, done, with_outcome, with_override, with_project_outcome
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool import language
from evaltool.operations.stateless import dossier_of
from evaltool.reports import Form, Scorecard, workbook
from evaltool.reports.hebei import form
from evaltool.reports.hebei.converted import out_of_hundred, places_of
from evaltool.reports.sheet import Sheet
from evaltool.sheets.looks import Looks
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import AdjustedTarget, Dossier, Funds, Money, Outcome, Override, State, Subject
from scoring.rules import round_half_up

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples"
SHIPPED = [rulebook.load(name) for name in rulebook.shipped()]

POINT, SIGN, VALUE, UNIT, ACTUAL, DONE, OF_HUNDRED, SHARE, SCORE, REASON = range(5, 15)


def form_of(dossier: Dossier, number: int = 0) -> tuple[Worksheet, Sheet]:
    """The form of a project alone, read back, and what it was written with."""
    book = Workbook()
    sheet = Sheet(book.worksheets[0], Looks(book), form.UNITS)
    score = evaluate(dossier)
    card = Scorecard(dossier, score, by_hand.MADE_ON)
    form.write(sheet, card, dossier.department.projects[number], score.projects[number])
    stream = io.BytesIO()
    book.save(stream)
    return openpyxl.load_workbook(stream).worksheets[0], sheet


def row_of(sheet: Worksheet, text: str) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == text)


def values(sheet: Worksheet, text: str) -> dict[int, object]:
    """What stands in the row of that text, by column."""
    return {cell.column: cell.value for cell in sheet[row_of(sheet, text)] if cell.value is not None}


@pytest.mark.parametrize(
    ("name", "number", "spoken"),
    [
        ("巨鹿县政协-2022", 0, "zh"),
        ("巨鹿县政协-2022", 0, "en"),
        ("北戴河区政协-2020", 3, "zh"),
        ("北戴河区政协-2020", 3, "en"),
    ],
)
def test_a_published_document_prints_as_in_the_golden_file(
    name: str, number: int, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if spoken != "zh":
        monkeypatch.setattr(language, "_catalogue", language.catalogue(spoken))
    dossier = dossier_of(EXAMPLES / f"{name}.txt", EXAMPLES / f"{name}-actuals.csv", SHIPPED[-1])[0]
    sheet, _written = form_of(dossier, number)
    golden = tomllib.loads((GOLDEN / f"hebei-{name}-{spoken}.toml").read_text("utf-8"))
    said = {cell.coordinate: str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert {at: text.replace(dossier.rulebook.hash, "{hash}") for at, text in said.items()} == golden["cells"]
    assert sorted(map(str, sheet.merged_cells.ranges)) == golden["merged"]


def figures(sheet: Worksheet) -> list[tuple[Decimal, Decimal, Decimal]]:
    """得分 out of 100, 权重占比 and 折算得分 of every indicator, and of the execution, that has all three."""
    last = row_of(sheet, "总分")
    rows = (
        [sheet.cell(row, column).value for column in (OF_HUNDRED, SHARE, SCORE)] for row in range(1, last)
    )
    return [
        tuple(Decimal(str(one)) for one in row)  # type: ignore[misc]
        for row in rows
        if all(isinstance(one, int | float) for one in row)
    ]


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda rules: rules.id)
def test_score_times_weight_gives_the_converted_score_and_these_add_up_to_the_total(
    rules: rulebook.Rulebook,
) -> None:
    seen = 0
    for seed in range(15):
        dossier = year_round.department(seed, rules)
        score = evaluate(dossier)
        for number, project in enumerate(score.projects):
            sheet, _written = form_of(dossier, number)
            printed = figures(sheet)
            for of_hundred, share, converted in printed:
                product = Fraction(of_hundred) * Fraction(share) / 100
                assert round_half_up(product, places_of(converted)) == converted
            seen += len(printed)
            if project.score is not None and project.score.value is not None and project.available == 100:
                assert sum(converted for *_others, converted in printed) == project.score.value
    assert seen > 100


@given(
    weight=st.decimals("0.01", "99.99", places=2) | st.decimals("0.001", "99.999", places=3),
    part=st.fractions(0, 1),
    places=st.integers(0, 4),
)
def test_no_score_shrinks_or_grows_by_being_converted(weight: Decimal, part: Fraction, places: int) -> None:
    score = min(round_half_up(part * Fraction(weight), places), weight)
    printed = out_of_hundred(score, weight)
    assert printed is not None
    assert round_half_up(Fraction(printed) * Fraction(weight) / 100, places_of(score)) == score
    assert printed <= 100


def test_a_line_with_all_its_points_has_a_hundred() -> None:
    assert out_of_hundred(Decimal(25), Decimal(25)) == 100
    assert out_of_hundred(Decimal("6.875"), Decimal("6.875")) == 100
    assert out_of_hundred(Decimal(100), Decimal(100)) == 100
    assert out_of_hundred(Decimal(0), Decimal(0)) is None


def test_the_target_stands_in_three_columns_and_an_inferred_sign_in_brackets() -> None:
    sheet, _written = form_of(by_hand.julu())
    assert [values(sheet, "完成率")[column] for column in (SIGN, VALUE, UNIT)] == ["≥", "95", "%"]
    assert [values(sheet, "经费成本")[column] for column in (SIGN, VALUE, UNIT)] == ["（≤）", "143", "万元"]
    assert values(sheet, "委员履职能力提升")[VALUE] == "有效提高委员参政议政"
    assert "带括号的符号" in str(sheet.cell(row_of(sheet, "评分说明"), 2).value)


def test_a_missing_actual_prints_the_interval_and_no_number() -> None:
    sheet, _written = form_of(with_outcome(by_hand.julu(), "完成率", None))
    found = values(sheet, "完成率")
    assert ACTUAL not in found
    assert (found[OF_HUNDRED], found[SHARE], found[SCORE]) == ("—", 12.5, "待录入（可能 0.00–12.50）")
    assert values(sheet, "总分")[SCORE] == "待定（可能 81.04–93.54）"
    assert values(sheet, "总体完成率（%）")
    assert sheet.cell(row_of(sheet, "总体完成率（%）") + 1, REASON).value == "—"


def test_what_does_not_apply_says_so_and_the_total_is_rescaled() -> None:
    cancelled = Outcome(state=State.NOT_APPLICABLE, reason="上级统一取消该项工作")
    sheet, _written = form_of(with_outcome(by_hand.julu(), "完成率", cancelled))
    found = values(sheet, "完成率")
    assert [found[column] for column in (POINT, ACTUAL, DONE, OF_HUNDRED, SHARE, SCORE, REASON)] == [
        "（12.50）",
        "不适用",
        "不适用",
        "—",
        "—",
        "不适用",
        "上级统一取消该项工作",
    ]
    assert [values(sheet, "合计（可计分）")[column] for column in (POINT, SHARE, SCORE)] == [
        87.5,
        87.5,
        81.04,
    ]
    assert values(sheet, "总分")[SCORE] == 92.62


def test_an_adjusted_target_and_a_score_set_by_a_person_stand_beside_the_reason() -> None:
    adjusted = AdjustedTarget(at_least("85"), "巨财绩〔2022〕7号", date(2022, 9, 1))
    changed = with_outcome(by_hand.julu(), "完成率", done("80", reason="跨年完成", adjusted=adjusted))
    set_by = with_override(changed, "完成率", Override(Decimal("12.00"), "已有阶段成果", "李四"))
    sheet, _written = form_of(set_by)
    assert str(values(sheet, "完成率")[REASON]).split("\n") == [
        "跨年完成",
        "人工评分 12.00（计算得分 11.76）：已有阶段成果（李四）",
        "指标值调整为：≥85%（调整：巨财绩〔2022〕7号，2022-09-01）",
    ]
    assert values(sheet, "完成率")[DONE] == "未完成（94.12%）"


def test_money_stands_side_by_side_and_what_was_carried_over_has_a_row_where_there_is_any() -> None:
    money = Money(
        adjusted=Funds(Decimal(150), Decimal(140), Decimal(3), Decimal(7)),
        received=Funds(fiscal=Decimal(140)),
        spent=Funds(Decimal("130.5")),
    )
    sheet, _written = form_of(with_project_outcome(by_hand.julu(), money=money))
    rows = range(row_of(sheet, "预算数"), row_of(sheet, "年初预算数") + 1)
    assert [[cell.value for cell in sheet[row] if cell.value is not None] for row in rows] == [
        ["预算数", 150, "到位数", 140, "执行数", 130.5, 87],
        ["其中：财政资金", 140, "其中：财政资金", 140, "其中：财政资金", "—"],
        ["上年结转资金", 3, "上年结转资金", "—", "上年结转资金", "—"],
        ["其他资金", 7, "其他资金", "—", "其他资金", "—"],
        ["年初预算数", 143, "其中：财政资金", 143, "其他资金", "—"],
    ]
    assert "上年结转资金" not in {
        cell.value for row in form_of(by_hand.julu())[0].iter_rows() for cell in row
    }


def test_every_score_is_noted_where_it_stands() -> None:
    dossier = by_hand.julu()
    sheet, written = form_of(dossier)
    score = evaluate(dossier).projects[0]
    expected = {Subject(CODE, line.indicator.key, "score"): line.score.value for line in score.indicators}
    expected |= {Subject(CODE, field="execution"): score.execution.score.value}
    expected |= {Subject(CODE, field="total"): score.score.value if score.score else None}
    cells = {subject: at.rpartition("!")[2].replace("$", "") for subject, at in written.noted.items()}
    assert {subject: Decimal(str(sheet[at].value)) for subject, at in cells.items()} == expected


def test_a_workbook_in_the_hebei_form_has_it_for_every_project(dossier: Dossier) -> None:
    project = dossier.department.projects[0]
    second = replace(project, code="P2", name="另一个项目", indicators=())
    both = by_hand.with_projects(dossier, project, second)
    content = workbook(Scorecard(both, evaluate(both), by_hand.MADE_ON), Form.HEBEI)
    book = openpyxl.load_workbook(io.BytesIO(content))
    for name in (project.name, second.name):
        assert book[name].cell(row_of(book[name], "一、基本情况"), 2).value == "项目名称"
        assert book[name].page_setup.orientation == "landscape"
        first = row_of(book[name], "一级指标")
        assert book[name].print_title_rows == f"${first}:${first + 1}"


def test_points_beyond_a_hundred_are_converted_back_to_the_same_score_too() -> None:
    ratio = out_of_hundred(Decimal("134.97"), Decimal(143))
    assert ratio is not None
    assert round(ratio * 143 / 100, 2) == Decimal("134.97")
