"""The same figures under two rulebooks as JSON."""

from __future__ import annotations

from evaltool.cli.payload.basics import Json, earned, figure, finding
from evaltool.cli.payload.rulebooks import difference, rulebook_head
from scoring.against import Against, Figure, Line


def against(both: Against) -> Json:
    """The other rulebook, the figures that are not the same under it, and how many are."""
    return {
        **rulebook_head(both.other.rulebook),
        "lines": [_line(line) for line in both.lines],
        "alike": both.alike,
        "unsettled": [
            {**rulebook_head(score.rulebook), "finding": finding(one)}
            for score, found in zip((both.one, both.other), both.unsettled, strict=True)
            for one in found
        ],
    }


def _line(line: Line) -> Json:
    """A figure under both; `difference` is the other one less this one, an interval while one is open."""
    place, key = line.place, line.place.key
    is_open = any(one and one.score and one.score.value is None for one in (line.one, line.other))
    return {
        "kind": place.kind.value,
        "project": place.project or None,
        "method": place.method or None,
        "level1": key.level1 if key else None,
        "level2": key.level2 if key else None,
        "name": key.name if key else None,
        "objective": key.objective if key else None,
        "ordinal": key.ordinal if key else None,
        "one": _figure(line.one),
        "other": _figure(line.other),
        "difference": None if is_open else figure(line.low),
        "difference_low": figure(line.low),
        "difference_high": figure(line.high),
        "by_weight": line.by_weight,
        "traced": line.traced,
        "clauses": [{**difference(one.difference), "of_weight": one.of_weight} for one in line.causes],
    }


def _figure(one: Figure | None) -> Json | None:
    if one is None:
        return None
    return {
        "weight": figure(one.weight),
        **earned(one.score),
        "grade": one.grade or None,
        "method": one.method or None,
    }
