"""A rulebook written down whole is the same rulebook when it is read again; two are compared by value."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from case_files import changed
from hypothesis import given, reject
from hypothesis import strategies as st

from scoring.rulebook import EVIDENCE, RulebookError, compare, expected, load, parse, shipped, write
from scoring.rulebook.said import written
from scoring.rulebook.schema import SECTIONS
from scoring.rulebook.toml_text import value_text

KEYS = [clause.key for clause in load().clauses()]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_rulebook_written_down_is_the_same_one(name: str):
    rulebook = load(name)
    again = parse(write(rulebook), "kept")
    assert again == rulebook
    assert again.hash == rulebook.hash
    assert again.extends == rulebook.extends
    assert write(again) == write(rulebook)


DAYS = st.none() | st.dates(date(1949, 10, 1), date(2999, 1, 1))


@given(
    base=st.sampled_from(shipped()),
    said=st.dictionaries(
        st.sampled_from(KEYS),
        st.fixed_dictionaries(
            {}, optional={"cite": WORDS, "note": WORDS, "evidence": st.lists(st.sampled_from(EVIDENCE))}
        ).filter(bool),
    ),
    donor=st.sampled_from(shipped()),
    title=WORDS.filter(str.strip),
    start=DAYS,
    end=DAYS,
)
def test_a_changed_rulebook_written_down_is_the_same_one(base, said, donor, title, start, end):
    lines = ['id = "county"', 'version = "2"', f"title = {value_text(title)}", f'extends = "{base}"']
    days = {
        name: day for name, day in (("from", start), ("to", end)) if day and (name == "from" or not start)
    }
    lines.append(f"effective = {value_text(days)}")
    for key, parts in said.items():
        own = {"value": load(donor).clause(key).raw, **parts} if len(parts) > 1 else parts
        lines += [f"[{key}]", *(f"{name} = {value_text(part)}" for name, part in own.items())]
    try:
        rulebook = parse("\n".join(lines), "county.toml")
    except RulebookError:
        reject()  # a clause of one beside those of another may contradict them
    again = parse(write(rulebook), "kept")
    assert again == rulebook
    assert [one.origin for one in again.clauses()] == [one.origin for one in rulebook.clauses()]


@pytest.mark.parametrize("head", ['lineage = ["core-2021"]\n', 'extends = "national-2020"\n'])
def test_a_clause_comes_from_a_rulebook_of_the_lineage_and_from_no_other(head: str):
    names = 'id = "county"\nversion = "1"\ntitle = "某县"\n'
    text = f'{names}{head}[over.note_from]\nvalue = 150\norigin = "national-2020"\n'
    with pytest.raises(RulebookError) as refused:
        parse(text, "county.toml", fallback=load())
    (problem,) = refused.value.problems
    assert (problem.code, problem.key, problem.line) == ("rulebook.bad_value", "over.note_from.origin", 7)


ANYTHING = st.recursive(
    st.none().map(lambda _: "")
    | st.booleans()
    | st.integers(-1000, 1000)
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.dates()
    | st.sampled_from(["met", "partly", "unmet", "at_least", "at_most", "name", "never", "产出"])
    | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["met", "partly", "unmet", "at_least", "name", "产出", "over.note"]), inner
        )
    ),
    max_leaves=8,
)
READERS = {
    f"{section}.{item.name}": item.metadata["read"]
    for section, schema in SECTIONS.items()
    for item in fields(schema)
}


@given(key=st.sampled_from(KEYS), value=ANYTHING)
def test_whatever_stands_as_a_value_is_read_or_refused_in_words(key: str, value: Any):
    try:
        read = READERS[key](value)
    except ValueError as what:
        read = str(what)
    assert read is None or written(read) is not None


@pytest.mark.parametrize("key", KEYS)
def test_every_clause_says_what_it_expects(key: str):
    assert expected(key)


def test_values_are_written_as_toml_writes_them():
    values: list[Any] = [
        True,
        -3,
        Decimal("1E+3"),
        Decimal("0.50"),
        date(2021, 8, 18),
        {"产出": [1, "a\x7f\n\"'"]},
        {},
        [],
    ]
    text = "\n".join(f"v{i} = {value_text(value)}" for i, value in enumerate(values))
    assert list(tomllib.loads(text, parse_float=Decimal).values()) == values
    assert value_text(Decimal("inf")) == "inf"
    assert value_text(Decimal("nan")) == "nan"
    with pytest.raises(TypeError):
        value_text(object())


def test_clauses_that_differ_are_listed_in_the_order_of_the_schema_and_citations_alone_are_not():
    local = changed(
        **{"over.note_from": "110", "quantitative.reverse": '"linear"', "quantitative.gate": "60"}
    )
    differences = compare(load(), local)
    assert [(one.key, one.a.value, one.b.value) for one in differences] == [
        ("quantitative.reverse", "ratio", "linear"),
        ("over.note_from", 120, 110),
    ]
    assert compare(local, local) == ()
