"""Verdicts on answers, dates and judgements."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from scoring import rules
from scoring.findings import finding
from scoring.model import Actual
from scoring.scores import Fact, Status, Step
from scoring.verdicts.line import Line
from scoring.verdicts.verdict import Verdict, all_or_nothing, settled, undecided


def judge_band(line: Line, actual: Actual) -> Verdict:
    """A qualitative actual: the band's interval, and the share of the points that a person gives in it."""
    w, share, bands = line.points, line.outcome.share, line.rulebook.other.bands
    if actual.band is None:
        return unread(line, actual)
    limits = bands.value[actual.band]
    low, high = (rules.qualitative(w, Fraction(limit)) for limit in (limits.low, limits.high))
    facts: dict[str, Fact] = {
        "band": actual.band.value,
        "low": limits.low,
        "high": limits.high,
        "weight": w,
    }
    still_open = Step("qualitative.open", facts, bands.key)
    if share is None:
        return Verdict("qualitative", low, high, status=Status.WAITING, working=(still_open,))
    if not limits.holds(share):
        low_high = {"low": limits.low, "high": limits.high}
        place = replace(line.subject, field="share")
        odd = finding("share.outside", place, None, share=share, band=actual.band, **low_high)
        return Verdict("qualitative", low, high, None, Status.UNREADABLE, (still_open,), (odd,))
    points = rules.qualitative(w, Fraction(share))
    step = Step("qualitative", {**facts, "share": share, "points": points}, bands.key)
    return settled("qualitative", points, Fraction(share) / 100, step)


def judge_answer(line: Line, actual: Actual) -> Verdict:
    """Yes or no: all points when the answer is the one asked for."""
    if actual.yes is None:
        return unread(line, actual)
    clause = line.rulebook.other.yes_no.key
    return all_or_nothing("yes_no", actual.yes, line.points, {"actual": actual.text}, clause)


def judge_date(line: Line, actual: Actual) -> Verdict:
    """A due date: kept or not, by the day or, where no day is given, by the word (按时完成)."""
    rules_of = line.rulebook.other
    due = line.target.date
    if actual.date is None and actual.yes is not None:
        facts = {"actual": actual.text, "target": due.isoformat() if due else ""}
        if actual.yes or rules_of.due_date.value == "met_or_nothing":
            return all_or_nothing("due_date", actual.yes, line.points, facts, rules_of.due_date.key)
        most = rules.deducted(line.points, Fraction(rules_of.late_deduct.value), rules.ONE)
        step = Step("due_date.days_open", {**facts, "high": most}, rules_of.late_deduct.key)
        return Verdict("due_date", rules.NONE, most, rules.NONE, Status.WAITING, (step,))
    if actual.date is None or due is None:
        return unread(line, actual)
    facts = {"actual": actual.date.isoformat(), "target": due.isoformat()}
    late = (actual.date - due).days
    if late <= 0 or rules_of.due_date.value == "met_or_nothing":
        return all_or_nothing("due_date", late <= 0, line.points, facts, rules_of.due_date.key)
    deduct = Fraction(rules_of.late_deduct.value)
    points = rules.deducted(line.points, deduct, Fraction(late))
    said: dict[str, Fact] = {**facts, "days": late, "deduct": deduct, "weight": line.points, "points": points}
    step = Step("due_date.late", said, rules_of.late_deduct.key)
    return settled("due_date", points, rules.NONE, step)


def unread(line: Line, actual: Actual) -> Verdict:
    """An actual that its target cannot be compared with."""
    odd = finding("actual.unread", line.subject, text=actual.text)
    return undecided("actual_unread", line.points, Status.UNREADABLE, odd)
