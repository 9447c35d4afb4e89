"""Findings (疑点): what is odd about data, said as code and facts, never as an exception or a sentence.

`CATALOGUE` lists every code there is, with its usual severity. Sentences live in `evaltool.wording`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from scoring.model import Source, Subject
from scoring.rules import round_half_up


class Severity(StrEnum):
    """How much a finding matters: an error must be settled, a warning looked at, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: Mapping[str, Severity] = MappingProxyType(
    {
        # how a text was read (notation)
        "text.repaired": W,  # text, read
        "text.unread": E,  # text
        "text.blank": E,  # text
        "text.several": E,  # text
        "text.contradiction": E,  # text
        "text.exponent": E,  # text
        "text.too_long": E,  # text
        "text.negative": E,  # text
        "text.bad_date": E,  # text
        "text.no_year": E,  # text
        "text.overlong": W,  # text
        "text.odd_digit": W,  # text, characters
        "text.doubled": W,  # text, read
        "text.over_hundred": W,  # text, read
        "text.approximate": W,  # text, read
        "text.decline": W,  # text, read
        "text.no_figure": W,  # text
        "text.like_date": W,  # text, read
        "text.before": W,  # text, read
        "text.reversed": W,  # text, read
        "text.unit_unknown": W,  # text, unit
        "text.aside": W,  # text, aside
        "text.strictness": N,  # text, read
        "text.period": N,  # text, read
        "text.numeral": N,  # text, numeral
        "text.none_allowed": N,  # text, read
        "actual.unread": E,  # text
        "actual.ask_band": E,  # text
        "actual.sign": W,  # text, read
        "actual.negative": W,  # text, read
        "actual.echo": W,  # text
        "actual.unit_completed": N,  # text, read
        "actual.none": N,  # text, read
        "amount.unread": E,  # text
        "amount.unit": E,  # text, unit
        "amount.negative": E,  # text
        # a document as a whole
        "document.not_found": E,
        "document.no_file": E,
        "document.not_readable": E,  # reason
        "document.too_large": E,  # megabytes, limit
        "document.too_many_lines": E,  # limit
        "document.empty": E,
        "document.binary": E,
        "document.encoding": E,
        "document.other_format": E,  # formats
        "document.not_recognised": E,  # looked_for
        "document.damaged_text": E,  # lines
        "document.missing_part": E,  # part
        "document.year_inferred": W,  # year, text
        "document.other_department": W,  # first, text
        "document.no_weights": N,
        "clause.unread": N,  # text, objective
        "clause.too_many": E,  # objective, limit
        # tables of a document
        "table.extra_cell": W,  # text, row
        "table.short_row": W,  # row, missing
        "table.unknown_column": N,  # header
        "table.unread_row": N,  # text
        "indicator.no_name": E,  # text
        "indicator.no_level": E,  # name
        "indicators.level_absent": W,  # level
        "level.renamed": N,  # text, read
        "project.code_twice": E,  # printed, read
        "project.unit_assumed": W,  # text, unit
        "project.budget_parts_differ": W,  # budget, parts
        "plan.amounts_under_percent": W,  # amounts, percents, budget
        "plan.blank": W,  # month
        # weights
        "weights.no_indicators": E,
        "weights.incomplete": E,  # count, sum
        "weights.not_positive": E,  # name, weight
        "weights.no_room": E,  # sum, room
        "weights.sum": E,  # sum, room
        "weights.unknown_level": E,  # level, count
        "weights.inside": N,  # level, inside
        # a target and its actual
        "target.unread": E,  # text
        "target.negative": E,  # text
        "between.above": N,  # actual, upper
        "unit.differs": E,  # actual, target
        "unit.asks": W,  # actual, target
        "share.outside": E,  # share, low, high, band
        "share.unused": N,  # share
        "override.no_reason": E,  # score
        "override.outside": E,  # score, weight
        "override.unused": N,  # score
        # execution
        "execution.zero_budget": W,  # budget, spent
        "execution.negative": E,  # budget, spent
        "execution.over_budget": W,  # budget, spent
        "execution.missing": W,
        "execution.no_reason": W,
        "execution.has_budget": W,  # budget
        # declarations
        "sense.inferred": N,  # text, sense
        "sense.other_words": W,  # text, sense
        "level2.mismatch": W,  # name, level2, suggested
        "unit.count_in_percent": W,  # name, text
        "description.differs": W,  # name, description
        "outputs.incomplete": N,  # missing
        "targets.conflict": W,  # name, one, other, where
        "indicator.twice": W,  # name
        "cost.at_least": W,  # name, text
        "cost.equals_budget": N,  # text, budget
        "target.vague": N,  # name, text
        # a table of actuals
        "actuals.no_header": E,
        "actuals.unknown_column": N,  # column
        "actuals.extra_cell": E,  # text
        "actuals.unknown_project": E,  # code, nearest
        "actuals.unknown_indicator": E,  # name, project, nearest
        "actuals.ambiguous": E,  # name, project, nearest
        "actuals.twice": E,  # name, line
        "actuals.no_reason": E,  # name
        "actuals.bad_figure": E,  # name, field, text
        "actuals.unused": N,  # name, text
        # outcomes
        "outcome.missing": W,  # name
        "share.missing": W,  # name, low, high
        "reason.missing": W,  # name, score, weight
        "reason.not_applicable": W,  # name
        "over.note": N,  # name, attainment
        "over.reason": W,  # name, attainment
        "actual.far_off": W,  # name, actual, target
        "money.parts_differ": W,  # kind, total, parts
        "money.ahead": W,  # earned, rate
        "money.unspent": W,  # rate
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about the data. `facts` are short strings that the sentence is made of."""

    code: str
    severity: Severity
    subject: Subject = Subject()
    facts: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = field(default=None, compare=False)

    @property
    def fingerprint(self) -> str:
        """16 hex digits of code, subject and facts: an answer given once survives a re-import."""
        place = (self.subject.project, tuple(self.subject.indicator or ()), self.subject.field)
        said = ascii((self.code, place, sorted(self.facts.items())))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def finding(
    code: str, /, subject: Subject | None = None, source: Source | None = None, **facts: object
) -> Finding:
    """A finding of the catalogue's severity. Facts become text; a `Decimal` is written plainly."""
    said = {name: plain(fact) for name, fact in facts.items()}
    return Finding(code, CATALOGUE[code], subject or Subject(), MappingProxyType(said), source)


def plain(fact: object) -> str:
    """A figure or text as people write it: no exponent; six decimals where a fraction does not end before."""
    if isinstance(fact, Fraction):
        enough = (places for places in range(29) if not 10**places % fact.denominator)
        fact = round_half_up(fact, next(enough, 6))
    return format(fact, "f") if isinstance(fact, Decimal) else str(fact)
