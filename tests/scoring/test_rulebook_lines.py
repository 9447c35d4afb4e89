"""Where each key of a rulebook file stands, whatever the layout, and where a text stops being TOML."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rulebook import RulebookError, parse, shipped
from scoring.rulebook.lines import keys, line_of, lines_by_key
from scoring.rulebook.toml_text import key_text, value_text

LAYOUT = '''\
id = "county"  # [a.b]
"over".note_from = { value = 110, cite = "甲 = 乙" }
[other . bands]
value = { met = 80,
  partly = [
    # unmet = 0
    { "x.y" = 1 }, "]}",
  ] }
note = """
[fake]
value = "\\""
"""
cite = \'\'\'
= \'\'\'
evidence = ['own']
[[list]]
1.5 = 2021-08-18
'''


def test_every_key_has_its_line_whatever_stands_around_it():
    assert [(".".join(path), line) for path, line in keys(LAYOUT)] == [
        ("id", 1),
        ("over.note_from", 2),
        ("over.note_from.value", 2),
        ("over.note_from.cite", 2),
        ("other.bands", 3),
        ("other.bands.value", 4),
        ("other.bands.value.met", 4),
        ("other.bands.value.partly", 5),
        ("other.bands.value.partly.x.y", 7),
        ("other.bands.note", 9),
        ("other.bands.cite", 13),
        ("other.bands.evidence", 15),
        ("list", 16),
        ("list.1.5", 17),
    ]


def test_a_key_that_does_not_stand_there_has_the_line_of_its_table():
    known = lines_by_key(LAYOUT)
    assert [line_of(key, known) for key in ("other.bands.nothing", "other.nothing", "nothing", "")] == [
        3,
        3,
        0,
        0,
    ]


@pytest.mark.parametrize("name", shipped())
def test_every_key_of_a_shipped_rulebook_is_found_at_its_line(name: str):
    text = (resources.files("scoring") / "rulebooks" / f"{name}.toml").read_text("utf-8")
    lines, known = text.split("\n"), lines_by_key(text)
    for section, clauses in tomllib.loads(text).items():
        for clause, parts in clauses.items() if isinstance(clauses, dict) else ():
            head = f"{section} = {{ " if section == "effective" else f"[{section}.{clause}]"
            assert lines[known[f"{section}.{clause}"] - 1].startswith(head)
            for part in parts if isinstance(parts, dict) else ():
                assert lines[known[f"{section}.{clause}.{part}"] - 1].startswith(f"{part} = ")


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5)
VALUES = st.recursive(
    st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_a_value_written_is_the_value_read_and_each_key_has_a_line_of_its_own(table: dict[str, object]):
    text = "\n".join(f"{key_text(name)} = {value_text(value)}" for name, value in table.items())
    assert tomllib.loads(text) == table
    assert [(path[0], line) for path, line in keys(text) if len(path) == 1] == [
        (name, line) for line, name in enumerate(table, start=1)
    ]


@given(st.lists(st.sampled_from([*"[]{}=,.#'\"\\ \nab1", '"""', "'''"]), max_size=40).map("".join))
def test_no_text_is_too_odd_for_it(text: str):
    assert all(1 <= line <= text.count("\n") + 1 for _, line in keys(text))


HEAD = 'id = "county"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'


@pytest.mark.parametrize(
    ("text", "key", "line", "why"),
    [
        ("[over.note_from]\nvalue = “110”", "over.note_from.value", 6, "toml.value"),
        ("[over.note_from]\nvalue 110", "", 6, "toml.key"),
        ("[over.note_from\nvalue = 110", "", 5, "toml.bracket"),
        ("[weights.levels]\nvalue = { 产出 = 50 }", "weights.levels.value.产出", 6, "toml.key"),
        ("[over.note_from]\nvalue = 110 cite = 'x'", "over.note_from.value", 6, "toml.rest"),
        ("[over.note_from]\ncite = '某县\nvalue = 110", "over.note_from.cite", 6, "toml.quote"),
        ("[over.note_from]\ncite = '''某县\nvalue = 110\n", "over.note_from.cite", 6, "toml.quote"),
        ('[over.note_from]\nvalue = 110\ncite = "县里的办法\n', "over.note_from.cite", 7, "toml.quote"),
        (f"[over.note_from]\nvalue = {'9' * 5000}", "over.note_from.value", 6, "toml.digits"),
        ("[over.note_from]\ncite = 'x\x01'", "over.note_from.cite", 6, "toml.character"),
        ("[lexicon.less_is_better]\nvalue = ['a',\n", "lexicon.less_is_better.value", 6, "toml.value"),
        ('[over.note_from]\ncite = "C:\\县"', "over.note_from.cite", 6, "toml.escape"),
        ("effective = { from = 2021-02-30 }", "effective.from", 5, "toml.date"),
        ("x = " + "[" * 5000, "", 0, "toml.nested"),
    ],
)
def test_a_text_that_is_no_toml_says_where_and_why(text: str, key: str, line: int, why: str):
    with pytest.raises(RulebookError) as refused:
        parse(HEAD + text, "county.toml")
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["why"]) == ("rulebook.not_toml", why)
    assert (problem.key, problem.line) == (key, line)


@pytest.mark.parametrize(
    ("text", "key", "line", "first"),
    [
        ("[over.note_from]\nvalue = 110\n\n[over.note_from]\nvalue = 120", "over.note_from", 8, "5"),
        ("[over.note_from]\nvalue = 110\nvalue = 120", "over.note_from.value", 7, "6"),
        ("[over]\nnote_from = { value = 1, value = 2 }", "over.note_from.value", 6, "6"),
        ("id = 'other'", "id", 5, "1"),
    ],
)
def test_what_stands_twice_is_told_with_both_lines(text: str, key: str, line: int, first: str):
    with pytest.raises(RulebookError) as refused:
        parse(HEAD + text, "county.toml")
    (problem,) = refused.value.problems
    assert (problem.code, problem.key, problem.line) == ("rulebook.twice", key, line)
    assert problem.facts == {"first": first}


@pytest.mark.parametrize("figure", ["9" * 5000, "0x" + "f" * 5000, "1e9999999999999999999", "-1e999999"])
def test_a_monstrous_figure_is_a_problem_and_no_fault(figure: str):
    with pytest.raises(RulebookError) as refused:
        parse(f"{HEAD}[over.note_from]\nvalue = {figure}\n", "county.toml")
    assert len(refused.value.problems) == 1
