"""How each kind of recorded value becomes text, and how that text is read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from evaltool.workspace.plain import canonical, figure_text, from_plain, to_plain
from scoring.model import (
    Actual,
    AdjustedTarget,
    Completion,
    EvidenceFile,
    Override,
    State,
    StepTable,
    WeightChoice,
)
from scoring.record import Value


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of value is kept. `absent` is the value that stands for "not recorded".

    `typed` gives the text that a value itself remembers it was typed as; `decode` takes it back.
    """

    kind: type
    absent: Value
    encode: Callable[[Any], str]
    decode: Callable[[str, str], Value]
    typed: Callable[[Any], str] = lambda _: ""


def _actual_text(actual: Actual) -> str:
    # What could not be read is nothing but its text: without it two unread actuals would look the same.
    return canonical(to_plain(actual, omit="text" if actual.is_read else ""))


def _steps(text: str, typed: str) -> StepTable:
    return replace(from_plain(StepTable, json.loads(text)), text=typed)


def _adjusted(text: str, typed: str) -> AdjustedTarget:
    adjusted = from_plain(AdjustedTarget, json.loads(text))
    return replace(adjusted, target=replace(adjusted.target, text=typed))


NAME = Codec(str, "", str, lambda text, _: text)
"""A name that a person does not read: what is meant by it is kept as the text that was typed."""

ANSWER = Codec(str, "", str, lambda text, _: text)
"""The reason that a finding was answered with; what the finding said is kept as the text that was typed."""

FIGURE = Codec(Decimal, None, figure_text, lambda text, _: Decimal(text))
TEXT = Codec(str, "", str, lambda text, _: text)
STATE = Codec(State, State.APPLIES, str, lambda text, _: State(text))
CHOICE = Codec(WeightChoice, WeightChoice.OPEN, str, lambda text, _: WeightChoice(text))
OVERRIDE = Codec(
    Override,
    None,
    lambda override: canonical(to_plain(override)),
    lambda text, _: from_plain(Override, json.loads(text)),
)
ACTUAL = Codec(
    Actual,
    None,
    _actual_text,
    lambda text, typed: replace(from_plain(Actual, json.loads(text)), text=typed),
    lambda actual: actual.text,
)
ADJUSTED = Codec(
    AdjustedTarget,
    None,
    lambda adjusted: canonical(to_plain(adjusted, omit="text")),
    _adjusted,
    lambda adjusted: adjusted.target.text,
)
STEPS = Codec(
    StepTable,
    None,
    lambda table: canonical(to_plain(table, omit="text")),
    _steps,
    lambda table: table.text,
)
COMPLETION = Codec(Completion, Completion.OPEN, str, lambda text, _: Completion(text))
FILES = Codec(
    tuple,
    (),
    lambda files: canonical(to_plain(files)),
    lambda text, _: tuple(from_plain(EvidenceFile, file) for file in json.loads(text)),
)
