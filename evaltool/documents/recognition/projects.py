"""From forms as found to projects of the model, with every figure read and every gap named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from evaltool.documents.blocks import Cell, Paragraph, one_line
from evaltool.documents.recognition.achieved import Achieved, read_achieved
from evaltool.documents.recognition.columns import Column, Money
from evaltool.documents.recognition.doubts import INDICATORS
from evaltool.documents.recognition.form import CODED_PROJECT, Form
from evaltool.documents.recognition.gaps import absent_levels, missing, missing_parts
from evaltool.documents.recognition.indicators import read_indicators
from evaltool.documents.recognition.labels import MONEY_UNITS, Field
from evaltool.documents.recognition.outline import items
from evaltool.documents.recognition.plan import read_plan
from scoring.findings import Finding, finding
from scoring.model import Project, Source, Subject
from scoring.notation import read_amount

DEFAULT_UNIT = "万元"

_AMOUNTS = {
    Field.BUDGET: ("budget", "total"),
    Field.FISCAL: ("fiscal", "fiscal"),
    Field.OTHER: ("other", "other"),
}
"""The project's field that a label fills, and the source that stands for it in a table of money."""


class ReadProject(NamedTuple):
    """A project as declared, what its form says was achieved, and every doubt about both."""

    project: Project
    achieved: Achieved
    findings: list[Finding]


def read_projects(forms: Sequence[Form], year: int | None) -> tuple[list[ReadProject], list[Finding]]:
    """The projects in their order, and the doubts that are about several of them.

    Identities hang on the code, so each gets one of its own: where none is printed, the name serves; a second
    「X」 becomes 「X#2」, and the third project of a document, where it has neither, 「#3」. The last two are
    error findings.
    """
    read: list[ReadProject] = []
    findings: list[Finding] = []
    codes = _Codes()
    for number, form in enumerate(forms, 1):
        printed = "".join(form.text(Field.CODE).split()) or _coded(form)[0]
        wanted = printed or project_name(form) or f"#{number}"
        code = codes.own(wanted)
        one = _read_project(form, code, year)
        read.append(one)
        if code != wanted:
            subject, place = Subject(code, field="code"), form.place(Field.CODE)
            findings.append(finding("project.code_twice", subject, place, printed=wanted, read=code))
        elif not printed and one.project.name:
            subject = Subject(code, field="code")
            findings.append(finding("project.code_from_name", subject, form.source, read=code))
    projects = [one.project for one in read]
    findings.extend(absent_levels(projects, is_whole=bool(forms) and forms[-1].is_closed))
    if forms and forms[-1].lines and (cut := forms[-1].lines[-1]).missing:
        findings.append(missing(cut.missing, cut.place(Column.NAME), INDICATORS, projects[-1].code))
    return read, findings


def project_name(form: Form) -> str:
    """The project's name beside its label, else the one in the heading above it."""
    return _coded(form)[1] or form.name


def _coded(form: Form) -> tuple[str, str]:
    """Code and name where both stand beside the name's label; else no code, and the name."""
    name = one_line(form.text(Field.NAME))
    found = None if form.text(Field.CODE) else CODED_PROJECT.fullmatch(name)
    return (found["code"], found["name"]) if found else ("", name)


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


def _read_project(form: Form, code: str, year: int | None) -> ReadProject:
    findings = [doubt.about(code) for doubt in form.doubts]
    unit = one_line(form.text(Field.UNIT))
    if unit not in MONEY_UNITS:
        subject = Subject(code, field="unit")
        if unit:
            odd = finding("project.unit_assumed", subject, form.source, text=unit, unit=DEFAULT_UNIT)
        else:
            odd = finding("project.no_unit", subject, form.source, unit=DEFAULT_UNIT)
        findings.append(odd)
        unit = DEFAULT_UNIT
    budget, fiscal, other = (_read_amount(form, field, unit, code, findings) for field in _AMOUNTS)
    plan, doubts = read_plan(form.plan, form.spending, budget, unit, code)
    findings.extend(doubts)
    indicators, doubts = read_indicators(form.lines, code, year)
    findings.extend(doubts)
    achieved, doubts = read_achieved(form, indicators, code, unit, year)
    findings.extend(doubts)
    project = Project(
        code,
        project_name(form),
        unit,
        budget,
        fiscal,
        other,
        form.text(Field.PURPOSE),
        _read_objectives(form),
        plan,
        tuple(one.indicator for one in indicators),
        form.source,
    )
    findings.extend(_parts_differ(project, _sum(form.amounts.get((_declared(form), "carried"), []), unit)))
    findings.extend(missing(part, form.source, field, code) for part, field in missing_parts(form, project))
    return ReadProject(project, achieved, findings)


def _read_amount(form: Form, field: Field, unit: str, code: str, findings: list[Finding]) -> Decimal | None:
    """An amount beside its label; of a table of money the initial budget, else the year's."""
    name, source = _AMOUNTS[field]
    subject, text, place = Subject(code, field=name), one_line(form.text(field)), form.place(field)
    cells = form.fields.get(field, [])
    if not text or len(cells) > 1:
        cells = cells or form.amounts.get((_declared(form), source), [])
        return _sum(cells, unit)
    amount, doubts = read_amount(text, unit=unit, subject=subject, source=place)
    findings.extend(doubts)
    return amount


def _sum(cells: Sequence[Cell], unit: str) -> Decimal | None:
    amounts = [read_amount(cell.text, unit=unit)[0] for cell in cells]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _declared(form: Form) -> Money:
    """The kind of money that was declared: the initial budget, where the form has any amount of it."""
    return Money.INITIAL if any(kind is Money.INITIAL for kind, _ in form.amounts) else Money.ADJUSTED


def _read_objectives(form: Form) -> tuple[str, ...]:
    lines = [Paragraph(line, Source()) for line in form.text(Field.OBJECTIVE).split("\n") if line]
    return tuple(one_line(item.text) for item in items(lines))


def _parts_differ(project: Project, carried: Decimal | None) -> Iterator[Finding]:
    """Fiscal, other and carried money are to add up to the budget."""
    known = [amount for amount in (project.fiscal, project.other, carried) if amount is not None]
    parts = sum(known, Decimal(0))
    if project.budget is not None and known and parts != project.budget:
        subject = Subject(project.code, field="budget")
        yield finding(
            "project.budget_parts_differ", subject, project.source, budget=project.budget, parts=parts
        )
