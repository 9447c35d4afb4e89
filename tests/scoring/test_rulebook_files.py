"""Rulebook files of one's own: one that extends another, what it keeps, and files that are no rulebooks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scoring.rulebook import Effective, Problem, Rulebook, RulebookError, load, load_file, parse

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
    assert {p.code for p in error.value.problems} == {"rulebook.missing"}
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


def test_an_empty_file_misses_everything(tmp_path: Path):
    path = tmp_path / "county.toml"
    path.write_bytes(b"")
    problems = refused(path)
    assert {p.code for p in problems} == {"rulebook.missing"}
    assert [p.key for p in problems][:3] == ["id", "version", "title"]
    assert len(problems) == 3 + len(load().clauses())
    assert {p.line for p in problems} == {0}


def test_lines_are_counted_alike_with_the_line_ends_of_windows_and_a_byte_order_mark(tmp_path: Path):
    path = tmp_path / "county.toml"
    text = HEAD + "note = 1\n[over.note_from]\nvalue = 1\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert [(p.key, p.line) for p in refused(path)] == [("note", 5), ("over.note_from", 7)]
