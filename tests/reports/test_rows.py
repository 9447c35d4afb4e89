"""The rows for finance systems: the same columns each time, the workbook's figures, and no text that runs."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import by_hand
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from evaltool import language
from evaltool.office.program import office_program
from evaltool.operations import dossier_of, examples
from evaltool.reports import Scorecard, texts
from evaltool.reports.rows import (
    COLUMNS,
    SEAL,
    csv_file,
    csv_rows,
    csv_table,
    json_file,
    json_list,
    json_part,
)
from evaltool.reports.rows.csv_table import guarded
from evaltool.sheets.seals import ROW_SEAL, sealed
from evaltool.wording.terms import TERMS
from scoring.evaluate import evaluate
from scoring.model import Dossier, Key, Outcome, Override, State

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
Written = Callable[[Dossier], Workbook]


def card_of(dossier: Dossier) -> Scorecard:
    return Scorecard(dossier, evaluate(dossier), by_hand.MADE_ON)


def cells(content: bytes) -> list[dict[str, str]]:
    """A CSV table as a program reads it: one apostrophe taken away where one stands."""
    assert content.startswith(b"\xef\xbb\xbf")
    head, *body = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert head == [*COLUMNS.values(), SEAL]
    names = [*COLUMNS, "seal"]
    return [dict(zip(names, (one.removeprefix("'") for one in row), strict=True)) for row in body]


def said(dossier: Dossier) -> dict[str, Any]:
    return json.loads(json_file(card_of(dossier)))


def full_examples() -> list[Dossier]:
    return [dossier_of(one.document, one.actuals)[0] for one in examples()]


def test_the_readme_lists_the_columns_as_they_are() -> None:
    table = README[README.index("<!-- columns -->") : README.index("<!-- /columns -->")]
    listed = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", table, re.MULTILINE)
    assert [(key, heading.strip()) for key, heading in listed] == [*COLUMNS.items(), ("seal", SEAL)]


def test_csv_and_json_say_the_same_of_every_line_and_blank_is_blank(dossier: Dossier) -> None:
    dossier = by_hand.with_outcome(dossier, "完成率", None)
    rows, table = said(dossier)["rows"], cells(csv_file(card_of(dossier)))
    assert len(rows) == len(table) == len(dossier.department.indicators()) + 1
    coded = {"kind", "sense", "band", "status", "rule", "clauses", "headline"}
    for row, line in zip(rows, table, strict=True):
        assert list(row) == list(COLUMNS)
        for column, value in row.items():
            assert (line[column] == "") == (value is None), column
            if column not in coded:
                assert line[column] == ("" if value is None else str(value)), column
    waiting = next(row for row in rows if row["indicator"] == "完成率")
    assert (waiting["status"], waiting["score"], waiting["low"], waiting["high"]) == (
        "waiting", None, "0.00", "12.50",
    )  # fmt: skip
    assert (waiting["actual"], waiting["project_score"], waiting["department_score"]) == (None, None, None)


def test_the_points_of_the_rows_add_up_to_the_total() -> None:
    for dossier in full_examples():
        for project in said(dossier)["projects"]:
            rows = [row for row in said(dossier)["rows"] if row["project_code"] == project["code"]]
            assert sum(Decimal(row["weight"]) for row in rows) == 100
            assert sum(Decimal(row["low"]) for row in rows) == Decimal(project["low"])


@pytest.mark.parametrize("number", [0, 1])
def test_the_totals_are_those_of_the_workbook(number: int, written: Written) -> None:
    dossier = full_examples()[number]
    book, whole = written(dossier), said(dossier)
    for project in whole["projects"]:
        sheet = book[project["name"]]
        (total,) = (row for row in sheet.iter_rows(values_only=True) if row[0] == "总分")
        assert figure(total[7]) == project["score"]
    printed = [row for row in book["部门汇总"].iter_rows(values_only=True) if isinstance(row[0], str)]
    for code, method in whole["department"]["methods"].items():
        row = next(row for row in printed if row[0].partition("\n")[0] == TERMS[code])
        assert figure(row[5]) == method["score"], code


def figure(value: object) -> str | None:
    """What a cell says, as JSON says it: words are no figure."""
    return f"{Decimal(str(value)):.2f}" if isinstance(value, int | float) else None


def test_a_score_by_hand_stands_beside_the_computed_one(dossier: Dossier) -> None:
    dossier = by_hand.with_override(dossier, "完成率", Override(Decimal(10), "会议决定", "王"))
    row = next(row for row in said(dossier)["rows"] if row["indicator"] == "完成率")
    kept = {name: row[name] for name in ("score", "computed", "override_reason", "override_by")}
    assert kept == {"score": "10.00", "computed": "11.84", "override_reason": "会议决定", "override_by": "王"}


def test_a_line_that_does_not_apply_counts_for_nothing(dossier: Dossier) -> None:
    outcome = Outcome(state=State.NOT_APPLICABLE, reason="取消")
    row = next(
        row
        for row in said(by_hand.with_outcome(dossier, "完成率", outcome))["rows"]
        if row["indicator"] == "完成率"
    )
    assert (row["status"], row["weight"], row["actual"], row["reason"]) == (
        "not_applicable", None, None, "取消",
    )  # fmt: skip


def test_no_language_changes_a_row(dossier: Dossier) -> None:
    before = csv_file(card_of(dossier)), json_file(card_of(dossier))
    language.use("en")
    try:
        assert (csv_file(card_of(dossier)), json_file(card_of(dossier))) == before
    finally:
        language.use("zh")


def test_a_band_is_its_chinese_word_and_its_code_though_a_form_would_name_it_in_english(
    dossier: Dossier,
) -> None:
    language.use("en")
    try:
        card = card_of(dossier)
        (line,) = (line for line in card.score.projects[0].indicators if line.outcome.share is not None)
        (row,) = (row for row in cells(csv_file(card)) if row["indicator"] == line.indicator.name)
        (said_,) = (row for row in said(dossier)["rows"] if row["indicator"] == line.indicator.name)
        form = texts.actual(line)
    finally:
        language.use("zh")
    assert (row["actual"], row["band"]) == ("达成", "达成")
    assert (said_["actual"], said_["band"]) == ("达成", "met")
    assert "达成" not in form


def test_figures_have_no_exponent(dossier: Dossier) -> None:
    outcome = by_hand.done("0.0000001")
    row = next(
        row
        for row in said(by_hand.with_outcome(dossier, "完成率", outcome))["rows"]
        if row["indicator"] == "完成率"
    )
    assert row["actual_value"] == "0.0000001"


def test_many_departments_are_one_table_and_one_json(dossier: Dossier) -> None:
    other = replace(dossier, department=replace(dossier.department, code="2", name="乙"))
    cards = card_of(dossier), card_of(other)
    table = cells(csv_table(map(csv_rows, cards)))
    assert [row["department_code"] for row in table] == ["131001"] * 7 + ["2"] * 7
    whole = json.loads(json_list(map(json_part, cards)))
    assert [one["department"]["code"] for one in whole["departments"]] == ["131001", "2"]
    assert whole["departments"][0] == {
        key: value for key, value in json.loads(json_file(cards[0])).items() if key != "evaltool"
    }


HOSTILE = [
    "=1+1", "+1", "-2+3+cmd|'/c calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "'=1+1", "'",
    "''x", 'a"b', "甲,乙", "两\r\n行", "\x00=1", "半\ud800个",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_a_person_stays_what_it_is_and_starts_no_formula(dossier: Dossier, text: str) -> None:
    card = card_of(by_hand.with_outcome(dossier, "完成率", by_hand.done("90", reason=text)))
    content = csv_file(card)
    raw = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    held = {cell for row in raw for cell in row}
    assert not [cell for cell in held if cell.lstrip()[:1] in "=+@＝＋＠\t\r" and cell]
    (row,) = (row for row in cells(content) if row["indicator"] == "完成率")
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "�").replace("\ud800", "�")
    assert row["reason"] == clean
    (other,) = (row for row in json.loads(json_file(card))["rows"] if row["indicator"] == "完成率")
    assert other["reason"] == text


@given(text=st.text(), other=st.text())
def test_guarding_is_undone_by_taking_one_apostrophe_away(text: str, other: str) -> None:
    once, twice = guarded(text), guarded(other)
    assert once.removeprefix("'") == guarded(text + "x").removeprefix("'")[:-1]
    assert (once == twice) == (once.removeprefix("'") == twice.removeprefix("'"))


def test_every_row_ends_with_one_seal(dossier: Dossier) -> None:
    table = cells(sealed(csv_file(card_of(dossier)), "csv"))
    (seal,) = {row["seal"] for row in table}
    assert re.fullmatch("[0-9a-f]{16}", seal)
    assert ROW_SEAL not in sealed(csv_file(card_of(dossier)), "csv").decode()


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_table_with_texts_as_texts(dossier: Dossier, tmp_path: Path) -> None:
    texts = [text for text in HOSTILE if text.isprintable()]
    project = dossier.department.projects[0]
    more = tuple(
        replace(project.indicators[0], key=Key(project.code, "", "产出指标", "数量指标", text))
        for text in texts
    )
    dossier = by_hand.with_projects(dossier, replace(project, indicators=more))
    path = tmp_path / "rows.csv"
    path.write_bytes(sealed(csv_file(card_of(dossier)), "csv"))
    line = [str(office_program()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    as_excel_does = "--infilter=CSV:44,34,76,1,,0,false,true,false"
    line += [as_excel_does, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(path)]
    subprocess.run(line, check=True, capture_output=True)
    sheet = openpyxl.load_workbook(tmp_path / "rows.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == [*COLUMNS.values(), SEAL]
    assert not [cell for row in sheet for cell in row if cell.data_type in "fe"]
    at = list(COLUMNS).index("indicator")
    shown = [row[at].value for row in sheet.iter_rows(min_row=3)]
    assert shown == [guarded(text) for text in texts]
