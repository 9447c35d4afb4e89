"""From forms as found to projects of the model, with every figure read and every gap named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from evaltool.documents.blocks import Paragraph, one_line
from evaltool.documents.recognition.clauses import numbered
from evaltool.documents.recognition.doubts import INDICATORS
from evaltool.documents.recognition.forms import Form
from evaltool.documents.recognition.gaps import absent_levels, missing, missing_parts
from evaltool.documents.recognition.indicator_table import Line
from evaltool.documents.recognition.labels import MONEY_UNITS, Column, Field
from evaltool.documents.recognition.outline import items
from evaltool.documents.recognition.plan import read_plan
from evaltool.documents.recognition.printed_steps import read_printed_steps
from scoring.findings import Finding, finding
from scoring.model import Indicator, Key, Project, Source, Subject
from scoring.notation import is_blank, read_amount, read_target

DEFAULT_UNIT = "万元"

_AMOUNTS = {Field.BUDGET: "budget", Field.FISCAL: "fiscal", Field.OTHER: "other"}


def read_projects(forms: Sequence[Form], year: int | None) -> tuple[tuple[Project, ...], list[Finding]]:
    """The projects in their order.

    Identities hang on the code, so each gets one of its own: a second 「X」 becomes 「X#2」, and the third
    project of a document, where it has none, 「#3」. Both are error findings.
    """
    projects: list[Project] = []
    findings: list[Finding] = []
    codes = _Codes()
    for number, form in enumerate(forms, 1):
        printed = "".join(form.text(Field.CODE).split()) or f"#{number}"
        code = codes.own(printed)
        project, doubts = _read_project(form, code, year)
        projects.append(project)
        findings.extend(doubts)
        if code != printed:
            subject, place = Subject(code, field="code"), form.place(Field.CODE)
            findings.append(finding("project.code_twice", subject, place, printed=printed, read=code))
    findings.extend(absent_levels(projects))
    if forms and forms[-1].lines and (cut := forms[-1].lines[-1]).missing:
        findings.append(missing(cut.missing, cut.place(Column.NAME), INDICATORS, projects[-1].code))
    return tuple(projects), findings


class _Codes:
    """Gives each project a code that no other has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._times: Counter[str] = Counter()

    def own(self, printed: str) -> str:
        """The code as printed, or with #2, #3 … where it is taken."""
        code = printed
        while code in self._taken:
            self._times[printed] += 1
            code = f"{printed}#{self._times[printed] + 1}"
        self._taken.add(code)
        return code


def _read_project(form: Form, code: str, year: int | None) -> tuple[Project, list[Finding]]:
    findings = [doubt.about(code) for doubt in form.doubts]
    unit = one_line(form.text(Field.UNIT))
    if unit not in MONEY_UNITS:
        subject = Subject(code, field="unit")
        findings.append(finding("project.unit_assumed", subject, form.source, text=unit, unit=DEFAULT_UNIT))
        unit = DEFAULT_UNIT
    budget, fiscal, other = (_read_amount(form, field, unit, code, findings) for field in _AMOUNTS)
    plan, doubts = read_plan(form.plan, form.spending, budget, unit, code)
    findings.extend(doubts)
    indicators, doubts = _read_indicators(form.lines, code, year)
    findings.extend(doubts)
    project = Project(
        code,
        one_line(form.text(Field.NAME)) or form.name,
        unit,
        budget,
        fiscal,
        other,
        form.text(Field.PURPOSE),
        _read_objectives(form),
        plan,
        indicators,
        form.source,
    )
    findings.extend(_parts_differ(project))
    findings.extend(missing(part, form.source, field, code) for part, field in missing_parts(form, project))
    return project, findings


def _read_amount(form: Form, field: Field, unit: str, code: str, findings: list[Finding]) -> Decimal | None:
    subject = Subject(code, field=_AMOUNTS[field])
    amount, doubts = read_amount(
        one_line(form.text(field)), unit=unit, subject=subject, source=form.place(field)
    )
    findings.extend(doubts)
    return amount


def _read_objectives(form: Form) -> tuple[str, ...]:
    lines = [Paragraph(line, Source()) for line in form.text(Field.OBJECTIVE).split("\n") if line]
    return tuple(one_line(item.text) for item in items(lines))


def _read_indicators(
    lines: Sequence[Line], code: str, year: int | None
) -> tuple[tuple[Indicator, ...], list[Finding]]:
    indicators: list[Indicator] = []
    findings: list[Finding] = []
    seen: Counter[Key] = Counter()
    for line in lines:
        name, text, weight = (
            one_line(line.text(column)) for column in (Column.NAME, Column.TARGET, Column.WEIGHT)
        )
        key = numbered(Key(code, "", line.level1, line.level2, name), seen)
        target, doubts = read_target(
            text,
            level2=line.level2 or line.level1,
            name=name,
            year=year,
            subject=Subject(code, key, "target"),
            source=line.place(Column.TARGET),
        )
        findings.extend(doubts)
        points, doubts = read_amount(
            "" if is_blank(weight) else weight.removesuffix("分").rstrip("%％"),
            subject=Subject(code, key, "weight"),
            source=line.place(Column.WEIGHT),
        )
        findings.extend(doubts)
        description, basis = (one_line(line.text(column)) for column in (Column.DESCRIPTION, Column.BASIS))
        steps, doubts = read_printed_steps(line, key, target.unit)
        findings.extend(doubts)
        place = line.place(Column.NAME)
        indicators.append(Indicator(key, target, description, basis, points, steps, place))
    return tuple(indicators), findings


def _parts_differ(project: Project) -> Iterator[Finding]:
    """Fiscal and other money are to add up to the budget."""
    known = [amount for amount in (project.fiscal, project.other) if amount is not None]
    parts = sum(known, Decimal(0))
    if project.budget is not None and known and parts != project.budget:
        subject = Subject(project.code, field="budget")
        yield finding(
            "project.budget_parts_differ", subject, project.source, budget=project.budget, parts=parts
        )
