"""With --lang en no Chinese source string is left in anything but data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")

ROOT = Path(__file__).parent.parent.parent

HELP = [
    [],
    ["demo"],
    ["parse"],
    ["read"],
    ["import"],
    ["record"],
    ["score"],
    ["compare"],
    ["check"],
    ["report"],
    ["rules"],
    ["rules", "show"],
    ["insight"],
    ["insight", "survey"],
    ["settings"],
    ["settings", "set"],
    ["settings", "keys"],
]


@pytest.mark.parametrize("command", HELP, ids=" ".join)
def test_help_is_english(child, command):
    said = child(*command, "--help", "--lang", "en")
    assert said.code == 0
    examples = re.compile("4次|12月底前|成本指标")  # what may be typed is data
    left = [line for line in said.out.splitlines() if CHINESE.search(examples.sub("", line))]
    assert left == []


def test_usage_errors_are_english(child):
    for line in (["nothing"], ["read"], ["score", "--year", "x"], ["score"], ["read", "none.txt"], ["--db"]):
        said = child("--lang", "en", *line)
        assert said.code == 2
        assert CHINESE.search(said.err) is None, said.err


ANSWERS = {
    "read": ["read", "DOCUMENT"],
    "score": ["score", "DOCUMENT", "--actuals", "TABLE"],
    "compare": ["compare", "DOCUMENT", "--actuals", "TABLE"],
    "check": ["check", "DOCUMENT"],
    "parse": ["parse", "≥95%", "4次", "1e9", "143万元", "--level2", "成本指标"],
    "rules show": ["rules", "show"],
    "settings": ["settings"],
    "settings keys": ["settings", "keys"],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_are_english_but_for_what_documents_tables_and_rulebooks_say(child, julu, julu_actuals, name):
    files = {"DOCUMENT": julu, "TABLE": julu_actuals}
    line = [files.get(word, word) for word in ANSWERS[name]]
    said = child("--lang", "en", *line)
    assert said.code in (0, 1)
    rulebook = ROOT / "scoring/rulebooks/national-2020.toml"
    texts = [path.read_text("utf-8") for path in (julu, julu_actuals, rulebook)]
    data = "".join("".join([*texts, julu.name, *map(str, line), "达成 万元 元 亿元"]).split())
    ours = {run for run in re.findall("[\u3400-\u9fff]+", said.out) if run not in data}
    assert ours == set()
    # Signs of punctuation are ours unless they stand inside of a quotation or a column of data.
    assert not re.search("[：；，。]$", said.out, re.MULTILINE)
