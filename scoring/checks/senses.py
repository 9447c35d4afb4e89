"""A rulebook with words of its own may see an unsigned target the other way: said, never flipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scoring.findings import Finding, finding
from scoring.model import Department, Subject
from scoring.notation import DEFAULT_LEXICON, infer_sense
from scoring.rulebook import Rulebook


def senses(department: Department, rulebook: Rulebook) -> Iterator[Finding]:
    """Indicators whose inferred sense the rulebook's own words would make another one."""
    less, more = rulebook.lexicon.less_is_better.value, rulebook.lexicon.more_is_better.value
    if not less and not more:
        return
    lexicon = replace(
        DEFAULT_LEXICON,
        less_endings=DEFAULT_LEXICON.less_endings + less,
        more_under_cost=DEFAULT_LEXICON.more_under_cost + more,
    )
    for indicator in department.indicators():
        target, key = indicator.target, indicator.key
        if "sense" not in target.inferred or target.value is None:
            continue
        sense = infer_sense(key.level2, key.name, target.value, target.unit, lexicon)
        if sense is not target.sense:
            place = (Subject(key.project, key, "target"), indicator.source)
            yield finding("sense.other_words", *place, text=target.text, sense=target.sense.value)
