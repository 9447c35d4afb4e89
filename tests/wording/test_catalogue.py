"""The English catalogue says everything that the source says, with the same places for facts."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import io
import re
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from evaltool import language

ROOT = Path(__file__).parent.parent.parent
PO = ROOT / "evaltool/messages/en/LC_MESSAGES/evaltool.po"
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")

DATA = {
    "evaltool/operations/drafting.py",  # names of what a person has not named yet
    "evaltool/operations/names.py",  # names of lines and columns in a table of actuals
    "evaltool/operations/paths.py",  # signs that people write paths with
    "evaltool/operations/published_names.py",  # names of columns and lines in published forms
    "evaltool/cli/waiting.py",  # what may be typed for yes
    "evaltool/cli/payload/declared.py",  # a checkpoint in JSON: 3月底
    "evaltool/wording/terms.py",  # grades are data: 优 良 中 差
}
"""Modules whose Chinese outside of the catalogue is data, which never changes with the language."""


def catalogue_tool() -> object:
    """`.ci/messages`, which extracts the source strings."""
    loader = importlib.machinery.SourceFileLoader("messages_tool", str(ROOT / ".ci/messages"))
    spec = importlib.util.spec_from_loader("messages_tool", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return module


@pytest.fixture(scope="module")
def translated() -> dict[str, str]:
    with PO.open(encoding="utf-8") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def marked(path: Path) -> set[str]:
    """The literals marked with _ or N_ in a module, as the parser of Python sees them."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return {
        node.args[0].value
        for node in calls
        if getattr(node.func, "id", "") in ("_", "N_") and node.args
        if isinstance(node.args[0], ast.Constant)
    }


def loose_chinese(path: Path) -> set[str]:
    """Chinese strings of a module that are neither marked nor docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "N_"):
            passed |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.Expr):
            passed.add(id(node.value))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in passed and CHINESE.search(node.value)
    }


def test_the_tool_finds_every_marked_string():
    found = set(catalogue_tool().source_strings())  # type: ignore[attr-defined]
    missed = {
        f"{path.relative_to(ROOT)}: {text}"
        for path in (ROOT / "evaltool").rglob("*.py")
        for text in marked(path)
        if text and text not in found
    }
    assert missed == set()


def test_every_source_string_has_a_translation_and_none_is_left_over(translated):
    source = set(catalogue_tool().source_strings())  # type: ignore[attr-defined]
    assert sorted(text for text in source if not translated.get(text)) == []
    assert sorted(translated.keys() - source) == []


def test_a_translation_has_the_places_for_facts_of_its_source(translated):
    def places(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)

    wrong = {
        zh: en for zh, en in translated.items() if en and "{" in zh and set(places(zh)) != set(places(en))
    }
    assert wrong == {}


def test_a_translation_keeps_only_words_of_the_source_that_are_typed_or_printed_as_they_are(translated):
    """万元, 三级指标, 达成 … stand in documents and tables whatever language explains them."""
    words = re.compile("[\u3400-\u9fff]+")
    signs = re.compile("[\u3000-\u3013\u3016-\u303f\uff00-\uffef]")
    wrong = {
        zh: en
        for zh, en in translated.items()
        if signs.search(en) or any(word not in zh or len(word) > 8 for word in words.findall(en))
    }
    assert wrong == {}


def test_the_compiled_catalogue_is_the_one_that_people_read(translated):
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = {str(message.id): str(message.string) for message in read_mo(file) if message.id}
    assert compiled == {zh: en for zh, en in translated.items() if en}
    tool = catalogue_tool()
    assert PO.with_suffix(".mo").read_bytes() == tool.compiled(translated)  # type: ignore[attr-defined]


def test_the_catalogue_is_valid_for_gettext():
    catalogue = language.catalogue("en")
    assert catalogue.gettext("没有疑点") != "没有疑点"


@pytest.mark.parametrize("room", ["cli", "operations", "wording"])
def test_what_people_read_stands_in_the_catalogue(room):
    loose = {
        f"{path.relative_to(ROOT)}: {text}"
        for path in (ROOT / "evaltool" / room).rglob("*.py")
        if path.relative_to(ROOT).as_posix() not in DATA
        for text in loose_chinese(path)
    }
    assert loose == set()


def test_the_language_of_the_process_is_settled_by_use(monkeypatch):
    monkeypatch.setattr(language, "_catalogue", None)
    assert language._("没有疑点") == "没有疑点"
    language.use("en")
    assert language._("没有疑点") == language.catalogue("en").gettext("没有疑点")
    assert language._("") == ""
    language.use("zh")
    assert language._("没有疑点") == "没有疑点"
    assert language.N_("没有疑点") == "没有疑点"


def test_a_catalogue_is_read_the_same_on_any_day():
    tool = catalogue_tool()
    assert tool.compiled({"甲": "a"}) == tool.compiled({"甲": "a"})  # type: ignore[attr-defined]
    assert len(list(read_mo(io.BytesIO(tool.compiled({"甲": "a"}))))) >= 1  # type: ignore[attr-defined]
