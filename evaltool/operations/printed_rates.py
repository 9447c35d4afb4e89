"""An execution rate that a table prints beside its amounts: never recorded, but computed again from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from evaltool.operations.entry import project_of
from scoring.evaluate import evaluate_project
from scoring.findings import Finding, finding
from scoring.model import Dossier, Sense, Source, Subject, Target
from scoring.notation import read_actual
from scoring.printed import is_rounded
from scoring.rules import round_half_up

HUNDRED = Decimal(100)


class PrintedRate(NamedTuple):
    """A rate in percent, where it stands and whose it is."""

    subject: Subject
    source: Source
    percent: Decimal


def read_percent(text: str) -> Decimal | None:
    """A rate as 86 or 86%, also above 100; None where the text is none."""
    read, _ = read_actual(text, Target(Sense.AT_LEAST))
    return read.value if read.value is not None and read.unit in ("", "%") else None


def rate_doubts(printed: Iterable[PrintedRate], dossier: Dossier) -> Iterator[Finding]:
    """The rates that do not follow from the amounts recorded; one cut off at 100 % may."""
    for subject, source, percent in printed:
        score, _ = evaluate_project(project_of(dossier, subject.project), dossier)
        rate = score.execution.rate
        if rate is None or is_rounded(percent, rate * 100) or (percent == HUNDRED and rate >= 1):
            continue
        facts = {"printed": percent, "rate": round_half_up(rate * 100)}
        yield finding("execution.rate_differs", subject, source, **facts)
