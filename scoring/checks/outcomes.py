"""Doubts about what was achieved, before a scorecard is handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.checks.by_hand import of_adjusted, of_override
from scoring.checks.money import of_money
from scoring.checks.reasons import of_evidence, of_reason
from scoring.checks.slips import of_figure
from scoring.checks.texts import place_of, says_something
from scoring.checks.whole import of_whole
from scoring.findings import Finding, finding
from scoring.model import Outcome, Project, ProjectOutcome, Sense, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore, ProjectScore, Status


def outcome(
    project: Project, recorded: ProjectOutcome, score: ProjectScore, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Doubts about what was achieved, before a scorecard is handed in."""
    if recorded.state is State.NOT_APPLICABLE:
        return tuple(_reason_given(Subject(project.code, field="reason"), project.name, recorded.reason))
    found = [doubt for line in score.indicators for doubt in of_line(line, rulebook)]
    return (*found, *of_money(project, recorded, score, rulebook), *of_whole(project, score, rulebook))


def own_outcome(lines: Sequence[IndicatorScore], rulebook: Rulebook) -> tuple[Finding, ...]:
    """Doubts about what was achieved for the department's own objectives, once anything was recorded."""
    if all(line.outcome == Outcome() for line in lines):
        return ()
    return tuple(doubt for line in lines for doubt in of_line(line, rulebook))


def _reason_given(place: Subject, name: str, reason: str) -> Iterator[Finding]:
    if not says_something(reason):
        yield finding("reason.not_applicable", place, name=name)


def of_line(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    """Doubts about one line."""
    key, achieved = line.indicator.key, line.outcome
    if line.status is Status.NOT_APPLICABLE:
        yield from _reason_given(place_of(key, "reason"), key.name, achieved.reason)
        return
    yield from of_adjusted(line)
    if achieved.actual is None:
        yield finding("outcome.missing", place_of(key, "actual"), name=key.name)
        yield from of_override(line, rulebook)
        return
    yield from _share(line, rulebook)
    yield from of_figure(line)
    yield from of_reason(line, rulebook)
    yield from of_evidence(line)
    yield from of_override(line, rulebook)


def _share(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    """A share asked for and not given, or given and not asked for."""
    achieved, place = line.outcome, place_of(line.indicator.key, "share")
    if line.target.sense is not Sense.QUALITATIVE:
        if achieved.share is not None:
            yield finding("share.unused", place, share=achieved.share)
    elif achieved.share is None and achieved.actual and achieved.actual.band and line.override is None:
        limits = rulebook.other.bands.value[achieved.actual.band]
        name = line.indicator.name
        yield finding("share.missing", place, name=name, low=limits.low, high=limits.high)
