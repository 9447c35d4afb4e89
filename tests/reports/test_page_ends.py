"""Where the pages of a long sheet end: never between a table's headings and its first row."""

from __future__ import annotations

from evaltool.reports.page_setup import page_ends, page_height

ROOM = int(page_height(landscape=True))


def test_rows_fill_a_page_and_the_next_begins_under_what_is_repeated() -> None:
    row = ROOM // 4
    assert list(page_ends([row] * 12, held=(), repeated=row)) == [4, 7, 10]


def test_headings_go_over_to_the_page_of_their_first_row() -> None:
    row = ROOM // 4
    assert list(page_ends([row] * 5, held={3, 4}, repeated=0)) == [2]


def test_what_fits_one_page_ends_none_and_a_row_higher_than_a_page_stands_alone() -> None:
    assert list(page_ends([10] * 3, held={2}, repeated=10)) == []
    assert list(page_ends([10, ROOM + 1, 10], held=(), repeated=10)) == [1, 2]


def test_headings_with_nothing_below_end_the_sheet() -> None:
    assert list(page_ends([ROOM - 10, 10, 20], held={3}, repeated=0)) == [2]


def test_what_is_wider_than_the_paper_is_printed_smaller_and_more_of_it_fits() -> None:
    row = ROOM // 4
    assert list(page_ends([row] * 6, held=(), repeated=0, units=100)) == [4]
    assert list(page_ends([row] * 6, held=(), repeated=0, units=200)) == [5]
