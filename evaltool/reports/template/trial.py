"""A template tried once before anybody waits for it: what is read may still be broken where it is filled."""

from __future__ import annotations

from dataclasses import replace

from evaltool.reports.scorecard import Scorecard
from evaltool.reports.template.fill import fill
from evaltool.reports.template.read import Template, broken, read
from evaltool.reports.template.sample import sample
from scoring.findings import Severity


def tried(data: bytes, file: str = "") -> Template:
    """A template read, and filled for a department of placeholders. Never raises but for want of memory."""
    template = read(data, file)
    if template.refusal or any(one.severity is Severity.ERROR for one in template.findings):
        return template
    card = _of_two_lines(sample())
    code = card.department.projects[0].code if template.is_of_project else ""
    try:
        fill(template, card, code)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - parts that nobody has read yet may be broken in any way at all
        return broken()
    return template


def _of_two_lines(card: Scorecard) -> Scorecard:
    """The card with every line twice, so that rows do move."""
    score = card.score
    projects = tuple(replace(one, indicators=one.indicators * 2) for one in score.projects)
    methods = {code: replace(one, lines=one.lines * 2) for code, one in score.methods.items()}
    return replace(card, score=replace(score, projects=projects, methods=methods))
