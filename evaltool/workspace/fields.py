"""What can be recorded: the one table of fields, and how each value becomes text.

A recorded value is found by a department, a subject and a field. The subject is a JSON list: `[]` the
department itself, `[code]` a project, six members an indicator's `Key`. The field is a name of the tables
below; "achieved:…" of the department ends in the title of the objective that the text is about.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from evaltool.workspace.errors import WorkspaceError, subject_facts
from evaltool.workspace.plain import canonical, figure_text, from_plain, to_plain
from scoring.model import (
    CHECKPOINT_MONTHS,
    Actual,
    AdjustedTarget,
    Key,
    Override,
    State,
    Subject,
    WeightChoice,
)
from scoring.record import Value

DECLARED = "declared"
"""The journal's field for everything that a department declared; nothing is recorded under it."""

RULEBOOK = Subject(field="rulebook")
"""The id of the rulebook that a person chose for a department."""

ACHIEVED = "achieved:"
"""Before an objective's title in a department's field: the text of what was achieved."""

_MONEY = ("initial", "adjusted", "received", "spent")
_SOURCES = ("total", "fiscal", "carried", "other")
_PEOPLE = ("authority", "preparer", "phone", "reviewer", "prepared_on")
_DEPARTMENT_MONEY = ("basic_budget", "basic_spent", "project_budget", "project_spent")


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


def _adjusted(text: str, typed: str) -> AdjustedTarget:
    adjusted = from_plain(AdjustedTarget, json.loads(text))
    return replace(adjusted, target=replace(adjusted.target, text=typed))


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

INDICATOR: Mapping[str, Codec] = MappingProxyType(
    {
        "actual": ACTUAL,
        "share": FIGURE,  # percent
        "state": STATE,
        "reason": TEXT,
        "action": TEXT,
        "evidence": TEXT,
        "adjusted": ADJUSTED,
        "override": OVERRIDE,
        "weight": FIGURE,  # points
    }
)
PROJECT: Mapping[str, Codec] = MappingProxyType(
    {
        **{f"money.{money}.{source}": FIGURE for money in _MONEY for source in _SOURCES},  # 万元
        **{f"checkpoint.{month}": FIGURE for month in CHECKPOINT_MONTHS},  # 万元
        "achieved": TEXT,
        "state": STATE,
        "reason": TEXT,
        "execution": STATE,
        "execution_reason": TEXT,
        "weight_choice": CHOICE,
    }
)
DEPARTMENT: Mapping[str, Codec] = MappingProxyType(
    {
        **dict.fromkeys(_DEPARTMENT_MONEY, FIGURE),  # 万元
        **{f"people.{name}": TEXT for name in _PEOPLE},
        RULEBOOK.field: TEXT,
    }
)


def codec(subject: Subject) -> Codec:
    """How the field that `subject` names is kept. WorkspaceError "workspace.no_field" where there is none."""
    if subject.indicator is not None:
        found = INDICATOR.get(subject.field)
    elif subject.project:
        found = PROJECT.get(subject.field)
    elif subject.field.startswith(ACHIEVED):
        found = TEXT
    else:
        found = DEPARTMENT.get(subject.field)
    if found is None:
        raise WorkspaceError("workspace.no_field", subject_facts(subject))
    return found


def encode(subject: Subject, value: Value, typed: str = "") -> tuple[str | None, str]:
    """A value as kept and the text it was typed as, empty for a text itself. None: not recorded.

    WorkspaceError "workspace.bad_value" for a value of another kind, NaN, an infinity, half a character.
    """
    how = codec(subject)
    if value is None or value == how.absent:
        return None, ""
    try:
        if not isinstance(value, how.kind):
            raise TypeError(value)  # noqa: TRY301 - one answer for every value that cannot be kept
        text, typed = how.encode(value), "" if how is TEXT else typed or how.typed(value)
        (text + typed).encode()
    except (TypeError, ValueError) as error:
        raise WorkspaceError(
            "workspace.bad_value", {"field": subject.field, "value": ascii(value)}
        ) from error
    return text, typed


def decode(subject: Subject, text: str | None, typed: str) -> Value:
    """The value kept as `text`; the field's own "not recorded" for None."""
    how = codec(subject)
    return how.absent if text is None else how.decode(text, typed)


def subject_text(subject: Subject) -> str:
    """The canonical JSON list that a subject is kept under, without its field."""
    if subject.indicator is not None:
        return canonical(subject.indicator)
    return canonical([subject.project] if subject.project else [])


def subject_of(text: str, field: str) -> Subject:
    """The subject kept as `text`, with its field."""
    match json.loads(text):
        case []:
            return Subject(field=field)
        case [project]:
            return Subject(project, field=field)
        case members:
            key = Key(*members)
            return Subject(key.project, key, field)
