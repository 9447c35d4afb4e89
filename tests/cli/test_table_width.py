"""Columns of tables on a terminal: in line, and never wider than can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evaltool.cli.width import WIDEST, cells, cut, table


def test_one_endless_cell_does_not_push_the_columns_of_all_rows_apart():
    lines = table(
        ["指标", "得分", "说明"], [["长" * 500, "5", "甲"], ["短", "5", "乙" * 100]], right=(1,)
    ).split("\n")
    assert cells(lines[3][: lines[3].index("5")]) <= WIDEST + 6
    assert lines[2].startswith("长" * (WIDEST // 2 - 1) + "…")
    assert lines[3].endswith("乙" * 100)


def test_a_text_that_fits_stays_whole():
    assert cut("指" * (WIDEST // 2), WIDEST) == "指" * (WIDEST // 2)


@given(st.text(), st.integers(1, 30))
def test_a_cut_text_fits_and_begins_as_the_whole(text: str, width: int):
    said = cut(text, width)
    assert cells(said) <= width
    assert said == text or (said.endswith("…") and text.startswith(said[:-1]))


def test_the_whole_name_stays_in_the_json(run, folder):
    header = "document,project,level1,level2,indicator,target,actual,weight,score"
    (folder / "表.csv").write_text(f"{header}\n甲,乙,产出,数量,{'名' * 500},≥1,1,10,10\n", "utf-8")
    assert run("recheck", folder / "表.csv", "--json").json["lines"][0]["indicator"] == "名" * 500
    assert max(map(cells, run("recheck", folder / "表.csv").out.splitlines())) < 200
