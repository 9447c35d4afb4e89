"""`evaltool check --list` is the page of all checks, made of the catalogue."""

from __future__ import annotations

import json

import pytest

from evaltool.cli.width import cells, wrapped
from evaltool.wording.checks import GROUPS, ORIGINS
from scoring.catalogue import CATALOGUE, KINDS, Origin


def test_every_code_stands_in_the_list_with_what_the_catalogue_says_of_it(run):
    page = json.loads(run("check", "--list", "--json").out)
    assert {one["code"]: one["severity"] for one in page} == {
        code: str(severity) for code, severity in CATALOGUE.items()
    }
    for one in page:
        assert {"code", "severity", "group", "message", "suggestion", "source"} <= set(one)
        assert one["message"]
        assert one["source"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_fits_a_terminal_and_names_every_code_under_its_group(run, language: str):
    lines = run("--lang", language, "check", "--list").out.splitlines()
    assert max(map(cells, lines)) <= 80
    named = {line.split()[0] for line in lines if line.startswith("  ") and "[" in line}
    assert set(CATALOGUE) <= named
    assert sum(bool(line) and not line.startswith(" ") for line in lines) == len(GROUPS) + 1


def test_the_list_has_the_severities_of_the_rulebook_asked_for(run, tmp_path):
    local = tmp_path / "本地.toml"
    local.write_text(
        'id = "local"\nversion = "1"\ntitle = "本地"\nextends = "national-2020"\n'
        '[checks.severity]\nvalue = { "over.note" = "error" }\n',
        "utf-8",
    )
    pages = [
        json.loads(run("check", "--list", "--json", *rules).out) for rules in ((), ("--rulebook", local))
    ]
    before, after = ({one["code"]: one["severity"] for one in page} for page in pages)
    assert {code for code in before if before[code] != after[code]} == {"over.note"}
    assert after["over.note"] == "error"


def test_every_group_and_origin_has_a_word_and_none_is_left_over():
    assert set(GROUPS) == {kind.group for kind in KINDS.values()}
    assert set(ORIGINS) == set(Origin)


def test_a_text_is_wrapped_in_cells_and_loses_nothing():
    text = "请核对 3 月底 executed amounts，并说明原因。"
    for width in (8, 12, 20, 80):
        lines = list(wrapped(text, width, "  "))
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert not any(line.lstrip().startswith(("，", "。")) for line in lines)
    assert max(map(cells, wrapped(text, 20, "  "))) <= 20
