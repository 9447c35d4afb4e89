"""What a document, or a project of it, ought to say and does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.documents.recognition.doubts import INDICATORS
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.labels import FIELDS, Field
from scoring.findings import Finding, finding
from scoring.model import Project, Source, Subject

USUAL_LEVELS = ("产出指标", "效益指标", "满意度指标")
"""The first levels that a project's table usually has."""

_FILLED = {
    Field.CODE: "code",
    Field.NAME: "name",
    Field.BUDGET: "budget",
    Field.MONEY: "budget",
    Field.PLAN: "plan",
    Field.OBJECTIVE: "objectives",
}
"""The project's field that each part of the form fills."""


def missing(part: str, source: Source | None, field: str, project: str = "") -> Finding:
    """The document, or a project of it, lacks a part; `part` is that part's usual heading or label."""
    return finding("document.missing_part", Subject(project, field=field), source, part=part)


def absent_levels(projects: Sequence[Project], *, is_whole: bool) -> Iterator[Finding]:
    """First levels that a project has no indicator of: at the very end of a file it may have been cut off.

    `is_whole`: a total below the last project's indicators shows that it was not.
    """
    for project in projects:
        levels = {indicator.level1 for indicator in project.indicators if indicator.level1}
        for level in USUAL_LEVELS if levels else ():
            place = project.indicators[-1].source
            if level not in levels and project is projects[-1] and not is_whole:
                yield missing(level, place, INDICATORS, project.code)
            elif level not in levels:
                subject = Subject(project.code, field=INDICATORS)
                yield finding("indicators.level_absent", subject, place, level=level)


_COUNTY = frozenset({Field.MONEY, Field.PLAN})
"""Labels of the county form, which asks for both and for a code; other forms ask for none of them."""


def is_county(form: Form) -> bool:
    """Whether a form is the county's, with a code, a budget with its purpose and a plan, or was cut away."""
    return bool(form.labels & _COUNTY or not form.is_begun) and not form.is_listed


def missing_parts(form: Form, project: Project) -> Iterator[tuple[str, str]]:
    """What the project's form ought to say and does not, and the field that it would fill.

    A purpose or objective may be left blank.
    """
    said: dict[Field, object] = {
        Field.NAME: project.name,
        Field.BUDGET: project.budget is not None or form.text(Field.BUDGET),
        Field.OBJECTIVE: form.labels & {Field.OBJECTIVE},
    }
    if is_county(form):
        said |= {
            Field.CODE: form.text(Field.CODE),
            Field.MONEY: form.labels & {Field.MONEY, Field.PURPOSE},
            Field.PLAN: project.plan,
        }
    yield from ((FIELDS[field][0], _FILLED[field]) for field in _FILLED if field in said and not said[field])
    if not project.indicators:
        yield "绩效指标", INDICATORS
