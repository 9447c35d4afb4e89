"""Finding by name, and line breaks in one line: what goes in comes out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tui_bench import BEIDAIHE, JULU

from evaltool import operations as ops
from evaltool.tui.breaks import BREAK, in_one_line, with_breaks
from evaltool.tui.rows import Place, rows_of
from evaltool.tui.searching import matching, spots
from scoring.model import Dossier
from scoring.rulebook import load


def dossiers() -> list[Dossier]:
    return [Dossier(ops.read(path).department, rulebook=load("national-2020")) for path in (JULU, BEIDAIHE)]


def test_every_name_of_a_department_is_found_and_leads_to_a_row_of_the_workbench() -> None:
    for dossier in dossiers():
        found = spots(dossier, [])
        own = [spot.subject.indicator for spot in found if spot.subject is not None]
        assert own == [
            *(one.key for project in dossier.department.projects for one in project.indicators),
            *(one.key for one in dossier.department.own_indicators()),
        ]
        for spot in found:
            subjects = [row.first for row in rows_of(dossier, spot.place)]
            assert spot.subject is None or spot.subject in subjects


def test_words_may_stand_in_the_name_and_in_what_it_belongs_to() -> None:
    dossier = dossiers()[0]
    departments = [(Place("1", 2022), "2022 甲局"), (Place("2", 2023), "2023 乙局")]
    all_spots = spots(dossier, departments)
    assert [spot.name for spot in matching(all_spots, "满意 保障")] == ["满意度"]
    assert [spot.place for spot in matching(all_spots, "乙局")] == [Place("2", 2023)]
    assert matching(all_spots, "[red]") == ()
    assert matching(all_spots, "") == all_spots


def test_a_word_in_the_own_name_goes_before_one_in_what_it_belongs_to() -> None:
    found = matching(spots(dossiers()[0], []), "专项")
    assert found[0].name.startswith("专项")
    assert all("专项" in f"{spot.name}{spot.where}" for spot in found)


@given(
    st.lists(
        st.text(st.characters(exclude_characters=BREAK, exclude_categories=["Cc", "Zl", "Zp"]), min_size=1)
    )
)
def test_line_breaks_survive_the_one_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "\n" not in in_one_line(text)
    assert with_breaks(in_one_line(text)) == text
