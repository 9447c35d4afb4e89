"""Rulebook files of one's own: one that extends another, what it keeps, and files that are no rulebooks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scoring.rulebook import (
    Effective,
    Problem,
    Rulebook,
    RulebookError,
    load,
    load_file,
    own_clauses,
    parse,
    write,
)

HEAD = 'id = "county"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'


@pytest.fixture
def put(tmp_path: Path):
    """Writes a rulebook file, and gives its path."""

    def write(name: str, text: str, extends: str = "national-2020") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f'id = "{path.stem}"\nversion = "1"\ntitle = "某县"\nextends = "{extends}"\n'
        path.write_text(head + text, "utf-8")
        return path

    return write


def refused(path: Path) -> list[Problem]:
    with pytest.raises(RulebookError) as error:
        load_file(path)
    return list(error.value.problems)


def test_a_file_may_extend_a_file_that_extends_a_shipped_rulebook(put):
    put("city/city.toml", "[over.note_from]\nvalue = 110\ncite = '市'\n")
    county = load_file(put("county.toml", "[over.reason_from]\nvalue = 140\n", "./city/city.toml"))
    assert county.extends == ("city", "national-2020")
    assert (county.over.note_from.value, county.over.note_from.cite) == (110, "市")
    assert county.over.reason_from.value == 140
    origins = {clause.key: clause.origin for clause in county.clauses()}
    assert origins["over.note_from"] == "city"
    assert origins["over.reason_from"] == "county"
    assert origins["quantitative.gate"] == "national-2020"


def test_more_files_than_anybody_needs_in_a_row_are_refused(put):
    put("300.toml", "", "national-2020")
    for k in reversed(range(300)):
        first = put(f"{k}.toml", "", f"./{k + 1}.toml")
    with pytest.raises(RulebookError) as refused:
        load_file(first)
    assert {problem.code for problem in refused.value.problems} == {"rulebook.circle"}


def test_files_that_extend_each_other_are_refused_at_the_line_that_closes_the_circle(put):
    one = put("one.toml", "", "two.toml")
    put("two.toml", "", "./three.toml")
    three = put("three.toml", "", "./one.toml")
    (problem,) = refused(one)
    assert (problem.code, problem.key, problem.line) == ("rulebook.circle", "extends", 4)
    assert problem.file == str(three)
    (alone,) = refused(put("alone.toml", "", "../" + one.parent.name + "/alone.toml"))
    assert alone.code == "rulebook.circle"


def test_a_parent_that_is_not_there_is_told_at_the_line_that_names_it(put):
    (problem,) = refused(put("county.toml", "", "./city.toml"))
    assert (problem.code, problem.key, problem.line) == ("rulebook.no_parent", "extends", 4)
    assert problem.facts == {"found": "./city.toml", "why": "ENOENT"}
    (problem,) = refused(put("county.toml", "", "./ci\\u0000ty.toml"))
    assert problem.code == "rulebook.no_parent"


def test_what_is_wrong_with_a_parent_is_told_after_what_is_wrong_with_the_file(put):
    city = put("city.toml", "[over.note_from]\nvalue = 1\n")
    county = put("county.toml", "[over.note_frm]\nvalue = 110\n", "./city.toml")
    assert [(p.file, p.key, p.line) for p in refused(county)] == [
        (str(county), "over.note_frm", 5),
        (str(city), "over.note_from", 6),
    ]


def test_a_text_without_a_file_extends_no_file():
    with pytest.raises(RulebookError) as error:
        parse(HEAD.replace("national-2020", "./city.toml"), "kept")
    assert [(p.code, p.key) for p in error.value.problems] == [("rulebook.bad_value", "extends")]


def local(text: str) -> Rulebook:
    return parse(HEAD + text, "county.toml")


def test_another_value_does_not_keep_the_citation_of_the_rule_that_it_replaces():
    clause = local('[quantitative.reverse]\nvalue = "linear"\n').quantitative.reverse
    assert (clause.value, clause.cite, clause.evidence, clause.note) == ("linear", "", (), "")


def test_a_clause_without_a_value_keeps_the_parents_and_adds_what_it_says():
    parent = load().quantitative.reverse
    noted = local("[quantitative.reverse]\nnote = '本县另有说明'\n").quantitative.reverse
    assert (noted.value, noted.raw, noted.cite, noted.evidence) == (
        parent.value,
        parent.raw,
        parent.cite,
        parent.evidence,
    )
    assert (noted.note, noted.origin) == ("本县另有说明", "county")


def test_another_citation_does_not_keep_how_the_old_one_is_known():
    cited = local("[quantitative.reverse]\ncite = '县财绩〔2026〕1号'\n").quantitative.reverse
    assert (cited.value, cited.cite, cited.evidence) == ("ratio", "县财绩〔2026〕1号", ())
    known = local("[quantitative.reverse]\nevidence = ['system']\n").quantitative.reverse
    assert (known.cite, known.evidence) == (load().quantitative.reverse.cite, ("system",))


def test_a_rulebook_says_when_it_is_in_force_and_that_counts_in_its_hash():
    dated = local("effective = { from = 2021-08-18, to = 2025-12-31 }\n")
    assert dated.effective == Effective(date(2021, 8, 18), date(2025, 12, 31))
    open_end = local("[effective]\nfrom = 2021-08-18\n")
    assert open_end.effective == Effective(date(2021, 8, 18))
    assert len({dated.hash, open_end.hash, local("").hash}) == 3
    assert local("effective = {}\n").hash == local("").hash


def test_two_lists_of_words_that_look_alike_have_different_hashes():
    one, other = (
        local(f"[lexicon.less_is_better]\nvalue = {words}\n") for words in ("['a，b']", "['a', 'b']")
    )
    assert one.hash != other.hash


def test_a_text_kept_by_an_earlier_version_is_still_the_rulebook_that_it_was():
    text = 'id = "old"\nversion = "1"\ntitle = "旧"\n[over.note_from]\nvalue = 110\ncite = "县"\n'
    with pytest.raises(RulebookError) as error:
        parse(text, "old.toml")
    assert {p.code for p in error.value.problems} == {"rulebook.no_extends"}
    changed = parse(HEAD + "[over.reason_from]\nvalue = 150\n", "newer.toml")
    one, other = parse(text, "old.toml", load()), parse(text, "old.toml", changed)
    assert (one.extends, one.over.note_from.value) == ((), 110)
    assert one.over.reason_from == load().over.reason_from
    assert one.hash == other.hash


@pytest.mark.parametrize(
    ("content", "why"), [(HEAD.encode("gb18030"), "encoding"), (b"#" * 1_000_001, "too_large")]
)
def test_a_file_that_cannot_be_read_as_text_says_why(tmp_path: Path, content: bytes, why: str):
    path = tmp_path / "county.toml"
    path.write_bytes(content)
    (problem,) = refused(path)
    assert (problem.code, problem.facts["why"]) == ("rulebook.unreadable", why)


def test_a_folder_is_no_rulebook(tmp_path: Path):
    (problem,) = refused(tmp_path)
    assert problem.code == "rulebook.unreadable"


def test_an_empty_file_misses_its_names_and_a_rulebook_to_extend(tmp_path: Path):
    path = tmp_path / "county.toml"
    path.write_bytes(b"")
    problems = refused(path)
    assert [p.key for p in problems] == ["id", "version", "title", "extends"]
    assert {p.line for p in problems} == {0}
    assert "national-2020" in problems[-1].facts["known"]


def test_lines_are_counted_alike_with_the_line_ends_of_windows_and_a_byte_order_mark(tmp_path: Path):
    path = tmp_path / "county.toml"
    text = HEAD + "note = 1\n[over.note_from]\nvalue = 1\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert [(p.key, p.line) for p in refused(path)] == [("note", 5), ("over.note_from", 7)]


@pytest.mark.parametrize("name", ["national-2020", "core-2021"])
def test_a_file_of_ones_own_is_not_called_as_a_rulebook_that_comes_along(put, name: str):
    (problem,) = refused(put(f"{name}.toml", "[over.note_from]\nvalue = 110\n"))
    assert (problem.code, problem.key, problem.line) == ("rulebook.id_taken", "id", 1)
    assert problem.facts == {"found": name}


def test_a_rulebook_is_not_called_as_the_one_that_it_extends(put):
    put("city.toml", "")
    county = put("county.toml", "", "./city.toml")
    county.write_text(county.read_text("utf-8").replace('id = "county"', 'id = "city"'), "utf-8")
    (problem,) = refused(county)
    assert (problem.code, problem.line) == ("rulebook.id_taken", 1)


def test_what_a_workspace_keeps_of_a_rulebook_that_comes_along_stays_readable():
    for name in ("national-2020", "core-2021"):
        assert parse(write(load(name)), name, load()) == load(name)


SAYS_NOTHING = ["", "cite = ''\n", "cite = ''\nevidence = []\n"]


@pytest.mark.parametrize("said", SAYS_NOTHING)
def test_a_value_that_only_repeats_the_parents_keeps_its_citation(said: str):
    parent = load().quantitative.reverse
    again = local(f"[quantitative.reverse]\nvalue = 'ratio'\n{said}").quantitative.reverse
    assert again == parent
    assert (again.cite != "", again.evidence != (), again.note != "") == (True, True, True)
    assert again.origin == "county"


def test_a_value_that_repeats_the_parents_with_a_citation_of_its_own_stands_with_that():
    again = local("[quantitative.reverse]\nvalue = 'ratio'\ncite = '某县'\n").quantitative.reverse
    assert (again.cite, again.evidence, again.note) == ("某县", (), "")


def test_own_clauses_are_those_that_decide_otherwise_than_the_parent():
    rules = local("[quantitative.reverse]\nvalue = 'ratio'\n[over.note_from]\nvalue = 110\n")
    assert [one.key for one in own_clauses(rules)] == ["over.note_from"]
    assert [one.is_cited for one in own_clauses(rules)] == [False]
    assert own_clauses(load()) == load().clauses()


CONTROLS = [
    ("id = 'x'", 'id = "a\\u001b[2J"', "id", 1),
    ("version = '1'", 'version = "1\\u0000"', "version", 2),
    ("title = '某县'", 'title = "某\\n县"', "title", 3),
    ("cite = ''", 'cite = "\\u001b]0;x"', "over.note_from.cite", 7),
    ("note = ''", 'note = "a\\tb\\u009b"', "over.note_from.note", 8),
    ("value = ['甲']", 'value = ["甲\\u001b"]', "lexicon.less_is_better", 10),
]


@pytest.mark.parametrize(("sound", "wrong", "key", "line"), CONTROLS, ids=[row[2] for row in CONTROLS])
def test_control_characters_are_refused_wherever_text_is_shown(sound: str, wrong: str, key: str, line: int):
    text = (
        "id = 'x'\nversion = '1'\ntitle = '某县'\nextends = 'national-2020'\n"
        "[over.note_from]\nvalue = 110\ncite = ''\nnote = ''\n[lexicon.less_is_better]\nvalue = ['甲']\n"
    )
    assert parse(text, "county.toml").id == "x"
    with pytest.raises(RulebookError) as error:
        parse(text.replace(sound, wrong), "county.toml")
    (problem,) = error.value.problems
    assert (problem.code, problem.key, problem.line) == ("rulebook.bad_value", key, line)
    assert problem.facts["expected"] == "expected.line"
    assert problem.facts["found"].isprintable()


def test_a_key_with_control_characters_reaches_no_screen():
    with pytest.raises(RulebookError) as error:
        local('["over\\u001b[2J"]\nx = 1\n')
    assert [(p.code, p.key.isprintable()) for p in error.value.problems] == [("rulebook.unknown_key", True)]
