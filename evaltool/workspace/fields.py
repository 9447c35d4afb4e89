"""What can be recorded: the one table of fields, and where each of them is kept.

A recorded value is found by a department, a subject and a field. The subject is a JSON list: `[]` the
department itself, `[code]` a project, six members an indicator's `Key`. The field is a name of the tables
below; "achieved:…" and "objective_weights:…" of the department end in the title of an objective, "answers:…"
in the fingerprint of a finding.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from evaltool.workspace.codecs import (
    ACTUAL,
    ADJUSTED,
    ANSWER,
    CHOICE,
    COMPLETION,
    FIGURE,
    FILES,
    NAME,
    OVERRIDE,
    STATE,
    STEPS,
    TEXT,
    Codec,
)
from evaltool.workspace.errors import WorkspaceError, subject_facts
from evaltool.workspace.plain import canonical
from scoring.model import CHECKPOINT_MONTHS, Key, Subject
from scoring.record import Value

DECLARED = "declared"
"""The journal's field for everything that a department declared; nothing is recorded under it."""

FINDINGS = "findings"
"""The journal's field for what was odd about the document; nothing is recorded under it either."""

RULEBOOK = Subject(field="rulebook")
"""The rulebook in force for a department: the hash of one kept by content, or the id of a shipped one."""

HANDED_IN = "handed_in"
"""The number of the version that a project, or the department's own part, was handed in as: it is locked."""

UNSCORED = frozenset({RULEBOOK.field, HANDED_IN})
"""Fields that say how the department is scored and kept, and nothing of what it achieved."""

ACHIEVED, OBJECTIVE_WEIGHTS = "achieved:", "objective_weights:"
"""Before an objective's title in a department's field: what was achieved of it, and its weight."""

BY_OBJECTIVE: Mapping[str, Codec] = MappingProxyType({ACHIEVED: TEXT, OBJECTIVE_WEIGHTS: FIGURE})
"""What is recorded of a department objective by objective."""

ANSWERS = "answers:"
"""Before a finding's fingerprint in a department's field: the reason that it was answered with."""

BY_NAME: Mapping[str, Codec] = MappingProxyType({**BY_OBJECTIVE, ANSWERS: ANSWER})
"""What is recorded of a department name by name."""

_MONEY = ("initial", "adjusted", "received", "spent")
_SOURCES = ("total", "fiscal", "carried", "other")
_PEOPLE = ("authority", "preparer", "phone", "reviewer", "prepared_on")
_DEPARTMENT_MONEY = ("basic_budget", "basic_spent", "project_budget", "project_spent")


INDICATOR: Mapping[str, Codec] = MappingProxyType(
    {
        "actual": ACTUAL,
        "share": FIGURE,  # percent
        "state": STATE,
        "reason": TEXT,
        "action": TEXT,
        "evidence": TEXT,
        "evidence_files": FILES,
        "adjusted": ADJUSTED,
        "steps": STEPS,
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
        "completion": COMPLETION,
        "mean_weight": FIGURE,  # in any unit
        HANDED_IN: NAME,
    }
)
DEPARTMENT: Mapping[str, Codec] = MappingProxyType(
    {
        **dict.fromkeys(_DEPARTMENT_MONEY, FIGURE),  # 万元
        **{f"people.{name}": TEXT for name in _PEOPLE},
        "completion": COMPLETION,
        RULEBOOK.field: NAME,
        HANDED_IN: NAME,
    }
)


def codec(subject: Subject) -> Codec:
    """How the field that `subject` names is kept. WorkspaceError "workspace.no_field" where there is none."""
    if subject.indicator is not None:
        found = INDICATOR.get(subject.field)
    elif subject.project:
        found = PROJECT.get(subject.field)
    else:
        found = DEPARTMENT.get(subject.field) or BY_NAME.get(name_in(subject)[0])
    if found is None:
        raise WorkspaceError("workspace.no_field", subject_facts(subject))
    return found


def objective_of(subject: Subject) -> tuple[str, str]:
    """The member of `BY_OBJECTIVE` that a department's field begins with and the title; else empty texts."""
    kind, title = name_in(subject)
    return (kind, title) if kind in BY_OBJECTIVE else ("", "")


def name_in(subject: Subject) -> tuple[str, str]:
    """The member of `BY_NAME` that a department's field begins with and what follows it; else empty texts."""
    kind, colon, name = subject.field.partition(":")
    about_one = subject == Subject(field=subject.field) and kind + colon in BY_NAME
    return (kind + colon, name) if about_one else ("", "")


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
