"""What a person may correct of a document, and how the corrected text is read: as typing is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from evaltool.operations.fields import read_field
from scoring.findings import Finding, finding, plain
from scoring.model import Department, Indicator, Key, Project, Sense, Subject, Target, level_name
from scoring.notation import normalise, read_amount, read_target

OF_DEPARTMENT = ("code", "name", "year")
OF_PROJECT = ("code", "name", "budget")
OF_CLAUSE = ("target", "name", "weight")
OF_INDICATOR = ("target", "name", "level1", "level2", "weight")

FIRST_YEAR, LAST_YEAR = 1990, 2100
_YEAR = re.compile(r"([0-9]{4})[^0-9]{0,2}")
"""With or without the word for year after it."""

MAY_BE_BLANK = frozenset({"budget", "weight", "level2"})


@dataclass(frozen=True, slots=True)
class Read:
    """A corrected text as it is read; `value` is None where it cannot be kept, "" where it clears a field."""

    value: Target | Decimal | int | str | None
    findings: tuple[Finding, ...] = ()


def text_found(department: Department, subject: Subject) -> str:
    """The text of a field as the document has it; empty where it has none."""
    thing = thing_at(department, subject)
    value = thing.target.text if subject.field == "target" else getattr(thing, subject.field)  # type: ignore[union-attr]
    return "" if value is None else plain(value)


def thing_at(department: Department, subject: Subject) -> Department | Project | Indicator:
    """The department, project or indicator that a field belongs to; raises `KeyError` where there is none."""
    if subject.indicator is not None:
        known = {one.key: one for one in department.indicators()}
        return known[subject.indicator]
    if subject.project:
        return {one.code: one for one in department.projects}[subject.project]
    return department


def read_correction(
    department: Department, corrections: Mapping[Subject, str], subject: Subject, text: str, year: int | None
) -> Read:
    """How `text` reads in a field of what was found, beside the other corrections."""
    typed = text.strip()
    if not typed:
        kept = subject.field in MAY_BE_BLANK
        return (
            Read("") if kept else Read(None, (finding("document.blank_field", subject, field=subject.field),))
        )
    match subject.field:
        case "target":
            return read_as_target(corrections, subject, typed, year)
        case "year":
            return _year(subject, typed)
        case "budget":
            amount, odd = read_amount(typed, subject=subject)
            return Read(amount, odd)
        case "weight":
            entry, odd = read_field(subject, typed)
            return Read(entry.value if entry and isinstance(entry.value, Decimal) else None, odd)
        case "code" if subject.project:
            return _code(department, corrections, subject, typed)
        case "level1" | "level2":
            return Read(level_name(typed) or None)
    return Read(typed)


def read_as_target(corrections: Mapping[Subject, str], subject: Subject, text: str, year: int | None) -> Read:
    """A target's text, read under the level and the name that count for its indicator."""
    key = subject.indicator
    assert key is not None  # noqa: S101 - only an indicator has a target
    now = corrected_key(corrections, key)
    target, odd = read_target(
        text, level2=now.level2 or now.level1, name=now.name, year=year, subject=subject
    )
    return Read(target if target.sense is not Sense.UNREAD else None, odd)


def corrected_key(corrections: Mapping[Subject, str], key: Key) -> Key:
    """An indicator's identity with its own corrections in it."""

    def said(field: str, found: str) -> str:
        return corrections.get(Subject(key.project, key, field), found)

    levels = (said(field, getattr(key, field)) for field in ("level1", "level2"))
    level1, level2 = (level_name(level) for level in levels)
    project = corrections.get(Subject(key.project, field="code"), key.project) if key.project else ""
    return key._replace(project=project, level1=level1, level2=level2, name=said("name", key.name))


def _year(subject: Subject, text: str) -> Read:
    said = _YEAR.fullmatch(normalise(text).strip())
    if said is not None and FIRST_YEAR <= int(said[1]) <= LAST_YEAR:
        return Read(int(said[1]))
    return Read(None, (finding("document.bad_year", subject, text=text),))


def _code(department: Department, corrections: Mapping[Subject, str], subject: Subject, text: str) -> Read:
    """A project's code, which no other project of the document may have."""
    others = (one.code for one in department.projects if one.code != subject.project)
    if text in {corrections.get(Subject(code, field="code"), code) for code in others}:
        return Read(None, (finding("document.code_taken", subject, text=text),))
    return Read("".join(text.split()))
