"""Every code, step of working and place, said in the language in use.

`scoring` emits codes and facts; this is the only room that turns them into sentences. A code without a
sentence is a fault, kept out by a test over the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from evaltool.language import _
from evaltool.wording.clause_values import clause_value
from evaltool.wording.clauses import CLAUSES
from evaltool.wording.faults import EXPECTED, FAULTS, REASONS
from evaltool.wording.findings import SENTENCES
from evaltool.wording.rules import RULES
from evaltool.wording.steps import STEPS
from evaltool.wording.terms import FIELDS, TERMS
from scoring.findings import Finding, plain
from scoring.model import Actual, Checkpoint, Measure, Sense, Source, StepTable, Subject, Target
from scoring.rulebook import Problem
from scoring.scores import Score, Step

__all__ = [
    "clause",
    "clause_value",
    "expected",
    "fault",
    "field_name",
    "figure",
    "place",
    "problem",
    "rule",
    "say",
    "score",
    "suggestion",
    "term",
    "titled",
    "value",
]


NEAR = {
    "rulebook.bad_value": "rulebook.bad_value.near",
    "rulebook.lacks_level": "rulebook.lacks_level.near",
}
"""The sentences that also name what was perhaps meant."""


OF_A_FIELD = frozenset({"workspace.conflict", "workspace.moved", "workspace.would_orphan"})
"""Faults about one recorded field, which is named with its indicator where it has one."""


def titled(code: str, name: str) -> str:
    """A department or project by code and name; what has no code is known by its name, said once."""
    return name if code in ("", name) else f"{code} {name}".strip()


def say(said: Finding | Step) -> str:
    """What a finding or a step of working means, as one sentence."""
    if isinstance(said, Step):
        return _sentence(STEPS.get(said.code), said.code, said.facts)
    return _sentence(SENTENCES.get(said.code, (None,))[0], said.code, said.facts)


def suggestion(finding: Finding) -> str:
    """What a person may do about a finding; empty where there is nothing to say, or nothing near to name."""
    if finding.facts.get("nearest") == "":
        return ""
    return _sentence(SENTENCES.get(finding.code, ("", ""))[1], finding.code, finding.facts)


def fault(error: Exception) -> str:
    """Why something could not be done, as one sentence, for any refusal of the rooms."""
    if hasattr(error, "finding"):
        said = _joined(say(error.finding), suggestion(error.finding))
        return _("{place}：{message}").format(place=place(error.finding), message=said)
    if hasattr(error, "problems"):
        return "\n".join(map(problem, error.problems))
    return _fault(error.code, error.facts)  # type: ignore[attr-defined]


def problem(wrong: Problem) -> str:
    """What is wrong with a rulebook file, with its place: file, line, key."""
    code = NEAR.get(wrong.code, wrong.code) if "nearest" in wrong.facts else wrong.code
    said = _fault(code, {"file": wrong.file, "key": wrong.key, **wrong.facts})
    if "{file}" in FAULTS.get(wrong.code, ""):
        return said
    where = place(Source(wrong.file, line=wrong.line))
    return _("评分规则 {place}：{message}").format(place=where, message=said)


def clause(key: str) -> str:
    """What a clause of a rulebook is called; the key itself where it has no name."""
    return _(CLAUSES.get(key, key))


def rule(code: str) -> tuple[str, str]:
    """What the rule of a line is called, and how it computes; of an unknown one its code and nothing."""
    name, formula = RULES.get(code, (code, ""))
    return _(name), _(formula) if formula else ""


def expected(code: str) -> str:
    """What a value of a rulebook may be, in words where its reader says it by a code."""
    return _(EXPECTED.get(code, code))


def _fault(code: str, facts: Mapping[str, str]) -> str:
    said = {"who": facts.get("who") or _("有人")} if "who" in facts else {}
    if "at" in facts:
        said["at"] = facts["at"].replace("T", " ")[: len("2023-01-15 09:30")]
    if code in OF_A_FIELD and facts["indicator"]:
        field = field_name(facts["field"])
        said["field"] = _("“{indicator}”的{field}").format(indicator=facts["indicator"], field=field)
    return _sentence(FAULTS.get(code), code, {**facts, **said})


def _joined(*sentences: str) -> str:
    return _("。").join(sentence for sentence in sentences if sentence)


def term(code: str) -> str:
    """The field's word for a code or an enum's value: a sense, a band, a state, a method, a grade."""
    return _(TERMS.get(code, code))


def field_name(field: str) -> str:
    """The word for something that can be recorded, such as "money.spent.fiscal": 全年执行数：财政资金."""
    if field.startswith("achieved:"):
        return _("{objective}：实际完成情况").format(objective=field.removeprefix("achieved:"))
    if field.startswith("objective_weights:"):
        return _("{objective}：目标权重").format(objective=field.removeprefix("objective_weights:"))
    if field.startswith("answers:"):
        return field_name("answers")
    if field.startswith("checkpoint."):
        return _("{month}月底累计支出").format(month=field.removeprefix("checkpoint."))
    if field.startswith("money."):
        _money, kind, source = field.split(".")
        name = _(FIELDS[f"money.{kind}"])
        if source == "total":
            return name
        return _("{name}：{part}").format(name=name, part=_(FIELDS[f"source.{source}"]))
    return _(FIELDS.get(field, field))


def place(where: Finding | Source | Subject) -> str:
    """Where something stands, in words: the file's place before the data's."""
    if isinstance(where, Finding):
        parts = [place(where.source) if where.source else "", place(where.subject)]
        return " · ".join(part for part in parts if part)
    if isinstance(where, Source):
        return _source(where)
    names = [where.project, where.indicator.name if where.indicator else ""]
    return " · ".join(name for name in names if name)


def _source(source: Source) -> str:
    """The file, then the line or the cell; the table and its row only where neither is known."""
    if source.line or source.cell:
        counted = [(source.page, _("第 {n} 页")), (source.line, _("第 {n} 行"))]
    else:
        counted = [
            (source.page, _("第 {n} 页")),
            (source.table, _("第 {n} 个表")),
            (source.row, _("第 {n} 行（表内）")),
        ]
    # names of files and sheets may hold line breaks, and what is said of a place is one line
    names = (" ".join(name.splitlines()) for name in (source.file, source.sheet))
    parts = [*names, source.cell, *(words.format(n=n) for n, words in counted if n)]
    return " ".join(part for part in parts if part)


def score(earned: Score | None) -> str:
    """A score as people read it: the figure, the interval while it is open, or 无法评定."""
    if earned is None:
        return _("无法评定")
    if earned.value is not None:
        return points(earned.value)
    return f"{points(earned.low)}–{points(earned.high)}"


def points(figure: Decimal) -> str:
    """Points with at least two decimals, so that a column of them stands in line; none is cut."""
    short = f"{figure:.2f}"
    return short if Decimal(short) == figure else plain(figure)


def figure(fact: object) -> str:
    """A figure as people write it; … says that a fraction goes on."""
    text = plain(fact)
    if isinstance(fact, Fraction) and Fraction(Decimal(text)) != fact:
        return f"{text}…"
    return text


def value(recorded: object) -> str:
    """A declared or recorded value as people write it; 空 where there is none."""
    if recorded is None or recorded in ("", ()):
        return _("空")
    if isinstance(recorded, Target | Actual | StepTable):
        return recorded.text
    if isinstance(recorded, Decimal):
        return plain(recorded)
    if isinstance(recorded, tuple):
        return _("；").join(map(value, recorded))
    if isinstance(recorded, Checkpoint):
        return _("{month}月底 {amount}").format(month=recorded.month, amount=value(recorded.amount))
    if isinstance(recorded, Measure):
        return recorded.text
    return str(recorded)


class _Facts(dict[str, str]):
    """Facts of a sentence; one that is missing leaves a gap and stops nothing."""

    def __missing__(self, name: str) -> str:
        return "…"


def _sentence(template: str | None, code: str, facts: Mapping[str, object]) -> str:
    """A sentence with its facts; a code without one says itself: nothing is lost and nothing stops."""
    said = _Facts({name: _fact(name, value) for name, value in facts.items()})
    if template is None:
        return " ".join([code, *(f"{name}={fact}" for name, fact in said.items())])
    return _(template).format_map(said)


def _fact(name: str, value: object) -> str:
    """A fact in words: some are codes of their own, the others figures or what somebody wrote."""
    if name == "field":
        return field_name(str(value))
    if name == "expected":
        return expected(figure(value))
    if name == "why":
        return _(REASONS.get(str(value), str(value)))
    is_code = name in CODED_FACTS or (name == "read" and value in SENSES)
    return term(str(value)) if is_code else figure(value)


CODED_FACTS = frozenset({"band", "sense", "kind", "method"})
"""Facts whose values are codes of `TERMS`."""

SENSES = frozenset(Sense)
"""What a text was read as may be a sense instead of a figure."""
