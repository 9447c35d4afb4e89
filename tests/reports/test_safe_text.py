"""Texts, sheet names and file names that no program can misread."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.sheets.safe import CELL_LIMIT, cell_text, file_name, foot_text, sheet_names, starts_formula

FORBIDDEN = set("[]:*?/\\")
NAMES = st.text(st.sampled_from("项目AaBb'[]:*?/\\=+-@ \t\n\x00\U0001f600"), max_size=40)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("一行\r\n两行\r三行", "一行\n两行\n三行"),
        ("响铃\x07与空\x00字", "响铃�与空�字"),
        ("半个\ud83d字", "半个�字"),
        ("非字符\ufffe", "非字符�"),
        ("制表\t保留", "制表\t保留"),
        ("_x0041_", "_x005F_x0041_"),
        ("a_x41_b", "a_x41_b"),
    ],
)
def test_a_cell_keeps_every_sign_or_shows_that_one_stood_there(text: str, kept: str) -> None:
    assert cell_text(text) == kept


def test_a_text_beyond_the_limit_of_a_cell_is_cut_and_says_how_much_is_missing() -> None:
    cut = cell_text("长" * 40000)
    kept = cut.count("长")
    assert len(cut) <= CELL_LIMIT
    assert cut.endswith(f"其余 {40000 - kept} 字见原文）")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", " =1", "＝1", "\n-2"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_recognised(text: str) -> None:
    assert starts_formula(text)


@pytest.mark.parametrize("text", ["", "4次", "≥95%", "—", "a=b"])
def test_usual_texts_are_not_taken_for_formulas(text: str) -> None:
    assert not starts_formula(text)


@given(st.lists(NAMES, max_size=12))
def test_sheet_names_are_legal_and_different_whatever_projects_are_called(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not FORBIDDEN & set(name)
        assert not name.startswith(("'", "=", "+", "-", "@"))
        assert not name.endswith("'")
        assert name.isprintable()


def test_sheet_names_show_what_was_asked_for() -> None:
    wanted = ["调研/视察", "会议", "会议", "=SUM", "", "history", "某" * 40, "某" * 40, "ABC", "abc"]
    assert sheet_names(wanted) == [
        "调研／视察",
        "会议",
        "会议(2)",
        "＝SUM",
        "未命名",
        "history(2)",
        "某" * 31,
        "某" * 28 + "(2)",
        "ABC",
        "abc(2)",
    ]


@pytest.mark.parametrize(
    ("department", "year", "name"),
    [
        ("巨鹿县政协", 2022, "巨鹿县政协2022年度绩效自评表.xlsx"),
        ("巨鹿县政协", None, "巨鹿县政协绩效自评表.xlsx"),
        ('a<b>:"c"/d\\e|f?g*', 2022, "a＜b＞：＂c＂／d＼e｜f？g＊2022年度绩效自评表.xlsx"),
        ("nul.", 2022, "_nul.2022年度绩效自评表.xlsx"),
        (" ..甲 \n 乙\x07 ", None, "甲 乙�绩效自评表.xlsx"),
        ("CON.txt", 2022, "_CON.txt2022年度绩效自评表.xlsx"),
        ("com¹ .a", None, "_com¹ .a绩效自评表.xlsx"),
        ("ＣＯＮ", None, "ＣＯＮ绩效自评表.xlsx"),
        ("甲. . ", None, "甲绩效自评表.xlsx"),
        ("表\u202excod.exe", None, "表�xcod.exe绩效自评表.xlsx"),
        ("Bureau de l'e\u0301tat", None, "Bureau de l'état绩效自评表.xlsx"),
        ("", None, "绩效自评表.xlsx"),
    ],
)
def test_file_names_are_legal_on_windows(department: str, year: int | None, name: str) -> None:
    assert file_name(department, year, "绩效自评表") == name


def test_long_file_names_are_cut_but_stay_different() -> None:
    one, other = (file_name("某" * 200 + end, 2022, "绩效自评表") for end in "甲乙")
    assert one != other
    assert len(one.encode()) <= 200


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "html"])
def test_a_file_name_takes_the_suffix_of_what_is_written(suffix: str) -> None:
    assert file_name("甲县", 2022, "绩效自评报告", suffix) == f"甲县2022年度绩效自评报告.{suffix}"


RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}


@given(
    st.one_of(
        st.text(max_size=300), st.text(st.sampled_from("conCON.au x12乙\U0001f600¹ e\u0301:*?"), max_size=90)
    ),
    st.one_of(st.none(), st.integers(1900, 2100)),
    st.sampled_from(["", "绩效自评表"]),
)
def test_every_file_name_can_be_made_on_windows(of: str, year: int | None, ending: str) -> None:
    name = file_name(of, year, ending)
    stem = name.removesuffix(".xlsx")
    assert name != stem
    assert len(name.encode()) <= 200
    assert len(name.encode("utf-16-le")) // 2 <= 200
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(sign) not in {"Cc", "Cs"} for sign in name)
    assert name.partition(".")[0].rstrip().casefold() not in RESERVED
    assert name == unicodedata.normalize("NFC", name)
    assert not stem.startswith(" ")


def test_no_sheet_name_and_no_foot_of_a_page_reads_as_an_escaped_sign() -> None:
    # Some spreadsheets would name the sheet =1, and no formula would find it.
    assert sheet_names(["_x003D_1", "_x003d_1"]) == ["＿x003D_1", "＿x003d_1(2)"]
    assert foot_text("_x0026_L") == "＿x0026_L"
