from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from filling import evaluated
from form_cases import SHIPPED, changed
from formula_evaluator import ROUNDS
from openpyxl.workbook import Workbook

from evaltool import language
from evaltool.forms import identity
from evaltool.forms.identity import AlteredError, NotOursError
from evaltool.forms.layout import HIDDEN, Column
from evaltool.forms.write import Part, form, form_name
from evaltool.formulas.columns import at
from evaltool.formulas.words import BEYOND
from scoring.evaluate import evaluate
from scoring.model import (
    Actual,
    Department,
    Dossier,
    Indicator,
    Key,
    Objective,
    Outcome,
    Outcomes,
    Project,
    Sense,
    State,
    Target,
)
from scoring.rulebook import Rulebook

GOLDEN = Path(__file__).parent / "golden" / "form.txt"
PROJECT = Part(("P1",))
TARGETS = (
    ("产出指标", "数量指标", "=1+1|cmd", Target(Sense.AT_LEAST, Decimal(4), unit="次", text="4次")),
    ("产出指标", "质量指标", "合格率", Target(Sense.AT_LEAST, Decimal(95), unit="%", text="≥95%")),
    ("产出指标", "时效指标", "完成时间", Target(Sense.BY_DATE, date=date(2024, 6, 30), text="6月底前")),
    ("产出指标", "成本指标", "经费", Target(Sense.AT_MOST, Decimal(143), unit="万元", text="143万元")),
    ("效益指标", "社会效益指标", "影响", Target(Sense.QUALITATIVE, text="有效提高")),
    ("效益指标", "社会效益指标", "制度", Target(Sense.YES_NO, text="是")),
    ("满意度指标", "满意度指标", "满意度", Target(Sense.AT_LEAST, Decimal(90), unit="%", text="≥90%")),
)


def office(rulebook: Rulebook = SHIPPED[0]) -> Dossier:
    """A small department with every kind of cell to fill."""
    lines = tuple(Indicator(Key("P1", "", one, two, name), of) for one, two, name, of in TARGETS)
    project = Project("P1", "经费", budget=Decimal(143), objectives=("保障运转",), indicators=lines)
    clause = Indicator(Key("", "（一）会议", "", "", "会议完成率"), TARGETS[1][3])
    own = Objective("（一）会议", "开好会议", (clause,))
    department = Department("131001", "某单位", 2024, "总体", (), (own,), projects=(project,))
    return Dossier(department, rulebook)


def filled() -> Dossier:
    blank = office()
    keys = [one.key for one in blank.department.projects[0].indicators]
    outcomes = {
        keys[0]: Outcome(Actual(Decimal(3), "次"), reason="=HYPERLINK(1)"),
        keys[2]: Outcome(Actual(date=date(2024, 6, 1))),
        keys[3]: Outcome(Actual(Decimal(1386000), "元")),
        keys[5]: Outcome(state=State.NOT_APPLICABLE, reason="取消"),
    }
    return replace(blank, outcomes=Outcomes(outcomes))


def content(dossier: Dossier, part: Part = PROJECT) -> bytes:
    return form(dossier, evaluate(dossier), part)[0]


def opened(dossier: Dossier, part: Part = PROJECT) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content(dossier, part)))


def said_by(book: Workbook) -> identity.Identity:
    return identity.read_rows(book[identity.SHEET].iter_rows(values_only=True))


def test_the_cells_of_a_form_are_as_they_always_were() -> None:
    lines = []
    for sheet in opened(filled(), Part(("P1",), own=True)).worksheets:
        lines.append(f"[{sheet.title}]")
        lines += [
            f"{cell.coordinate} {str(cell.value)!r}{'' if cell.protection.locked else ' *'}"
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or not cell.protection.locked
        ]
    text = "\n".join(lines) + "\n"
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_department_gives_the_same_bytes() -> None:
    assert content(filled()) == content(filled())


def test_only_the_cells_to_fill_can_be_changed_and_each_is_named_in_the_hidden_sheet() -> None:
    book = opened(office(), Part(("P1",), own=True))
    named = {(fill.sheet, fill.cell) for fill in said_by(book).fills}
    open_cells = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and type(cell).__name__ == "Cell"
    }
    assert open_cells == named
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book.worksheets)
    assert book.security.lockStructure
    assert book.calculation.fullCalcOnLoad


def test_what_is_recorded_stands_in_the_form_and_is_known_as_unchanged() -> None:
    book = opened(filled())
    said = said_by(book)
    sheet = book[said.sheets[0][0]]
    before = {
        (fill.subject.indicator.name, fill.subject.field): fill.before
        for fill in said.fills
        if fill.subject.indicator
    }
    assert before["=1+1|cmd", "actual"] == "3"
    assert before["=1+1|cmd", "reason"] == "=HYPERLINK(1)"
    assert before["完成时间", "actual"] == "2024-06-01"
    assert before["经费", "actual"] == "138.6"
    assert before["制度", "state"] == "不适用"
    assert all(identity.text_of(sheet[fill.cell].value) == fill.before for fill in said.fills)


def test_text_from_people_is_never_a_formula() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    texts = [c for row in sheet.iter_rows() for c in row if c.value in ("=1+1|cmd", "=HYPERLINK(1)")]
    assert [cell.data_type for cell in texts] == ["s", "s"]
    assert all(cell.quotePrefix for cell in texts)


def test_every_cell_that_takes_no_text_checks_what_is_typed() -> None:
    book = opened(office(), Part(("P1",), own=True))
    for sheet in book.worksheets:
        checked = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
        fills = [fill for fill in said_by(book).fills if fill.sheet == sheet.title]
        assert checked == {fill.cell for fill in fills if fill.kind is not identity.Kind.TEXT}
        for rule in sheet.data_validations.dataValidation:
            assert rule.showErrorMessage
            assert len(rule.errorTitle) <= 32
            assert len(rule.error) <= 255
            assert len(rule.formula1) <= 255


def test_a_blank_form_shows_what_is_still_possible() -> None:
    book = opened(office())
    value = evaluated(book, "经费", ROUNDS[0])
    total = next(cell.row for (cell,) in book["经费"].iter_rows(max_col=1) if cell.value == "总分")
    assert value(at(Column.SCORE, 5)) == ""
    assert value(at(Column.SCORE, total)) == "待定（0.00–100.00）"
    assert value(at(Column.HINT, total)) == ""


def test_what_is_computed_with_stands_in_hidden_columns() -> None:
    sheet = opened(office()).worksheets[0]
    assert all(sheet.column_dimensions[at(column, 1)[0]].hidden for column in HIDDEN)


def test_points_that_would_move_are_left_to_the_program() -> None:
    book = opened(office(changed(**{"weights.not_applicable": '"within_level"'})))
    book["经费"][at(Column.STATE, 5)].value = "不适用"
    assert evaluated(book, "经费", ROUNDS[0])(at(Column.SCORE, 6)) == BEYOND


def test_a_form_in_english_says_its_results_in_english() -> None:
    language.use("en")
    try:
        book = opened(office(changed(**{"weights.not_applicable": '"within_level"'})))
    finally:
        language.use("zh")
    book["经费"][at(Column.STATE, 5)].value = "不适用"
    value = evaluated(book, "经费", ROUNDS[0])
    total = next(cell.row for (cell,) in book["经费"].iter_rows(max_col=1) if cell.value == "Total")
    assert value(at(Column.SCORE, 6)) == "left to the program"
    assert str(value(at(Column.SCORE, total))).startswith("open (")


def test_a_rulebook_that_rounds_only_the_total_is_named() -> None:
    dossier = office(changed(**{"rounding.point": '"total"'}))
    _content, beyond = form(dossier, evaluate(dossier), PROJECT)
    assert beyond == {None: "rounding.point"}


def test_a_hidden_sheet_that_somebody_changed_is_noticed() -> None:
    book = opened(office())
    rows = [list(row) for row in book[identity.SHEET].iter_rows(values_only=True)]
    rows[5][2] = "Z9"
    with pytest.raises(AlteredError):
        identity.read_rows(rows)


@pytest.mark.parametrize("rows", [[], [("表",)], [(identity.MARK, "0", "x")]])
def test_another_workbook_is_not_ours(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(NotOursError):
        identity.read_rows(rows)


def test_two_sheets_never_have_one_name_and_the_hidden_one_keeps_its_own() -> None:
    one = office()
    projects = tuple(replace(one.department.projects[0], code=f"P{n}", name="_evaltool") for n in (1, 2))
    keyed = tuple(
        replace(
            project,
            indicators=tuple(
                replace(i, key=i.key._replace(project=project.code)) for i in project.indicators
            ),
        )
        for project in projects
    )
    dossier = replace(one, department=replace(one.department, projects=keyed))
    book = opened(dossier, Part(("P1", "P2")))
    assert book.sheetnames == ["_evaltool(2)", "_evaltool(3)", "填写说明", "_evaltool"]
    assert [project for _, project in said_by(book).sheets] == ["P1", "P2"]


def test_people_stand_in_a_form_of_the_whole_department_only() -> None:
    """Each form of a single project would name somebody else, where the department has one place for it."""
    dossier = office()
    second = Project("P2", "会议", budget=Decimal(2))
    both = replace(
        dossier, department=replace(dossier.department, projects=(*dossier.department.projects, second))
    )
    asked = {
        part.projects: {fill.subject.field for fill in said_by(opened(both, part)).fills}
        for part in (Part(("P1",)), Part(("P2",)), Part(("P1", "P2")))
    }
    assert [projects for projects, fields in asked.items() if "people.preparer" in fields] == [("P1", "P2")]
    assert "people.preparer" in {fill.subject.field for fill in said_by(opened(dossier)).fills}


def test_a_form_s_file_is_named_after_department_project_and_year() -> None:
    department = office().department
    assert form_name(department, "P1") == "131001某单位P1经费2024年度填报表.xlsx"
    assert form_name(department) == "131001某单位2024年度填报表.xlsx"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (95, "95"),
        (95.0, "95"),
        (8.62, "8.62"),
        (Decimal("8.60"), "8.6"),
        (1e-7, "0.0000001"),
        (-0.0, "0"),
        (True, "TRUE"),
        (date(2024, 6, 1), "2024-06-01"),
        (" 甲\r\n乙 ", "甲\n乙"),
    ],
)
def test_a_cell_s_value_has_one_text(value: object, text: str) -> None:
    assert identity.text_of(value) == text
