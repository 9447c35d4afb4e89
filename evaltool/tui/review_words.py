"""What the review of a document says: its rows, its places, its counts, in the language in use."""

from __future__ import annotations

from evaltool import wording
from evaltool.language import N_, _
from evaltool.operations.corrections import text_found
from evaltool.tui.cells import one_line
from evaltool.tui.review_book import ReviewBook, ReviewRow
from evaltool.tui.words import department_name
from scoring.findings import Severity, plain
from scoring.model import QUANTITATIVE, Outcome, Sense, Subject, Target
from scoring.notation import write_actual, write_target

SENSES = {
    Sense.AT_LEAST: N_("不低于"),
    Sense.ABOVE: N_("高于"),
    Sense.EQUAL: N_("等于"),
    Sense.AT_MOST: N_("不高于"),
    Sense.BELOW: N_("低于"),
}
"""A sense before its figure, in words alone: the sign stands in the text as found."""


def target_words(target: Target) -> str:
    """A target as it is read, in words: its sense, its value and its unit, and what of it was inferred."""
    said = _(SENSES[target.sense]) if target.sense in SENSES else wording.term(target.sense)
    if target.sense in QUANTITATIVE and target.value is not None:
        figure = write_target(target).lstrip("≥≤><=") if target.upper is not None else _figure(target)
        said = f"{said} {figure}"
    elif target.sense in (Sense.BY_DATE, Sense.YES_NO):
        said = f"{said} {write_target(target)}"
    inferred = _("、").join(wording.term(one) for one in target.inferred if one != "answer")
    return _("{said}（推断：{what}）").format(said=said, what=inferred) if inferred else said


def _figure(target: Target) -> str:
    return f"{plain(target.value)}{target.unit}"


def row_name(row: ReviewRow) -> str:
    """The name of a row as the document has it."""
    return one_line(row.found.name) if row.found else fact_name(row.subject.project, row.fields[0])


def fact_name(project: str, field: str) -> str:
    """What the code, the name and so on of a project or the department are called."""
    names = {
        ("", "code"): _("单位编码"),
        ("", "name"): _("单位名称"),
        ("project", "code"): _("项目编码"),
        ("project", "name"): _("项目名称"),
        ("project", "budget"): _("预算数（万元）"),
    }
    return names.get(("project" if project else "", field)) or wording.field_name(field)


def field_words(row: ReviewRow, field: str) -> str:
    """A field's name in the edit bar: the indicator's own name is 三级指标."""
    if row.found is None:
        return fact_name(row.subject.project, field)
    return _("三级指标") if field == "name" else wording.field_name(field)


def cells_of(row: ReviewRow, book: ReviewBook) -> dict[str, str]:
    """What stands in a row, by column."""
    text = {"mark": mark(row, book), "name": row_name(row)}
    if row.found is None:
        subject = row.at(row.fields[0])
        found = text_found(book.review.found.department, subject)
        return text | {"levels": _("基本情况"), "found": found, "read": book.review.text(subject)}
    now, taken = book.shown[row.found.key], book.indicators.get(row.found.key)
    outcomes = book.review.reading.outcomes.indicators
    outcome = outcomes.get(taken.key, Outcome()) if taken else Outcome()
    levels = (now.level1, now.level2) if row.subject.project else (now.key.objective, "")
    return text | {
        "name": one_line(now.name),
        "level1": one_line(levels[0]),
        "level2": one_line(levels[1]),
        "levels": "/".join(one_line(level).removesuffix("指标") for level in levels if level),
        "found": one_line(row.found.target.text),
        "read": target_words(now.target),
        "weight": "" if now.weight is None else plain(now.weight),
        "actual": "" if outcome.actual is None else write_actual(outcome.actual, now.target),
    }


def mark(row: ReviewRow, book: ReviewBook) -> str:
    """What is to be noticed of a row: left out, corrected, or how grave the worst doubt about it is."""
    if book.review.is_left_out(row.subject):
        return _("不采用")
    corrected = any(row.at(field) in book.review.corrections for field in row.fields)
    worst = [wording.term(odd.severity) for odd in book.doubts_of(row) if odd.severity is not Severity.NOTE]
    return " ".join([*([_("已改")] if corrected else []), *worst[:1]])


def place_name(project: str, book: ReviewBook) -> str:
    """A line of the list: the department or a project."""
    if not project:
        return department_name(book.review.reading.department) or _("单位名称不明")
    return one_line(book.names[project]) or project


def place_state(project: str, book: ReviewBook, *, short: bool) -> str:
    """How many indicators a place has, and how many doubts; or that it is left out. `short`: the gravest."""
    if project and book.review.is_left_out(Subject(project)):
        return _("不采用")
    taken, errors, warnings = book.counts(project)
    counted = {Severity.ERROR: errors, Severity.WARNING: warnings}
    graves = [f"{wording.term(severity)} {count}" for severity, count in counted.items() if count]
    how_many = _("{count} 项").format(count=taken)
    return (graves or [how_many])[0] if short else " ".join([how_many, *graves])


def taken_words(book: ReviewBook) -> str:
    """How much is taken, and what remains outside."""
    department, found = book.review.reading.department, book.review.found.department
    projects, indicators = len(department.projects), len(department.indicators())
    said = _("采用 {projects} 个项目、{indicators} 个指标").format(projects=projects, indicators=indicators)
    without = len(found.projects) - projects, len(found.indicators()) - indicators
    if any(without):
        rest = _("；不采用 {projects} 个项目、{indicators} 个指标")
        said += rest.format(projects=without[0], indicators=without[1])
    achieved = sum(one.actual is not None for one in book.review.found.outcomes.indicators.values())
    if achieved:
        only = (
            _("；实际完成值 {count} 个，不采用") if book.review.targets_only else _("；实际完成值 {count} 个")
        )
        said += only.format(count=achieved)
    return said
