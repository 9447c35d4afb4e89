"""Text as a person typed it, read as the value of one field: the same for the edit bar and for a table."""

from __future__ import annotations

import re
from decimal import Decimal

from evaltool.operations import names
from scoring.findings import Finding, Severity, finding
from scoring.model import AdjustedTarget, Key, Override, Sense, Source, Subject, Target
from scoring.notation import normalise, read_actual, read_amount, read_steps, read_target
from scoring.record import Entry, Value

WHOLE = frozenset({"basic_budget", "basic_spent", "project_budget", "project_spent"})
"""Money of the department as a whole."""

WEIGHTS = frozenset({"weight", "mean_weight"})
OBJECTIVE_WEIGHTS = "objective_weights:"

TOGETHER = frozenset({"adjusted", "override"})
"""Fields that hold two things, which a person types into one line."""

_BETWEEN = re.compile(f"[{names.SEMICOLONS}]")

_FIGURE = Target(Sense.AT_LEAST)
"""What a bare figure is read against."""


def read_field(
    subject: Subject,
    text: str,
    target: Target | None = None,
    *,
    year: int | None = None,
    source: Source | None = None,
) -> tuple[Entry | None, tuple[Finding, ...]]:
    """`text` as an entry for the field that `subject` names; None, with findings, where it cannot be kept.

    An actual is read against `target`. A field of text is kept as it is; an empty text clears any field. An
    adjusted target may bring its approval behind a semicolon; a score set by a person brings its reason so.
    """
    typed = text.strip()
    if not typed:
        return Entry(subject, None), ()
    if subject.field in TOGETHER and subject.indicator is not None:
        return _read_together(subject, subject.indicator, typed, year, source)
    value, findings = _read(subject, typed, target, year, source)
    kept = value is not None and not any(doubt.severity is Severity.ERROR for doubt in findings)
    return (Entry(subject, value, typed) if kept else None), findings


def is_amount(subject: Subject) -> bool:
    """Whether a field holds money, in 万元."""
    return subject.field.startswith(("money.", "checkpoint.")) or subject.field in WHOLE


def _read(
    subject: Subject, text: str, target: Target | None, year: int | None, source: Source | None
) -> tuple[Value, tuple[Finding, ...]]:
    if is_amount(subject):
        return read_amount(text, subject=subject, source=source)
    if subject.field in WEIGHTS or subject.field.startswith(OBJECTIVE_WEIGHTS):
        return _read_weight(subject, text, source)
    if subject.field in names.CHOICES:
        return _read_choice(subject, text, source)
    match subject.field:
        case "actual":
            actual, odd = read_actual(text, target or _FIGURE, year=year, subject=subject, source=source)
            return (actual if actual.is_read else None), odd
        case "share":
            return read_points(subject, text, "%", source)
        case "steps":
            unit = target.unit if target else ""
            return read_steps(text, unit=unit, subject=subject, source=source)
    return text, ()


def _read_together(
    subject: Subject, key: Key, text: str, year: int | None, source: Source | None
) -> tuple[Entry | None, tuple[Finding, ...]]:
    """≥90%；冀财〔2022〕5号 as a target and its approval, 9.5；核查扣分 as a score and its reason."""
    first, *more = map(str.strip, _BETWEEN.split(text, maxsplit=1))
    rest = "".join(more)
    if subject.field == "override":
        points, odd = read_points(subject, first, names.POINTS, source)
        if points is not None and not rest:
            return None, (*odd, finding("override.no_reason", subject, source, score=points))
        return (Entry(subject, Override(points, rest)) if points is not None else None), odd
    read, odd = read_target(
        first, level2=key.level2, name=key.name, year=year, subject=subject, source=source
    )
    if read.sense is Sense.UNREAD or any(doubt.severity is Severity.ERROR for doubt in odd):
        return None, odd
    return Entry(subject, AdjustedTarget(read, rest), first), odd


def read_points(
    subject: Subject, text: str, unit: str, source: Source | None = None
) -> tuple[Decimal | None, tuple[Finding, ...]]:
    """A figure from 0 to 100, with or without its `unit`: a share as 90 or 90%, a score as 9.5 or 9.5分."""
    read, _ = read_actual(text, _FIGURE)
    if read.value is not None and read.unit in ("", unit) and 0 <= read.value <= 100:
        return read.value, ()
    name = subject.indicator.name if subject.indicator else ""
    return None, (finding("actuals.bad_figure", subject, source, name=name, field=subject.field, text=text),)


def _read_weight(
    subject: Subject, text: str, source: Source | None
) -> tuple[Decimal | None, tuple[Finding, ...]]:
    """A figure above 0: a weight among others, or points as 10 or 10分."""
    read, _ = read_actual(text, _FIGURE)
    if read.value is not None and read.value > 0 and read.unit in ("", "%", names.POINTS):
        return read.value, ()
    return None, (finding("actuals.not_positive", subject, source, field=subject.field, text=text),)


def _read_choice(subject: Subject, text: str, source: Source | None) -> tuple[Value, tuple[Finding, ...]]:
    """One of the few words that the field knows."""
    words = names.CHOICES[subject.field]
    said = words.get(normalise(text))
    if said is not None:
        return said, ()
    facts = {"field": subject.field, "text": text, "choices": " / ".join(words)}
    return None, (finding("actuals.bad_choice", subject, source, **facts),)
