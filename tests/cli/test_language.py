"""With --lang en no Chinese source string is left in anything but data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")

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


def test_answers_are_english_but_for_the_data(child, folder: Path):
    document = folder / "latin.txt"
    document.write_text(
        "单位编码及名称：[9]Office\n\n二〇二四年\n\n一、总体绩效目标\n\nnone\n\n"
        "二、分项绩效目标\n\n（一）Aim\n\n"
        "三、工作保障措施\n\n（一）Measure\n",
        "utf-8",
    )
    said = child("read", document, "--lang", "en")
    data = re.compile("单位编码及名称|总体绩效目标|分项绩效目标|工作保障措施|二〇二四年|（一）")
    left = [line for line in said.out.splitlines() if CHINESE.search(data.sub("", line))]
    assert left == []
