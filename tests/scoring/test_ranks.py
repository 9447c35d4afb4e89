"""Places with ties, and how grades and money are shared out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.compared import grade_shares, ranked

FIGURES = st.lists(st.none() | st.integers(0, 10).map(Decimal), max_size=30)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([], []),
        ([None], [None]),
        ([95, 90, 90, 80], [1, 2, 2, 4]),
        ([80, None, 90, 90, 95], [1, 2, 2, 4, None]),
        ([90, 90, 90], [1, 1, 1]),
    ],
)
def test_the_highest_is_first_and_those_alike_share_a_place(
    figures: list[int | None], expected: list[int | None]
) -> None:
    places = ranked(figures, lambda one: None if one is None else Decimal(one))
    assert [each.place for each in places] == expected


def test_a_figure_is_the_same_however_it_is_written() -> None:
    figures: list[Decimal | Fraction] = [Decimal(90), Decimal("90.00"), Fraction(90)]
    assert [(each.place, each.alike) for each in ranked(figures, lambda one: one)] == [(1, 3)] * 3


@given(FIGURES)
def test_a_place_is_one_more_than_the_number_of_those_that_have_more(figures: list[Decimal | None]) -> None:
    numbered = list(enumerate(figures))
    for each in ranked(numbered, lambda one: one[1]):
        mine = each.one[1]
        if mine is None:
            assert (each.place, each.alike, each.is_tied) == (None, 0, False)
            continue
        assert each.place == 1 + sum(other is not None and other > mine for other in figures)
        assert each.alike == figures.count(mine)
        assert each.is_tied == (figures.count(mine) > 1)


@given(FIGURES)
def test_nobody_is_lost_and_those_alike_keep_their_order(figures: list[Decimal | None]) -> None:
    numbered = list(enumerate(figures))
    order = [each.one for each in ranked(numbered, lambda one: one[1])]
    assert sorted(order, key=lambda one: one[0]) == numbered
    for value in set(figures):
        assert [at for at, figure in order if figure == value] == [
            at for at, figure in numbered if figure == value
        ]
    known = [figure is not None for _, figure in order]
    assert known == sorted(known, reverse=True)


def test_grades_are_counted_by_number_and_by_money() -> None:
    graded = [("优", Decimal(30)), ("优", Decimal(45)), ("良", Decimal(25)), ("", None)]
    shares = grade_shares(graded, ("优", "良", "中", "差"))
    assert [share.grade for share in shares] == ["优", "良", "中", "差", ""]
    assert [share.count for share in shares] == [2, 1, 0, 0, 1]
    assert [share.budget for share in shares] == [75, 25, 0, 0, 0]
    assert [share.of_count for share in shares] == [Fraction(1, 2), Fraction(1, 4), 0, 0, Fraction(1, 4)]
    assert [share.of_budget for share in shares] == [Fraction(3, 4), Fraction(1, 4), 0, 0, 0]
    assert [share.without_budget for share in shares] == [0, 0, 0, 0, 1]


def test_where_there_is_nothing_there_are_no_shares() -> None:
    for share in grade_shares([], ("优",)):
        assert share.of_count is None
        assert share.of_budget is None
    [best, _] = grade_shares([("优", None)], ("优",))
    assert best.of_count == 1
    assert best.of_budget is None


@given(st.lists(st.tuples(st.sampled_from(["优", "良", ""]), st.none() | st.integers(0, 99).map(Decimal))))
def test_shares_of_grades_add_up_to_the_whole(graded: list[tuple[str, Decimal | None]]) -> None:
    shares = grade_shares(graded, ("优", "良"))
    assert sum(share.count for share in shares) == len(graded)
    assert not graded or sum(share.of_count or Fraction(0) for share in shares) == 1
    whole = sum(budget or Decimal(0) for _, budget in graded)
    assert not whole or sum(share.of_budget or Fraction(0) for share in shares) == 1
