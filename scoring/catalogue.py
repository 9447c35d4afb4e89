"""The catalogue of findings: every code there is, with what a page about the checks says of it.

One line for each code: its usual severity, the facts that come with it, and where the check comes from. The
sentences live in `evaltool.wording`; a rulebook may give a code another severity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """How much a finding matters: an error must be settled, a warning looked at, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Origin(StrEnum):
    """Where a check comes from."""

    NATIONAL = "national"
    """财预〔2020〕10号."""
    REVIEW = "review"
    """What reviewers at a finance bureau look for."""
    SAVING = "saving"
    """What an integrated budget system refuses to save."""
    WARNING = "system_warning"
    """What an integrated budget system warns of."""
    LOCAL = "local_form"
    """What a place's own form asks for."""
    OWN = "own"
    """A convention of this tool."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What there is to know of a code. `facts` are the names of the facts that its sentence may use."""

    group: str
    severity: Severity
    facts: tuple[str, ...]
    origin: Origin


Line = tuple[Severity, str, Origin]

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
NATIONAL, REVIEW, SAVING, SYSTEM, LOCAL, OWN = Origin


def _line(severity: Severity, facts: str = "", origin: Origin = OWN) -> Line:
    return severity, facts, origin


_GROUPS: Mapping[str, Mapping[str, Line]] = {
    "text": {
        "text.repaired": _line(W, "text read"),
        "text.unread": _line(E, "text"),
        "text.blank": _line(E, "text"),
        "text.several": _line(E, "text"),
        "text.contradiction": _line(E, "text"),
        "text.exponent": _line(E, "text"),
        "text.too_long": _line(E, "text"),
        "text.negative": _line(E, "text"),
        "text.bad_date": _line(E, "text"),
        "text.no_year": _line(E, "text"),
        "text.overlong": _line(W, "text"),
        "text.odd_digit": _line(W, "text characters"),
        "text.doubled": _line(W, "text read"),
        "text.over_hundred": _line(W, "text read"),
        "text.approximate": _line(W, "text read"),
        "text.decline": _line(W, "text read"),
        "text.no_figure": _line(W, "text"),
        "text.like_date": _line(W, "text read"),
        "text.before": _line(W, "text read"),
        "text.reversed": _line(W, "text read"),
        "text.unit_unknown": _line(W, "text unit"),
        "text.aside": _line(W, "text aside"),
        "text.strictness": _line(N, "text read"),
        "text.period": _line(N, "text read"),
        "text.numeral": _line(N, "text numeral"),
        "text.none_allowed": _line(N, "text read"),
        "actual.unread": _line(E, "text", SAVING),
        "actual.ask_band": _line(E, "text", SAVING),
        "actual.sign": _line(W, "text read"),
        "actual.negative": _line(W, "text read"),
        "actual.echo": _line(W, "text"),
        "actual.unit_completed": _line(N, "text read"),
        "actual.none": _line(N, "text read"),
        "amount.unread": _line(E, "text"),
        "amount.unit": _line(E, "text unit"),
        "amount.negative": _line(E, "text"),
        "steps.read": _line(N, "text read"),
        "steps.unread": _line(W, "text"),
    },
    "document": {
        "document.not_found": _line(E),
        "document.no_file": _line(E),
        "document.not_readable": _line(E, "reason"),
        "document.too_large": _line(E, "megabytes limit"),
        "document.too_many_lines": _line(E, "limit"),
        "document.empty": _line(E),
        "document.binary": _line(E),
        "document.encoding": _line(E),
        "document.unknown": _line(E),
        "document.locked": _line(E),
        "document.broken": _line(E, "format"),
        "document.no_text": _line(E, "pages"),
        "document.picture_pages": _line(W, "pages"),
        "document.no_office": _line(E),
        "document.office_failed": _line(E),
        "document.died": _line(E, "format"),
        "document.too_slow": _line(E, "seconds"),
        "document.unpacks_too_large": _line(E, "limit"),
        "document.too_many_pages": _line(E, "pages limit"),
        "document.too_many_cells": _line(E, "limit"),
        "document.hidden_sheet": _line(N, "sheet"),
        "document.bare_fraction": _line(W, "text read"),
        "document.pending_formula": _line(W, "text"),
        "document.not_recognised": _line(E, "looked_for"),
        "document.damaged_text": _line(E, "lines"),
        "document.missing_part": _line(E, "part"),
        "document.year_inferred": _line(W, "year text"),
        "document.other_department": _line(W, "first text"),
        "document.no_weights": _line(N),
        "document.code_from_name": _line(W, "read"),
        "department.spent_not_split": _line(W, "spent"),
        "document.corrected": _line(N, "field text read"),
        "document.left_out": _line(N, "name"),
        "document.bad_year": _line(E, "text"),
        "document.code_taken": _line(E, "text"),
        "document.blank_field": _line(E, "field"),
        "clause.unread": _line(N, "text objective"),
        "clause.too_many": _line(E, "objective limit"),
    },
    "table": {
        "table.unreadable": _line(E),
        "table.extra_cell": _line(W, "text row"),
        "table.short_row": _line(W, "row missing"),
        "table.unknown_column": _line(N, "header"),
        "table.unread_row": _line(N, "text"),
        "indicator.no_name": _line(E, "text"),
        "indicator.sub_row": _line(N, "text"),
        "indicator.no_level": _line(E, "name"),
        "target.in_name": _line(W, "text read"),
        "target.of_grades": _line(N, "text"),
        "indicators.level_absent": _line(W, "level"),
        "level.renamed": _line(N, "text read"),
        "project.code_twice": _line(E, "printed read"),
        "project.code_from_name": _line(N, "read"),
        "project.unit_assumed": _line(W, "text unit"),
        "project.no_unit": _line(W, "unit"),
        "project.budget_parts_differ": _line(W, "budget parts", REVIEW),
        "plan.amounts_under_percent": _line(W, "amounts percents budget", REVIEW),
        "plan.blank": _line(W, "month"),
    },
    "weights": {
        "weights.no_indicators": _line(E),
        "weights.incomplete": _line(E, "count sum", REVIEW),
        "weights.not_positive": _line(E, "name weight", SAVING),
        "weights.no_room": _line(E, "sum room", REVIEW),
        "weights.sum": _line(E, "sum room", REVIEW),
        "weights.level_differs": _line(N, "level sum points", SAVING),
        "weights.unknown_level": _line(E, "level count"),
        "weights.inside": _line(N, "level inside"),
    },
    "line": {
        "target.unread": _line(E, "text"),
        "target.negative": _line(E, "text"),
        "between.above": _line(N, "actual upper"),
        "unit.differs": _line(E, "actual target"),
        "unit.asks": _line(W, "actual target"),
        "share.outside": _line(E, "share low high band", NATIONAL),
        "share.unused": _line(N, "share"),
        "override.no_reason": _line(E, "score"),
        "override.outside": _line(E, "score weight", REVIEW),
        "override.unused": _line(N, "score"),
    },
    "department": {
        "department.objective_weights": _line(W, "objective"),
        "department.clause_weights": _line(W, "objective name"),
        "department.weights_unused": _line(N, "objectives count"),
        "department.not_judged": _line(W, "method"),
    },
    "rulebook": {
        "rulebook.not_in_force": _line(W, "id year start end"),
    },
    "execution": {
        "execution.zero_budget": _line(W, "budget spent", SYSTEM),
        "execution.negative": _line(E, "budget spent"),
        "execution.over_budget": _line(W, "budget spent", REVIEW),
        "execution.rate_differs": _line(W, "printed rate", REVIEW),
        "execution.missing": _line(W),
        "execution.reason_missing": _line(W, "rate limit", LOCAL),
        "execution.no_reason": _line(W),
        "execution.has_budget": _line(W, "budget"),
        "execution.completion_open": _line(W, "rate"),
    },
    "declaration": {
        "sense.inferred": _line(N, "text sense"),
        "sense.other_words": _line(W, "text sense"),
        "level2.mismatch": _line(W, "name level2 suggested", REVIEW),
        "unit.count_in_percent": _line(W, "name text", REVIEW),
        "description.differs": _line(W, "name description", REVIEW),
        "outputs.incomplete": _line(N, "missing", REVIEW),
        "targets.conflict": _line(W, "name one other where", REVIEW),
        "indicator.twice": _line(W, "name", REVIEW),
        "cost.at_least": _line(W, "name text", REVIEW),
        "cost.equals_budget": _line(N, "text budget"),
        "target.vague": _line(N, "name text", REVIEW),
    },
    "actuals": {
        "actuals.no_header": _line(E),
        "actuals.unknown_column": _line(W, "column"),
        "actuals.line_as_column": _line(W, "column"),
        "actuals.extra_cell": _line(E, "text"),
        "actuals.no_result": _line(E, "text"),
        "actuals.unknown_project": _line(E, "code nearest"),
        "actuals.unknown_indicator": _line(E, "name project nearest"),
        "actuals.ambiguous": _line(E, "name project nearest"),
        "actuals.twice": _line(E, "name line"),
        "actuals.no_reason": _line(E, "name"),
        "actuals.no_reason_yet": _line(E, "field"),
        "actuals.state_beside": _line(E, "field"),
        "actuals.bad_figure": _line(E, "name field text"),
        "actuals.not_positive": _line(E, "field text"),
        "actuals.bad_choice": _line(E, "field text choices"),
        "actuals.no_objective": _line(E),
        "actuals.unknown_objective": _line(E, "name nearest"),
        "actuals.unused": _line(N, "name text"),
    },
    "form": {
        "form.not_ours": _line(E),
        "form.not_xlsx": _line(E),
        "form.altered": _line(E, "found expected"),
        "form.no_sheet": _line(E, "sheet"),
        "form.altered_identity": _line(E),
        "form.other_department": _line(E, "found expected"),
        "form.other_year": _line(E, "found expected"),
        "form.other_rulebook": _line(W, "found expected"),
        "form.unknown_indicator": _line(E, "name found expected"),
        "form.target_moved": _line(E, "found expected now"),
        "form.formula": _line(E, "found expected"),
        "form.date": _line(E, "found expected"),
        "form.text": _line(E, "found expected"),
        "form.unit": _line(E, "found expected"),
        "form.twice": _line(E, "files found expected"),
        "form.moved": _line(E, "found expected now"),
        "form.emptied": _line(N, "found expected"),
        "form.not_applicable": _line(E, "found expected"),
        "form.both": _line(E, "found expected"),
        "form.row": _line(N, "found expected"),
        "form.elsewhere": _line(W, "found count"),
        "form.other_sheet": _line(W, "sheet"),
        "form.copy_exists": _line(W, "copy"),
        "form.no_copy": _line(W, "copy why"),
    },
    "outcome": {
        "outcome.missing": _line(W, "name", SAVING),
        "outcome.no_place": _line(W, "name"),
        "share.missing": _line(W, "name low high"),
        "reason.missing": _line(W, "name score weight", REVIEW),
        "reason.needless": _line(N, "name reason", REVIEW),
        "reason.not_applicable": _line(W, "name"),
        "over.note": _line(N, "name attainment", SYSTEM),
        "over.reason": _line(W, "name attainment", SYSTEM),
        "satisfaction.no_evidence": _line(W, "name actual", REVIEW),
        "qualitative.no_evidence": _line(N, "name", SAVING),
        "override.no_actual": _line(W, "name score", REVIEW),
        "override.converted": _line(W, "name score weight", LOCAL),
        "override.met_but_deducted": _line(W, "name score weight", REVIEW),
        "override.missed_but_full": _line(W, "name score computed", REVIEW),
        "override.rounded": _line(N, "name score computed", REVIEW),
        "override.differs": _line(W, "name score computed", REVIEW),
        "score.all_full": _line(N, "count", REVIEW),
        "actual.far_off": _line(W, "name actual target"),
        "money.parts_differ": _line(W, "kind total parts", REVIEW),
        "money.ahead": _line(W, "earned rate", SYSTEM),
        "money.unspent": _line(W, "rate", SYSTEM),
    },
    "recheck": {
        "recheck.no_header": _line(E),
        "recheck.header_twice": _line(W, "header"),
        "recheck.below_zero": _line(E, "name score", REVIEW),
        "recheck.above_weight": _line(E, "name score weight", REVIEW),
        "recheck.blank_but_full": _line(W, "name", REVIEW),
        "recheck.weights_sum": _line(E, "sum wanted", REVIEW),
        "recheck.level_sum": _line(E, "level sum wanted", REVIEW),
        "recheck.weights_total": _line(E, "printed sum", REVIEW),
        "recheck.total_differs": _line(E, "printed sum", REVIEW),
        "recheck.shrunk_total": _line(E, "printed sum", LOCAL),
        "recheck.shrunk": _line(E, "name score weight converted", LOCAL),
        "recheck.rate_differs": _line(E, "budget spent printed rate", REVIEW),
        "recheck.parts_differ": _line(E, "kind total parts", REVIEW),
        "recheck.all_full": _line(N, "count", REVIEW),
    },
}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        code: Kind(group, severity, tuple(facts.split()), origin)
        for group, lines in _GROUPS.items()
        for code, (severity, facts, origin) in lines.items()
    }
)
"""Every code and what there is to know of it, group by group."""

CATALOGUE: Mapping[str, Severity] = MappingProxyType({code: kind.severity for code, kind in KINDS.items()})
"""Every code with its usual severity."""
