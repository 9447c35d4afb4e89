"""Every code has a sentence, made of the facts that the code comes with and of nothing else."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter

import pytest

from evaltool import operations, wording
from evaltool.operations import Refused
from evaltool.wording.faults import FAULTS, REASONS
from evaltool.wording.findings import SENTENCES
from evaltool.wording.steps import STEPS
from evaltool.wording.terms import FIELDS, TERMS
from evaltool.workspace.errors import ERRORS, WorkspaceError
from evaltool.workspace.fields import DEPARTMENT, INDICATOR, PROJECT
from scoring import model, scores
from scoring.catalogue import KINDS
from scoring.findings import CATALOGUE, Finding, Severity, finding
from scoring.model import Key, Source, Subject
from scoring.rulebook import EVIDENCE, Problem, RulebookError
from scoring.scores import Score, Step

ROOT = Path(__file__).parent.parent.parent


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def documented_facts() -> dict[str, set[str]]:
    """The facts that the catalogue names, code by code."""
    return {code: set(kind.facts) for code, kind in KINDS.items()}


def written(code: ast.expr) -> Iterator[str]:
    """The codes that an expression may give, as far as it says them: f"reverse.{method}" is "reverse.*"."""
    match code:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from written(one)
            yield from written(other)


def raised(folder: str, maker: str) -> Iterator[tuple[str, set[str], str]]:
    """Codes that a package writes out where it makes a `maker`, with the facts given there by name."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != maker or not node.args:
                continue
            codes = list(written(node.args[0]))
            facts = {word.arg for word in node.keywords if word.arg}
            if len(node.args) > 1 and isinstance(node.args[1], ast.Dict):
                facts |= {str(key.value) for key in node.args[1].keys if isinstance(key, ast.Constant)}
            for code in codes:
                yield code, facts, f"{path.name}:{node.lineno}"


def test_every_finding_of_the_catalogue_has_sentences_and_no_sentence_is_left_over():
    assert set(SENTENCES) == set(CATALOGUE)
    assert all(message for message, _advice in SENTENCES.values())


def test_sentences_of_findings_use_only_the_facts_that_the_catalogue_names():
    documented = documented_facts()
    assert set(documented) == set(CATALOGUE)
    wrong = {
        code: placeholders(message) | placeholders(advice) - documented[code]
        for code, (message, advice) in SENTENCES.items()
        if not placeholders(message) | placeholders(advice) <= documented[code]
    }
    assert wrong == {}


def test_findings_are_raised_with_the_facts_that_the_catalogue_names():
    documented = documented_facts()
    own = {"subject", "source"}
    for folder in ("scoring", "evaltool"):
        for code, facts, where in raised(folder, "finding"):
            assert code in CATALOGUE, where
            assert facts - own <= documented[code], where


@pytest.mark.parametrize("maker", ["finding", "doubt", "Failure", "Unreadable"])
def test_every_code_that_is_raised_stands_in_the_catalogue(maker):
    made = [one for folder in ("scoring", "evaltool") for one in raised(folder, maker)]
    assert made
    assert {(code, where) for code, _, where in made if code not in CATALOGUE} == set()


def test_every_code_of_the_catalogue_is_raised_somewhere():
    """The catalogue and the table of sentences name a code and raise nothing."""
    named = {"catalogue", "wording"}
    sources = [
        path.read_text("utf-8")
        for folder in ("scoring", "evaltool")
        for path in (ROOT / folder).rglob("*.py")
        if not named & set(path.parts)
    ]
    said = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(CATALOGUE.keys() - said) == []


def test_every_step_of_working_has_a_sentence():
    made = list(raised("scoring", "Step"))
    assert len(made) > 20
    unsaid = [(code, where) for code, _, where in made if not fnmatch.filter(STEPS, code)]
    assert unsaid == []


def test_steps_bring_the_facts_of_their_sentences():
    steps = [step for example in operations.examples() for step in steps_of(example)]
    assert {"forward.short", "reverse.met", "qualitative", "waiting", "total.open"} <= {
        one.code for one in steps
    }
    for one in steps:
        assert placeholders(STEPS[one.code]) <= set(one.facts), one.code


def steps_of(example: operations.Example) -> Iterator[Step]:
    """Every step of working of an example's score."""
    dossier, _ = operations.dossier_of(example.document, example.actuals)
    result = operations.score(dossier)
    for method in result.methods.values():
        yield from method.working
    for project in result.projects:
        yield from project.working
        yield from project.execution.working
        for line in project.indicators:
            yield from line.working


def test_every_refusal_of_the_workspace_has_a_sentence_of_its_facts():
    for code, facts in ERRORS.items():
        assert placeholders(FAULTS[code]) <= set(facts), code


def test_every_refusal_of_the_operations_has_a_sentence():
    made = list(raised("evaltool", "Refused"))
    assert {code for code, _, _ in made} <= set(FAULTS)
    for code, facts, where in made:
        if facts:
            assert placeholders(FAULTS[code]) <= facts, where


def test_every_problem_of_a_rulebook_has_a_sentence():
    codes = {code for code, _, _ in raised("scoring/rulebook", "Problem")}
    assert codes
    assert codes <= set(FAULTS)


def test_no_sentence_of_a_refusal_is_left_over():
    used = set(ERRORS)
    for folder, maker in (("evaltool", "Refused"), ("scoring", "Problem")):
        used |= {code for code, _, _ in raised(folder, maker)}
    source = "".join(
        path.read_text("utf-8") for path in (ROOT / "evaltool").rglob("*.py") if path.name != "faults.py"
    )
    assert [code for code in FAULTS if code not in used and f'"{code}"' not in source] == []


@pytest.mark.parametrize(
    "code",
    [
        *(
            member
            for kind in (model.Sense, model.Band, model.State, scores.Status, Severity)
            for member in kind
        ),
        *EVIDENCE,
        *("优", "良", "中", "差"),
        *("budget_weighted", "own_objectives"),
        *("record", "import", "undo", "redo"),
    ],
)
def test_every_code_that_people_meet_has_a_word(code):
    assert str(code) in TERMS


def test_every_recordable_field_has_a_name():
    fields = [*INDICATOR, *PROJECT, *DEPARTMENT, "achieved:（一）目标"]
    for field in fields:
        assert wording.field_name(field) != field, field
    assert wording.field_name("money.spent.fiscal") == "全年执行数：当年财政拨款"
    assert wording.field_name("money.spent.total") == "全年执行数"
    assert wording.field_name("something new") == "something new"
    assert all(FIELDS.values())


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_finding_without_its_facts_is_said_all_the_same(code):
    bare = finding(code)
    assert wording.say(bare)
    assert isinstance(wording.suggestion(bare), str)


@pytest.mark.parametrize("code", STEPS)
def test_a_step_without_its_facts_is_said_all_the_same(code):
    assert wording.say(Step(code))


def test_a_code_without_a_sentence_says_itself_with_its_facts():
    assert wording.say(Finding("new.code", Severity.NOTE, facts={"text": "95%"})) == "new.code text=95%"
    assert wording.suggestion(Finding("new.code", Severity.NOTE)) == ""
    assert wording.say(Step("new.step", {"points": Decimal("9.50")})) == "new.step points=9.50"
    assert wording.fault(Refused("new.fault", {"path": "x"})) == "new.fault path=x"
    assert wording.fault(WorkspaceError("workspace.new")) == "workspace.new"


def test_braces_in_data_stay_as_they_are():
    assert "{name}" in wording.say(finding("outcome.missing", name="{name}"))
    assert "{0}" in wording.say(finding("outcome.missing", name="{0}"))


def test_an_operating_systems_reason_is_said_in_our_words_where_we_have_them():
    assert "磁盘已满" in wording.fault(Refused("write.failed", {"path": "x", "why": "ENOSPC"}))
    assert "something odd" in wording.fault(Refused("write.failed", {"path": "x", "why": "something odd"}))
    assert all(REASONS.values())


def test_a_conflict_with_somebody_unknown_says_so():
    facts = {"indicator": "完成率", "field": "actual", "who": "", "at": "", "project": "", "count": "1"}
    assert "有人" in wording.fault(WorkspaceError("workspace.conflict", facts))
    assert "实际完成值" in wording.fault(WorkspaceError("workspace.conflict", facts))


@pytest.mark.parametrize("code", ["workspace.conflict", "workspace.moved", "workspace.would_orphan"])
def test_a_field_is_named_with_its_indicator_where_it_has_one_and_with_the_time_of_a_clock(code: str):
    at = "2023-01-15T09:30:00+00:00"
    facts = {"indicator": "[red]x[/]", "field": "actual", "who": "王", "at": at, "project": "P", "count": "1"}
    assert "“[red]x[/]”的实际完成值" in wording.fault(WorkspaceError(code, facts))
    of_all = wording.fault(WorkspaceError(code, {**facts, "indicator": "", "field": "money.spent.total"}))
    assert "全年执行数" in of_all
    assert "“”" not in of_all
    assert "T09" not in of_all


def test_all_problems_of_a_rulebook_are_said_one_to_a_line():
    problems = tuple(Problem("rulebook.missing", "x.toml", key) for key in ("id", "title"))
    assert wording.fault(RulebookError(problems)).count("\n") == 1


def test_a_place_is_the_line_or_the_cell_then_the_data():
    key = Key("P1", "", "产出指标", "数量指标", "培训次数")
    odd = finding("outcome.missing", Subject("P1", key), Source("a.txt", line=7, table=2, row=3), name="x")
    assert wording.place(odd) == "a.txt 第 7 行 · P1 · 培训次数"
    assert wording.place(Source("a.xlsx", sheet="Sheet1", cell="A3", row=3)) == "a.xlsx Sheet1 A3"
    assert wording.place(Source("a.docx", table=2, row=3)) == "a.docx 第 2 个表 第 3 行（表内）"
    assert wording.place(Subject()) == ""


def test_scores_and_figures_are_written_plainly():
    assert wording.score(None) == "无法评定"
    assert wording.score(Score.settled(Decimal("92.88"))) == "92.88"
    assert wording.score(Score.open(Decimal("46.30"), Decimal("78.87"))) == "46.30–78.87"
    assert wording.figure(Fraction(1, 3)) == "0.333333…"
    assert wording.figure(Fraction(1, 4)) == "0.25"
    assert wording.figure(Decimal("1E+3")) == "1000"


def test_values_are_written_as_people_typed_them():
    assert wording.value(None) == wording.value("") == wording.value(()) == "空"
    assert wording.value(model.Target(model.Sense.AT_LEAST, Decimal(95), unit="%", text="≥95%")) == "≥95%"
    assert wording.value(model.Actual(Decimal(95), text="95%")) == "95%"
    assert wording.value(Decimal("143.00")) == "143.00"
    assert wording.value(("甲", "乙")) == "甲；乙"
    assert wording.value(model.Checkpoint(3, Decimal("35.75"))) == "3月底 35.75"
    assert wording.value(model.Measure("加强领导")) == "加强领导"
