"""A table of actuals as offices keep it: CSV of any making, or a workbook."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from evaltool.documents import Unreadable
from evaltool.operations import actuals
from evaltool.operations.rows import rows_of
from scoring.model import Dossier

CODE = "13052922P00584010141N"
CHINESE = "项目编码,三级指标,实际完成值,得分比例,偏差原因,改进措施,佐证材料"
ENGLISH = "project_code,indicator,actual,share,reason,action,evidence"
ROWS = f"""{CODE},会议培训次数,3次,,会期调整,,签到表
{CODE},委员履职能力提升,达成,90,,,
,,,,,,
{CODE},满意度,,,,,
"""


def typed(read: actuals.Actuals) -> dict[str, str]:
    return {
        f"{entry.subject.indicator.name}.{entry.subject.field}": entry.typed
        for entry in read.entries
        if entry.subject.indicator is not None and entry.typed
    }


EXPECTED = {
    "会议培训次数.actual": "3次",
    "会议培训次数.reason": "会期调整",
    "会议培训次数.evidence": "签到表",
    "委员履职能力提升.actual": "达成",
    "委员履职能力提升.share": "90",
}


@pytest.mark.parametrize(
    "header", [CHINESE, ENGLISH, ENGLISH.upper(), CHINESE.replace("项目编码", " 项目编码 ")]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_with_any_header_encoding_and_line_end(julu: Dossier, tmp_path: Path, header, encoding, end):
    path = tmp_path / "完成值.csv"
    path.write_bytes(f"{header}\n{ROWS}".replace("\n", end).encode(encoding))
    read = actuals.read_actuals(path, julu)
    assert typed(read) == EXPECTED
    assert read.findings == ()
    assert read.rows == 2


def test_columns_may_stand_in_any_order_and_be_few(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f"实际完成值,三级指标,项目编码\n3次,会议培训次数,{CODE}\n", "utf-8")
    assert typed(actuals.read_actuals(path, julu)) == {"会议培训次数.actual": "3次"}


def test_quoted_cells_keep_commas_and_line_ends(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f'{CHINESE}\n{CODE},完成率,90%,,"一，二, 三\n第二行",,\n', "utf-8")
    assert typed(actuals.read_actuals(path, julu))["完成率.reason"] == "一，二, 三\n第二行"


def test_titles_and_remarks_may_stand_above_the_header(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f"2022年度完成情况\n填报说明：不填即未录入\n{CHINESE}\n{ROWS}", "utf-8")
    assert typed(actuals.read_actuals(path, julu)) == EXPECTED


def test_a_table_without_its_columns_is_none(tmp_path: Path):
    path = tmp_path / "t.csv"
    for text in ("姓名,电话\n王,1\n", "项目编码,三级指标,完成\n1,甲,2\n", "x\n" * 20 + CHINESE):
        path.write_text(text, "utf-8")
        with pytest.raises(Unreadable) as refusal:
            rows_of(path)
        assert refusal.value.code == "actuals.no_header"


def test_a_column_whose_name_is_not_known_is_a_warning_that_names_it(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f"{CHINESE.replace('实际完成值', '完成')}\n{ROWS}", "utf-8")
    (odd,) = [one for one in actuals.read_actuals(path, julu).findings if one.source.line == 1]
    assert (odd.code, odd.severity, odd.facts) == ("actuals.unknown_column", "warning", {"column": "完成"})


def test_a_column_too_many_is_named_and_its_row_left_out(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f"{CHINESE}\n{CODE},完成率,90%,,,,,多出来的\n{CODE},满意度,96%,,,,,\n", "utf-8")
    read = actuals.read_actuals(path, julu)
    (odd,) = read.findings
    assert (odd.code, odd.facts["text"]) == ("actuals.extra_cell", "多出来的")
    assert odd.source is not None
    assert odd.source.line == 2
    assert typed(read) == {"满意度.actual": "96%"}


def test_columns_that_nobody_knows_or_that_stand_twice_are_named_and_not_read(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f"项目编码,三级指标,实际完成值,备注,实际完成值\n{CODE},完成率,90%,说明,95%\n", "utf-8")
    read = actuals.read_actuals(path, julu)
    assert [(odd.code, odd.facts["column"]) for odd in read.findings] == [
        ("actuals.unknown_column", "备注"),
        ("actuals.unknown_column", "实际完成值"),
    ]
    assert typed(read) == {"完成率.actual": "90%"}


def test_short_rows_are_read(julu: Dossier, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(f"{CHINESE}\n{CODE},完成率,90%\n", "utf-8")
    assert typed(actuals.read_actuals(path, julu)) == {"完成率.actual": "90%"}


def workbook(path: Path, rows: list[list[object]], formats: dict[str, str] | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    book.save(path)
    return path


def test_a_workbook_is_read_as_it_shows_its_cells(julu: Dossier, tmp_path: Path):
    rows = [
        CHINESE.split(","),
        [CODE, "会议培训次数", 3, None, "会期调整", None, None],
        [CODE, "经费支付及时率", 0.96, None, None, None, None],
        [CODE, "完成率", "90%", None, None, None, None],
        [CODE, "经费成本", 138.6, None, None, None, None],
        [CODE, "委员履职能力提升", "达成", 0.9, None, None, None],
        [None, None, None, None, None, None, None],
        [CODE, "全年执行数", 0.1 + 0.2, None, None, None, None],
    ]
    path = workbook(tmp_path / "t.xlsx", rows, {"C3": "0%", "D6": "0.0%"})
    read = actuals.read_actuals(path, julu)
    assert read.findings == ()
    assert typed(read) == {
        "会议培训次数.actual": "3",
        "会议培训次数.reason": "会期调整",
        "经费支付及时率.actual": "96%",
        "完成率.actual": "90%",
        "经费成本.actual": "138.6",
        "委员履职能力提升.actual": "达成",
        "委员履职能力提升.share": "90%",
    }


def test_dates_of_a_workbook_are_days(tmp_path: Path):
    moments = [date(2022, 7, 31), datetime(2022, 7, 31, 8, 30)]  # noqa: DTZ001 - a workbook knows no zones
    path = workbook(
        tmp_path / "t.xlsx", [CHINESE.split(","), *([CODE, "完成", moment] for moment in moments)]
    )
    rows, _ = rows_of(path)
    assert [row.actual for row in rows] == ["2022-07-31", "2022-07-31"]


def test_a_doubt_about_a_workbook_names_its_cell(julu: Dossier, tmp_path: Path):
    path = workbook(tmp_path / "t.xlsx", [CHINESE.split(","), [CODE, "完成率", "NaN"]])
    (odd,) = actuals.read_actuals(path, julu).findings
    assert odd.source is not None
    assert (odd.source.file, odd.source.cell) == ("t.xlsx", "A2")


def test_a_line_filled_twice_in_a_workbook_names_the_first_row(julu: Dossier, tmp_path: Path):
    rows = [CHINESE.split(","), [CODE, "完成率", "90%"], [CODE, "完成率", "95%"]]
    (odd,) = actuals.read_actuals(workbook(tmp_path / "t.xlsx", rows), julu).findings
    assert (odd.code, odd.facts["line"]) == ("actuals.twice", "2")


def test_a_formula_without_a_result_is_an_error_of_its_row_and_no_blank(julu: Dossier, tmp_path: Path):
    rows: list[list[object]] = [
        CHINESE.split(","),
        [CODE, "会议培训次数", "=1+2", None, None, None, None],
        [CODE, "完成率", "90%", None, None, None, None, "=1+2"],
    ]
    read = actuals.read_actuals(workbook(tmp_path / "t.xlsx", rows), julu)
    (odd,) = read.findings
    assert (odd.code, odd.facts["text"]) == ("actuals.no_result", "=1+2")
    assert odd.source is not None
    assert odd.source.row == 2
    assert typed(read) == {"完成率.actual": "90%"}


def test_notes_beside_the_table_in_a_workbook_are_none_of_its_business(julu: Dossier, tmp_path: Path):
    rows: list[list[object]] = [CHINESE.split(","), [CODE, "完成率", "90%", *[None] * 6, "王 2023-01-05"]]
    read = actuals.read_actuals(workbook(tmp_path / "t.xlsx", rows), julu)
    assert (read.findings, typed(read)) == ((), {"完成率.actual": "90%"})
