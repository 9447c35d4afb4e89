"""Forms sent out, filled as people fill them, and collected."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from evaltool import language
from evaltool import operations as ops
from evaltool.forms.identity import SHEET, Identity, read_rows, rows_of
from evaltool.operations.returned import copy_of
from scoring.model import Band, Reading, State, Subject
from scoring.record import Entry

CODE, YEAR, PROJECT = "131001", 2022, "13052922P00584010141N"

Cells = dict[str, Any]
Fill = Callable[..., Path]


@pytest.fixture
def form(desk: ops.Desk, tmp_path: Path) -> Path:
    """The form of the one project, as it goes out."""
    return ops.write_forms(desk.dossier(CODE, YEAR), tmp_path / "发出")[0].path


@pytest.fixture
def fill(form: Path, tmp_path: Path) -> Fill:
    """The form filled in a spreadsheet: values by the indicator's name and field, or by the field alone."""

    def filled(cells: Cells, name: str = "李四.xlsx", change: Callable[[Any], None] | None = None) -> Path:
        book = openpyxl.load_workbook(form)
        for fill in identity_of(book).fills:
            key = fill.subject.indicator
            asked = f"{key.name} {fill.subject.field}" if key else fill.subject.field
            if asked in cells:
                value = cells[asked]
                value, shown = value if isinstance(value, tuple) else (value, None)
                cell = book[fill.sheet][fill.cell]
                cell.value = value
                cell.number_format = shown or cell.number_format
        if change:
            change(book)
        path = tmp_path / "收回" / name
        path.parent.mkdir(exist_ok=True)
        book.save(path)
        return path

    return filled


def identity_of(book: Any) -> Identity:
    return read_rows(book[SHEET].iter_rows(values_only=True))


def say_otherwise(**changes: Any) -> Callable[[Any], None]:
    """The hidden sheet rewritten, checksum and all."""

    def change(book: Any) -> None:
        changed = replace(identity_of(book), **changes)
        book.remove(book[SHEET])
        sheet = book.create_sheet(SHEET)
        for row in rows_of(changed):
            sheet.append(row)

    return change


def codes(*collected: ops.Collected) -> list[str]:
    return [odd.code for one in collected for odd in one.findings]


def recorded(desk: ops.Desk) -> dict[str, Any]:
    outcomes = desk.dossier(CODE, YEAR).outcomes
    said: dict[str, Any] = {}
    for key, outcome in outcomes.indicators.items():
        said[key.name] = outcome.actual.band or outcome.actual.value if outcome.actual else outcome.reason
    return said


FILLED: Cells = {
    "会议培训次数 actual": 3,
    "会议培训次数 reason": "受疫情影响",
    "经费支付及时率 actual": (0.96, "0%"),
    "完成率 actual": "90%",
    "经费成本 actual": "138.6万元",
    "委员履职能力提升 actual": "达成",
    "委员履职能力提升 share": 90,
    "满意度 actual": 94.67,
    "money.adjusted.total": 143,
    "money.spent.total": 138.6,
    "people.prepared_on": date(2023, 1, 10),
}


def test_a_form_that_was_filled_comes_back_whole(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill(FILLED)], desk)
    assert codes(one) == []
    assert len(one.kept) == 11
    assert recorded(desk) == {
        "会议培训次数": Decimal(3),
        "经费支付及时率": Decimal(96),
        "完成率": Decimal(90),
        "经费成本": Decimal("138.6"),
        "委员履职能力提升": Band.MET,
        "满意度": Decimal("94.67"),
    }
    dossier = desk.dossier(CODE, YEAR)
    assert dossier.outcomes.projects[PROJECT].money.spent.total == Decimal("138.6")
    assert dossier.outcomes.department.people.prepared_on == "2023-01-10"
    assert str(ops.score(dossier).projects[0].score.value) == "92.88"
    assert one.copy is None


def test_a_file_is_one_change_signed_with_its_name_and_one_undo_takes_it_back(desk: ops.Desk, fill: Fill):
    ops.collect([fill(FILLED)], desk)
    (change,) = desk._workspace.journal(1)
    assert (change.who, change.operation, len(change.items)) == ("李四.xlsx", "collect", 11)
    desk.undo().result()
    assert recorded(desk) == {}


def test_a_dry_run_says_the_same_and_leaves_everything_as_it_was(desk: ops.Desk, fill: Fill):
    file = fill({"会议培训次数 actual": 3, "完成率 actual": "很好"})
    (one,) = ops.collect([file], desk, dry_run=True)
    assert (codes(one), len(one.kept), one.saved) == (["form.text"], 1, None)
    assert recorded(desk) == {}
    assert not copy_of(file).exists()


def test_what_was_not_touched_is_not_recorded_again(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill({})], desk)
    assert (one.kept, one.saved, codes(one)) == ((), None, [])


def test_a_form_collected_twice_changes_nothing_the_second_time(desk: ops.Desk, fill: Fill):
    file = fill(FILLED)
    ops.collect([file], desk)
    (again,) = ops.collect([file], desk)
    assert (again.kept, again.saved, codes(again)) == ((), None, [])
    assert again.same == 11


VALUES = [
    ("完成率 actual", "=90+2", "form.formula", "=90+2", "expected.figure"),
    ("会议培训次数 reason", "=cmd|' /C calc'!A0", "form.formula", "=cmd|' /C calc'!A0", "expected.text"),
    ("完成率 actual", date(2022, 3, 1), "form.date", "2022-03-01", "expected.figure"),
    ("money.spent.total", datetime(2022, 3, 1), "form.date", "2022-03-01", "expected.amount"),  # noqa: DTZ001
    ("完成率 actual", "基本完成", "form.text", "基本完成", "expected.figure"),
    ("完成率 actual", "#REF!", "form.text", "#REF!", "expected.figure"),
    ("money.spent.total", "已全部支出", "form.text", "已全部支出", "expected.amount"),
    ("委员履职能力提升 actual", "好", "form.text", "好", "expected.band"),
    ("委员履职能力提升 share", 900, "form.text", "900", "expected.share"),
    ("会议培训次数 state", "也许", "form.text", "也许", "expected.choice"),
    ("会议培训次数 actual", "3元", "form.unit", "3元", "次"),
    ("money.spent.total", "138.6次", "form.unit", "138.6次", "expected.money_unit"),
]


@pytest.mark.parametrize(("asked", "value", "code", "found", "expected"), VALUES)
def test_what_a_cell_cannot_hold_is_left_out_and_said(
    desk: ops.Desk, fill: Fill, asked: str, value: Any, code: str, found: str, expected: str
):
    file = fill({asked: value, "满意度 actual": 95})
    (one,) = ops.collect([file], desk)
    (odd,) = [odd for odd in one.findings if odd.code == code]
    assert (odd.facts["found"], odd.facts["expected"]) == (found, expected)
    assert odd.source is not None
    assert (odd.source.file, odd.source.sheet) == ("李四.xlsx", "专项运转保障经费")
    assert odd.source.cell
    assert recorded(desk) == {"满意度": Decimal(95)}
    assert PROJECT not in desk.dossier(CODE, YEAR).outcomes.projects


def test_nothing_of_a_row_with_an_error_is_recorded(desk: ops.Desk, fill: Fill):
    ops.collect([fill({"完成率 actual": "很好", "完成率 reason": "无"})], desk)
    assert recorded(desk) == {}


def test_a_state_and_its_reason_come_together(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill({"会议培训次数 state": "不适用", "会议培训次数 reason": "未召开"})], desk)
    assert codes(one) == []
    (outcome,) = desk.dossier(CODE, YEAR).outcomes.indicators.values()
    assert (outcome.state, outcome.reason) == (State.NOT_APPLICABLE, "未召开")


def test_a_state_without_a_reason_is_left_out(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill({"会议培训次数 state": "不适用"})], desk)
    assert codes(one) == ["actuals.no_reason_yet"]
    assert recorded(desk) == {}


def test_a_band_without_a_share_is_recorded_and_said(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill({"委员履职能力提升 actual": "达成"})], desk)
    assert codes(one) == ["share.missing"]
    assert recorded(desk) == {"委员履职能力提升": Band.MET}


def test_a_share_outside_its_band_leaves_the_row_out(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill({"委员履职能力提升 actual": "达成", "委员履职能力提升 share": 50})], desk)
    assert codes(one) == ["share.outside", "form.row"]
    assert recorded(desk) == {}


def test_a_cell_that_was_emptied_clears_what_it_held(desk: ops.Desk, tmp_path: Path):
    subject = subject_of(desk, "会议培训次数", "reason")
    desk.record(CODE, YEAR, [Entry(subject, "受疫情影响")], "record")
    (form,) = ops.write_forms(desk.dossier(CODE, YEAR), tmp_path / "再发")
    book = openpyxl.load_workbook(form.path)
    place = next(one for one in identity_of(book).fills if one.before)
    book[place.sheet][place.cell].value = None
    book.save(tmp_path / "a.xlsx")
    (one,) = ops.collect([tmp_path / "a.xlsx"], desk)
    assert codes(one) == ["form.emptied"]
    assert desk.dossier(CODE, YEAR).outcomes.indicators == {}


def test_what_was_recorded_since_the_form_went_out_is_not_overwritten(desk: ops.Desk, fill: Fill):
    file = fill({"会议培训次数 actual": 3, "完成率 actual": 90})
    entry, _odd = ops.read_entry(desk.dossier(CODE, YEAR), subject_of(desk, "完成率", "actual"), "95%")
    assert entry is not None
    desk.record(CODE, YEAR, [entry], "record")
    (one,) = ops.collect([file], desk)
    (odd,) = one.findings
    assert (odd.code, odd.facts["found"], odd.facts["now"]) == ("form.moved", "90", "95")
    assert recorded(desk) == {"会议培训次数": Decimal(3), "完成率": Decimal(95)}


def test_what_was_recorded_since_and_says_the_same_is_no_conflict(desk: ops.Desk, fill: Fill):
    file = fill({"完成率 actual": "95%"})
    entry, _odd = ops.read_entry(desk.dossier(CODE, YEAR), subject_of(desk, "完成率", "actual"), "95")
    assert entry is not None
    desk.record(CODE, YEAR, [entry], "record")
    (one,) = ops.collect([file], desk)
    assert (codes(one), one.kept, one.same) == ([], (), 1)


def test_what_two_files_fill_differently_is_recorded_from_neither(desk: ops.Desk, fill: Fill):
    files = [
        fill({"完成率 actual": 90, "会议培训次数 actual": 3}, "甲.xlsx"),
        fill({"完成率 actual": 92, "满意度 actual": 95}, "乙.xlsx"),
    ]
    collected = ops.collect(files, desk)
    assert codes(*collected) == ["form.twice", "form.twice"]
    assert [one.findings[0].facts["files"] for one in collected] == ["甲.xlsx、乙.xlsx"] * 2
    assert recorded(desk) == {"会议培训次数": Decimal(3), "满意度": Decimal(95)}


def test_what_two_files_fill_alike_is_recorded_once(desk: ops.Desk, fill: Fill):
    files = [fill({"完成率 actual": 90}, "甲.xlsx"), fill({"完成率 actual": "90%"}, "乙.xlsx")]
    one, other = ops.collect(files, desk)
    assert (len(one.kept), other.kept, other.same, codes(one, other)) == (1, (), 1, [])


def subject_of(desk: ops.Desk, name: str, field: str) -> Subject:
    department = desk.dossier(CODE, YEAR).department
    key = next(one.key for one in department.projects[0].indicators if one.name == name)
    return Subject(PROJECT, key, field)


def insert_row(book: Any) -> None:
    book.worksheets[0].insert_rows(6)


def rename_sheet(book: Any) -> None:
    book.worksheets[0].title = "别的名字"


def overtype(book: Any) -> None:
    fixed = next(one for one in identity_of(book).fixed if one.text == "完成率")
    book[fixed.sheet][fixed.cell].value = "另一个指标"


def damage(book: Any) -> None:
    book[SHEET]["C2"].value = "2023"


def forget(book: Any) -> None:
    book.remove(book[SHEET])


STRUCTURES = [
    (insert_row, "form.altered"),
    (rename_sheet, "form.no_sheet"),
    (overtype, "form.altered"),
    (damage, "form.altered_identity"),
    (forget, "form.not_ours"),
    (say_otherwise(department="999999"), "form.other_department"),
    (say_otherwise(year=2021), "form.other_year"),
    (say_otherwise(rulebook=("other", "1", "0")), "form.other_rulebook"),
]


@pytest.mark.parametrize(("change", "code"), STRUCTURES)
def test_nothing_of_a_form_that_was_altered_or_belongs_elsewhere_is_merged(
    desk: ops.Desk, fill: Fill, change: Callable[[Any], None], code: str
):
    (one,) = ops.collect([fill({"会议培训次数 actual": 3}, change=change)], desk)
    assert codes(one) == [code]
    assert one.refused == (code != "form.other_rulebook")
    assert recorded(desk) == ({} if one.refused else {"会议培训次数": Decimal(3)})


def test_an_indicator_that_is_declared_no_longer_is_said(desk: ops.Desk, fill: Fill):
    file = fill({"会议培训次数 actual": 3, "满意度 actual": 95})
    department = desk.dossier(CODE, YEAR).department
    project = department.projects[0]
    fewer = replace(project, indicators=project.indicators[1:])
    desk.adopt(Reading(replace(department, projects=(fewer,)))).result()
    (one,) = ops.collect([file], desk)
    assert codes(one) == ["form.unknown_indicator"]
    assert one.findings[0].facts["name"] == "会议培训次数"
    assert recorded(desk) == {"满意度": Decimal(95)}


def test_what_was_achieved_against_another_target_is_left_out_and_said(desk: ops.Desk, fill: Fill):
    file = fill({"会议培训次数 actual": 3, "会议培训次数 reason": "受疫情影响", "满意度 actual": 95})
    entry, _odd = ops.read_entry(
        desk.dossier(CODE, YEAR), subject_of(desk, "会议培训次数", "adjusted"), "≥2次"
    )
    assert entry is not None
    desk.record(CODE, YEAR, [entry], "record")
    (one,) = ops.collect([file], desk)
    odd, mate = one.findings
    assert (mate.code, mate.facts["found"]) == ("form.row", "受疫情影响")
    assert (odd.code, odd.facts["expected"], odd.facts["now"]) == ("form.target_moved", "4次", "≥2次")
    assert [each.found.subject.field for each in one.kept] == ["actual"]
    assert desk.dossier(CODE, YEAR).outcomes.indicators[entry.subject.indicator].actual is None  # type: ignore[index]


def test_the_other_cells_of_a_row_with_an_error_are_named_too(desk: ops.Desk, fill: Fill):
    cells = {"会议培训次数 actual": "没数", "会议培训次数 reason": "受疫情影响", "满意度 actual": 95}
    (one,) = ops.collect([fill(cells)], desk)
    assert codes(one) == ["form.text", "form.row"]
    assert (len(one.kept), one.left_out, one.same) == (1, 2, 0)
    assert one.findings[1].source is not None
    assert one.findings[1].source.cell == "L5"


@pytest.mark.parametrize("went_out", [False, True])
def test_a_figure_beside_not_applicable_is_left_out_with_its_row(
    desk: ops.Desk, fill: Fill, form: Path, *, went_out: bool
):
    cells: Cells = {"满意度 actual": 95, "满意度 state": "不适用", "满意度 reason": "未调查"}
    if went_out:
        first = fill({field: text for field, text in cells.items() if field != "满意度 actual"}, "首次.xlsx")
        ops.collect([first], desk)
        form.unlink()
        ops.write_forms(desk.dossier(CODE, YEAR), form.parent)
        cells = {"满意度 actual": 95}
    (one,) = ops.collect([fill(cells)], desk)
    assert one.kept == ()
    assert codes(one)[0] == "form.both"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"满意度 actual": "不适用"}, "form.not_applicable"),
        (
            {"满意度 actual": "不适用", "满意度 state": "不适用", "满意度 reason": "未调查"},
            "form.not_applicable",
        ),
        ({"money.spent.total": "不适用"}, "form.text"),
    ],
)
def test_not_applicable_instead_of_a_figure_is_told_in_the_words_of_a_form(
    desk: ops.Desk, fill: Fill, cells: Cells, code: str
):
    (one,) = ops.collect([fill(cells)], desk)
    assert one.kept == ()
    assert codes(one)[0] == code


def test_what_stands_outside_of_the_cells_to_fill_is_said(desk: ops.Desk, fill: Fill):
    def write_anywhere(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet["K5"] = 12.5  # a score of one's own, over the formula
        sheet["C40"] = "另附说明"

    (one,) = ops.collect([fill({"满意度 actual": 95}, change=write_anywhere)], desk)
    (odd,) = one.findings
    assert (odd.code, odd.facts["found"], odd.facts["count"]) == ("form.elsewhere", "12.5", "2")
    assert odd.source is not None
    assert odd.source.cell == "K5"
    assert len(one.kept) == 1


def test_a_sheet_copied_or_added_is_said_and_a_hidden_one_is_not(desk: ops.Desk, fill: Fill):
    def add_sheets(book: Any) -> None:
        book.copy_worksheet(book.worksheets[0]).title = "副本"
        book.create_sheet("空表")
        book.create_sheet("WpsReserved")["A1"] = 1
        book["WpsReserved"].sheet_state = "hidden"

    (one,) = ops.collect([fill({"满意度 actual": 95}, change=add_sheets)], desk)
    assert [(odd.code, odd.facts["sheet"]) for odd in one.findings] == [("form.other_sheet", "副本")]


def test_forms_in_a_folder_are_found_to_any_depth(desk: ops.Desk, fill: Fill):
    file = fill({"满意度 actual": 95, "完成率 actual": "很好"})
    deep = file.parent / "办公室" / "甲"
    deep.mkdir(parents=True)
    file.rename(deep / file.name)
    for _again in range(2):
        (one,) = ops.collect([file.parent], desk)
        assert one.path == deep / file.name


def test_an_annotated_copy_stands_beside_the_file_and_never_replaces_another(desk: ops.Desk, fill: Fill):
    file = fill({"完成率 actual": "很好"})
    (one,) = ops.collect([file], desk)
    assert one.copy == file.with_name("李四-批注.xlsx")
    assert one.copy is not None
    (odd,) = one.findings
    assert odd.source is not None
    sheet = openpyxl.load_workbook(one.copy)[odd.source.sheet]
    assert "“很好”无法判读，应填数字" in sheet[odd.source.cell].comment.text
    one.copy.write_bytes(b"mine")
    (again,) = ops.collect([file], desk)
    assert codes(again) == ["form.text", "form.copy_exists"]
    assert one.copy.read_bytes() == b"mine"


def test_the_annotated_copy_can_be_corrected_and_collected(desk: ops.Desk, fill: Fill):
    (one,) = ops.collect([fill({"完成率 actual": "很好"})], desk)
    assert one.copy is not None
    odd = one.findings[0].source
    assert odd is not None
    book = openpyxl.load_workbook(one.copy)
    book[odd.sheet][odd.cell].value = 90
    book.save(one.copy)
    (again,) = ops.collect([one.copy], desk)
    assert codes(again) == []
    assert recorded(desk) == {"完成率": Decimal(90)}


def test_what_was_collected_is_taken_back_by_the_name_of_its_file(desk: ops.Desk, fill: Fill):
    ops.collect([fill({"会议培训次数 actual": 3})], desk)
    undone = desk.undo().result()
    assert (undone.operation, undone.who) == ("collect", "李四.xlsx")
    assert desk.redo().result().who == "李四.xlsx"
    assert recorded(desk) == {"会议培训次数": Decimal(3)}


def test_a_form_that_went_out_in_english_is_collected(desk: ops.Desk, tmp_path: Path):
    language.use("en")
    try:
        path = ops.write_forms(desk.dossier(CODE, YEAR), tmp_path / "out")[0].path
    finally:
        language.use("zh")
    book = openpyxl.load_workbook(path)
    for fill in identity_of(book).fills:
        if fill.subject.indicator and fill.subject.indicator.name == "会议培训次数":
            book[fill.sheet][fill.cell].value = {"actual": 3}.get(fill.subject.field)
    book.save(path)
    (one,) = ops.collect([path], desk)
    assert codes(one) == []
    assert recorded(desk) == {"会议培训次数": Decimal(3)}


def test_a_folder_gives_its_workbooks_but_not_our_copies(desk: ops.Desk, fill: Fill):
    file = fill({"完成率 actual": "很好"})
    ops.collect([file], desk)
    shutil.copy(file, file.with_name("~$李四.xlsx"))
    file.with_name("说明.txt").write_text("不是表")
    (one,) = ops.collect([file.parent], desk)
    assert one.path == file


def test_only_the_forms_of_the_department_meant_are_taken(desk: ops.Desk, fill: Fill):
    other = replace(desk.choose(CODE), code="000001")
    (one,) = ops.collect([fill({"会议培训次数 actual": 3})], desk, only=other)
    assert codes(one) == ["form.other_department"]


def test_who_is_faster_while_a_form_is_being_saved_keeps_the_value(
    desk: ops.Desk, fill: Fill, monkeypatch: pytest.MonkeyPatch
):
    subject = subject_of(desk, "完成率", "actual")
    entry, _odd = ops.read_entry(desk.dossier(CODE, YEAR), subject, "95%")
    assert entry is not None
    submit = desk.submit

    def slower(*arguments: Any, **named: Any) -> Any:
        monkeypatch.setattr(desk, "submit", submit)
        desk.record(CODE, YEAR, [entry], "record")
        return submit(*arguments, **named)

    monkeypatch.setattr(desk, "submit", slower)
    (one,) = ops.collect([fill({"会议培训次数 actual": 3, "完成率 actual": 90})], desk)
    assert codes(one) == ["form.moved"]
    assert recorded(desk) == {"会议培训次数": Decimal(3), "完成率": Decimal(95)}
