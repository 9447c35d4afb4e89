"""References after a row has become several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.reports.template.references import Growth, Place, moved, moved_ranges

GROWTHS = {"表": Growth(8, 4), "其他 表": Growth()}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A7", "A7"),
        ("A8", "A8"),
        ("A9", "A12"),
        ("$A$9+B$10", "$A$12+B$13"),
        ("SUM(G8)", "SUM(G8:G11)"),
        ("sum( $G$8 )", "sum( $G$8:$G$11 )"),
        ("SUM(G8:G8)", "SUM(G8:G11)"),
        ("SUM(G7:G9)", "SUM(G7:G12)"),
        ("SUM(G1:G7)", "SUM(G1:G7)"),
        ("SUM(G8,H8)+1", "SUM(G8:G11,H8:H11)+1"),
        ("SUM(G8*2)", "SUM(G8*2)"),
        ('SUMIF(A8,"产出",G8)', 'SUMIF(A8:A11,"产出",G8:G11)'),
        ("IF(SUM(G8)>0,G8,0)", "IF(SUM(G8:G11)>0,G8,0)"),
        ("ROUND(G8,2)", "ROUND(G8,2)"),
        ("表!A9&'其他 表'!A9", "表!A12&'其他 表'!A9"),
        ("[1]表!A9", "[1]表!A9"),
        ("表!$A$1:$H$9,表!$7:$8", "表!$A$1:$H$12,表!$7:$11"),
        ("$A:$C", "$A:$C"),
        ('"A9"&A9', '"A9"&A12'),
        ("LOG10(A9)+金额", "LOG10(A12)+金额"),
        ("#REF!+A9", "#REF!+A12"),
    ],
)
def test_outside_the_row_a_reference_points_at_what_it_pointed_at(formula: str, expected: str):
    assert moved(formula, Place("表"), GROWTHS) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("G8/F8", "G10/F10"),
        ("SUM(D8:F8)", "SUM(D10:F10)"),
        ("SUM(G8)", "SUM(G10)"),
        ("SUM(G$8:G8)", "SUM(G$8:G10)"),
        ("G8/SUM(G$8:G$8)", "G10/SUM(G$8:G$11)"),
        ("G8/G9", "G10/G12"),
        ("G8-$B$3", "G10-$B$3"),
        ("'其他 表'!G8", "'其他 表'!G8"),
    ],
)
def test_inside_the_row_each_copy_speaks_of_itself(formula: str, expected: str):
    assert moved(formula, Place("表", 2), GROWTHS) == expected


@pytest.mark.parametrize("formula", ["A9#", "SUM(", "{", "'", "A1:表!", "((("])
def test_what_nobody_can_read_stays_and_raises_nothing(formula: str):
    assert isinstance(moved(formula, Place("表"), GROWTHS), str)


@given(st.text("A1B9$:!'(),+-*#[]{}\"表 SUM", max_size=24))
def test_no_formula_at_all_raises(formula: str):
    moved(formula, Place("表"), GROWTHS)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 30))
def test_a_range_covers_exactly_the_rows_that_its_own_have_become(begin: int, more: int, count: int):
    growth = Growth(20, count)
    end = begin + more
    became = [
        row
        for old in range(begin, end + 1)
        for row in ([*range(20, 20 + count)] if old == 20 else [growth.first(old)])
    ]
    assert moved_ranges(f"B{begin}:C{end}", growth) == f"B{became[0]}:C{became[-1]}"
    assert became == list(range(became[0], became[-1] + 1))
