"""A rulebook that is wrong says everything that is wrong with it, with the key and the nearest right one."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import pytest
from case_files import ALWAYS, cases, only

from scoring.rulebook import DEFAULT, Problem, RulebookError, load, load_file, parse

HEAD = 'id = "county"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'
TEXT = (resources.files("scoring") / "rulebooks" / f"{DEFAULT}.toml").read_text("utf-8")
CLAUSES = [clause.key for clause in load().clauses()]


def problems(text: str) -> list[tuple[str, str, str]]:
    """What is wrong with a rulebook text: code, key, and what was found or is nearest."""
    with pytest.raises(RulebookError) as refused:
        parse(text, "county.toml")
    assert all(problem.file == "county.toml" for problem in refused.value.problems)
    return [(problem.code, problem.key, about(problem)) for problem in refused.value.problems]


def about(problem: Problem) -> str:
    """What was found, or the nearest right one."""
    return problem.facts.get("nearest", problem.facts.get("found", ""))


def without(key: str) -> str:
    """The default rulebook's text with one clause taken out."""
    blocks = TEXT.split("\n\n")
    kept = [block for block in blocks if f"[{key}]\n" not in f"{block}\n"]
    assert len(kept) == len(blocks) - 1
    return "\n\n".join(kept)


@pytest.mark.parametrize("key", CLAUSES)
def test_a_missing_clause_is_named(key: str):
    assert ("rulebook.missing", key, "") in problems(without(key))


@pytest.mark.parametrize("case", cases("rulebook-refused.toml"))
def test_what_is_wrong_is_named_with_its_key(case: Mapping[str, str]):
    only(case, *ALWAYS, "text", "problem", "key", "line", "about")
    with pytest.raises(RulebookError) as refused:
        parse(HEAD + case["text"], "county.toml")
    code = f"rulebook.{case['problem']}"
    found = [one for one in refused.value.problems if (one.code, one.key) == (code, case["key"])]
    assert [(one.line - HEAD.count("\n"), about(one)) for one in found] == [(case["line"], case["about"])]


def test_a_section_that_is_no_table_is_named():
    assert ("rulebook.bad_value", "over", "110") in problems("over = 110\n" + HEAD)


def test_everything_wrong_is_told_at_once():
    text = HEAD + "[over.note_frm]\nvalue = 110\n[quantitative.gate]\nvalue = 'sixty'\n"
    assert problems(text) == [
        ("rulebook.unknown_key", "over.note_frm", "over.note_from"),
        ("rulebook.bad_value", "quantitative.gate", "sixty"),
    ]


def test_a_rulebook_without_name_says_so():
    assert {
        key for code, key, _ in problems('extends = "national-2020"\n') if code == "rulebook.missing"
    } == {
        "id",
        "version",
        "title",
    }


def test_a_rulebook_cannot_extend_what_does_not_exist():
    assert problems(HEAD.replace("national-2020", "national-2002")) == [
        ("rulebook.bad_value", "extends", "national-2020")
    ]


def test_all_codes_and_severities_that_there_are_not_are_named():
    with pytest.raises(RulebookError) as refused:
        parse(f"{HEAD}[checks.severity]\nvalue = {{ 'over.not' = 'warning', 'over.note' = 'bad' }}\n", "x")
    (problem,) = refused.value.problems
    assert problem.facts["expected"] == "over.not → over.note, over.note = error | warning | note"


def test_a_choice_names_the_nearest_one():
    assert problems(f"{HEAD}[execution.method]\nvalue = 'step'\n") == [
        ("rulebook.bad_value", "execution.method", "steps")
    ]


def test_a_text_that_is_no_toml_says_why():
    assert problems("value = = 1")[0][0] == "rulebook.not_toml"


def test_an_unknown_id_names_the_nearest_one():
    with pytest.raises(RulebookError) as refused:
        load("nationl-2020")
    (problem,) = refused.value.problems
    assert (problem.code, problem.file, problem.facts["nearest"]) == (
        "rulebook.unknown",
        "nationl-2020",
        "national-2020",
    )


def test_a_file_of_ones_own_may_start_with_a_byte_order_mark(tmp_path: Path):
    path = tmp_path / "county.toml"
    path.write_text(HEAD, "utf-8-sig")
    assert load_file(path).id == "county"


def test_a_file_that_is_not_there_or_is_not_text_says_so(tmp_path: Path):
    (tmp_path / "gbk.toml").write_bytes(HEAD.encode("gb18030"))
    for name in ("none.toml", "gbk.toml"):
        with pytest.raises(RulebookError) as refused:
            load_file(tmp_path / name)
        assert [problem.code for problem in refused.value.problems] == ["rulebook.unreadable"]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ("{ '产出' = 60, '效益' = 30 }", {"found": "满意度指标", "needs": "weights.absent_to"}),
        (
            "{ '产处' = 50, '效益' = 30, '满意度' = 10 }",
            {"found": "产出指标", "needs": "weights.inside", "nearest": "产处指标"},
        ),
    ],
)
def test_a_level_left_out_names_the_clause_that_needs_it_and_a_slip_of_the_pen_what_is_near(levels, said):
    with pytest.raises(RulebookError) as refused:
        parse(f"{HEAD}[weights.levels]\nvalue = {levels}\n", "county.toml")
    (problem,) = refused.value.problems
    assert (problem.code, problem.key, problem.facts) == ("rulebook.lacks_level", "weights.levels", said)
